import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { Fragment, type ReactNode } from "react";
import { paneTokens } from "../theme";

export interface TableRow {
  readonly key: string;
  readonly name: ReactNode;
  readonly cells: readonly ReactNode[];
  /** In small type under all of the row. */
  readonly note?: string | undefined;
  readonly tone?: "loss" | "warn" | "quiet" | "total" | undefined;
}

interface Props {
  readonly caption: string;
  readonly headers: readonly string[];
  readonly rows: readonly TableRow[];
  /** Columns that have room in 320 pixels: five, unless they are narrow ones. */
  readonly fits?: number;
}

/** Names and figures in columns; where there are more than fit, the table alone scrolls. */
export function Table({ caption, headers, rows, fits = FIT }: Props) {
  const styles = useStyles();
  const isWide = headers.length > fits;
  const close = headers.length > FIT && styles.close;
  return (
    <div className={styles.frame} {...(isWide && { tabIndex: 0, role: "region", "aria-label": caption })}>
      <table className={styles.table} aria-label={caption}>
        <thead>
          <tr>
            {headers.map((header) => (
              <th key={header} scope="col" className={mergeClasses(styles.head, close)}>
                {header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, name, cells, note, tone }) => (
            <Fragment key={key}>
              <tr className={tone && styles[tone]}>
                <th scope="row" className={mergeClasses(styles.name, isWide && styles.kept, tone === "total" && styles.above)}>
                  {name}
                </th>
                {cells.map((cell, at) => (
                  <td key={at} className={mergeClasses(styles.cell, close, tone === "total" && styles.above)}>
                    {cell}
                  </td>
                ))}
              </tr>
              {note && (
                <tr>
                  <td colSpan={headers.length} className={styles.note}>
                    {note}
                  </td>
                </tr>
              )}
            </Fragment>
          ))}
        </tbody>
      </table>
    </div>
  );
}
const FIT = 5;

const useStyles = makeStyles({
  frame: { overflowX: "auto", minWidth: 0, ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}` } },
  table: { width: "100%", borderCollapse: "collapse", fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, fontVariantNumeric: "tabular-nums" },
  head: { padding: "2px 0 2px 6px", textAlign: "end", fontWeight: tokens.fontWeightRegular, color: tokens.colorNeutralForeground3, verticalAlign: "bottom", ":first-child": { textAlign: "start", paddingInlineStart: 0 } },
  name: { padding: "3px 0", textAlign: "start", fontWeight: tokens.fontWeightSemibold, verticalAlign: "top", borderTop: `1px solid ${tokens.colorNeutralStroke2}`, overflowWrap: "anywhere" },
  // where the table scrolls, its names stay
  kept: { position: "sticky", insetInlineStart: 0, whiteSpace: "nowrap", backgroundColor: paneTokens.paneCard },
  note: { padding: "0 0 3px", color: tokens.colorNeutralForeground3, overflowWrap: "anywhere" },
  cell: { padding: "3px 0 3px 6px", textAlign: "end", verticalAlign: "top", borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
  close: { paddingInlineStart: "4px" },
  above: { borderTop: `2px solid ${tokens.colorNeutralStroke1}` },
  loss: { color: paneTokens.paneLoss },
  warn: { color: paneTokens.paneWarn },
  quiet: { color: tokens.colorNeutralForeground3 },
  total: { fontWeight: tokens.fontWeightSemibold },
});
