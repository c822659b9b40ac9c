import { answer, check, checkAboveZero, checkNumber } from "../check";
import { isSameAccount } from "../ledger/accounts";
import type { Book } from "../ledger/book";
import { sumOf } from "../lists";
import { holdings } from "../moves/open";
import { capitalOf, exposure } from "./exposure";
import { resultAt } from "./risk";
import { type Stock, dollarsInWords, soldPuts } from "./stocks";

/** A put that one thinks of selling, and the user's limits. docs/spec/portfolio.md §9. */
export interface SizeQuestion {
  readonly ticker: string;
  readonly strike: number;
  readonly multiplier: number;
  /** Collateral of open puts included; null when it is not known. */
  readonly cash: number | null;
  readonly mostTickerShare: number;
  readonly mostSectorShare: number;
  /** The most shares that one wants to hold; null asks nothing. */
  readonly mostShares: number | null;
  /** Where there are several accounts: the one in which it would be sold, and the cash in it. Null or left out asks nothing. */
  readonly account?: { readonly name: string; readonly cash: number } | null;
  /** Null or left out asks nothing. */
  readonly distress?: Distress | null;
}

/** The loss on one ticker at which one would lose sleep, and the fall in which it must not be lost. */
export interface Distress {
  readonly amount: number;
  /** A fraction: 0.4 is a fall by 40 %. */
  readonly fall: number;
  readonly spot: number;
  /** Of the put, a share. */
  readonly premium: number;
}

/** What one limit leaves. */
export interface SizeLimit {
  readonly limit: "Cash" | "Account" | "Ticker" | "Sector" | "Shares" | "Distress";
  /** Whole contracts that fit; null when the limit asks nothing, or cannot be asked. */
  readonly contracts: number | null;
  /** Where the number comes from, or why there is none. */
  readonly words: string;
}

/** How many contracts each limit leaves room for, in the order in which one asks. */
export function sizeLimits(book: Pick<Book, "holdings">, stocks: readonly Stock[], question: SizeQuestion): readonly SizeLimit[] {
  const { strike, multiplier, cash } = question;
  checkAboveZero(strike, "strike");
  checkAboveZero(multiplier, "multiplier");
  if (cash !== null) checkAboveZero(cash, "cash");
  return [
    cashLimit(book, question), ...(question.account ? [accountLimit(book, question, question.account)] : []), shareLimit("Ticker", book, stocks, question), shareLimit("Sector", book, stocks, question), sharesLimit(book, question),
    ...(question.distress === undefined ? [] : [distressLimit(book, question, question.distress)]),
  ];
}

/** The tightest of the limits that can be asked; null when none can. */
export function contractsThatFit(limits: readonly SizeLimit[]): number | null {
  const known = limits.flatMap(({ contracts }) => (contracts === null ? [] : [contracts]));
  return known.length === 0 ? null : Math.min(...known);
}

function cashLimit(book: Pick<Book, "holdings">, { cash, ...question }: SizeQuestion): SizeLimit {
  if (cash === null) return { limit: "Cash", contracts: null, words: NO_CASH };
  const setAside = sumOf(soldPuts(holdings(book)), ({ collateral }) => collateral);
  return { limit: "Cash", contracts: fitting(cash - setAside, question), words: `${roomWords(cash - setAside)} of ${dollarsInWords(cash)} beside open puts` };
}

/** Cash of one account secures no put of another. */
function accountLimit(book: Pick<Book, "holdings">, question: SizeQuestion, { name, cash }: NonNullable<SizeQuestion["account"]>): SizeLimit {
  checkNumber(cash, "cash of the account");
  const setAside = sumOf(soldPuts(holdings(book).filter(({ account }) => isSameAccount(account, name))), ({ collateral }) => collateral);
  return { limit: "Account", contracts: fitting(cash - setAside, question), words: `${roomWords(cash - setAside)} of the ${dollarsInWords(cash)} in ${name}` };
}

