import { type Book, type Trade, book, cashOf, columnValue, moves, portfolio, report } from "../../src/calc";
import { trades as tradesPlan } from "../../src/journal/sheets";
import type { Journal } from "./journals";
import type { Value } from "./readBook";

export type Row = Readonly<Record<string, Value>>;

/** What every column of every table must show, from the calculation module and, where a column is a formula of its own, from its definition in words (docs/spec/journal.md §6). */
export function expectedTables(journal: Journal, now: number): Readonly<Record<string, readonly Row[]>> {
  const books = book(journal.trades.map((trade, index) => ({ trade, row: index + 5 })));
  const lots = report.lots(books);
  return {
    Trades: journal.trades.map((trade) => tradeColumnsOf(trade, journal)),
    Positions: rowsOf(report.POSITION_HEADERS, report.positions(books, now)).map((row) => ({ ...row, ...positionColumns(row, journal, lots, now), ...moneynessOf(row, journal, books), Multiplier: multiplierOf(row, books) })),
    Lots: rowsOf(report.LOT_HEADERS, lots).map((row) => ({ ...row, ...lotColumns(row, journal) })),
    Campaigns: rowsOf(report.CAMPAIGN_HEADERS, report.campaigns(books, now)).map((row) => ({ ...row, ...cushionTo("Cash break-even", row, journal) })),
    Chains: rowsOf(report.CHAIN_HEADERS, report.chains(books)).map((row) => ({ ...row, ...chainColumns(row, journal, now) })),
    Income: rowsOf(report.INCOME_HEADERS, report.income(books)).map((row, index, all) => ({ ...row, "Running total": all.slice(0, index + 1).reduce((sum, { Net }) => sum + Number(Net), 0) })),
    Audit: auditRows(journal.trades, books),
  };
}

const NATIVE = { Cash: "cash", Days: "days", "Break-even": "breakeven", Collateral: "collateral", Yield: "yield", Annualised: "annualised" } as const;

function tradeColumnsOf(trade: Trade, { convention }: Journal): Row {
  return Object.fromEntries(tradesPlan.columns.filter(({ kind }) => kind === "calculated").map(({ header, formula }) => [formula?.header?.(convention) ?? header, columnValue(NATIVE[header as keyof typeof NATIVE], trade, convention)]));
}

function rowsOf<One extends object>(headers: report.Headers<One>, rows: readonly One[]): readonly Row[] {
  const [names = [], ...cells] = report.cellsOf(headers, rows);
  return cells.map((row) => Object.fromEntries(row.map((cell, index) => [String(names[index]), cell])));
}

const priceOf = (row: Row, { watchlist }: Journal): number | "" => watchlist.find(({ ticker }) => ticker === row.Ticker)?.price ?? "";

/** Price, and how far it may fall to a break-even that stands in the row. */
function cushionTo(header: string, row: Row, journal: Journal): Row {
  const price = priceOf(row, journal);
  return { Price: price, Cushion: price === "" || row[header] === "" ? "" : (price - Number(row[header])) / price };
}

function multiplierOf(row: Row, books: Book): Value {
  const same = moves.holdings(books).flatMap(({ options }) => options).filter((one) => one.account === row.Account && one.ticker === row.Ticker && one.type === row.Type && one.strike === row.Strike && one.expiry === row.Expiry);
  return same.find(({ side, contracts }) => (side === "short" ? -contracts : contracts) === row.Quantity)?.multiplier ?? "";
}

function lotColumns(row: Row, journal: Journal): Row {
  const price = priceOf(row, journal);
  const gain = (basis: string): Value => (price === "" ? "" : (price - Number(row[basis])) * Number(row.Shares));
  return { Price: price, "Market value": price === "" ? "" : price * Number(row.Shares), "Gain on strike cost": gain("Strike cost"), "Gain on tax basis": gain("Tax basis"), "Gain on net stock cost": gain("Net stock cost") };
}

function chainColumns(row: Row, journal: Journal, now: number): Row {
  const isOpen = row.State === "Open";
  const { Price, Cushion } = cushionTo("Break-even", row, journal);
  return { "Days left": isOpen ? Number(row["Last expiry"]) - now : "", Price: Price ?? "", Cushion: isOpen && row.Type === "Put" ? Cushion ?? "" : "" };
}

