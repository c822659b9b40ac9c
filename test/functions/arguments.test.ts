import { inCell } from "../../src/functions/errors";
import { inCellOf } from "./cell";
import { type FunctionMetadata, metadata } from "./metadata";

/** Good arguments for every function; each test spoils one of them. */
const GOOD: Record<string, unknown> = {
  strike: 50, premium: 1.25, days: 30, fees: 0.01, basis: "strike", daycount: 365, compound: false, contracts: 2, multiplier: 100, price: 47, spot: 52,
  cash: 25_000, share: 0.5, target_price: 45, target_yield: 0.12, buyback: 2.1, new_premium: 2.35, new_strike: 48, credit_before: 1.2, added_days: 28,
  cost: 48, dividends: 0.4, type: "put", style: "european", volatility: 0.3, rate: 0.04, dividend_yield: 0.01, delta: 0.2, points: 5, from: -5, to: 45,
};
/** A price of 47 implies no volatility; a put of 1.25 does. */
const GOOD_FOR: Record<string, Record<string, unknown>> = { OPT_IV: { price: 1.25 } };

/** What must hold for each argument, in the words of the cell. */
const [NUMBER, ABOVE, NOT_BELOW, WHOLE] = ["must be a number", "must be above zero", "must be zero or above", "must be a whole number"];
const [RATE, YIELD] = ["must be between -1 and 1 (4 % is 0.04)", "must be between -1 and 1 (2 % is 0.02)"];
const BETWEEN = "must be between 0 and 1, not either of them";
const DAYCOUNT = "must be 365, 360, 365.25, 364 or 252";
const RULES: Record<string, { zero?: string; negative?: string; half?: string }> = {
  strike: { zero: ABOVE, negative: ABOVE }, spot: { zero: ABOVE, negative: ABOVE }, cost: { zero: ABOVE, negative: ABOVE }, days: { zero: ABOVE, negative: ABOVE },
  added_days: { zero: ABOVE, negative: ABOVE }, new_strike: { zero: ABOVE, negative: ABOVE }, target_price: { zero: ABOVE, negative: ABOVE },
  share: { zero: ABOVE, negative: ABOVE }, multiplier: { zero: ABOVE, negative: ABOVE }, contracts: { zero: ABOVE, negative: ABOVE, half: WHOLE },
  premium: { negative: NOT_BELOW }, fees: { negative: NOT_BELOW }, price: { negative: NOT_BELOW }, cash: { negative: NOT_BELOW }, buyback: { negative: NOT_BELOW },
  new_premium: { negative: NOT_BELOW }, target_yield: { negative: NOT_BELOW }, dividends: { negative: NOT_BELOW }, credit_before: {},
  daycount: { zero: DAYCOUNT, negative: DAYCOUNT, half: DAYCOUNT }, volatility: { negative: NOT_BELOW }, rate: { half: RATE }, dividend_yield: { half: YIELD },
  delta: { zero: BETWEEN, negative: BETWEEN, half: BETWEEN }, points: { zero: ABOVE, negative: ABOVE, half: WHOLE }, from: {}, to: {},
};
/** At expiration an option has a value, and a share that has no volatility moves by nothing; only some questions need a day left. */
const RULES_FOR: Record<string, typeof RULES> = {
  OPT_STRIKE_FOR_DELTA: { volatility: { zero: ABOVE, negative: NOT_BELOW }, days: { zero: ABOVE, negative: NOT_BELOW } },
  CSP_WINDOW: { days: {} },
  OPT_DECAY: { days: { zero: ABOVE, negative: NOT_BELOW } },
};
const ruleOf = (id: string, name: string): (typeof RULES)[string] => RULES_FOR[id]?.[name] ?? (/^OPT_|^CSP_POP/.test(id) && name === "days" ? { negative: NOT_BELOW } : RULES[name]!);
const goodOf = (id: string, name: string): unknown => GOOD_FOR[id]?.[name] ?? GOOD[name];

const functions = new Map<string, FunctionMetadata>();
let codeNames: Record<string, string>;
beforeAll(async () => {
  const all = await metadata();
  codeNames = all.codeNames;
  // functions of whole ranges have tests of their own
  for (const each of all.functions) if (!each.parameters.some(({ dimensionality }) => dimensionality === "matrix")) functions.set(each.id, each);
});

