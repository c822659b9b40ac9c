import type { HeadlessEngine } from "../../workbench/engine/headless";
import { loadHeadless } from "../../workbench/engine/load";

const ROWS = 120;
const OF_ROW = ["=T[[#This Row],[Strike]]*2", '=IF(T[[#This Row],[Kind]]="Put",T[[#This Row],[Twice]],0)'];
const READERS = [
  "=SUM(T[Twice])", '=SUMIFS(T[Twice],T[Kind],"Put")', "=SUMPRODUCT(LEN(T[Kind])*CODE(MID(T[Kind],1,1)),T[Strike])", "=SUM(INDEX(T[Strike],1):INDEX(T[Strike],H1))", "=SUM(OFFSET(T[[#Headers],[Strike]],1,0,H1,1))",
  "=COUNTA(T[Kind])&SUM(T[Strike])", "=TODAY()+H1*0", "=SUM(Sizes)", '=SUMPRODUCT((T[Kind]="Put")*T[Strike])', "=COUNT(T[Strike])",
  '=IF(H1=3,SUM(T[Strike]),SUMPRODUCT(T[Strike]*2))', '=IF(H1>3,T[[#Headers],[Kind]],IF(COUNT(T[Strike])>118,A4,1/0))', '=SUM(IF(H1=5,INDEX(T[Strike],2):INDEX(T[Strike],3),T[Strike]))', '=IF(1/0,1,2)', '=IF(H1,IF(A3="","none",A3),0)',
  '=COUNTIFS(T[Kind],"put",T[Strike],">5")', '=COUNTIFS(T[Kind],T[Kind])', '=IF(SUM(T[Strike])>20000,"more","less")', '=I18&"!"', "=LEN(I19)+SUM(I18:I19)+COUNTA(I16:I19)", '=OR(SUMPRODUCT(ISNUMBER(FIND({"*","u"},B4))*1)>0,H1=3)',
  "=SUBTOTAL(109,T[Strike])", "=A4*TODAY()", "=I23&I18",
];
const engines: HeadlessEngine[] = [];
afterEach(() => jest.useRealTimers());
afterAll(() => engines.forEach((engine) => engine.dispose()));

interface Step {
  readonly words: string;
  readonly seen: unknown[][];
  /** Formulas that were looked at or worked out. */
  readonly formulas: number;
}

