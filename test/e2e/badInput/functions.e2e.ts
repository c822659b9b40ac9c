import { readFileSync } from "node:fs";
import path from "node:path";
import { type User, expectCalm, openUser } from "./user";

jest.setTimeout(400_000);
let user: User;
beforeAll(async () => {
  user = await openUser();
});
afterAll(() => user.bench.close());

interface Described {
  readonly id: string;
  readonly result: { readonly type?: string; readonly dimensionality?: string };
  readonly parameters: readonly { readonly name: string; readonly type: string; readonly optional?: boolean }[];
}
const { functions: all } = JSON.parse(readFileSync(path.resolve(__dirname, "../../../dist/functions.json"), "utf8")) as { functions: readonly Described[] };
/** Below one another there is no room for tables; the tests of the functions spoil the arguments of those. */
const functions = all.filter(({ result }) => result.dimensionality !== "matrix");

const GOOD: Readonly<Record<string, string>> = { premium: "1.25", new_premium: "2.35", buyback: "2.1", days: "30", added_days: "30", target_yield: "0.12", credit_before: "0.5", spot: "52", price: "52", cost: "51", cash: "20000", type: '"put"', volatility: "0.3", rate: "0.04", dividend_yield: "0.01", delta: "0.2" };
const good = (name: string) => GOOD[name] ?? "50";

/** What is put in the place of one argument, and what must come of it: words, the same error, or anything sensible. */
const BAD: readonly [what: string, argument: string, outcome: "words" | "same" | "sensible"][] = [
  ["text", '"fifty"', "words"],
  ["empty text", '""', "sensible"],
  ["a blank cell", "$C$999", "sensible"],
  ["a negative number", "-5", "sensible"],
  ["zero", "0", "sensible"],
  ["a huge number", "1E+300", "sensible"],
  ["a huge negative number", "-1E+300", "sensible"],
  ["a tiny number", "1E-300", "sensible"],
  ["a date as text", '"2026-01-05"', "sensible"],
  ["#N/A", "NA()", "same"],
  ["#DIV/0!", "1/0", "same"],
  ["#NUM!", "SQRT(-1)", "same"],
  ["#REF!", "#REF!", "same"],
  ["#VALUE!", '1+"x"', "same"],
];

test("every argument of every function, given something bad, is answered with a sensible number or with words, and errors of cells pass through", async () => {
  const cases = functions.flatMap(({ id, parameters, result }) => parameters.flatMap((parameter, place) => BAD.map(([what, argument, outcome]) => {
    const list = parameters.slice(0, Math.max(place + 1, parameters.filter(({ optional }) => !optional).length)).map(({ name, optional }, index) => (index === place ? argument : optional ? "" : good(name)));
    return { what, outcome, parameter, isText: result.type === "string", formula: `=WHEEL.${id}(${list.join(",")})` };
  })));
  expect(cases.length).toBeGreaterThan(800);
  await user.excel(`workbook.worksheets.getFirst().getRange("A1:A${cases.length}").formulas = ${JSON.stringify(cases.map(({ formula }) => [formula]))}`);
  await user.bench.page.evaluate(() => window.workbench.calculated());
  const cells = (await user.bench.readAll("Sheet1", `A1:A${cases.length}`)).map(([cell]) => cell);
  const wrong = cases.flatMap(({ what, outcome, parameter, isText, formula }, index) => {
    const { value, error, message } = cells[index] ?? {};
    // CSP_WINDOW answers with a word
    const sensible = isText ? typeof value === "string" && !error && ["in", "short", "long"].includes(value) : typeof value === "number" && Number.isFinite(value);
    const worded = (error === "#VALUE!" || error === "#N/A") && /^[a-z][a-z_ ]+/.test(message ?? "");
    const right = outcome === "same" ? error === what || (parameter.type === "any" && worded) : outcome === "words" && parameter.type === "number" ? worded : sensible || worded;
    return right ? [] : [`${formula} with ${what}: ${JSON.stringify([value, error, message])}`];
  });
  expect(wrong).toEqual([]);
});

test.each([
  ["=WHEEL.CSP_BREAKEVEN(-50,1.25)", "#VALUE!", /strike must be above zero/],
  ["=WHEEL.CSP_BREAKEVEN(50,60)", "#VALUE!", /premium must not be above strike/],
  ['=WHEEL.CSP_YIELD(50,1.25,30,,"both")', "#VALUE!", /basis must be "strike" or "net"/],
  ["=WHEEL.CSP_YIELD(50,1.25,0)", "#VALUE!", /days must be above zero/],
  ["=WHEEL.CSP_PREMIUM_FOR(50,99,30)", "#N/A", /no put pays that much/],
])("%s, typed by keyboard, says what is wrong", async (formula, error, words) => {
  await user.bench.type("Sheet1", "D1", formula);
  const cell = await user.bench.read("Sheet1", "D1");
  expect(cell).toMatchObject({ error, message: expect.stringMatching(words) });
});

test("a cell that becomes right is right at once", async () => {
  await user.bench.type("Sheet1", "E1", "fifty");
  await user.bench.type("Sheet1", "F1", "=WHEEL.CSP_BREAKEVEN(E1,1.25)");
  expect(await user.bench.read("Sheet1", "F1")).toMatchObject({ error: "#VALUE!", message: "strike must be a number" });
  await user.bench.type("Sheet1", "E1", "50");
  await user.bench.shows("Sheet1", "F1", 48.75);
});

test("nothing failed unseen", () => expectCalm(user));
