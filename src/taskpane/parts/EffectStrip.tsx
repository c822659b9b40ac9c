import { makeStyles, tokens } from "@fluentui/react-components";
import type { moves } from "../../calc";
import { type EffectLine, effectLines, holdingLines } from "../effectLines";
import { figure } from "../figures";
import { paneTokens } from "../theme";
import { Strip, StripFigure } from "./Strip";

/** Of an effect its cash, the figure that matters most and the first warning. */
export function EffectStrip({ effect }: { effect: moves.Effect | null }) {
  const styles = useStyles();
  if (!effect) return null;
  const [holding] = effect.holdings;
  const lines: readonly EffectLine[] = [...effectLines(effect, false), ...(holding ? holdingLines(holding, null) : [])];
  const first = MATTERS.map((label) => lines.find((line) => line.label === label && line.after !== null)).find((line) => line !== undefined);
  const words = effect.refusals[0] ?? effect.warnings[0];
  const more = effect.refusals.length + effect.warnings.length - 1;
  return (
    <Strip>
      {words && <span className={styles.words}>{words}.{more > 0 ? ` And ${more} more.` : ""}</span>}
      <StripFigure label="Cash" value={figure(effect.cash, "money")} />
      {first && <StripFigure label={first.label} value={figure(first.after!, first.format)} />}
    </Strip>
  );
}

const MATTERS = ["Break-even", "Net stock cost", "Realised"];

const useStyles = makeStyles({
  words: { flexBasis: "100%", color: paneTokens.paneWarn, fontWeight: tokens.fontWeightSemibold },
});
