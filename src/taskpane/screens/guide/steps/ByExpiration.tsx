import { makeStyles, tokens } from "@fluentui/react-components";
import { useState } from "react";
import { figure, plain, share, shortDay } from "../../../figures";
import { Unfolding } from "../../positions/Unfolding";
import type { Put } from "./plan";
import { Small } from "./Question";
import { aDay, byExpiration } from "./sorts";

interface Props {
  readonly puts: readonly Put[];
  /** Without its sign: puts like this one are compared. */
  readonly delta: number;
  readonly gone: (put: Put) => number | null;
}

/** What a day brings at each expiration, at about the same delta: longer puts bring more, and usually less a day. */
export function ByExpiration({ puts, delta, gone }: Props) {
  const styles = useStyles();
  const [open, setOpen] = useState(false);
  const rows = byExpiration(puts, delta).slice(0, MOST);
  if (rows.length < 2) return null;
  return (
    <Unfolding summary={<span>By expiration, |delta| nearest {figure(Number(delta.toFixed(2)), "money")}</span>} open={open} onToggle={() => setOpen(!open)}>
      <table className={styles.table}>
        <thead>
          <tr>
            {["Expiry", "Days", "Strike", "Premium", "$ a day", "Gone 21 d"].map((header) => (
              <th key={header} scope="col" className={styles.head}>
                {header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((put) => (
            <tr key={put.row}>
              <th scope="row" className={styles.name}>
                {shortDay(put.expiry)}
              </th>
              {[plain(put.days), plain(put.strike), figure(put.premium, "price"), figure(aDay(put) ?? 0, "money"), goneWords(gone(put))].map((cell, at) => (
                <td key={at} className={styles.cell}>
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <Small>{comparedWords(rows)} Gone at 21 days: the share of the premium that is gone when 21 days are left, if the stock stood still.</Small>
    </Unfolding>
  );
}
const MOST = 12;

const goneWords = (part: number | null): string => (part === null ? "–" : share(part));

function comparedWords(rows: readonly Put[]): string {
  const [first, last] = [rows[0]!, rows[rows.length - 1]!];
  const [near, far] = [aDay(first) ?? 0, aDay(last) ?? 0];
  const premium = last.premium > first.premium ? "More time brings more premium" : "More time brings no more premium here";
  return `${premium}, ${far < near ? "and less" : "and not less"} a day.`;
}

const useStyles = makeStyles({
  table: { width: "100%", borderCollapse: "collapse", fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, fontVariantNumeric: "tabular-nums" },
  head: { padding: "2px 0 2px 4px", textAlign: "end", fontWeight: tokens.fontWeightRegular, color: tokens.colorNeutralForeground3, verticalAlign: "bottom", ":first-child": { textAlign: "start", paddingInlineStart: 0 } },
  name: { padding: "3px 0", textAlign: "start", fontWeight: tokens.fontWeightSemibold, borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
  cell: { padding: "3px 0 3px 4px", textAlign: "end", borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
});
