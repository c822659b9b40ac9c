import fc from "../../properties";
import { convert } from "../../../src/actions/share/formula/convert";
import { FORMS } from "../../../src/actions/share/formula/forms";
import { type SheetValue, calculatedInSheet, cellOf } from "../../calc/sheet";
import { invoked } from "../../functions/cell";
import { metadata } from "../../functions/metadata";

/*
 * A converted formula, calculated by a real spreadsheet, shows what the function answers, for good arguments and bad ones: docs/spec/sharing.md §3.
 */

const dollars = (most: number) => fc.oneof(...[100, 9_973].map((parts) => fc.integer({ min: 0, max: most * parts }).map((count) => count / parts)));
/** Now and then what no function takes. */
const odd = (good: fc.Arbitrary<number>) => fc.oneof({ arbitrary: good, weight: 30 }, { arbitrary: fc.constantFrom(0, -1, -0.5, 2.5), weight: 2 });
const price = odd(dollars(200));
const small = odd(dollars(9));
const NUMBERS: Readonly<Record<string, fc.Arbitrary<number>>> = {
  strike: price, newStrike: price, spot: price, cost: price, targetPrice: price, price, cash: odd(dollars(90_000)), premium: small, newPremium: small, buyback: small, creditBefore: odd(dollars(20)),
  fees: odd(dollars(1)), dividends: odd(dollars(2)), days: odd(fc.oneof(fc.integer({ min: 14, max: 900 }), fc.constantFrom(0.5, 1, 36_526))), addedDays: odd(fc.oneof({ arbitrary: fc.integer({ min: 1, max: 400 }), weight: 9 }, fc.constant(46_073))), daycount: odd(fc.constantFrom(365, 360, 365.25, 364, 252)),
  contracts: odd(fc.integer({ min: 1, max: 40 })), multiplier: odd(fc.constantFrom(100, 10, 150)), volatility: odd(fc.integer({ min: 1, max: 150 }).map((points) => points / 100)), from: odd(fc.integer({ min: 1, max: 60 })), to: odd(fc.integer({ min: 20, max: 90 })), share: odd(fc.constantFrom(1, 0.1, 0.7, 1.5)), targetYield: odd(fc.integer({ min: 0, max: 3000 }).map((parts) => parts / 10_000)),
};
const NAMES = Object.keys(NUMBERS);
const rows = fc.sample(fc.record(NUMBERS), { numRuns: 120, seed: 20261122 }) as Record<string, number>[];

interface Case {
  readonly id: string;
  readonly formula: string;
  /** Parameter by parameter: the column of the numbers, a word that stands in the formula, or nothing. */
  readonly args: readonly ({ readonly name: string } | { readonly word: string | boolean | number } | null)[];
}

/** Every function with all arguments, with none of the optional ones, with one left out in the middle, and with every choice of words. */
const CASES: readonly Case[] = Object.entries(FORMS).flatMap(([id, { parameters }]) => {
  const required = parameters.filter(({ left }) => left === undefined).length;
  const words = parameters.some(({ chooses }) => chooses) ? [["strike", false], ["NET ", false], ["net", true], ["Strike", 1]] as const : [[null, null] as const];
  const shapes: ((place: number) => boolean)[] = [() => true, (place) => place < required, (place) => place < required || place % 2 === 0, (place) => place < required || place % 2 === 1];
  return words.flatMap(([basis, compound]) => shapes.map((has): Case => {
    const args = parameters.map(({ name, chooses }, place): Case["args"][number] => (chooses === "basis" ? { word: basis! } : chooses === "compound" ? { word: compound! } : has(place) ? { name } : null));
    const typed = args.map((arg) => (arg === null ? "" : "name" in arg ? cellOf(arg.name) : typeof arg.word === "string" ? `"${arg.word}"` : String(arg.word).toUpperCase()));
    while (typed.at(-1) === "") typed.pop();
    return { id, args, formula: `=WHEEL.${id}(${typed.join(",")})` };
  }));
});

describe("a native formula in place of a function", () => {
  const converted = CASES.map(({ formula }) => convert(formula));
  let shown: SheetValue[][];
  let answers: Record<string, string>;
  beforeAll(async () => {
    answers = (await metadata()).codeNames;
    const formulas = converted.map((one) => (one.kind === "native" ? one.formula : `="${one.kind}"`));
    shown = calculatedInSheet(NAMES, rows.map((row) => NAMES.map((name) => row[name]!)), formulas);
  }, 240_000);

  test("there is one for every case", () => {
    expect(CASES.filter((_, index) => converted[index]!.kind !== "native").map(({ formula }) => formula)).toEqual([]);
    expect(CASES.length).toBeGreaterThan(80);
  });

  test.each(Object.keys(FORMS))("%s: the same number to the last digits, and the same error", async (id) => {
    let [numbers, errors] = [0, 0];
    for (const [index, { args, formula }] of CASES.entries()) {
      if (CASES[index]!.id !== id) continue;
      for (const [place, row] of rows.entries()) {
        const given = args.map((arg) => (arg === null ? null : "name" in arg ? row[arg.name]! : arg.word));
        const wanted = await invoked(answers[id]!, given);
        const got = shown[place]![index]!;
        const same = wanted.ok && typeof wanted.value === "string" ? got === wanted.value : wanted.ok ? typeof got === "number" && Math.abs(got - (wanted.value as number)) <= 1e-12 * sizeOf(row, wanted.value as number) : got === (wanted.code === 1 ? "#N/A" : "#VALUE!");
        if (!same) throw new Error(`${formula} of ${JSON.stringify(row)} is ${JSON.stringify(wanted)}, its native formula ${JSON.stringify(converted[index])} shows ${JSON.stringify(got)}`);
        if (wanted.ok) numbers += 1;
        else errors += 1;
      }
    }
    expect(numbers).toBeGreaterThan(rows.length / 2);
    expect(errors).toBeGreaterThan(10);
  });
});

/** Where the answer is a difference, the digits that are lost are those of what is subtracted. */
function sizeOf(row: Record<string, number>, value: number): number {
  return Math.max(1, Math.abs(value), row.strike!, row.cost!, row.spot!, row.newStrike!) * Math.max(1, Math.abs(row.multiplier! * row.contracts!));
}