function positionColumns(row: Row, journal: Journal, lots: readonly report.Lot[], now: number): Row {
  const price = priceOf(row, journal);
  const [quantity, strike, credit] = [Number(row.Quantity), Number(row.Strike), Number(row.Credit)];
  const sold = (type: string): boolean => row.Type === type && quantity < 0;
  const floor = sold("Put") ? strike - Number(row.Premium) : row.Type === "Shares" && quantity > 0 ? -credit / quantity : null;
  const cushion = price === "" ? "" : sold("Call") ? (strike - price) / price : floor === null ? "" : (price - floor) / price;
  return {
    Price: price,
    "Days left": row.Expiry === "" ? "" : Number(row.Expiry) - now,
    Cushion: cushion,
    "Money at risk": quantity > 0 ? -credit : sold("Put") ? Number(row.Collateral) - credit : "",
    Warning: warningsOf(row, journal, lots, now).join(" · "),
  };
}

/** And what the book comes to when every price is that part of what it is now, beyond what it comes to with all at nothing. */
function moneynessOf(row: Row, journal: Journal, books: Book): Row {
  const price = priceOf(row, journal);
  const part = price === "" || row.Type === "Shares" ? 0 : Number(row.Strike) / price;
  const priced = journal.watchlist.flatMap((stock) => (stock.price === undefined ? [] : [{ price: stock.price, open: moves.holdings(books).filter(({ ticker }) => ticker === stock.ticker) }]));
  const over = priced.reduce((sum, { price: now, open }) => sum + portfolio.resultAt(open, now * part) - portfolio.resultAt(open, 0), 0);
  return { Moneyness: part, "Book over zero": part > 0 && part < 1 ? over : "" };
}

function warningsOf(row: Row, journal: Journal, lots: readonly report.Lot[], now: number): readonly string[] {
  const price = priceOf(row, journal);
  const [strike, left] = [Number(row.Strike), row.Expiry === "" ? null : Number(row.Expiry) - now];
  const isSold = Number(row.Quantity) < 0;
  const exDate = journal.watchlist.find(({ ticker }) => ticker === row.Ticker)?.exDate;
  const own = lots.filter(({ account, ticker }) => account === row.Account && ticker === row.Ticker);
  const below = (basis: (lot: report.Lot) => number): boolean => isSold && row.Type === "Call" && own.some((lot) => strike < basis(lot) - 0.000005);
  const all: readonly (readonly [boolean, string])[] = [
    [left !== null && left < 0, "Past expiry"],
    [isSold && price !== "" && ((row.Type === "Put" && price < strike) || (row.Type === "Call" && price > strike)), "In the money"],
    [left !== null && left >= 0 && left <= 7, "Inside 7 days"],
    [below(({ strikeCost }) => strikeCost), "Struck below strike cost"],
    [below(({ taxBasis }) => taxBasis), "Struck below tax basis"],
    [below(({ netStockCost }) => netStockCost), "Struck below net stock cost"],
    [isSold && row.Type === "Call" && exDate !== undefined && exDate >= now && exDate <= Number(row.Expiry), "Ex-date inside"],
  ];
  return all.filter(([holds]) => holds).map(([, words]) => words);
}

/** Both views, and the cash of the log itself, row by row without the books. */
function auditRows(trades: readonly Trade[], books: Book): readonly Row[] {
  const tax = report.audit(books, "tax");
  return rowsOf(report.AUDIT_HEADERS, report.audit(books, "income")).map((row, index, all) => {
    const isTotal = index === all.length - 1;
    const own = trades.filter(({ action, account, ticker }) => action !== "Deposit" && action !== "Withdrawal" && (isTotal || (account === row.Account && ticker === row.Ticker)));
    const cash = Math.round(own.reduce((sum, trade) => sum + cashOf(trade), 0) * 10_000) / 10_000;
    return { ...row, "Tax realised": tax[index]?.realised ?? "", "Tax open shares": tax[index]?.openShares ?? "", "Tax difference": tax[index]?.difference ?? "", "Cash now": cash, "Not booked": notBooked(cash, row), State: "Right" };
  });
}

const notBooked = (cash: number, { Cash }: Row): number => Math.round((cash - Number(Cash)) * 10_000) / 10_000;