/** What a cell shows; of a table, that all its numbers are numbers, and the first of them; of a word that is an answer, its length. */
function shownIn(id: string, args: readonly unknown[]): number | string {
  const shown: unknown = inCellOf(codeNames[id]!, args);
  if (functions.get(id)!.result.type === "string" && !String(shown).startsWith("#")) return (shown as string).length;
  if (!Array.isArray(shown)) return shown as number | string;
  const numbers = shown.flat().filter((cell) => typeof cell === "number");
  return numbers.every(Number.isFinite) ? numbers[0]! : NaN;
}

/** Every function × every numeric argument, with this in the argument's place; where a style can be chosen, in both. */
function spoilt(value: unknown): { place: string; shown: number | string; rule: (typeof RULES)[string]; optional: boolean; name: string }[] {
  return [...functions.values()].flatMap(({ id, parameters }) => {
    const styles = parameters.some(({ name }) => name === "style") ? ["european", "american"] : [undefined];
    return styles.flatMap((style) =>
      parameters
        .filter(({ type }) => type === "number")
        .map(({ name, optional = false }) => {
          const args = parameters.map((each) => (each.name === name ? value : each.name === "style" ? style : goodOf(id, each.name)));
          return { place: `${id} ${name}`, shown: shownIn(id, args), rule: ruleOf(id, name), optional, name };
        }),
    );
  });
}
const numberWords = (name: string): string => (name === "daycount" ? `#VALUE! daycount ${DAYCOUNT}` : `#VALUE! ${name} ${NUMBER}`);

test("good arguments give a number", () => {
  for (const { id, parameters } of functions.values()) expect(shownIn(id, parameters.map(({ name }) => goodOf(id, name)))).toEqual(expect.any(Number));
});

test.each([
  ["text", "abc"],
  ["a number typed as text", "5"],
  ["empty text", ""],
  ["TRUE", true],
  ["a range", [[5]]],
  ["not a number", NaN],
  ["infinity", Infinity],
  ["minus infinity", -Infinity],
  ["an object", {}],
])("%s is refused in words that name the argument", (_, value) => {
  const answers = spoilt(value);
  expect(answers.length).toBeGreaterThan(60);
  for (const { place, shown, name } of answers) expect([place, shown]).toEqual([place, numberWords(name)]);
});

test("a blank cell is the default where there is one, and refused in words where there is none", () => {
  for (const nothing of [null, undefined])
    for (const { place, shown, name, optional } of spoilt(nothing)) expect([place, shown]).toEqual([place, optional ? expect.any(Number) : `#VALUE! ${name} ${NUMBER}`]);
});

