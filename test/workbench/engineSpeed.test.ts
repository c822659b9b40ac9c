import type { HeadlessEngine } from "../../workbench/engine/headless";
import { loadHeadless } from "../../workbench/engine/load";

const [ROWS, SPARE] = [120, 5];
const FORMULAS = [
  '=IF(T[[#This Row],[Kind]]="put",IF(OR(T[[#This Row],[Kind]]="Put",T[[#This Row],[Kind]]="Call"),T[[#This Row],[Strike]]*2,0),-T[[#This Row],[Strike]])',
  '=SUM((T[[#This Row],[Kind]]={"Put","Call","1/2"})*{1,2,4})',
  "=SUM(T[Strike])+T[[#This Row],[C0]]",
  "=INDEX(T[Strike],2)+OFFSET(T[[#This Row],[Strike]],0,0,1,1)*0+COUNT(T[Strike])",
  "=A2+SUM(A$2:B2)",
  '=SUMIFS(T[Strike],T[Kind],"put")',
];
const engines: HeadlessEngine[] = [];
afterAll(() => engines.forEach((engine) => engine.dispose()));

interface Run {
  readonly seen: unknown[][][];
  /** Texts that were read into trees, and computing time, of the calculation after the table was made. */
  readonly texts: number;
  readonly time: number;
  /** Cells that were calculated, and comparisons of a whole column, when the table grew by a row. */
  readonly calculated: number;
  readonly compared: number;
}

/** A table is made and calculated, a cell is edited, the table grows by a row, a formula is changed: every result, after each step. */
async function run(quick: boolean): Promise<Run> {
  let engine!: HeadlessEngine;
  const width = 2 + FORMULAS.length;
  const cellData: Record<number, Record<number, object>> = { 0: {} };
  ["Strike", "Kind", ...FORMULAS.map((_, index) => `C${index}`)].forEach((header, column) => (cellData[0]![column] = { v: header, t: 1 }));
  for (let row = 1; row <= ROWS; row++) cellData[row] = { 0: { v: row * 1.5, t: 2 }, 1: { v: ["Put", "call", "Shares", "1/2"][row % 4], t: 1 } };
  const sheet1 = { id: "sheet1", name: "Sheet1", rowCount: ROWS + SPARE, columnCount: width + 1, cellData };
  jest.isolateModules(() => (engine = loadHeadless().createHeadless({ quick, book: { id: "book", name: "Book1", sheetOrder: ["sheet1"], sheets: { sheet1 } } })));
  engines.push(engine);
  const reading = jest.spyOn(engine.lib.LexerTreeBuilder.prototype, "treeBuilder");
  const book = engine.api.getActiveWorkbook()!;
  const sheet = book.getActiveSheet();
  const seen: unknown[][][] = [];
  const step = async (change: () => unknown): Promise<void> => {
    if (!quick) engine.injector.get(engine.lib.IFunctionService).deleteFormulaAstCacheKey(""); // Univer by itself keeps the old range of a table that has grown
    const calculated = engine.calculated();
    await change();
    await calculated;
    seen.push(sheet.getRange(0, 0, ROWS + SPARE, width).getCellDataGrid().map((row) => row.map((cell) => cell?.v)));
  };
  await sheet.addTable("T", sheet.getRange(0, 0, ROWS + 1, width).getRange(), "t", {});
  reading.mockClear();
  const before = process.cpuUsage();
  await step(() => sheet.getRange(1, 2, ROWS, FORMULAS.length).setValues(Array.from({ length: ROWS }, () => FORMULAS.map((f) => ({ f })))));
  const spent = process.cpuUsage(before);
  const texts = reading.mock.calls.length;
  await step(() => sheet.getRange(3, 0).setValue(1000));
  const calculating = jest.spyOn(engine.lib.FormulaRuntimeService.prototype, "setRuntimeData");
  const comparing = jest.spyOn(engine.lib.ArrayValueObject.prototype, "compare");
  await step(async () => {
    await sheet.setTableRange("t", sheet.getRange(0, 0, ROWS + 2, width).getRange());
    sheet.getRange(ROWS + 1, 0, 1, width).setValues([[{ v: 7 }, { v: "Put" }, ...FORMULAS.map((f) => ({ f }))]]);
  });
  const [calculated, compared] = [calculating.mock.calls.length, comparing.mock.calls.length];
  await step(() => sheet.getRange(2, 2).setValue({ f: "=T[[#This Row],[Strike]]+0.5" }));
  await step(() => sheet.getRange(2, 1).setValue("1/2 "));
  return { seen, texts, time: spent.user + spent.system, calculated, compared };
}

let plain: Run;
let quick: Run;
beforeAll(async () => {
  plain = await run(false);
  quick = await run(true);
}, 60_000);

test("the hastened engine finds what Univer finds, step by step: edited, grown, changed", () => {
  expect(quick.seen).toEqual(plain.seen);
  const [made, edited, grown, changed] = quick.seen;
  expect(made![1]!.slice(2, 6)).toEqual([-1.5, 2, 10888.5, 123]);
  expect(edited![1]![4]).toBe(made![1]![4] as number + 995.5);
  expect(grown![1]![4]).toBe(edited![1]![4] as number + 7);
  expect(grown![ROWS + 1]!.slice(2, 6)).toEqual([14, 1, 11906.5, 124]);
  expect(changed![2]![2]).toBe(3.5);
});
test("after a table was made each text is read once, not twice for every cell", () => {
  expect(quick.texts).toBeLessThanOrEqual(ROWS / 2);
  expect(plain.texts).toBeGreaterThan(ROWS * FORMULAS.length);
});
test("which takes less computing time", () => expect(quick.time).toBeLessThan(plain.time));
test("when the table grows by a row, formulas that read their own row only are left as they are", () => {
  const ofOwnRow = 2; // the first two of FORMULAS; the fifth reads cells of the sheet
  expect(plain.calculated).toBeGreaterThanOrEqual((ROWS + 1) * FORMULAS.length);
  expect(quick.calculated).toBeLessThanOrEqual((ROWS + 1) * (FORMULAS.length - ofOwnRow - 1) + 2 * FORMULAS.length);
});
test("a column is compared with a criterion once, not for each cell that asks", () => {
  expect(plain.compared).toBeGreaterThan(ROWS);
  expect(quick.compared).toBeLessThan(ROWS / 4);
});
