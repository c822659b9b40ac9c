import { CalcError } from "../check";
import type { OptionType } from "../pricing/terms";
import type { OptionalColumn } from "./chain";

/** Where the columns of a chain stand. Of a chain with calls on one side and puts on the other: one for each side, whose type is known. */
export interface Places {
  readonly type: OptionType | null;
  readonly at: Readonly<Record<ChainColumn, number>>;
}

export type ChainColumn = "expiry" | "strike" | "type" | "bid" | "ask" | OptionalColumn;

/** Finds the columns by their headers. docs/spec/screen.md §1.1–§1.3. */
export function placesOf(headers: readonly unknown[]): readonly Places[] {
  const found = headers.map(columnOf);
  const sides = sidesOf(found);
  const missing = NEEDED.filter((column) => !found.includes(column) && !(column === "type" && sides));
  if (missing.length > 0) throw new CalcError("value", `the chain lacks the column${missing.length > 1 ? "s" : ""} ${missing.map((column) => NAMES[column]).join(", ")}`);
  if (sides) return sides;
  const twice = found.find((column, at) => column !== null && found.indexOf(column) !== at);
  if (twice) throw new CalcError("value", `the chain has more than one column ${NAMES[twice]}`);
  return [{ type: null, at: within(found, 0, found.length) }];
}

/** What a header is called here; null for a column that is not looked at. */
export function columnOf(header: unknown): ChainColumn | null {
  if (typeof header !== "string") return null;
  return COLUMNS.get(header.toLowerCase().replace(/[^a-z/]/g, "")) ?? null;
}

export const NAMES: Readonly<Record<ChainColumn, string>> = {
  expiry: "Expiry", strike: "Strike", type: "Type", bid: "Bid", ask: "Ask", volume: "Volume", openInterest: "Open interest", impliedVolatility: "Implied volatility", delta: "Delta",
};
const NEEDED = ["expiry", "strike", "type", "bid", "ask"] as const;

/** Spellings of brokers, exchanges and data vendors, in small letters without blanks and signs. */
const SPELLINGS: Readonly<Record<ChainColumn, readonly string[]>> = {
  expiry: ["expiry", "expiration", "expirationdate", "expirydate", "expires", "exp", "expdate", "maturity"],
  strike: ["strike", "strikeprice", "strk"],
  type: ["type", "optiontype", "put/call", "putcall", "call/put", "callput", "c/p", "p/c", "cp", "right", "side", "contracttype"],
  bid: ["bid", "bidprice"],
  ask: ["ask", "askprice", "offer"],
  volume: ["volume", "vol", "totalvolume", "volm"],
  openInterest: ["openinterest", "openint", "opint", "oi"],
  impliedVolatility: ["impliedvolatility", "impliedvol", "implvol", "impvol", "iv", "impliedvolatilitymid", "volatility"],
  delta: ["delta"],
};
const COLUMNS = new Map(Object.entries(SPELLINGS).flatMap(([column, spellings]) => spellings.map((spelling) => [spelling, column as ChainColumn])));

/** Calls left of the only strike, puts right of it: Bid and Ask are there once on each side. */
function sidesOf(found: readonly (ChainColumn | null)[]): readonly Places[] | null {
  const strike = found.indexOf("strike");
  const onBothSides = (column: ChainColumn): boolean => found.slice(0, strike).filter((each) => each === column).length === 1 && found.slice(strike).filter((each) => each === column).length === 1;
  if (strike < 0 || found.includes("type") || !onBothSides("bid") || !onBothSides("ask")) return null;
  const shared = { strike, expiry: found.indexOf("expiry") };
  return [
    { type: "call", at: { ...within(found, 0, strike), ...shared } },
    { type: "put", at: { ...within(found, strike, found.length), ...shared } },
  ];
}

function within(found: readonly (ChainColumn | null)[], from: number, to: number): Readonly<Record<ChainColumn, number>> {
  const place = (column: ChainColumn): number => found.findIndex((each, at) => each === column && at >= from && at < to);
  return Object.fromEntries(Object.keys(NAMES).map((column) => [column, place(column as ChainColumn)])) as Record<ChainColumn, number>;
}
