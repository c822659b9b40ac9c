import fc from "../properties";
import { inCellOf } from "../functions/cell";
import { type FunctionMetadata, type Parameter, metadata } from "../functions/metadata";
import { tables } from "./tables";
import type { Target } from "./target";
import { mostly, price } from "./values";

/** Every custom function with arguments of every kind: what comes back is what a cell can show, and says so in words where there is no answer. */
export async function functionTargets(): Promise<readonly Target[]> {
  const { functions, codeNames } = await metadata();
  return functions.map((each) => ({
    name: each.id,
    weight: weightOf(each),
    input: argumentsOf(each),
    run: (input: unknown) => checkAnswer(inCellOf(codeNames[each.id]!, input as unknown[]) as unknown, input),
  }));
}

/** Functions of ranges and of American options take longer by the call; they have fewer. */
function weightOf({ id, parameters }: FunctionMetadata): number {
  if (SLOW[id]) return SLOW[id];
  if (parameters.some(({ dimensionality }) => dimensionality === "matrix")) return 5;
  return parameters.some(({ name }) => name === "style") ? 10 : 18;
}
const SLOW: Readonly<Record<string, number>> = { OPT_DECAY: 1, OPT_PRICE_DIVS: 1, OPT_CHAIN: 2, CSP_TABLE: 3, OPT_IV: 6, STRESS: 3 };

/** Three moods: all but plausible, now and then something odd, mostly odd. */
function argumentsOf({ parameters }: FunctionMetadata): fc.Arbitrary<unknown[]> {
  return fc.oneof(...[60, 12, 2].map((oddEvery) => fc.tuple(...parameters.map((parameter) => argument(parameter, oddEvery)))));
}

function argument(parameter: Parameter, oddEvery: number): fc.Arbitrary<unknown> {
  const usual = usualOf(parameter);
  const given = tables[parameter.name] && parameter.dimensionality === "matrix" ? usual : mostly(usual, oddEvery);
  return parameter.optional ? fc.oneof({ weight: 2, arbitrary: given }, { weight: 1, arbitrary: fc.constantFrom<unknown>(null, undefined) }) : given;
}

function usualOf({ name, dimensionality }: Parameter): fc.Arbitrary<unknown> {
  if (dimensionality === "matrix" && tables[name]) return tables[name];
  const one = USUAL[name];
  if (!one) throw new Error(`no usual value is known for the argument ${name}: add one`);
  if (dimensionality !== "matrix") return one;
  const cells = fc.array(mostly(one, 20), { maxLength: 5 });
  return fc.oneof(one, cells.map((column) => column.map((cell) => [cell])), cells.map((line) => [line]), fc.array(cells, { maxLength: 3 }) as fc.Arbitrary<unknown>);
}

const TYPE = fc.constantFrom<unknown>("put", "call", "P", " Call ");
const RATE = price(-0.02, 0.1);
const YEAR_DAYS = fc.oneof(fc.integer({ min: 0, max: 400 }), price(0, 3));
const USUAL: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
  type: TYPE, types: TYPE, style: fc.constantFrom("american", "european", "European"), basis: fc.constantFrom("strike", "net"), compound: fc.boolean(), dividends: fc.oneof(price(0, 2), fc.boolean() as fc.Arbitrary<unknown>), view: fc.constantFrom("income", "tax"),
  by: fc.constantFrom("month", "week", "year", "ticker", "account", "sector", "campaign"), returns: fc.constantFrom("log", "simple"), daycount: fc.constantFrom(365, 360, 365.25, 364, 252),
  spot: price(1, 300), strike: price(1, 300), strikes: price(1, 300), new_strike: price(1, 300), price: price(0, 300), cost: price(1, 300), target_price: price(1, 300), premium: price(0, 20), premiums: price(0, 20), buyback: price(0, 20), new_premium: price(0, 20), credit_before: price(-5, 20),
  fees: price(0, 2), leg_fees: price(0, 2), days: YEAR_DAYS, added_days: YEAR_DAYS, volatility: price(0, 2), volatilities: price(0, 2), rate: RATE, dividend_yield: RATE, delta: price(-1, 1), points: fc.integer({ min: 2, max: 9 }), contracts: fc.integer({ min: 1, max: 20 }), multiplier: fc.constantFrom(100, 10, 1),
  cash: price(0, 100_000), share: price(0, 1), target_yield: price(0, 0.5), from: fc.integer({ min: 0, max: 60 }), to: fc.integer({ min: 0, max: 90 }), dividend_days: YEAR_DAYS, dividend_amounts: price(0, 2), limit: price(0, 1), shock: price(-0.6, 0.3), correlation: price(-0.2, 1), vol_shock: price(-0.2, 1),
  as_of: fc.integer({ min: 46_000, max: 46_300 }), expiry: fc.integer({ min: 46_000, max: 46_400 }), weeks: fc.integer({ min: 1, max: 30 }),
};

/** A number, a word, TRUE or FALSE, a block of these; or an error with words. */
export function checkAnswer(answer: unknown, input: unknown): void {
  if (!Array.isArray(answer)) return checkCell(answer, input);
  const rows = answer as unknown[][];
  if (rows.length === 0 || !rows.every((row) => Array.isArray(row) && row.length > 0 && row.length === rows[0]!.length)) throw new Error(`no block of cells: rows of ${rows.map((row) => (Array.isArray(row) ? row.length : typeof row)).join(", ")}`);
  for (const row of rows) for (const cell of row) checkCell(cell, input);
}

export function checkCell(cell: unknown, input: unknown): void {
  if (typeof cell === "boolean") return;
  if (typeof cell === "number") {
    if (!Number.isFinite(cell) || Object.is(cell, -0)) throw new Error(`a cell would show ${Object.is(cell, -0) ? "-0" : cell}`);
    return;
  }
  if (typeof cell !== "string") throw new Error(`a cell would show ${cell === null ? "null" : typeof cell}`);
  if (cell.length > MOST_CHARACTERS) throw new Error(`a text of ${cell.length} characters: no cell takes it`);
  const slip = /\bNaN\b|Infinity|undefined|\[object|went wrong|\bnull\b/.exec(cell.replace("(blank, 0, NaN, -999)", ""))?.[0];
  if (slip && !JSON.stringify(input).includes(slip)) throw new Error(`words that no person should read: ${cell.slice(0, 200)}`);
  if (/^#/.test(cell) && !/^#(VALUE!|N\/A) [^\s]/.test(cell) && !JSON.stringify(input).includes("#")) throw new Error(`an error without words: ${cell.slice(0, 200)}`);
}
/** Excel's limit of a cell. */
const MOST_CHARACTERS = 32_767;
