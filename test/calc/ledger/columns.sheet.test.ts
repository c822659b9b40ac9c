import fc from "../../properties";
import { ACTIONS, type ColumnCells, type Convention, TRADE_TYPES, type TradeCells, type TradeColumn, type TradeRow, columnValue, conventionName, tradeColumns } from "../../../src/calc";
import { type SheetValue, calculatedInSheet, cellOf } from "../sheet";

const HEADERS = ["Date", "Ticker", "Action", "Type", "Quantity", "Strike", "Expiry", "Price", "Fees", "Multiplier"] as const;
const KEYS = HEADERS.map((header) => header.toLowerCase()) as (keyof TradeRow)[];
const cells = { ...Object.fromEntries(HEADERS.map((header, index) => [KEYS[index], cellOf(header)])), cash: cellOf("Calculated 0") } as unknown as ColumnCells;

const CONVENTIONS: readonly Convention[] = [
  { base: "strike", daycount: 365, compound: false },
  { base: "net", daycount: 360, compound: false },
  { base: "strike", daycount: 365.25, compound: true },
  { base: "net", daycount: 252, compound: true },
  { base: "net", daycount: 364, compound: false },
];
type Asked = readonly { column: TradeColumn; convention: Convention }[];
const USUAL: Asked = (["cash", "days", "breakeven", "collateral", "yield", "annualised"] as const).map((column) => ({ column, convention: CONVENTIONS[0]! }));
const OTHERS: Asked = [USUAL[0]!, ...CONVENTIONS.slice(1).flatMap((convention) => (["yield", "annualised"] as const).map((column) => ({ column, convention })))]; // Cash first: the others ask it
const formulasOf = (asked: Asked): string[] => asked.map(({ column, convention }) => tradeColumns[column](cells, convention));

type Cell = string | number | boolean;
const money = fc.integer({ min: 0, max: 90_000 }).map((cents) => cents / 100);
const odd: fc.Arbitrary<Cell> = fc.constantFrom("", "", "abc", "2026-01-05", "5", 0, -1, 1e-9, 1e12, 1e300, 0.5, true, false, "-", " ");
const mostly = (usual: fc.Arbitrary<Cell>): fc.Arbitrary<Cell> => fc.oneof({ weight: 19, arbitrary: usual }, { weight: 1, arbitrary: odd });
const day = fc.integer({ min: 45_000, max: 47_000 });

/** A row as it should be typed, with now and then a cell that should not be so. */
const plausible = fc
  .constantFrom(...TRADE_TYPES.flatMap((type) => ACTIONS.map((action) => ({ type, action }))), ...Array(60).fill({ type: "Put", action: "Sell to open" }))
  .chain(({ type, action }: { type: string; action: string }) =>
    fc.tuple(
      mostly(day),
      mostly(fc.constantFrom("KO", "F", "brk.b", 7203)),
      mostly(fc.constantFrom(action, action.toUpperCase())),
      mostly(fc.constantFrom(type, type.toLowerCase())),
      mostly(fc.integer({ min: 1, max: 40 })),
      mostly(money.map((strike) => strike + 0.5)),
      mostly(fc.integer({ min: 46_500, max: 47_400 })),
      mostly(fc.oneof(money, money.map((price) => price / 50), fc.constant(""))),
      mostly(fc.oneof(money.map((fee) => fee / 100), fc.constantFrom("", -0.65, 1.3))),
      mostly(fc.constantFrom("", 100, 100, 10, 150, 1)),
    ),
  );
const anything = fc.tuple(...HEADERS.map(() => fc.oneof(odd, money, day, fc.constantFrom<Cell>(...ACTIONS), fc.constantFrom<Cell>(...TRADE_TYPES))));

const EDGES: readonly Cell[][] = [
  HEADERS.map(() => ""),
  [46027, "KO", "Sell to open", "Put", 2, 50, 46073, 1.2, 1.3, ""],
  [46027, "KO", "Sell to open", "Put", 1, 50, 46027, 0.95, "", ""],
  [46027, "KO", "Sell to open", "Put", 1, 50, 46026, 0.95, "", ""],
  [46027.75, "KO", "Sell to open", "Put", 1, 50, 46028.25, 0.95, "", ""],
  [46027, "KO", "Sell to open", "Put", 1, 50, 46073, 50, "", ""],
  [46027, "KO", "Sell to open", "Put", 1, 50, 46073, 49.5, "", 0],
  [46027, "KO", "Sell to open", "Put", 1, 50, 46073, 50.01, "", ""],
  [46027, "KO", "Sell to open", "Put", 1, 50, 46028, 49.99, "", ""],
  [46027, "KO", "Sell to open", "Put", 1, 50, 46073, 1, 1e9, ""],
  [46027, "KO", "Sell to open", "Put", 1, 50, 46100, 0, 5000, ""],
  [46027, "KO", "Sell to open", "Put", 1.5, 50, 46073, 1, "", ""],
  [46027, "KO", "Sell to open", "Put", 1, 50, 46073, 0, "", ""],
  [46027, "KO", "Sell to open", "Put", 1e300, 1e300, 46073, 1e300, "", ""],
  [46027, "KO", "Sell to open", "Put", 1, 1e-300, 46073, 1e-300, 1e300, ""],
  [20260105, "KO", "Sell to open", "Put", 1, 50, 20260220, 1, "", ""],
  ["2026-01-05", "KO", "Sell to open", "Put", 1, 50, "2026-02-20", 1, "", ""],
  [46027, "KO", "Buy", "Shares", 0.125, "", "", 48.1234, "", ""],
  [46027, "KO", "Buy", "Shares", 0.001, "", "", 0.05, "", ""],
  [46027, "KO", "S*", "Put", 1, 50, 46073, 1, "", ""],
  [46027, "KO", "Sell to open ", "Put", 1, 50, 46073, 1, "", ""],
  [46027, "", "Interest", "Cash", "", "", "", -12.34, "", ""],
  [46027, "", "Deposit", "Cash", "", "", "", 10000, 15, ""],
  [46027, "", "Withdrawal", "Cash", "", "", "", -500, "", ""],
  [46027, "", "Dividend", "Cash", "", "", "", 40, "", ""],
  [46027, "KO", "Expired", "Put", 1, 50, 46027, "", "", ""],
  [46027, "KO", "Expired", "Put", 1, 50, 46027, "abc", 0.5, ""],
  ["", "", "", "", "", "", "", "", 5, 100],
];