test.each([
  ["zero", 0, "zero"],
  ["a negative number", -1, "negative"],
  ["a fraction", 1.5, "half"],
] as const)("%s is refused where it makes no sense", (_, value, kind) => {
  for (const { place, shown, rule, name } of spoilt(value)) {
    const words = rule[kind];
    if (words) expect([place, shown]).toEqual([place, `#VALUE! ${name} ${words}`]);
    // most prices imply no volatility
    else if (place.startsWith("OPT_IV") && typeof shown === "string") expect([place, shown]).toEqual([place, expect.stringMatching(/^#N\/A (no volatility gives this price|at expiration)/)]);
    else if (!(name === "share" && kind === "half")) expect([place, typeof shown]).toEqual([place, "number"]);
  }
});

test("huge numbers give a number or words, never NaN, Infinity or a bare error", () => {
  for (const huge of [1e300, 1.7976931348623157e308, 5e-324])
    for (const { place, shown } of spoilt(huge)) {
      if (typeof shown === "number") expect([place, Number.isFinite(shown)]).toEqual([place, true]);
      else expect([place, shown]).toEqual([place, expect.stringMatching(/^#(VALUE!|N\/A) [a-z].{12,}/)]);
    }
});

test("everything huge at once overflows, and says so", () => {
  const shown = inCellOf(codeNames.CSP_COLLATERAL!, [1e300, 1e300, 1e300]);
  expect(shown).toBe("#VALUE! these numbers are too large to calculate with");
});

describe("arguments that depend on one another", () => {
  const shown = (id: string, ...args: unknown[]) => inCellOf(codeNames[id]!, args);
  test("premium and strike the wrong way round", () => expect(shown("CSP_BREAKEVEN", 1.25, 50)).toBe("#VALUE! premium must not be above strike"));
  test("nothing left to divide by on the net basis", () => expect(shown("CSP_YIELD", 50, 50, 30, 0, "net")).toBe("#VALUE! premium must be below strike on the net base"));
  test("a call that paid more than the shares cost", () => expect(shown("CC_IF_CALLED", 5, 6, 5)).toBe("#VALUE! premium must be below cost"));
  test("a most loss that would be a gain", () => expect(shown("CC_MAX_LOSS", 5, 6)).toBe("#VALUE! premium must not be above cost"));
  test("more than all the cash", () => expect(shown("CSP_CONTRACTS", 1000, 5, 1.5)).toBe("#VALUE! share must be at most 1 (1 is all the cash)"));
  test("fees that eat more than the capital cannot be compounded", () =>
    expect(shown("CSP_YIELD", 50, 1, 30, 60, "strike", 365, true)).toBe("#VALUE! compounding needs a loss of less than everything"));
  test("a yield that no put pays has no answer", () =>
    expect(shown("CSP_PREMIUM_FOR", 50, 9, 300)).toBe("#N/A no put pays that much: the premium would be above the strike"));
});

describe("basis and compound", () => {
  const withYield = (basis: unknown, compound: unknown) => inCellOf(codeNames.CSP_YIELD!, [50, 0.95, 45, 0, basis, 365, compound]);
  test.each(["net", "NET", " Net "])("basis %j is the net one", (basis) => expect(withYield(basis, false)).toBeCloseTo(0.157096, 6));
  test.each(["strike", "", null, undefined])("basis %j is the strike", (basis) => expect(withYield(basis, false)).toBeCloseTo(0.15411, 5));
  test.each(["gross", 0, true, [["net"]], "*"])("basis %j is refused", (basis) => expect(withYield(basis, false)).toBe('#VALUE! basis must be "strike" or "net"'));
  test.each([true, 1])("compound %j compounds", (compound) => expect(withYield("strike", compound)).toBeCloseTo(0.16490, 4));
  test.each([false, 0, null, undefined])("compound %j does not", (compound) => expect(withYield("strike", compound)).toBeCloseTo(0.15411, 5));
  test.each(["yes", "TRUE", 2, NaN])("compound %j is refused", (compound) => expect(withYield("strike", compound)).toBe("#VALUE! compound must be TRUE or FALSE"));
  test("a convention is checked even where no days are given", () => expect(inCellOf(codeNames.CSP_YIELD!, [50, 1, null, 0, "strike", 366])).toBe(`#VALUE! daycount ${DAYCOUNT}`));
});

test("what nobody foresaw becomes words in the cell, too", () => {
  const failing = () => inCell(() => JSON.parse("{") as number);
  expect(failing).toThrow(expect.objectContaining({ code: "#VALUE!", message: expect.stringMatching(/^this function went wrong: SyntaxError/) as string }));
});

describe("a date where the days until it are asked for is refused in words, not answered with a yield of next to nothing", () => {
  const DATE = 46_073;
  test.each([
    ["cspYield", [50, 0.95, DATE]],
    ["cspStaticReturn", [52, 50, 0.95, DATE]],
    ["cspPremiumFor", [50, 0.12, DATE]],
    ["ccStaticReturn", [48, 48.5, 49, 0.8, DATE]],
    ["ccIfCalled", [48, 49, 0.8, DATE]],
    ["cspWindow", [DATE]],
  ] as const)("%s", (name, args) => expect(inCellOf(name, args)).toBe("#VALUE! days must be at most 36525 (how many days from today, not a date)"));
  test("cspRollYield", () => expect(inCellOf("cspRollYield", [48, 2.1, 2.35, DATE])).toMatch(/^#VALUE! added_days must be at most 36525/));
});
