import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";
import { paneTokens } from "../../../theme";

export interface TableRow {
  readonly key: string;
  readonly name: ReactNode;
  readonly cells: readonly ReactNode[];
  /** In small type under it. */
  readonly note?: string | undefined;
  readonly tone?: "loss" | "warn" | "quiet" | "total" | undefined;
}

/** Names and figures in columns; where they are wider than the pane, the table alone scrolls. */
export function Table({ caption, headers, rows }: { caption: string; headers: readonly string[]; rows: readonly TableRow[] }) {
  const styles = useStyles();
  const isWide = headers.length > FITS;
  return (
    <div className={styles.frame} {...(isWide && { tabIndex: 0, role: "region", "aria-label": caption })}>
      <table className={styles.table} aria-label={caption}>
        <thead>
          <tr>
            {headers.map((header) => (
              <th key={header} scope="col" className={styles.head}>
                {header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, name, cells, note, tone }) => (
            <tr key={key} className={tone && styles[tone]}>
              <th scope="row" className={mergeClasses(styles.name, tone === "total" && styles.above)}>
                {name}
                {note && <span className={styles.note}>{note}</span>}
              </th>
              {cells.map((cell, at) => (
                <td key={at} className={mergeClasses(styles.cell, tone === "total" && styles.above)}>
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
/** Columns that have room in 320 pixels. */
const FITS = 5;

const useStyles = makeStyles({
  frame: { overflowX: "auto", minWidth: 0, ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}` } },
  table: { width: "100%", borderCollapse: "collapse", fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, fontVariantNumeric: "tabular-nums" },
  head: { padding: "2px 0 2px 6px", textAlign: "end", fontWeight: tokens.fontWeightRegular, color: tokens.colorNeutralForeground3, verticalAlign: "bottom", ":first-child": { textAlign: "start", paddingInlineStart: 0 } },
  name: { padding: "3px 0", textAlign: "start", fontWeight: tokens.fontWeightSemibold, verticalAlign: "top", borderTop: `1px solid ${tokens.colorNeutralStroke2}`, overflowWrap: "anywhere" },
  note: { display: "block", fontWeight: tokens.fontWeightRegular, color: tokens.colorNeutralForeground3 },
  cell: { padding: "3px 0 3px 6px", textAlign: "end", verticalAlign: "top", borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
  above: { borderTop: `2px solid ${tokens.colorNeutralStroke1}` },
  loss: { color: paneTokens.paneLoss },
  warn: { color: paneTokens.paneWarn },
  quiet: { color: tokens.colorNeutralForeground3 },
  total: { fontWeight: tokens.fontWeightSemibold },
});