/** A table with formulas, and others that read it in all ways there are; then one thing after the other changes. */
async function run(quick: boolean): Promise<readonly Step[]> {
  jest.useFakeTimers({ doNotFake: ["setTimeout", "clearTimeout", "setInterval", "clearInterval", "setImmediate", "clearImmediate", "queueMicrotask", "nextTick", "performance", "requestIdleCallback", "cancelIdleCallback"], now: new Date(2026, 4, 29, 23, 50) });
  let engine!: HeadlessEngine;
  const cellData: Record<number, Record<number, object>> = { 0: { 7: { v: 3, t: 2 } } };
  ["Strike", "Kind", "Twice", "Puts"].forEach((header, column) => (cellData[0]![column] = { v: header, t: 1 }));
  for (let row = 1; row <= ROWS; row++) cellData[row] = { 0: { v: row * 1.5, t: 2 }, 1: { v: ["Put", "call", "Shares"][row % 3], t: 1 } };
  const sheet1 = { id: "sheet1", name: "Sheet1", rowCount: ROWS + 5, columnCount: 12, cellData };
  jest.isolateModules(() => (engine = loadHeadless().createHeadless({ quick, book: { id: "book", name: "Book1", sheetOrder: ["sheet1"], sheets: { sheet1 } } })));
  engines.push(engine);
  const sheet = engine.api.getActiveWorkbook()!.getActiveSheet();
  const looking = jest.spyOn(engine.lib.FormulaRuntimeService.prototype, "setCurrent");
  const steps: Step[] = [];
  const step = async (words: string, change: () => unknown) => {
    looking.mockClear();
    const calculated = engine.calculated();
    await change();
    await calculated;
    steps.push({ words, formulas: looking.mock.calls.length, seen: sheet.getRange(0, 0, ROWS + 2, 11).getCellDataGrid().map((row) => row.map((cell) => cell?.v)) });
  };
  const put = (row: number, column: number, value: object | string | number) => sheet.getRange(row, column).setValue(value as never);

  await sheet.addTable("T", sheet.getRange(0, 0, ROWS + 1, 4).getRange(), "t", {});
  engine.injector.get(engine.lib.ICommandService).syncExecuteCommand("formula.mutation.set-defined-name", { unitId: "book", id: "sizes", name: "Sizes", formulaOrRefString: "Sheet1!$A$2:$A$20", comment: "" });
  await step("formulas", () => sheet.getRange(1, 2, ROWS, 2).setValues(Array.from({ length: ROWS }, () => OF_ROW.map((f) => ({ f })))));
  await step("readers", () => sheet.getRange(0, 8, READERS.length, 1).setValues(READERS.map((f) => [{ f }])));
  await step("a number", () => put(3, 0, 1000));
  await step("a word", () => put(3, 1, "Put"));
  await step("another number in that row", () => put(3, 0, 0.5));
  await step("the size by which others find their range", () => put(0, 7, 5));
  await step("a number inside that range", () => put(5, 0, 77));
  await step("a number in the place of a formula", () => put(9, 2, 3));
  await step("and what it read", () => put(9, 0, 11));
  await step("a formula in its place again", () => put(9, 2, { f: "=T[[#This Row],[Strike]]+1" }));
  await step("and what it reads", () => put(9, 0, 12));
  await step("an error", () => put(4, 0, { f: "=1/0" }));
  await step("none", () => put(4, 0, 4));
  await step("a sum and its double", () => sheet.getRange(0, 10, 2, 1).setValues([[{ f: "=SUM(T[Strike])" }], [{ f: "=K1*2" }]]));
  await step("what they read", () => put(7, 0, 8.25));
  await step("a number that is a text by its format", async () => {
    sheet.getRange(8, 0).setNumberFormat("@");
    put(7, 0, 8.5);
  });
  await step("a hidden row", () => {
    sheet.hideRows(9, 1);
    put(7, 0, 8.75);
  });
  await step("one number large enough", () => put(7, 0, 90_000));
  await step("and one that changes nothing of that", () => put(7, 0, 91_000));
  await step("what spills", () => put(ROWS + 1, 10, { f: "=SUM(T[Twice])" }));
  await step("after midnight", () => {
    jest.setSystemTime(new Date(2026, 4, 30, 0, 1));
    put(7, 0, 8);
  });
  await step("an empty cell", () => put(2, 0, ""));
  looking.mockRestore();
  return steps;
}

test("as long as only values change, only what they touch is looked at, and all is as Univer has it by itself: sums, names, ranges that are found, another day", async () => {
  const plain = await run(false);
  const quick = await run(true);
  expect(quick.map(({ words, seen }) => ({ words, seen }))).toEqual(plain.map(({ words, seen }) => ({ words, seen })));
  const of = (steps: readonly Step[], wanted: string) => steps.find(({ words }) => words === wanted)!;
  for (const words of ["another number in that row", "a number inside that range", "what they read"]) {
    expect(of(plain, words).formulas).toBeGreaterThan(2 * ROWS);
    expect(of(quick, words).formulas).toBeLessThan(60);
  }
  const today = (steps: readonly Step[], words: string) => of(steps, words).seen[6]![8];
  expect(Number(today(quick, "after midnight"))).toBe(Number(today(quick, "what spills")) + 1);
}, 60_000);

test("what follows from something that has come to the same is not worked out, and not written again", async () => {
  let engine!: HeadlessEngine;
  const cellData = { 0: { 0: { v: 1, t: 2 } } };
  jest.isolateModules(() => (engine = loadHeadless().createHeadless({ quick: true, book: { id: "book", name: "Book1", sheetOrder: ["sheet1"], sheets: { sheet1: { id: "sheet1", name: "Sheet1", cellData } } } })));
  engines.push(engine);
  const sheet = engine.api.getActiveWorkbook()!.getActiveSheet();
  const functions = engine.injector.get(engine.lib.IFunctionService);
  const [upper, len] = ["UPPER", "LEN"].map((name) => jest.spyOn(functions.getExecutor(name as never)!, "calculate"));
  let written = 0;
  engine.injector.get(engine.lib.ICommandService).onCommandExecuted(({ id, params }) => {
    const { cellValue } = params as { cellValue?: Record<string, object> };
    if (id === "sheet.mutation.set-range-values") written += Object.values(cellValue ?? {}).reduce((sum, row) => sum + Object.keys(row).length, 0);
  });
  const workedOut = async (cell: number, value: object | number) => {
    [upper, len].forEach((one) => one!.mockClear());
    written = 0;
    const calculated = engine.calculated();
    sheet.getRange(0, cell).setValue(value as never);
    await calculated;
    return [sheet.getRange(0, 3).getValue(), { upper: upper!.mock.calls.length, len: len!.mock.calls.length, written }];
  };
  await workedOut(1, { f: '=IF(A1>0,"up","down")' });
  await workedOut(2, { f: "=UPPER(B1)" });
  await workedOut(3, { f: "=LEN(C1)+A1" });
  expect(await workedOut(0, 2)).toEqual([4, { upper: 0, len: 1, written: 2 }]);
  expect(await workedOut(0, -1)).toEqual([3, { upper: 1, len: 1, written: 4 }]);
  expect(await workedOut(0, 5)).toEqual([7, { upper: 1, len: 1, written: 4 }]);
}, 60_000);

