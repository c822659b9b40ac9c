import { type Book, book, moves, portfolio, report, totalCash } from "../../src/calc";
import type { KeptPlan } from "../../src/journal/plan";
import type { Row } from "./expected";
import type { Journal } from "./journals";
import type { Value } from "./readBook";

/*
 * What the first page, the Plans and the Watchlist's warnings must show: from the calculation module, and where a column is a formula of its own from its definition in words (docs/spec/journal.md §7, §8).
 */

export function expectedPageTables(journal: Journal, now: number): Readonly<Record<string, readonly Row[]>> {
  const books = book(journal.trades.map((trade, index) => ({ trade, row: index + 5 })));
  const cash = cashIn(journal);
  const stocks = journal.watchlist.map(({ ticker, price, sector }) => ({ ticker, price: price ?? null, sector: sector ?? "", volatility: null }));
  const asked = { cash: cash > 0 ? cash : null };
  return {
    Watchlist: journal.watchlist.map((stock) => ({ Ticker: stock.ticker, Warning: stockWarnings(stock, books, now).join(" · ") })),
    Plans: moves.followed(journal.trades.map((trade, row) => ({ trade, row })), journal.plans ?? []).map((done, at) => planRow(journal.plans![at]!, done, now)),
    Attention: [...report.positions(books, now)].filter(({ expiry }) => expiry !== null).sort((one, other) => (one.expiry ?? 0) - (other.expiry ?? 0)).map((one) => attentionRow(one, journal, now)),
    Exposure: portfolio.exposure(books, stocks, { by: "ticker", ...asked, limit: 0.2 }).slice(0, -2).map(({ group, ...one }) => ({ Ticker: group, Sector: stocks.find(({ ticker }) => ticker === group)?.sector || "(no sector)", ...exposureRow({ group, ...one }) })),
    Sectors: portfolio.exposure(books, stocks, { by: "sector", ...asked, limit: 0.4 }).slice(0, -2).map((one) => ({ Sector: one.group, ...exposureRow(one) })),
    Risks: [...portfolio.risks(books, stocks, { distress: journal.distress ?? null, mostDrawdown: 0.15 }), portfolio.together(books, stocks, { distress: journal.distress ?? null })].flatMap((row) => row ?? []).map(({ ticker, price, capital, result, drawdown, atZero, worstDrop, state }) => ({
      Ticker: ticker, Price: price ?? "", Capital: capital, "Result now": result ?? "", Drawdown: drawdown ?? "", "At zero": atZero, "Worst drop": worstDrop ?? "", State: state,
    })),
    Assigned: assignedRows(books, journal, cash),
    Ladder: ladderRows(books, now),
  };
}

/** Figures of the cards by their labels. */
export function expectedCards(journal: Journal, now: number): Readonly<Record<string, Value>> {
  const books = book(journal.trades.map((trade, index) => ({ trade, row: index + 5 })));
  const [positions, campaigns, income] = [report.positions(books, now), report.campaigns(books, now), report.income(books)];
  const options = positions.filter(({ type }) => type !== "Shares");
  const coming = options.map(({ expiry }) => expiry ?? 0).filter((expiry) => expiry >= now);
  const collateral = sum(positions, (one) => one.collateral);
  const capitalDays = sum(campaigns, (one) => one.capitalDays);
  const cash = cashIn(journal);
  const month = new Date((now - 25_569) * 86_400_000).toISOString().slice(0, 7);
  return {
    "Income so far": sum(income, ({ net }) => net),
    "Income this month": income.find(({ period }) => period === month)?.net ?? 0,
    "Return a year (simple)": capitalDays > 0 ? (sum(campaigns, (one) => one.total) / capitalDays) * 365 : "",
    "Shares at strike cost": sum(positions.filter(({ type }) => type === "Shares"), (one) => -one.credit),
    "Next expiration": coming.length > 0 ? Math.min(...coming) : "",
    Cash: cash > 0 ? cash : "",
    "Collateral in use": collateral,
    "Left if all is assigned": cash > 0 ? cash - collateral : "",
    "Premium that is open": sum(options, (one) => one.credit),
  };
}

/** As typed in Settings, else what a log with deposits adds up to. */
function cashIn({ cash, trades }: Journal): number {
  return cash ?? (trades.some(({ action }) => action === "Deposit") ? Math.max(0, totalCash(trades)) : 0);
}

function exposureRow({ group, putsCollateral, sharesAtStrikeCost, sharesAtMarket, total, share, limit, state }: portfolio.ExposureRow): Row {
  const words = state.replace(/^No sector on the Watchlist: [^;]*/, "No sector on the Watchlist").replace(/at strike cost, without a price on the Watchlist: .*/, "at strike cost: no price");
  return {
    Collateral: putsCollateral ?? "", "At strike cost": sharesAtStrikeCost ?? "", "At market": sharesAtMarket ?? "", Total: total ?? "", Share: share ?? "", Limit: limit ?? "",
    // what nothing hangs on is measured by no limit
    State: total === 0 && group !== "(no sector)" ? "" : words,
  };
}

