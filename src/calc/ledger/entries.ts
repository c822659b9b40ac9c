import { faultOf, faultWords } from "./row";
import type { Action, Trade } from "./trade";
import { UNITS_PER_DOLLAR } from "./amount";
import { type Moved, movedBy, shareUnits } from "./units";

/** A fact and the row in which it stands. */
export interface LogRow {
  readonly row: number;
  readonly trade: Trade;
}

/** A fact that is ready to be booked: its day, what it moved, and its turn within the day. */
export interface Entry extends Moved {
  readonly row: number;
  readonly trade: Trade;
  /** The trade's own, here as well: in a long log reports that ask for no more need not go to another place of the memory for it. */
  readonly action: Action;
  readonly day: number;
  readonly turn: number;
}

/** A row as an entry, or in words why it cannot be one. docs/spec/books.md §2. */
export function entryOf({ row, trade }: LogRow): Entry | string {
  const moved = movedBy(trade);
  if (moved === null) return faultWords(faultOf(trade) ?? "action");
  if (!isSound(trade)) {
    const fault = faultOf(trade);
    if (fault !== null) return faultWords(fault);
  }
  if (!(trade.date >= 0) || (trade.expiry !== null && !(trade.expiry >= 0))) return faultWords(trade.date >= 0 ? "expiry" : "date");
  if (!(Math.abs(moved.cash) <= MOST && moved.fees <= MOST && sizeOf(trade) <= MOST)) return "The amount is too large to be booked exactly";
  if (trade.type !== "Cash" && !(shareUnits(trade.quantity) >= 1 && trade.multiplier >= 1e-6)) return "The quantity is less than a millionth of a share, the least that is booked";
  const isOption = trade.type === "Put" || trade.type === "Call";
  if (isOption && !Number.isInteger(trade.quantity)) return faultWords("quantity");
  const unsettled = cashSettledWords(trade);
  if (unsettled !== null) return unsettled;
  return { row, trade, action: trade.action, day: Math.floor(trade.date), turn: turnOf(trade), cash: moved.cash, fees: moved.fees, gross: moved.gross };
}

/** The order in which the facts of one ticker are booked: by day, then by turn, then by what they say, never by where they stand. */
export function inOrder(one: Entry, other: Entry): number {
  if (one.day !== other.day) return one.day - other.day;
  if (one.turn !== other.turn) return one.turn - other.turn;
  const [a, b] = [one.trade, other.trade];
  return (
    (one.turn === TURN.sharesIn ? byNumber(a.strike, b.strike) : 0) ||
    byText(a.type, b.type) ||
    byNumber(a.expiry, b.expiry) ||
    byNumber(a.strike, b.strike) ||
    byText(a.action, b.action) ||
    byNumber(a.price, b.price) ||
    a.quantity - b.quantity ||
    a.fees - b.fees ||
    a.multiplier - b.multiplier ||
    byText(a.id, b.id) ||
    byText(a.notes, b.notes)
  );
}
const byText = (one: string, other: string): number => (one === other ? 0 : one < other ? -1 : 1);
const byNumber = (one: number | null, other: number | null): number => (one ?? 0) - (other ?? 0);

/** Turns within a day. docs/spec/books.md §3. */
export const TURN = { split: 0, adjusted: 1, cash: 2, opening: 3, closing: 4, expired: 5, sharesIn: 6, sharesOut: 7 } as const;

function turnOf({ action, type }: Trade): number {
  if (action === "Assigned" || action === "Exercised") return (action === "Assigned") === (type === "Put") ? TURN.sharesIn : TURN.sharesOut;
  return TURNS[action];
}
const TURNS: Readonly<Record<Exclude<Action, "Assigned" | "Exercised">, number>> = {
  Split: TURN.split,
  Adjusted: TURN.adjusted,
  Dividend: TURN.cash,
  Interest: TURN.cash,
  Fee: TURN.cash,
  Deposit: TURN.cash,
  Withdrawal: TURN.cash,
  "Sell to open": TURN.opening,
  "Buy to open": TURN.opening,
  Buy: TURN.opening,
  "Buy to close": TURN.closing,
  "Sell to close": TURN.closing,
  Expired: TURN.expired,
  Sell: TURN.sharesOut,
};

/** The quick look at a typed fact; where it fails, faultOf has the last word. */
function isSound(trade: Trade): boolean {
  const { type, action, date, ticker, quantity, strike, expiry, price, fees, multiplier } = trade;
  if (!(date < NO_DAY && Number.isFinite(date) && Number.isFinite(fees) && multiplier > 0 && multiplier < Infinity)) return false;
  if (type === "Cash") return Number.isFinite(price);
  if (!(typeof ticker === "string" && ticker.trim() !== "" && quantity > 0 && quantity < Infinity)) return false;
  if (type !== "Shares" && !((strike as number) > 0 && (strike as number) < Infinity && (expiry as number) < NO_DAY && Number.isFinite(expiry))) return false;
  return UNPRICED.has(action) || (price !== null && price >= 0 && price < Infinity);
}
const UNPRICED: ReadonlySet<Action> = new Set<Action>(["Expired", "Assigned", "Exercised", "Adjusted", "Split"]);
const NO_DAY = 2_958_466;

/** Ten billion dollars a row: sums of these stay whole numbers. */
const MOST = 1e14;

/** In the books' units, what a row is about although no cash moves: the strikes of its contracts; of shares, a billion are as many as ten billion dollars. */
function sizeOf({ type, quantity, strike, multiplier }: Trade): number {
  if (type === "Cash") return 0;
  return type === "Shares" ? quantity * 10 * UNITS_PER_DOLLAR : quantity * multiplier * Math.max(1, strike ?? 0) * UNITS_PER_DOLLAR;
}

/** Index options that are settled in cash and never bring shares (Cboe, Nasdaq). */
const CASH_SETTLED: ReadonlySet<string> = new Set(["SPX", "SPXW", "XSP", "NANOS", "NDX", "NDXP", "XND", "RUT", "RUTW", "MRUT", "VIX", "VIXW", "DJX", "OEX", "XEO", "MXEA", "MXEF", "CBTX", "MBTX"]);

/** Assigned or exercised brings no shares where the option is settled in cash: words that say what to log, else null. docs/spec/books.md §2.5. */
export function cashSettledWords({ ticker, action }: Pick<Trade, "ticker" | "action">): string | null {
  if (!(action === "Assigned" || action === "Exercised") || !CASH_SETTLED.has(ticker)) return null;
  return `${ticker} options are settled in cash and bring no shares: log "${action === "Assigned" ? "Buy to close" : "Sell to close"}" at the settlement value`;
}
