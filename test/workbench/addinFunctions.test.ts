import { connectAddinFunctions } from "../../workbench/addinFunctions";
import type { Answer, ArgumentValue, FunctionCall, FunctionDescription, FunctionHost, Scalar } from "../../workbench/grid/functionHost";
import type { FunctionResult } from "../../workbench/protocol/wacHost";

const breakeven: FunctionDescription = { id: "BREAKEVEN", name: "BREAKEVEN", description: "", parameters: [{ name: "strike", type: "number" }, { name: "premium", type: "number" }, { name: "fees", type: "number", optional: true }] };
const total: FunctionDescription = { id: "TOTAL", name: "TOTAL", description: "", parameters: [{ name: "values", type: "any", dimensionality: "matrix" }] };
const words: FunctionDescription = { id: "WORDS", name: "WORDS", description: "", parameters: [{ name: "kind", type: "string" }, { name: "on", type: "boolean", optional: true }] };
const many: FunctionDescription = { id: "MANY", name: "MANY", description: "", parameters: [{ name: "values", type: "number", repeating: true }] };

const cell = { sheetId: "s", row: 1, column: 1 };
const one = (value: Scalar): ArgumentValue => ({ kind: "scalar", value });
const range = (...rows: Scalar[][]): ArgumentValue => ({ kind: "matrix", rows });
const omitted: ArgumentValue = { kind: "omitted" };

function setUp(invoke: (id: string, args: readonly unknown[]) => Promise<FunctionResult>) {
  let call: (call: FunctionCall) => Answer = () => ({ kind: "pending" });
  const again: number[] = [];
  const host: FunctionHost = { registerFunctions: (_, __, given) => (call = given), recalculate: (cells) => void again.push(cells.length) };
  const asked: { id: string; args: readonly unknown[] }[] = [];
  const functions = connectAddinFunctions({ host, functions: [breakeven, total, words, many], prefix: "WHEEL.", sheetName: () => "Sheet1", invoke: (id, args) => (asked.push({ id, args }), invoke(id, args)) });
  /** As the engine does: asks, waits, asks again. */
  const answer = async (functionId: string, args: ArgumentValue[], at = cell): Promise<Answer> => {
    const first = call({ cell: at, functionId, args });
    if (first.kind !== "pending") return first;
    await functions.idle();
    return call({ cell: at, functionId, args });
  };
  return { answer, asked, again, functions, call: (c: FunctionCall) => call(c) };
}

const subtract = (_: string, [strike, premium, fees]: readonly unknown[]): Promise<FunctionResult> =>
  Promise.resolve((strike as number) > 0 ? { ok: true, value: (strike as number) - (premium as number) + ((fees as number | null) ?? 0) } : { ok: false, message: "strike must be above zero", code: 7 });

test("a call is pending, then has its value; the same arguments are not asked for again", async () => {
  const { answer, functions, asked, again } = setUp(subtract);
  expect(await answer("BREAKEVEN", [one(50), one(1.25)])).toEqual({ kind: "value", value: 48.75 });
  expect(await answer("BREAKEVEN", [one(50), one(1.25)], { ...cell, row: 9 })).toEqual({ kind: "value", value: 48.75 });
  expect(asked).toEqual([{ id: "BREAKEVEN", args: [50, 1.25, null] }]);
  expect([functions.calls, again]).toEqual([1, [1]]);
});

test("200 cells that wait are calculated again together", async () => {
  const { call, again, functions } = setUp(subtract);
  for (let row = 0; row < 200; row++) call({ cell: { ...cell, row }, functionId: "BREAKEVEN", args: [one(50 + row), one(1)] });
  await functions.idle();
  expect(again.reduce((a, b) => a + b, 0)).toBe(200);
  expect(again.length).toBeLessThanOrEqual(2);
});

test("arguments come as Excel hands them over", async () => {
  const { answer, asked } = setUp(() => Promise.resolve({ ok: true, value: 0 }));
  await answer("BREAKEVEN", [one(null), one("1.5"), one(true)]);
  await answer("BREAKEVEN", [one(1), one(2), omitted]);
  await answer("TOTAL", [one(7)]);
  await answer("TOTAL", [range([1, null], ["x", true])]);
  await answer("WORDS", [one(12), one("true")]);
  await answer("WORDS", [one(null)]);
  await answer("MANY", [one(1), one(2), one(3)]);
  expect(asked.map(({ args }) => args)).toEqual([[0, 1.5, 1], [1, 2, null], [[[7]]], [[[1, null], ["x", true]]], ["12", true], ["", null], [[1, 2, 3]]]);
});