function assignedRows(books: Book, journal: Journal, cash: number): readonly Row[] {
  const held = report.positions(books, 0).map(({ account }) => account);
  const deposited = journal.trades.filter(({ action }) => action === "Deposit").map(({ account }) => account);
  const accounts = [...new Set([...held, ...deposited])].sort();
  const known = accounts.length === 1 ? (cash > 0 ? [{ account: accounts[0]!, cash }] : []) : [...new Set(deposited)].map((account) => ({ account, cash: totalCash(journal.trades.filter((trade) => trade.account === account)) }));
  const rows = portfolio.allAssigned(books, known);
  return accounts.map((name) => {
    const found = rows.slice(0, -1).find(({ account }) => account === name);
    const { cash: of, cashNeeded, left, largestTicker, state } = found ?? { cash: null, cashNeeded: 0, left: null, largestTicker: "", state: "No cash given for this account" };
    return { Account: name, "Cash needed": cashNeeded, Cash: of ?? "", Left: left ?? "", Used: of !== null && of > 0 ? cashNeeded / of : "", Largest: largestTicker, State: state };
  });
}

function ladderRows(books: Book, now: number): readonly Row[] {
  const expiries = report.positions(books, now).flatMap(({ type, quantity, expiry }) => (type === "Put" && quantity < 0 ? [expiry ?? 0] : []));
  const monday = now - ((now - 2) % 7);
  const weeks = Math.min(52, Math.max(8, Math.floor((Math.max(now, ...expiries) - monday) / 7) + 1));
  const [best] = portfolio.nextExpiries(books, { asOf: now, from: 30, to: 45 });
  return portfolio.ladder(books, { asOf: now, weeks }).map(({ weekOf, contracts, collateral, premiumAtRisk, share, cashFreed }) => ({
    "Week of": weekOf, Contracts: contracts, Collateral: collateral, Premium: premiumAtRisk, Part: share ?? "", "Cash freed": cashFreed, "Next put": best && weekOf === best.weekOf ? `Fits best here: ${best.days} days to its ${best.holiday === null ? "Friday" : `Thursday (Friday is ${best.holiday})`}` : "",
  }));
}

type Position = report.Position;

function attentionRow({ account, ticker, type, quantity, strike, expiry }: Position, { watchlist }: Journal, now: number): Row {
  const [price, left] = [watchlist.find((one) => one.ticker === ticker)?.price ?? 0, (expiry ?? 0) - now];
  const inside = (day: number | undefined): boolean => day !== undefined && day >= now && day <= (expiry ?? 0);
  const stock = watchlist.find((one) => one.ticker === ticker);
  const words: readonly (readonly [boolean, string])[] = [
    [left < 0, "Past expiry"],
    [quantity < 0 && price > 0 && (type === "Put" ? price < (strike ?? 0) : price > (strike ?? 0)), "In the money"],
    [left >= 0 && left <= 7, "Inside 7 days"],
    [left > 7 && left <= 21, "Inside 21 days"],
    [inside(stock?.earnings), "Earnings inside"],
    [inside(stock?.exDate), "Ex-date inside"],
  ];
  return { Account: account, Ticker: ticker, Type: type, Quantity: quantity, Strike: strike ?? "", Expiry: expiry ?? "", "Days left": left, "Option price": "", "To look at": words.filter(([holds]) => holds).map(([, what]) => what).join(" · ") };
}

function stockWarnings({ ticker, price, targetPrice, checked, earnings, exDate }: Journal["watchlist"][number], books: Book, now: number): readonly string[] {
  const expiries = report.positions(books, now).flatMap((one) => (one.ticker === ticker && one.expiry !== null ? [one.expiry] : []));
  const inside = (day: number | undefined): boolean => day !== undefined && day >= now && expiries.some((expiry) => expiry >= day);
  const words: readonly (readonly [boolean, string])[] = [
    [checked === undefined, "Not reviewed yet"],
    [checked !== undefined && now - checked > 90, "Not reviewed for 90 days"],
    [price !== undefined && targetPrice !== undefined && price < targetPrice, "Price under target"],
    [inside(earnings), "Earnings inside an option's life"],
    [inside(exDate), "Ex-date inside an option's life"],
  ];
  return words.filter(([holds]) => holds).map(([, what]) => what);
}

function planRow({ ticker, strike, expiry, premium }: KeptPlan, { sold, price, until, boughtBack, assigned, expired, open }: moves.Followed, now: number): Row {
  const words = [open > 0 ? `${open} open${expiry < now ? ", past expiry" : ""}` : "", expired > 0 ? `${expired} expired` : "", assigned > 0 ? `${assigned} assigned` : "", boughtBack > 0 ? `${boughtBack} bought back` : ""].filter((part) => part !== "");
  return {
    Ticker: ticker, "Break-even": strike - premium, Until: until ?? "", Sold: sold, "Price got": price ?? "", Difference: price === null ? "" : price - premium, "Bought back": boughtBack, Assigned: assigned, Expired: expired,
    Outcome: sold > 0 ? words.join(" · ") : until !== null ? "Planned anew" : expiry < now ? "Not sold" : "Not sold yet",
  };
}

const sum = <T>(all: readonly T[], each: (one: T) => number): number => all.reduce((total, one) => total + each(one), 0);
