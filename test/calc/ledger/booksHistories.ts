import fc from "../../properties";
import type { Trade } from "../../../src/calc";
import { option, shares, money } from "./books";

/*
 * Histories as a trader could have had them: every step is one that the state so far allows, so that (nearly) all rows can be booked. Two accounts,
 * two stocks and an index that is settled in cash, all actions, partial closes and assignments, splits with the adjusted terms of the open options,
 * many fills a day.
 */

/** Where things happen. */
const PLACES = [
  { account: "Main", ticker: "KO", index: false },
  { account: "Main", ticker: "PEP", index: false },
  { account: "IRA", ticker: "KO", index: false },
  { account: "IRA", ticker: "PEP", index: false },
  { account: "IRA", ticker: "SPX", index: true },
];
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
export const step: fc.Arbitrary<Step> = fc.record({
  wait: fc.constantFrom(0, 0, 0, 0, 1, 3, 10), where: fc.nat(PLACES.length - 1), what: fc.nat(20), size: fc.integer({ min: 1, max: 5 }), pick: fc.nat(1000), cents: fc.integer({ min: 1, max: 400 }), fees: fc.constantFrom(0, 0, 0, 7, 13),
});

interface Contract {
  readonly type: "Put" | "Call";
  readonly side: "short" | "long";
  strike: number;
  multiplier: number;
  readonly expiry: number;
  /** Open before today, and opened today: closing rows book after opening ones anyway. */
  open: number;
}

/** A history of so many facts, most of which can be booked. */
export const history = (most: number): fc.Arbitrary<Trade[]> => fc.array(step, { minLength: 1, maxLength: most }).map(walk);

export function walk(steps: readonly Step[]): Trade[] {
  const books = PLACES.map(() => ({ contracts: [] as Contract[], last: 0 }));
  let day = START;
  return steps.flatMap((at) => {
    day += at.wait;
    const book = books[at.where]!;
    const place = PLACES[at.where]!;
    // terms change before the opening of a day, so only where nothing has happened on it yet
    const facts = at.what === 20 && book.last < day && !place.index ? adjusted(at, book.contracts) : [factOf(at, day, book.contracts, place.index)];
    book.last = day;
    return facts.map((fact) => ({ ...fact, account: place.account, ticker: place.ticker, date: day, fees: (at.fees * at.size) / 100 }));
  });
}

function factOf(at: Step, day: number, contracts: Contract[], index: boolean): Trade {
  const price = at.cents / 100;
  const open = contracts.filter((contract) => contract.open > 0);
  const chosen = open[at.pick % Math.max(1, open.length)];
  if (at.what < 7 || (at.what < 16 && chosen === undefined)) return opened(at, day, contracts);
  if (at.what < 16) return gone(index && at.what >= 13 ? { ...at, what: 8 } : at, chosen!);
  if (index) return money("2026-01-05", "Interest", price);
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
  let contract = contracts.find((one) => one.type === type && one.side === side && one.strike === strike && one.expiry === expiry && one.multiplier === MULTIPLIER);
  if (!contract) contracts.push((contract = { type, side, strike, multiplier: MULTIPLIER, expiry, open: 0 }));
  contract.open += at.size;
  return { ...option("2026-01-05", side === "short" ? "Sell to open" : "Buy to open", type, { quantity: at.size, strike, expiry: "2026-01-05", price: at.cents / 100 }), expiry, multiplier: MULTIPLIER };
}

function gone(at: Step, contract: Contract): Trade {
  const quantity = Math.min(at.size, contract.open);
  contract.open -= quantity;
  const short = contract.side === "short";
  const action = at.what < 11 ? (short ? "Buy to close" : "Sell to close") : at.what < 13 ? "Expired" : short ? "Assigned" : "Exercised";
  const price = at.what < 11 ? at.cents / 100 : undefined;
  const { type, strike, multiplier, expiry } = contract;
  return { ...option("2026-01-05", action, type, { quantity, strike, expiry: "2026-01-05", multiplier }), price: price ?? null, expiry };
}

/**
 * A split, and the new terms of the open options as an exchange's memo has them: twice the contracts at half the strike, or (3 for 2) half as many
 * shares more in each at a strike that is rounded to cents. Contracts that the memo's terms could not tell apart are left alone.
 */
function adjusted(at: Step, contracts: Contract[]): Trade[] {
  const whole = at.pick % 2 === 0;
  const open = contracts.filter((contract) => contract.open > 0);
  const worth = ({ strike, multiplier, open: count }: Contract): number => strike * multiplier * count;
  const alone = open.filter((one) => open.every((other) => one === other || other.type !== one.type || other.expiry !== one.expiry || Math.abs(worth(other) / worth(one) - 1) > 0.02));
  const memos = alone.filter(({ open: count, strike }) => count < 100 && strike > 10).slice(0, 4).map((contract) => {
    contract.strike = whole ? contract.strike / 2 : Math.round((contract.strike / 1.5) * 100) / 100;
    if (whole) contract.open *= 2;
    else contract.multiplier *= 1.5;
    const { type, strike, multiplier, expiry, open: quantity } = contract;
    return { ...option("2026-01-05", "Adjusted", type, { quantity, strike, expiry: "2026-01-05", multiplier }), price: null, expiry };
  });
  return [shares("2026-01-05", "Split", whole ? 2 : 1.5, null), ...memos];
}
