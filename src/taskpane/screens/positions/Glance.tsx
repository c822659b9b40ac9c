import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { paneTokens } from "../../theme";

export interface GlanceLine {
  readonly left: string;
  readonly right?: string | null;
  readonly tone?: "warn" | "loss" | undefined;
}

/** A position in two or three lines: names at the left, figures at the right; the first line is what one looks for. */
export function Glance({ lines }: { lines: readonly GlanceLine[] }) {
  const styles = useStyles();
  return (
    <span className={styles.lines}>
      {lines.map(({ left, right, tone }, at) => (
        <span key={at} className={styles.line}>
          <span className={at === 0 ? styles.first : styles.rest}>{left} </span>
          {right && <span className={mergeClasses(at === 0 ? styles.first : styles.rest, styles.right, tone === "warn" && styles.warn, tone === "loss" && styles.loss)}>{right} </span>}
        </span>
      ))}
    </span>
  );
}

const useStyles = makeStyles({
  lines: { display: "block", fontVariantNumeric: "tabular-nums" },
  // where both do not fit side by side, the figure goes under its name as a whole
  line: { display: "flex", flexWrap: "wrap", justifyContent: "space-between", alignItems: "baseline", columnGap: tokens.spacingHorizontalM },
  first: { fontWeight: tokens.fontWeightSemibold, overflowWrap: "anywhere" },
  rest: { fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, color: tokens.colorNeutralForeground3 },
  right: { textAlign: "end", marginInlineStart: "auto" },
  warn: { color: paneTokens.paneWarn, fontWeight: tokens.fontWeightSemibold },
  loss: { color: paneTokens.paneLoss, fontWeight: tokens.fontWeightSemibold },
});
