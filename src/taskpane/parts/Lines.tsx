import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";
import { paneTokens } from "../theme";

export interface Line {
  readonly label: string;
  /** In small type beside it: convention, formula in words. */
  readonly note?: string | undefined;
  readonly value: ReactNode;
  readonly negative?: boolean;
}

/** Names and figures, one under the other; the figures stand at the right edge, in columns. */
export function Lines({ lines }: { lines: readonly Line[] }) {
  const styles = useStyles();
  if (lines.length === 0) return null;
  return (
    <dl className={styles.lines}>
      {lines.map(({ label, note, value, negative }, at) => (
        <div key={`${label} ${at}`} className={styles.line}>
          <dt className={styles.term}>
            {label} {note && <span className={styles.note}>{note}</span>}
          </dt>
          <dd className={mergeClasses(styles.value, negative && styles.negative)}>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

const useStyles = makeStyles({
  lines: { margin: 0 },
  line: {
    display: "flex",
    justifyContent: "space-between",
    alignItems: "baseline",
    columnGap: tokens.spacingHorizontalM,
    paddingBlock: "4px",
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  term: { minWidth: 0, color: tokens.colorNeutralForeground1 },
  note: { marginInlineStart: "2px", fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, color: tokens.colorNeutralForeground3 },
  value: { margin: 0, fontVariantNumeric: "tabular-nums", fontWeight: tokens.fontWeightSemibold, textAlign: "end", whiteSpace: "nowrap" },
  negative: { color: paneTokens.paneLoss },
});
