import { useMemo } from "react";
import { portfolio } from "../../../../calc";
import { accountCash } from "../../../accountCash";
import { CASH_HINTS, cashOf } from "../../../cashOf";
import { figure, money } from "../../../figures";
import type { ActionState } from "../../../hooks/useAction";
import { Card } from "../../../parts/Card";
import { FormField } from "../../../parts/FormField";
import { Segments } from "../../../parts/Segments";
import { Table, type TableRow } from "../../../parts/Table";
import { Question, Small } from "../../guide/steps/Question";
import type { SpreadTyped } from "../useSpread";
import { PricesCard } from "./PricesCard";
import type { ViewProps } from "./viewProps";
import { dollars, part } from "./words";

/** What hangs on one ticker, sector or account, against the user's limits; and the cash if every put were assigned at once. docs/spec/portfolio.md §2, §4. */
export function WeightView({ journal, books, typed, limits, action, isEmpty, onChange }: ViewProps & { readonly action: ActionState; readonly isEmpty: boolean }) {
  const { by } = typed;
  const cash = limits.cash.number;
  const known = cashOf(journal).from;
  const limit = by === "ticker" ? limits.tickerShare : by === "sector" ? limits.sectorShare : null;
  const rows = useMemo(() => portfolio.exposure(books, journal.watchlist, { by, cash, limit }), [books, journal.watchlist, by, cash, limit]);
  const assigned = useMemo(() => {
    const given = cashGiven(journal, cash);
    return given === null ? null : portfolio.allAssigned(books, given);
  }, [journal, books, cash]);
  const [groups, total, effective] = [rows.slice(0, -2), rows.at(-2), rows.at(-1)];
  return (
    <>
      {!isEmpty && (
        <>
          <Question title="What hangs on what?">Collateral of sold puts and shares at what they are worth now.</Question>
          <FormField field={{ name: "bookCash", label: "Cash", unit: "$", input: "number", required: false, hint: typed.cash === undefined && cash !== null && known ? CASH_HINTS[known] : "Collateral included; shares below are then of cash and shares" }} value={limits.cash.text} problem={limits.cash.problem} onChange={(text) => onChange({ cash: text })} onLeave={() => undefined} />
          <Segments<SpreadTyped["by"]> label="By" name="by" value={by} choices={GROUPS} onChange={(next) => onChange({ by: next })} />
          <Card title={total?.state ?? ""}>
            <Table caption="Exposure" headers={[NAMES[by], "Total", "Share", "Limit"]} rows={[...groups.map(groupRow), ...(total ? [{ key: "Total", name: "Total", cells: [dollars(total.total), part(total.share), ""], tone: "total" as const }] : [])]} />
            {effective?.total !== null && effective?.total !== undefined && <Small>{`${effective.group}: ${figure(Number(effective.total.toFixed(1)), "count")}. So many of equal size would be as concentrated; it knows nothing of what they have in common.`}</Small>}
          </Card>
          <Card title="If every put is assigned at once">
            {assigned ? (
              <Table caption="Cash if every put is assigned" headers={["Account", "Needed", "Left"]} rows={assigned.map(accountRow)} />
            ) : (
              <Small>Type the cash above: then what every put would need at once stands here, account by account.</Small>
            )}
            <Small>It is the worst case for cash, not for money: the shares are then there.</Small>
          </Card>
        </>
      )}
      <PricesCard journal={journal} action={action} />
    </>
  );
}

/** Of several accounts, what the log adds up to where a deposit is logged: the cash that is typed is that of all together. */
function cashGiven({ trades, accounts }: ViewProps["journal"], cash: number | null): portfolio.CashGiven | null {
  const funded = accounts.flatMap((account) => {
    const own = accountCash(trades, account);
    return own === null ? [] : [{ account, cash: own }];
  });
  return accounts.length < 2 || funded.length === 0 ? cash : funded;
}

const GROUPS = [{ value: "ticker", label: "Ticker" }, { value: "sector", label: "Sector" }, { value: "account", label: "Account" }] as const;
const NAMES = { ticker: "Ticker", sector: "Sector", account: "Account" } as const;

function groupRow({ group, total, share, limit, state }: portfolio.ExposureRow): TableRow {
  const isOver = limit !== null && share !== null && share > limit + ROOM;
  return { key: group, name: group, note: state, cells: [dollars(total), part(share), part(limit)], tone: isOver ? "warn" : undefined };
}
/** Binary numbers miss a limit by a hair. */
const ROOM = 1e-9;

function accountRow({ account, cashNeeded, left, largestTicker, state }: portfolio.AllAssignedRow): TableRow {
  const isShort = left !== null && left < 0;
  const note = [state, account === "Total" || largestTicker === "" ? "" : `most of it for ${largestTicker}`].filter((words) => words !== "").join("; ");
  return { key: account, name: account, note, cells: [money(cashNeeded), dollars(left)], tone: isShort ? "loss" : account === "Total" ? "total" : undefined };
}
