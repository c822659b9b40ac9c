import { makeStyles, tokens } from "@fluentui/react-components";
import type { moves } from "../../calc";
import { type EffectLine, effectLines, holdingLines } from "../effectLines";
import { figure } from "../figures";
import { paneTokens } from "../theme";

/** In a low pane the effect card lies out of sight: its cash, the figure that matters most and the first warning stand above the button as well. Read out once, by the card. */
export function EffectStrip({ effect }: { effect: moves.Effect | null }) {
  const styles = useStyles();
  if (!effect) return null;
  const [holding] = effect.holdings;
  const lines: readonly EffectLine[] = [...effectLines(effect, false), ...(holding ? holdingLines(holding, null) : [])];
  const first = MATTERS.map((label) => lines.find((line) => line.label === label && line.after !== null)).find((line) => line !== undefined);
  const words = effect.refusals[0] ?? effect.warnings[0];
  const more = effect.refusals.length + effect.warnings.length - 1;
  return (
    <div className={styles.strip} aria-hidden>
      {words && <span className={styles.words}>{words}.{more > 0 ? ` And ${more} more.` : ""}</span>}
      <span>
        Cash <b className={styles.value}>{figure(effect.cash, "money")}</b>
      </span>
      {first && (
        <span>
          {first.label} <b className={styles.value}>{figure(first.after!, first.format)}</b>
        </span>
      )}
    </div>
  );
}

const MATTERS = ["Break-even", "Net stock cost", "Realised"];

const useStyles = makeStyles({
  strip: {
    display: "none",
    flexWrap: "wrap",
    justifyContent: "space-between",
    columnGap: tokens.spacingHorizontalM,
    rowGap: "4px",
    marginBlockEnd: tokens.spacingVerticalS,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground3,
    "@media (max-height: 900px)": { display: "flex" },
  },
  words: { flexBasis: "100%", color: paneTokens.paneWarn, fontWeight: tokens.fontWeightSemibold },
  value: { color: tokens.colorNeutralForeground1, fontWeight: tokens.fontWeightSemibold, fontVariantNumeric: "tabular-nums" },
});