function shareLimit(limit: "Ticker" | "Sector", book: Pick<Book, "holdings">, stocks: readonly Stock[], question: SizeQuestion): SizeLimit {
  const { ticker, cash, mostTickerShare, mostSectorShare } = question;
  const group = limit === "Ticker" ? ticker : (stocks.find((stock) => stock.ticker === ticker)?.sector.trim() ?? "");
  if (group === "") return { limit, contracts: null, words: `${ticker || "The stock"} has no sector on the Watchlist: not asked` };
  if (cash === null) return { limit, contracts: null, words: NO_CASH };
  const capital = capitalOf(book, stocks, cash);
  if (capital <= 0) return { limit, contracts: 0, words: "cash and shares together are not above zero" };
  const most = limit === "Ticker" ? mostTickerShare : mostSectorShare;
  const rows = exposure(book, stocks, { by: limit === "Ticker" ? "ticker" : "sector", cash, limit: null });
  // the last two rows are no groups
  const has = rows.slice(0, -2).find((row) => row.group === group)?.total ?? 0;
  const room = most * capital - has;
  return { limit, contracts: fitting(room, question), words: `${roomWords(room)} under ${percent(most)} % of ${dollarsInWords(capital)}, ${limit === "Ticker" ? "" : `${group}: `}${dollarsInWords(has)} is there` };
}

/** Shares that are held and those that open puts may bring. */
function sharesLimit(book: Pick<Book, "holdings">, { ticker, mostShares, multiplier }: SizeQuestion): SizeLimit {
  if (mostShares === null) return { limit: "Shares", contracts: null, words: "Most shares is blank on the Watchlist: not asked" };
  const open = holdings(book).filter((one) => one.ticker === ticker);
  const coming = sumOf(open, ({ shares }) => Math.max(0, shares?.shares ?? 0)) + sumOf(soldPuts(open), (put) => put.contracts * put.multiplier);
  const room = mostShares - coming;
  return { limit: "Shares", contracts: Math.max(0, Math.floor(room / multiplier + BINARY_ROUNDING)), words: `${room >= 0 ? `${room} more` : `${-room} too many`} of ${mostShares}, ${coming} are held or may come from open puts` };
}

/** So many that all of the ticker, premiums inside, loses no more than the amount when the stock has fallen so far by the expirations. */
function distressLimit(book: Pick<Book, "holdings">, { ticker, strike, multiplier }: SizeQuestion, distress: Distress | null): SizeLimit {
  if (distress === null) return { limit: "Distress", contracts: null, words: "no distress amount: not asked" };
  const { amount, fall, spot, premium } = distress;
  checkAboveZero(amount, "distress");
  check(fall > 0 && fall <= 1, "fall must be above 0 and 1 at most");
  checkAboveZero(spot, "spot");
  const price = spot * (1 - fall);
  const each = (Math.max(0, strike - price) - premium) * multiplier;
  const room = amount + resultAt(holdings(book).filter((one) => one.ticker === ticker), price);
  const where = `with the stock ${percent(fall)} % lower, at ${dollarsInWords(price)}`;
  if (each <= 0) return { limit: "Distress", contracts: null, words: `this put loses nothing ${where}: not asked` };
  return { limit: "Distress", contracts: answer(Math.max(0, Math.floor(room / each + BINARY_ROUNDING))), words: `${roomWords(room)} of ${dollarsInWords(amount)}; each loses ${dollarsInWords(each)} ${where}` };
}

function fitting(room: number, { strike, multiplier }: Pick<SizeQuestion, "strike" | "multiplier">): number {
  return answer(Math.max(0, Math.floor(room / (strike * multiplier) + BINARY_ROUNDING)));
}
/** 0.3 × 1,000 is a hair below 300 in binary numbers; a contract must not be lost to that. */
const BINARY_ROUNDING = 1e-9;

const roomWords = (room: number): string => (room >= 0 ? `${dollarsInWords(room)} left` : `${dollarsInWords(-room)} too much already`);
const percent = (share: number): number => Number((share * 100).toPrecision(4));
const NO_CASH = "the cash is not known: not asked";