test("a text where a number is expected, a missing argument and an error in one never reach the add-in", async () => {
  const { answer, asked, functions } = setUp(subtract);
  expect(await answer("BREAKEVEN", [one("soon"), one(1)])).toEqual({ kind: "error", error: "#VALUE!", words: "strike must be a number" });
  expect(functions.wordsAt(cell)).toEqual({ error: "#VALUE!", words: "strike must be a number" });
  expect(await answer("BREAKEVEN", [one(50)])).toMatchObject({ error: "#VALUE!", words: "BREAKEVEN needs premium too" });
  expect(await answer("BREAKEVEN", [one({ error: "#N/A" }), one(1)])).toEqual({ kind: "error", error: "#N/A", words: null });
  expect(functions.wordsAt(cell)).toBeNull();
  expect(asked).toEqual([]);
});

test("errors reach parameters of any type where functions.json says so, and no others", async () => {
  const asked: unknown[] = [];
  let call: (call: FunctionCall) => Answer = () => ({ kind: "pending" });
  const host: FunctionHost = { registerFunctions: (_, __, given) => (call = given), recalculate: () => undefined };
  const functions = connectAddinFunctions({ host, functions: [breakeven, total], errorsToAny: true, prefix: "", sheetName: () => "", invoke: (_, args) => (asked.push(args), Promise.resolve({ ok: true, value: 0 })) });
  expect(call({ cell, functionId: "BREAKEVEN", args: [one({ error: "#N/A" }), one(1)] })).toMatchObject({ error: "#N/A" });
  call({ cell, functionId: "TOTAL", args: [range([1, { error: "#REF!" }])] });
  await functions.idle();
  expect(asked).toEqual([[[[1, { type: "Error", basicType: "Error", basicValue: "#REF!" }]]]]);
});

test("the add-in's errors keep their words beside the cell, until the cell is right again", async () => {
  const { answer, functions } = setUp(subtract);
  expect(await answer("BREAKEVEN", [one(-1), one(1)])).toMatchObject({ kind: "error", error: "#VALUE!" });
  expect(functions.wordsAt(cell)).toEqual({ error: "#VALUE!", words: "strike must be above zero" });
  await answer("BREAKEVEN", [one(50), one(1)]);
  expect(functions.wordsAt(cell)).toBeNull();
});

test.each([[1, "#N/A"], [5, "#DIV/0!"], [6, "#NUM!"], [7, "#VALUE!"], [2, "#VALUE!"], [8, "#NULL!"]])("code %i is %s", async (code, error) => {
  const { answer } = setUp(() => Promise.resolve({ ok: false, message: "why", code }));
  expect(await answer("TOTAL", [one(1)])).toEqual({ kind: "error", error, words: "why" });
});

test("a call that breaks is an error with its words, not silence", async () => {
  const { answer } = setUp(() => Promise.reject(new Error("the pane is gone")));
  expect(await answer("TOTAL", [one(1)])).toEqual({ kind: "error", error: "#VALUE!", words: "the pane is gone" });
});

describe("a function of single values over ranges", () => {
  test("answers for each place", async () => {
    const { answer } = setUp(subtract);
    expect(await answer("BREAKEVEN", [range([50], [60]), one(1)])).toEqual({ kind: "matrix", rows: [[49], [59]] });
  });
  test("a row and a column make a table", async () => {
    const { answer, functions } = setUp(subtract);
    expect(await answer("BREAKEVEN", [range([50], [60]), range([1, 2, 3])])).toEqual({ kind: "matrix", rows: [[49, 48, 47], [59, 58, 57]] });
    expect(functions.calls).toBe(6);
  });
  test("where one range ends too early stands #N/A, and each wrong place has its own words", async () => {
    const { answer, functions } = setUp(subtract);
    expect(await answer("BREAKEVEN", [range([50], [-1], [70]), range([1], [2])])).toEqual({ kind: "matrix", rows: [[49], [{ error: "#VALUE!" }], [{ error: "#N/A" }]] });
    expect(functions.wordsAt({ ...cell, row: 2 })).toEqual({ error: "#VALUE!", words: "strike must be above zero" });
    await answer("BREAKEVEN", [range([50], [60], [70]), one(1)]);
    expect(functions.wordsAt({ ...cell, row: 2 })).toBeNull();
  });
  test("a whole range is one call where the function takes a range", async () => {
    const { answer, functions } = setUp(() => Promise.resolve({ ok: true, value: [[1, 2], [3, 4]] }));
    expect(await answer("TOTAL", [range([1], [2])])).toEqual({ kind: "matrix", rows: [[1, 2], [3, 4]] });
    expect(functions.calls).toBe(1);
  });
});

test("streaming and volatile functions are refused by name", () => {
  const host: FunctionHost = { registerFunctions: () => undefined, recalculate: () => undefined };
  expect(() => connectAddinFunctions({ host, functions: [{ ...total, options: { stream: true } }], prefix: "", sheetName: () => "", invoke: () => Promise.reject(new Error()) })).toThrow(/TOTAL/);
});
