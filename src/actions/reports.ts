import { type Book, type LogRow, type Trade, book, cashOf, moves, report } from "../calc";
import { type TypedCells, oddNames, readRow } from "../journal/row";
import { cellText, shown } from "../journal/text";
import { addressOf } from "../workbook/address";
import type { Cell, LogRead, ReportContent } from "../workbook/reports";
import { dashboardOf } from "./dashboard";

/** All reports that follow from a log, by the name of their table, as they are written into cells. */
export function reportsOf(log: LogRead, day?: number): ReadonlyMap<string, ReportContent> {
  const read = log.rows.map((cells, index) => ({ cells, row: log.row + 1 + index, read: readRow(cells) }));
  const rows = read.flatMap(({ cells, row, read: one }) => (one.kind === "trade" ? [{ row, trade: one.trade, cells }] : []));
  const books = book(rows);
  return new Map([
    ["Positions", withMultipliers(content(report.POSITION_HEADERS, report.positions(books, day)), books)],
    ["Lots", content(report.LOT_HEADERS, report.lots(books))],
    ["Campaigns", content(report.CAMPAIGN_HEADERS, report.campaigns(books, day))],
    ["Chains", content(report.CHAIN_HEADERS, report.chains(books))],
    ["Income", content(report.INCOME_HEADERS, report.income(books))],
    ["Audit", audit(books, rows)],
    ["Problems", problems(log, [...asTyped(read), ...report.problems(books).filter(isRow)])],
    ...dashboardOf(books, log, day),
  ]);
}

function content<Row extends object>(headers: report.Headers<Row>, rows: readonly Row[]): ReportContent {
  const [names = [], ...cells] = report.cellsOf(headers, rows);
  return { headers: names.map(String), rows: cells.map((row) => row.map(written)) };
}

/** A contract's shares stand in no report function: a column of the sheet alone, which its formulas ask. */
function withMultipliers({ headers, rows }: ReportContent, books: Book): ReportContent {
  const multipliers = moves.holdings(books).flatMap(({ options, shares }) => [...options.map(({ multiplier }): Cell => multiplier), ...(shares ? [""] : [])]);
  return { headers: [...headers, "Multiplier"], rows: rows.map((row, at) => [...row, multipliers[at] ?? ""]) };
}

/** Text as text: "2026-02" is a month, not the first of February. */
const written = (cell: Cell): Cell => (typeof cell === "string" ? cellText(cell) : cell);

/** Both views side by side, and what the log shows but the books leave out. */
function audit(books: Book, rows: readonly BookedRow[]): ReportContent {
  const income = content(report.AUDIT_HEADERS, report.audit(books, "income"));
  const tax = report.audit(books, "tax");
  const aside = notBooked(books, rows);
  return {
    headers: [...income.headers, "Tax realised", "Tax open shares", "Tax difference", "Not booked"],
    rows: report.audit(books, "tax").map(({ account, ticker, realised, openShares, difference }, index) => [
      ...(income.rows[index] ?? []), realised, openShares, difference, aside(account, ticker, index === tax.length - 1),
    ]),
  };
}

interface BookedRow extends LogRow {
  readonly cells: TypedCells;
}

/**
 * The cash by which the log's lines differ from the books': of rows that cannot be booked, and of names that are typed with blanks around them, which the books read and
 * the sheet's formulas do not.
 */
function notBooked(books: Book, rows: readonly BookedRow[]): (account: string, ticker: string, total: boolean) => number {
  const refused = new Set(books.problems.filter(({ booked }) => !booked).map(({ row }) => row));
  const [seen, booked] = [new Map<string, number>(), new Map<string, number>()];
  const add = (to: Map<string, number>, key: string, units: number): unknown => to.set(key, (to.get(key) ?? 0) + units);
  let total = 0;
  for (const { row, trade, cells } of rows) {
    if (isTransfer(trade)) continue;
    const units = Math.round(cashOf(trade) * UNITS);
    add(seen, keyOf(shown(cells.Account) || "Main", shown(cells.Ticker)).toLowerCase(), units);
    if (refused.has(row)) total += units;
    else add(booked, keyOf(trade.account, trade.ticker).toLowerCase(), units);
  }
  const aside = (key: string): number => (seen.get(key.toLowerCase()) ?? 0) - (booked.get(key.toLowerCase()) ?? 0);
  return (account, ticker, isTotal) => (isTotal ? total : aside(keyOf(account, ticker))) / UNITS;
}
const keyOf = (account: string, ticker: string): string => JSON.stringify([account, ticker]);
/** Cash is exact to 1/10,000 dollar. */
const UNITS = 10_000;
const isTransfer = ({ action }: Trade): boolean => action === "Deposit" || action === "Withdrawal";

interface ProblemHere {
  readonly row: number;
  readonly ticker: string;
  readonly problem: string;
}
const isRow = (row: report.ProblemRow): row is ProblemHere => row.row !== null;

/** What the books never see: rows that are no facts, and blanks around names. */
function asTyped(rows: readonly { readonly cells: TypedCells; readonly row: number; readonly read: ReturnType<typeof readRow> }[]): readonly ProblemHere[] {
  return rows.flatMap(({ cells, row, read }) => {
    const ticker = shown(cells.Ticker);
    if (read.kind === "problem") return [{ row, ticker, problem: `Not booked: ${read.problem.words}` }];
    return read.kind === "trade" ? oddNames(cells).map(({ words }) => ({ row, ticker, problem: words })) : [];
  });
}

function problems({ sheet, column }: LogRead, found: readonly ProblemHere[]): ReportContent {
  const link = (row: number): string => `=HYPERLINK("#${addressOf(sheet, row - 1, column, 1, 1).replace(/"/g, '""')}",${row})`;
  const rows = [...found].sort((one, other) => one.row - other.row).map(({ row, ticker, problem }): Cell[] => [link(row), written(report.cellOf(ticker)), written(report.cellOf(problem))]);
  return { headers: ["Row", "Ticker", "Problem"], rows: rows.length > 0 ? rows : [["", "", "Every row is booked"]] };
}
