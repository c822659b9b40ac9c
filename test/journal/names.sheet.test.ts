import fc from "../properties";
import { namedFunctions } from "../../src/journal/names";
import { prepareArguments } from "../../workbench/addinFunctions/arguments";
import type { FunctionDescription, Scalar } from "../../workbench/grid/functionHost";
import { type SheetValue, calculatedInSheet, cellOf } from "../calc/sheet";
import { invoked } from "../functions/cell";
import { metadata } from "../functions/metadata";

/*
 * The names as a reader without the add-in calls them: defined in a real spreadsheet, called over random rows with good and bad arguments, and every answer compared with the add-in's function of the same
 * arguments, as Excel would hand them over. docs/spec/names.md §4.
 */

/** Now and then what no function takes, what a cell may hold besides numbers, and nothing. */
const odd = (good: fc.Arbitrary<number>): fc.Arbitrary<SheetValue> => fc.oneof({ arbitrary: good, weight: 60 }, { arbitrary: fc.constantFrom<SheetValue>(0, -1, 2.5, "", true, "7", "seven"), weight: 1 });
const dollars = (most: number) => fc.oneof(...[100, 9_973].map((parts) => fc.integer({ min: 1, max: most * parts }).map((count) => count / parts)));
const words = (...all: string[]): fc.Arbitrary<SheetValue> => fc.constantFrom<SheetValue>(...all);
const price = odd(dollars(200));
const small = odd(dollars(9));
const COLUMNS: Readonly<Record<string, fc.Arbitrary<SheetValue>>> = {
  strike: price, new_strike: price, spot: price, cost: price, target_price: price, price, cash: odd(dollars(90_000)), premium: small, new_premium: small, buyback: small, credit_before: small, fees: odd(dollars(1)),
  dividends: odd(dollars(2)), days: odd(fc.oneof(fc.integer({ min: 1, max: 900 }), fc.constantFrom(0, 0.5))), added_days: odd(fc.integer({ min: 1, max: 400 })), daycount: odd(fc.constantFrom(365, 360, 365.25, 364, 252)),
  contracts: odd(fc.integer({ min: 1, max: 40 })), multiplier: odd(fc.constantFrom(100, 10, 150)), share: odd(fc.constantFrom(1, 0.1, 0.7)), target_yield: odd(fc.integer({ min: 0, max: 3000 }).map((parts) => parts / 10_000)),
  volatility: odd(fc.oneof(fc.integer({ min: 5, max: 150 }).map((percent) => percent / 100), fc.constant(0))), rate: odd(fc.constantFrom(0, 0, 0.04, 0.0525, -0.01)), dividend_yield: odd(fc.constantFrom(0, 0, 0.02, 0.06, -0.005)),
  delta: odd(fc.integer({ min: -99, max: 99 }).map((percent) => percent / 100)), from: odd(fc.integer({ min: 1, max: 60 })), to: odd(fc.integer({ min: 30, max: 90 })),
  basis: words("strike", "net", "", " NET ", "both"), compound: fc.constantFrom<SheetValue>(false, true, 1, "", false), type: words("put", "call", "P", " Call ", "swap"), style: words("european", "american", "", "European ", "asian"),
};
const NAMES = Object.keys(COLUMNS);
const ROWS = 700;
const rows = fc.sample(fc.record(COLUMNS), { numRuns: ROWS, seed: 20261123 }) as Record<string, SheetValue>[];
const functions = namedFunctions();

/** Every function with all arguments, with the required ones alone, and with every second optional one left out between commas: 2,100 calls each. */
const SHAPES: readonly ((optional: number) => boolean)[] = [() => true, () => false, (optional) => optional % 2 === 1];

let descriptions: Map<string, FunctionDescription>;
let codeNames: Readonly<Record<string, string>>;
let calls: { readonly name: string; readonly formula: string; readonly columns: readonly (string | null)[] }[];
let shown: SheetValue[][];
beforeAll(async () => {
  const read = await metadata();
  codeNames = read.codeNames;
  descriptions = new Map((read.functions as unknown as FunctionDescription[]).map((one) => [one.id, one]));
  calls = functions.flatMap(({ name }) => SHAPES.map((has) => {
    const { parameters } = descriptions.get(name)!;
    const required = parameters.filter(({ optional }) => !optional).length;
    const columns = parameters.map((parameter, place) => (!parameter.optional || has(place - required) ? parameter.name : null));
    const typed = columns.map((column) => (column === null ? "" : cellOf(column)));
    while (typed.at(-1) === "") typed.pop();
    return { name, columns, formula: `=${name}(${typed.join(",")})` };
  }));
  shown = calculatedInSheet(NAMES, rows.map((row) => NAMES.map((name) => row[name]!)), calls.map(({ formula }) => formula), functions);
}, 280_000);

test.each(functions.map(({ name }) => name))("%s answers what the add-in's function answers", async (name) => {
  let [answers, errors, none] = [0, 0, 0];
  for (const [index, call] of calls.entries()) {
    if (call.name !== name) continue;
    for (const [place, row] of rows.entries()) {
      const args = call.columns.map((column) => (column === null ? null : row[column]!));
      const wanted = await answerOf(name, args);
      const got = shown[place]![index]!;
      const isNone = got === "#N/A" && typeof wanted === "number" && isEarly(call.columns, row);
      if (!isNone && !same(got, wanted)) throw new Error(`${call.formula} of ${JSON.stringify(args)} is ${JSON.stringify(wanted)} in the add-in, and shows ${JSON.stringify(got)}`);
      if (isNone) none += 1;
      else if (String(wanted).startsWith("#")) errors += 1;
      else answers += 1;
    }
  }
  expect(answers).toBeGreaterThan(name.startsWith("OPT_") ? 400 : 1000);
  expect(errors).toBeGreaterThan(20);
  expect(none > 0).toBe(descriptions.get(name)!.parameters.some((parameter) => parameter.name === "style"));
});

async function answerOf(name: string, args: readonly SheetValue[] | readonly (SheetValue | null)[]): Promise<SheetValue> {
  const prepared = prepareArguments(descriptions.get(name)!, args.map((value) => (value === null ? { kind: "omitted" as const } : { kind: "scalar" as const, value: value === "" ? null : (value as Scalar) })));
  if ("error" in prepared) return prepared.error;
  const answer = await invoked(codeNames[name]!, prepared.args);
  return answer.ok ? (answer.value as SheetValue) : answer.code === 1 ? "#N/A" : "#VALUE!";
}

/** An American option that may pay to be exercised early has no formula. */
function isEarly(columns: readonly (string | null)[], row: Record<string, SheetValue>): boolean {
  const of = (name: string): SheetValue => (columns.includes(name) ? row[name]! : "");
  const [rate, dividendYield] = [Number(of("rate")), Number(of("dividend_yield"))];
  const isPut = /^\s*p/i.test(String(row.type));
  return !/european/i.test(String(of("style"))) && Number(row.days) > 0 && !(isPut ? rate <= 0 && dividendYield >= rate : dividendYield <= 0 && rate >= dividendYield);
}

/** A spreadsheet's normal distribution, and its differences, lose digits where the add-in's do not: 1e-9 of a dollar, or of the answer. */
function same(got: SheetValue, wanted: SheetValue): boolean {
  return typeof got === "number" && typeof wanted === "number" ? Math.abs(got - wanted) <= 1e-9 * Math.max(1, Math.abs(wanted)) : got === wanted;
}
