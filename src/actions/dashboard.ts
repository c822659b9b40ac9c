import { type Book, calendar, moves, portfolio, report } from "../calc";
import { settingNumber } from "../journal/settings";
import { cellText } from "../journal/text";
import type { Cell, LogRead, ReportContent } from "../workbook/reports";

/** The tables of the first page, as far as they follow from the log; what depends on today or on a price is for their native columns. docs/spec/journal.md §7. */
export function dashboardOf(books: Book, { settings, watchlist }: Pick<LogRead, "settings" | "watchlist">, day: number = report.lastDay(books)): readonly (readonly [table: string, content: ReportContent])[] {
  return [
    ["Attention", attention(books, day)],
    ["Sectors", sectors(books, watchlist)],
    ["Exposure", exposure(books, watchlist)],
    ["Risks", risks(books, settings)],
    ["Assigned", allAssigned(books)],
    ["Ladder", ladder(books, day, settings)],
  ];
}

/** Open options, the first to expire on top. */
function attention(books: Book, day: number): ReportContent {
  const open = report.positions(books, day).filter(({ type }) => type !== "Shares");
  const rows = [...open].sort((one, other) => (one.expiry ?? 0) - (other.expiry ?? 0));
  return { headers: ["Account", "Ticker", "Type", "Quantity", "Strike", "Expiry"], rows: rows.map(({ account, ticker, type, quantity, strike, expiry }) => [cellText(account), cellText(ticker), type, quantity, strike ?? "", expiry ?? ""]) };
}

/** The tickers on which something hangs, the largest on top at the prices of the Watchlist. */
function exposure(books: Book, watchlist: LogRead["watchlist"]): ReportContent {
  const groups = portfolio.exposure(books, watchlist, { by: "ticker", cash: null, limit: null }).slice(0, -SUMS);
  return { headers: ["Ticker"], rows: groups.map(({ group }) => [cellText(group)]) };
}
/** The rows at the end that are no group: the total and the effective number. */
const SUMS = 2;

/** The sectors on which something hangs, by the Watchlist as it is now. */
function sectors(books: Book, watchlist: LogRead["watchlist"]): ReportContent {
  const groups = portfolio.exposure(books, watchlist, { by: "sector", cash: null, limit: null }).slice(0, -SUMS);
  return { headers: ["Sector"], rows: groups.map(({ group }) => [cellText(group)]) };
}

/** What follows from the log and the distress amount alone, whatever the price is. */
function risks(books: Book, settings: LogRead["settings"]): ReportContent {
  const distress = settingNumber(settings, "Distress amount") ?? 0;
  const open = moves.holdings(books);
  const tickers = [...new Set(open.map(({ ticker }) => ticker))].sort();
  const rows = tickers.map((ticker): Cell[] => {
    const all = open.filter((one) => one.ticker === ticker);
    return [cellText(ticker), portfolio.resultAt(all, 0), (distress > 0 ? portfolio.distressPrice(all, distress) : null) ?? ""];
  });
  const all: Cell[] = [portfolio.ALL_TOGETHER, portfolio.resultAt(open, 0), ""];
  return { headers: ["Ticker", "At zero", "Distress price"], rows: rows.length > 0 ? [...rows, all] : rows };
}

/** Accounts in which something is open, or a deposit is logged. */
function allAssigned(books: Book): ReportContent {
  const open = moves.holdings(books);
  const deposited = books.tickers.filter(({ entries }) => entries.some(({ trade }) => trade.action === "Deposit"));
  const accounts = [...new Set([...open, ...deposited].map(({ account }) => account))].sort();
  const needed = portfolio.allAssigned(books, []);
  const rows = accounts.map((account): Cell[] => {
    const row = needed.slice(0, -1).find((one) => one.account === account);
    const puts = open.filter((one) => one.account === account).flatMap(({ options }) => options.filter(({ type, side }) => type === "Put" && side === "short"));
    return [cellText(account), puts.reduce((sum, { contracts }) => sum + contracts, 0), row?.cashNeeded ?? 0, cellText(row?.largestTicker ?? "")];
  });
  return { headers: ["Account", "Puts", "Cash needed", "Largest"], rows };
}

/** Every week up to the last expiry, at least eight, at most a year: empty ones are what one looks for. A log without a day has none. */
function ladder(books: Book, day: number, settings: LogRead["settings"]): ReportContent {
  const headers = ["Week of", "Contracts", "Collateral", "Premium", "Part", "Cash freed", "Next put"];
  if (day === 0) return { headers, rows: [] };
  const best = nextPut(books, day, settings);
  const rows = portfolio.ladder(books, { asOf: day, weeks: weeksOf(books, day) }).map(({ weekOf, contracts, collateral, premiumAtRisk, share, cashFreed }): Cell[] => [
    weekOf, contracts, collateral, premiumAtRisk, share ?? "", cashFreed, best && weekOf === best.weekOf ? fitWords(best) : "",
  ]);
  return { headers, rows };
}

function fitWords({ expiry, days, holiday }: portfolio.Rung): string {
  return `Fits best here: ${days} days to its ${calendar.weekdayName(expiry)}${holiday === null ? "" : ` (Friday is ${holiday})`}`;
}

/** From the week of the day to that of the last expiry of a sold put. */
function weeksOf(books: Book, day: number): number {
  const monday = day - ((day - A_MONDAY) % 7);
  const expiries = report.positions(books, day).flatMap(({ type, quantity, expiry }) => (type === "Put" && quantity < 0 && expiry !== null ? [expiry] : []));
  return Math.min(MOST_WEEKS, Math.max(FEWEST_WEEKS, Math.floor((Math.max(day, ...expiries) - monday) / 7) + 1));
}
const A_MONDAY = 2;
const FEWEST_WEEKS = 8;
const MOST_WEEKS = 52;

/** The week in which the next put fits, by the user's days from and to; none when these leave no expiration. docs/spec/portfolio.md §3.3. */
function nextPut(books: Book, day: number, settings: LogRead["settings"]): portfolio.Rung | undefined {
  const [from, to] = [daysOf(settings, "Days from", 30), daysOf(settings, "Days to", 45)];
  return from <= to && to <= MOST_DAYS ? portfolio.nextExpiries(books, { asOf: day, from, to })[0] : undefined;
}
const MOST_DAYS = 7 * MOST_WEEKS;

function daysOf(settings: LogRead["settings"], name: string, standard: number): number {
  const value = settingNumber(settings, name);
  return value !== null && value >= 0 ? value : standard;
}
