import fc from "fast-check";
import type { Trade } from "../../../src/calc";
import { option, shares, money } from "./books";

/*
 * Histories as a trader could have had them: every step is one that the state so far allows, so that (nearly) all rows can be booked. Two accounts,
 * two tickers, all actions, partial closes and assignments, many fills a day.
 */

const START = 46_027;
const MULTIPLIER = 100;

/** One step, as free numbers; `walk` makes a fact of it. */
interface Step {
  readonly wait: number;
  readonly where: number;
  readonly what: number;
  readonly size: number;
  readonly pick: number;
  readonly cents: number;
  readonly fees: number;
}
const step: fc.Arbitrary<Step> = fc.record({
  wait: fc.constantFrom(0, 0, 0, 0, 1, 3, 10), where: fc.nat(3), what: fc.nat(19), size: fc.integer({ min: 1, max: 5 }), pick: fc.nat(1000), cents: fc.integer({ min: 1, max: 400 }), fees: fc.constantFrom(0, 0, 0, 7, 13),
});

interface Contract {
  readonly type: "Put" | "Call";
  readonly side: "short" | "long";
  readonly strike: number;
  readonly expiry: number;
  /** Open before today, and opened today: closing rows book after opening ones anyway. */
  open: number;
}

/** A history of so many facts, most of which can be booked. */
export const history = (most: number): fc.Arbitrary<Trade[]> => fc.array(step, { minLength: 1, maxLength: most }).map(walk);

export function walk(steps: readonly Step[]): Trade[] {
  const books = Array.from({ length: 4 }, () => ({ contracts: [] as Contract[] }));
  let day = START;
  return steps.map((at) => {
    day += at.wait;
    const { contracts } = books[at.where]!;
    const place = { account: at.where < 2 ? "Main" : "IRA", ticker: at.where % 2 === 0 ? "KO" : "PEP" };
    return { ...factOf(at, day, contracts), ...place, date: day, fees: (at.fees * at.size) / 100 };
  });
}

function factOf(at: Step, day: number, contracts: Contract[]): Trade {
  const price = at.cents / 100;
  const open = contracts.filter((contract) => contract.open > 0);
  const chosen = open[at.pick % Math.max(1, open.length)];
  if (at.what < 7 || (at.what < 16 && chosen === undefined)) return opened(at, day, contracts);
  if (at.what < 16) return gone(at, chosen!);
  if (at.what === 16) return shares("2026-01-05", "Buy", at.size * 50, price * 10);
  if (at.what === 17) return shares("2026-01-05", "Sell", at.size * 50, price * 10);
  if (at.what === 18) return at.pick % 2 === 0 ? shares("2026-01-05", "Dividend", at.size * 100, price / 10) : { ...shares("2026-01-05", "Split", at.pick % 3 === 0 ? 1.5 : 2, null) };
  return money("2026-01-05", (["Interest", "Fee", "Deposit", "Withdrawal"] as const)[at.pick % 4]!, price);
}

function opened(at: Step, day: number, contracts: Contract[]): Trade {
  const type = at.pick % 3 === 0 ? "Call" : "Put";
  const side = at.pick % 7 === 0 ? "long" : "short";
  const strike = 40 + (at.pick % 5) * 2.5;
  const expiry = day - (day % 7) + 7 + (at.pick % 4) * 7;
  let contract = contracts.find((one) => one.type === type && one.side === side && one.strike === strike && one.expiry === expiry);
  if (!contract) contracts.push((contract = { type, side, strike, expiry, open: 0 }));
  contract.open += at.size;
  return { ...option("2026-01-05", side === "short" ? "Sell to open" : "Buy to open", type, { quantity: at.size, strike, expiry: "2026-01-05", price: at.cents / 100 }), expiry, multiplier: MULTIPLIER };
}

function gone(at: Step, contract: Contract): Trade {
  const quantity = Math.min(at.size, contract.open);
  contract.open -= quantity;
  const short = contract.side === "short";
  const action = at.what < 11 ? (short ? "Buy to close" : "Sell to close") : at.what < 13 ? "Expired" : short ? "Assigned" : "Exercised";
  const price = at.what < 11 ? at.cents / 100 : undefined;
  const { type, strike, expiry } = contract;
  return { ...option("2026-01-05", action, type, { quantity, strike, expiry: "2026-01-05" }), price: price ?? null, expiry };
}