const samples = (shape: fc.Arbitrary<Cell[]>, count: number): Cell[][] => fc.sample(shape, { numRuns: count, seed: 20260105 });
const rowsOf = (many: number): Cell[][] => [...EDGES, ...samples(plausible as fc.Arbitrary<Cell[]>, many), ...samples(anything as fc.Arbitrary<Cell[]>, many / 20)];

describe.each([
  ["the usual convention", USUAL, 2_000],
  ["every other convention", OTHERS, 2_000],
] as const)("each native column is the calculation module's own number, word or blank, by %s", (_, asked, many) => {
  const rows = rowsOf(many);
  let seen: SheetValue[][];
  beforeAll(() => {
    seen = calculatedInSheet(HEADERS, rows, formulasOf(asked));
  }, 240_000);

  test.each(asked.map(({ column, convention }, index) => [column, conventionName(convention), index] as const))("%s, %s", (column, _name, index) => {
    const convention = asked[index]!.convention;
    const wrong = rows.flatMap((row, at) => {
      const wanted = columnValue(column, Object.fromEntries(KEYS.map((key, place) => [key, row[place]])) as TradeRow, convention);
      const got = seen[at]![index]!;
      return agree(got, wanted, column === "annualised" && convention.compound ? 1 : 0) ? [] : [{ row: row.join(" | "), got, wanted }];
    });
    expect(wrong.slice(0, 5)).toEqual([]);
    expect(seen.filter((row) => typeof row[index] === "number").length).toBeGreaterThan(many / 10); // so that it is not a test of blanks
  });

  test("the words that stand in cells were all seen", () => {
    const words = new Set(seen.flat().filter((value) => typeof value === "string" && value !== ""));
    const ofOptions = ["Date?", "Expiry?", "Fees?", "Multiplier?", "Price?", "Quantity?", "Strike?"];
    expect([...words].sort()).toEqual(expect.arrayContaining([...ofOptions, "Action?", "Ticker?", "Type?"]));
  });
});

test("an error in a typed cell never becomes an error in a calculated one, so that sums go on", () => {
  const good: Cell[] = [46027, "KO", "Sell to open", "Put", 2, 50, 46073, 1.2, 1.3, 100];
  const rows = HEADERS.map((_, broken) => good.map((cell, place) => (place === broken ? "=1/0" : cell)));
  const seen = calculatedInSheet(HEADERS, rows, formulasOf(USUAL));
  for (const value of seen.flat()) expect(String(value)).not.toMatch(/^#/);
  // It names its cell, but for a ticker or a type: a formula cannot look at those without being an error itself.
  expect(seen.map((row) => row[0])).toEqual(HEADERS.map((header) => (header === "Ticker" || header === "Type" ? "Action?" : `${header}?`)));
  expect(seen.map((row) => row.slice(1))).toEqual(HEADERS.map(() => ["", "", "", "", ""]));
}, 60_000);

test("the formulas can be read: 47 references in Cash, at most 300 characters in the others as Excel shows them, 410 when compounding", () => {
  const short = ({ column, convention }: Asked[number]): string => tradeColumns[column]({ ...(Object.fromEntries(HEADERS.map((header, index) => [KEYS[index], `[@${header}]`])) as TradeCells), cash: "[@Cash]" }, convention);
  const cash = short(USUAL[0]!);
  expect(cash.length).toBeLessThanOrEqual(1310);
  expect(cash.match(/\[@/g)).toHaveLength(47);
  for (const asked of [...USUAL, ...OTHERS]) if (asked.column !== "cash") expect(short(asked).length).toBeLessThanOrEqual(asked.column === "annualised" && asked.convention.compound ? 410 : 300);
});

test("no wildcard and no list of words passes for an action", () => {
  const words = ["", "Sell*", "?uy", "Buy|Sell", "Buy,Sell", "~Sell", " Sell"];
  const seen = calculatedInSheet(HEADERS, words.map((word) => [46027, "KO", word, "Shares", 100, "", "", 50, "", ""]), formulasOf([USUAL[0]!]));
  expect(seen.flat()).toEqual(words.map(() => "Action?"));
}, 60_000);

/** A rate that is what is left of 1 + rate is known to the 15th digit of that sum only: a spreadsheet, Excel too, clears the digits after it. */
function agree(got: SheetValue, wanted: number | string, terms: number): boolean {
  if (typeof wanted === "string" || typeof got !== "number") return got === wanted;
  return Math.abs(got - wanted) <= 1e-12 * Math.abs(wanted) + 1e-14 * terms;
}
