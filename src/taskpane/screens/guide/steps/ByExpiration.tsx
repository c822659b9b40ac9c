import { useState } from "react";
import { figure, plain, share, shortDay } from "../../../figures";
import { Table } from "../../../parts/Table";
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
  const [open, setOpen] = useState(false);
  const rows = byExpiration(puts, delta).slice(0, MOST);
  if (rows.length < 2) return null;
  return (
    <Unfolding summary={<span>By expiration, |delta| nearest {figure(Number(delta.toFixed(2)), "money")}</span>} open={open} onToggle={() => setOpen(!open)}>
      <Table
        caption="By expiration"
        headers={["Expiry", "Days", "Strike", "Premium", "$ a day", "Gone 21 d"]}
        fits={6}
        rows={rows.map((put) => ({ key: String(put.row), name: shortDay(put.expiry), cells: [plain(put.days), plain(put.strike), figure(put.premium, "price"), figure(aDay(put) ?? 0, "money"), goneWords(gone(put))] }))}
      />
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