test("what follows from TODAY is worked out anew on another day, not when a formula comes", async () => {
  jest.useFakeTimers({ doNotFake: ["setTimeout", "clearTimeout", "setInterval", "clearInterval", "setImmediate", "clearImmediate", "queueMicrotask", "nextTick", "performance", "requestIdleCallback", "cancelIdleCallback"], now: new Date(2026, 4, 29, 23, 50) });
  let engine!: HeadlessEngine;
  jest.isolateModules(() => (engine = loadHeadless().createHeadless({ quick: true, book: { id: "book", name: "Book1", sheetOrder: ["sheet1"], sheets: { sheet1: { id: "sheet1", name: "Sheet1" } } } })));
  engines.push(engine);
  const sheet = engine.api.getActiveWorkbook()!.getActiveSheet();
  const today = jest.spyOn(engine.injector.get(engine.lib.IFunctionService).getExecutor("TODAY" as never)!, "calculate");
  const put = async (column: number, f: string) => {
    today.mockClear();
    const calculated = engine.calculated();
    sheet.getRange(0, column).setValue({ f });
    await calculated;
    return [sheet.getRange(0, 0).getRawValue(), today.mock.calls.length];
  };
  const [day] = await put(0, "=TODAY()");
  expect(await put(1, "=1+1")).toEqual([day, 0]);
  expect(await put(2, "=A1+B1")).toEqual([day, 0]);
  jest.setSystemTime(new Date(2026, 4, 30, 0, 1));
  expect(await put(3, "=1+2")).toEqual([Number(day) + 1, 1]);
  expect(sheet.getRange(0, 2).getRawValue()).toBe(Number(day) + 3);
  expect(await put(4, "=1+3")).toEqual([Number(day) + 1, 0]);
}, 60_000);

test("of an IF only the branch that is taken is worked out, the other one when the condition turns", async () => {
  let engine!: HeadlessEngine;
  const cellData = { 0: { 0: { v: 1, t: 2 }, 1: { v: 2, t: 2 } } };
  jest.isolateModules(() => (engine = loadHeadless().createHeadless({ quick: true, book: { id: "book", name: "Book1", sheetOrder: ["sheet1"], sheets: { sheet1: { id: "sheet1", name: "Sheet1", cellData } } } })));
  engines.push(engine);
  const sheet = engine.api.getActiveWorkbook()!.getActiveSheet();
  const functions = engine.injector.get(engine.lib.IFunctionService);
  const [sum, max] = ["SUM", "MAX"].map((name) => jest.spyOn(functions.getExecutor(name as never)!, "calculate"));
  const workedOut = async (cell: number, value: object | number) => {
    [sum, max].forEach((one) => one!.mockClear());
    const calculated = engine.calculated();
    sheet.getRange(0, cell).setValue(value as never);
    await calculated;
    return [sheet.getRange(0, 2).getValue(), { sum: sum!.mock.calls.length, max: max!.mock.calls.length }];
  };
  expect(await workedOut(2, { f: "=IF(A1=1,SUM(B1,5),MAX(B1,100))" })).toEqual([7, { sum: 1, max: 0 }]);
  expect(await workedOut(1, 3)).toEqual([8, { sum: 1, max: 0 }]);
  expect(await workedOut(0, 2)).toEqual([100, { sum: 0, max: 1 }]);
  // what it came to with this cell is known
  expect(await workedOut(0, 1)).toEqual([8, { sum: 0, max: 0 }]);
});
