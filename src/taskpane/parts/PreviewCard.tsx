import { makeStyles, tokens } from "@fluentui/react-components";
import type { PreviewLine } from "../../journal/preview";
import { figure } from "../figures";
import { Card } from "./Card";
import { Lines } from "./Lines";

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
      <Lines lines={lines.map(({ label, note, value, format }) => ({ label, note, value: figure(value, format), negative: format === "money" && value < 0 }))} />
    </Card>
  );
}

const useStyles = makeStyles({
  instead: { margin: "4px 0 2px", color: tokens.colorNeutralForeground3 },
  row: { margin: "2px 0 6px", fontWeight: tokens.fontWeightSemibold, fontVariantNumeric: "tabular-nums", overflowWrap: "anywhere" },
  note: { marginInlineStart: "2px", fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, color: tokens.colorNeutralForeground3 },
});
