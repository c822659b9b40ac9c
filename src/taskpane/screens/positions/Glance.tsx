import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { Fragment } from "react";
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
    <span className={styles.grid}>
      {lines.map(({ left, right, tone }, at) => (
        <Fragment key={at}>
          <span className={mergeClasses(at === 0 ? styles.first : styles.rest, !right && styles.wide)}>{left} </span>
          {right && <span className={mergeClasses(at === 0 ? styles.first : styles.rest, styles.right, tone === "warn" && styles.warn, tone === "loss" && styles.loss)}>{right} </span>}
        </Fragment>
      ))}
    </span>
  );
}

const useStyles = makeStyles({
  grid: { display: "grid", gridTemplateColumns: "minmax(0, 1fr) auto", columnGap: tokens.spacingHorizontalM, fontVariantNumeric: "tabular-nums" },
  first: { fontWeight: tokens.fontWeightSemibold, overflowWrap: "anywhere" },
  rest: { fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, color: tokens.colorNeutralForeground3 },
  right: { textAlign: "end" },
  wide: { gridColumnStart: 1, gridColumnEnd: -1 },
  warn: { color: paneTokens.paneWarn, fontWeight: tokens.fontWeightSemibold },
  loss: { color: paneTokens.paneLoss, fontWeight: tokens.fontWeightSemibold },
});
