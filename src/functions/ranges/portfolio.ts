import { CalcError, portfolio, report } from "../../calc";
import { dateOf, wordOf } from "../arguments";
import { blockOf } from "./cells";
import { pricesOf } from "./prices";
import { filledBookOf } from "./tradeLog";
import { stocksOf } from "./watchlist";

/* All that is open together: a trade log and a Watchlist in, a table out. Arguments are as Excel hands them over, null for omitted. */

export function exposure(trades: unknown[][], watchlist: unknown[][], by?: string, cash?: number, limit?: number): unknown[][] {
  const group = wordOf(by, ["ticker", "sector", "account"], "by");
  const stocks = stocksOf(watchlist, group === "sector" ? ["Price", "Sector"] : ["Price"]);
  return report.cellsOf(portfolio.EXPOSURE_HEADERS, portfolio.exposure(filledBookOf(trades), stocks, { by: group, cash: blankIfZero(cash), limit: blankIfZero(limit) }));
}

export function ladder(trades: unknown[][], as_of: number, weeks?: number): unknown[][] {
  return report.cellsOf(portfolio.LADDER_HEADERS, portfolio.ladder(filledBookOf(trades), { asOf: dateOf(as_of, "as_of"), weeks: weeks ?? 8 }));
}

export function allAssigned(trades: unknown[][], cash: unknown[][]): unknown[][] {
  return report.cellsOf(portfolio.ALL_ASSIGNED_HEADERS, portfolio.allAssigned(filledBookOf(trades), cashOf(cash)));
}

export function correlation(prices: unknown[][], returns?: string): unknown[][] {
  const of = wordOf(returns, ["log", "simple"], "returns");
  const { tickers, matrix, average, effectiveBets, returns: used, words } = portfolio.correlation(pricesOf(prices), of);
  const line = (name: string, ...cells: readonly unknown[]): unknown[] => [name, ...tickers.map((_, at) => cells[at])].map(report.cellOf);
  return [
    line(`Correlation (${of} returns)`, ...tickers),
    ...tickers.map((ticker, at) => line(ticker, ...matrix[at]!)),
    line("Returns used", used, words),
    line("Average", average),
    line("Effective bets", effectiveBets),
  ];
}

export function stress(trades: unknown[][], watchlist: unknown[][], shock: number, as_of: number, correlation?: number, vol_shock?: number, rate?: number): unknown[][] {
  const shocks = { shock, volatilityShock: vol_shock ?? 0, asOf: dateOf(as_of, "as_of"), correlation: correlation ?? null, rate: rate ?? 0 };
  return report.cellsOf(portfolio.STRESS_HEADERS, portfolio.stress(filledBookOf(trades), stocksOf(watchlist, ["Price", "Volatility"]), shocks));
}

/** A blank cell may arrive as 0, and neither cash nor a limit of zero asks for anything. */
const blankIfZero = (number: number | undefined): number | null => (number === 0 ? null : (number ?? null));

/** One amount, or a block with an account and its amount in each row, perhaps under the headers Account and Cash. */
function cashOf(cash: unknown): portfolio.CashGiven {
  const rows = Array.isArray(cash) ? blockOf(cash, "cash") : [[cash]];
  if (rows.length === 1 && rows[0]!.length === 1) return amountOf(rows[0]![0], "cash");
  if (rows.some((row) => row.length !== 2)) throw new CalcError("value", "cash must be one amount, or two columns: account and cash");
  const isHeader = accountOf(rows[0]![0]).toLowerCase() === "account" && typeof rows[0]![1] === "string";
  const filled = rows.slice(isHeader ? 1 : 0).filter((row) => row.some((cell) => cell !== null && cell !== "" && cell !== 0));
  return filled.map(([account, amount]) => ({ account: accountOf(account), cash: amountOf(amount, `cash of ${accountOf(account)}`) }));
}
function amountOf(cell: unknown, name: string): number {
  if (typeof cell === "number") return cell;
  throw new CalcError("value", `${name} must be a number`);
}
/** As the log has it: a blank account is Main. */
const accountOf = (cell: unknown): string => (typeof cell === "string" || (typeof cell === "number" && cell !== 0) ? String(cell).trim() : "") || "Main";
