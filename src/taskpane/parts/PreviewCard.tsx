import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { PreviewLine } from "../../journal/preview";
import { figure } from "../figures";
import { paneTokens } from "../theme";
import { Card } from "./Card";

interface Props {
  readonly title: string;
  readonly aside?: string;
  /** The row in a few words. */
  readonly row?: string;
  readonly lines: readonly PreviewLine[];
  readonly instead?: string;
}

/** What the row will be and what it means, before anything is written. `instead` stands there while something is missing. */
export function PreviewCard({ title, aside, row, lines, instead }: Props) {
  const styles = useStyles();
  return (
    <Card title={title} aside={aside && <span className={styles.note}>{aside}</span>}>
      {instead && <p className={styles.instead}>{instead}</p>}
      {row && <p className={styles.row}>{row}</p>}
      {lines.length > 0 && (
        <dl className={styles.lines}>
          {lines.map((line) => (
            <div key={line.label} className={styles.line}>
              <dt className={styles.term}>
                {line.label} {line.note && <span className={styles.note}>{line.note}</span>}
              </dt>
              <dd className={mergeClasses(styles.value, line.format === "money" && line.value < 0 && styles.negative)}>{figure(line.value, line.format)}</dd>
            </div>
          ))}
        </dl>
      )}
    </Card>
  );
}

const useStyles = makeStyles({
  instead: { margin: "4px 0 2px", color: tokens.colorNeutralForeground3 },
  row: { margin: "2px 0 6px", fontWeight: tokens.fontWeightSemibold, fontVariantNumeric: "tabular-nums", overflowWrap: "anywhere" },
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
