import fc from "../properties";
import { ACTIONS } from "../../src/calc";
import { hostileText, mostly, oddCell, price } from "./values";

type Block = unknown[][];

/** A block of cells under headers, as a person's sheet has it: usually whole, at times ragged, without a header, with one twice, empty, or no block at all. */
function table(headers: readonly string[], row: fc.Arbitrary<unknown[]>, most = 14): fc.Arbitrary<unknown> {
  const whole: fc.Arbitrary<Block> = fc.array(row, { maxLength: most, size: "max" }).map((rows) => [[...headers], ...rows]);
  const broken: fc.Arbitrary<Block> = fc.tuple(whole, fc.nat(), fc.nat(), fc.constantFrom("ragged", "short", "no header", "twice", "renamed", "shuffled"), hostileText).map(([block, at, other, how, text]) => {
    const [first = [], ...rest] = block;
    const place = at % Math.max(1, first.length);
    if (how === "ragged") return block.map((line, index) => (index % 3 === other % 3 ? line.slice(0, place) : index % 3 === 0 ? [...line, text] : line));
    if (how === "short") return block.slice(0, other % 2);
    if (how === "no header") return [first.map((cell, index) => (index === place ? "" : cell)), ...rest];
    if (how === "twice") return [first.map((cell, index) => (index === place ? first[other % first.length] : cell)), ...rest];
    if (how === "renamed") return [first.map((cell, index) => (index === place ? text : cell)), ...rest];
    return block.map((line) => [...line.slice(place), ...line.slice(0, place)]);
  });
  const nothing = fc.oneof(oddCell, fc.constantFrom<unknown>([], [[]], [[null]], [[], []], [["Strike"], 5]), fc.array(fc.array(oddCell, { maxLength: 4 }), { maxLength: 4 }) as fc.Arbitrary<unknown>);
  return fc.oneof({ weight: 24, arbitrary: whole as fc.Arbitrary<unknown> }, { weight: 3, arbitrary: broken as fc.Arbitrary<unknown> }, { weight: 1, arbitrary: nothing });
}
const row = (oddEvery: number, ...cells: fc.Arbitrary<unknown>[]): fc.Arbitrary<unknown[]> => fc.tuple(...cells.map((cell) => mostly(cell, oddEvery)));

const TICKERS = fc.constantFrom("KO", "XYZ", "ko ", "BRK.B", "SPX");
const ACCOUNTS = fc.constantFrom("", "", "Main", "IRA?", "Joint ~ *", "__proto__");
const DAY = fc.integer({ min: 46_020, max: 46_200 });
const STRIKE = fc.constantFrom(45, 48, 50, 52.5);
const EXPIRY = fc.constantFrom(46_073, 46_101, 46_136, 46_171);

/** A log in which things fit one another often enough: few stocks, strikes and expiries, so that what is closed was open. */
export const logRow = (oddEvery: number): fc.Arbitrary<unknown[]> =>
  fc.tuple(row(oddEvery, DAY, ACCOUNTS, TICKERS, fc.constantFrom(...ACTIONS, "Sell to open", "Sell to open", "Buy"), fc.constantFrom("Put", "Put", "Put", "Call", "Shares", "Shares", "Cash"), fc.constantFrom(1, 2, 100, 200, 0.5, 4), STRIKE, EXPIRY, price(0, 60), fc.constantFrom("", 0.65, -1.3), fc.constantFrom("", "", 100, 10), fc.constantFrom("", "note"), fc.constantFrom("", "W1")), fc.boolean())
    // usually the type fits the action: else hardly a row is a fact
    .map(([cells, fits]) => (fits ? cells.map((cell, at) => (at === 4 ? (FITTING[String(cells[3])] ?? cell) : cell)) : cells));
const FITTING: Readonly<Record<string, string>> = Object.assign(Object.create(null) as Record<string, string>, { Buy: "Shares", Sell: "Shares", Split: "Shares", Dividend: "Shares", Interest: "Cash", Fee: "Cash", Deposit: "Cash", Withdrawal: "Cash" });
export const LOG_HEADERS = ["Date", "Account", "Ticker", "Action", "Type", "Quantity", "Strike", "Expiry", "Price", "Fees", "Multiplier", "Notes", "Id"];
const ODD_EVERY = 60;

export const tables: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
  trades: fc.oneof({ weight: 3, arbitrary: table(LOG_HEADERS, logRow(ODD_EVERY), 16) }, { weight: 1, arbitrary: table(LOG_HEADERS, logRow(4), 10) }),
  chain: table(["Expiry", "Strike", "Type", "Bid", "Ask", "Volume", "Open interest", "Implied volatility", "Delta"], row(40, EXPIRY, price(30, 60), fc.constantFrom("Put", "put", "Call"), price(0, 5), price(0, 6), fc.nat(900), fc.nat(2000), price(0, 1), price(-1, 1))),
  watchlist: table(["Ticker", "Sector", "Price", "Volatility"], row(30, TICKERS, fc.constantFrom("Energy", "", "__proto__"), price(20, 80), price(0, 1)), 6),
  rules: fc.oneof({ weight: 3, arbitrary: fc.constant<unknown>(null) }, { weight: 2, arbitrary: fc.array(row(10, fc.constantFrom("Days from", "Days to", "Most |delta|", "Least open interest", "Price to use", "Capital base", "Day count", "Target price", "Compounding"), fc.constantFrom<unknown>(30, 45, 0.3, 100, "mid", "net", 365, "simple", "")), { maxLength: 6 }) as fc.Arbitrary<unknown> }),
  prices: table(["Date", "KO", "XYZ", "__proto__"], row(60, DAY, price(40, 60), price(20, 25), price(5, 6)), 20),
  cash: fc.oneof(mostly(price(0, 90_000), 6), table(["Account", "Cash"], row(20, ACCOUNTS, price(0, 50_000)), 4)),
};
