import { makeStyles, tokens } from "@fluentui/react-components";
import type { PreviewLine } from "../../journal/preview";
import { figure } from "../figures";

/** In a low pane the preview card lies out of sight: its two first figures stand above the button as well. Read out once, by the card. */
export function PreviewStrip({ lines }: { lines: readonly PreviewLine[] }) {
  const styles = useStyles();
  const shown = lines.filter(({ label }) => SHOWN.includes(label));
  if (shown.length === 0) return null;
  return (
    <div className={styles.strip} aria-hidden>
      {shown.map(({ label, value, format, note }) => (
        <span key={label}>
          {label} {format === "percent" && note ? `(${note}) ` : ""}<b className={styles.value}>{figure(value, format)}</b>
        </span>
      ))}
    </div>
  );
}

const SHOWN = ["Cash", "Annualised"];

const useStyles = makeStyles({
  strip: {
    display: "none",
    flexWrap: "wrap",
    justifyContent: "space-between",
    columnGap: tokens.spacingHorizontalM,
    marginBlockEnd: tokens.spacingVerticalS,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground3,
    "@media (max-height: 900px)": { display: "flex" },
  },
  value: { color: tokens.colorNeutralForeground1, fontWeight: tokens.fontWeightSemibold, fontVariantNumeric: "tabular-nums" },
});
