import type { HeadlessEngine } from "../../workbench/engine/headless";
import { loadHeadless } from "../../workbench/engine/load";

const engines: HeadlessEngine[] = [];
afterAll(() => engines.forEach((engine) => engine.dispose()));
afterEach(() => jest.restoreAllMocks());

/** Formulas of a sheet that read another one; then that sheet gets a row above them and another name, and what they read changes, several times. */
async function run(quick: boolean): Promise<{ readonly values: unknown[]; readonly complaints: number }> {
  let engine!: HeadlessEngine;
  const size = { rowCount: 20, columnCount: 5 };
  const book = {
    id: "book",
    name: "Book1",
    sheetOrder: ["a", "b"],
    sheets: { a: { id: "a", name: "A", ...size, cellData: { 0: { 0: { f: "=C1*1" }, 1: { v: 2, t: 2 }, 2: { v: 1, t: 2 } } } }, b: { id: "b", name: "B", ...size, cellData: {} } },
  };
  jest.isolateModules(() => (engine = loadHeadless().createHeadless({ quick, book })));
  engines.push(engine);
  const complaints = jest.spyOn(console, "error").mockImplementation(() => undefined);
  const [a, b] = ["a", "b"].map((id) => engine.api.getActiveWorkbook()!.getSheetBySheetId(id)!);
  const step = async (change: () => unknown) => {
    const calculated = engine.calculated();
    change();
    await calculated;
  };
  await step(() => b!.getRange("A1:B2").setValues([[{ f: "=A!A1+A!B1" }, { f: "=SUM(A!A1:B1)" }], [{ f: "=SUM(A!A:A)" }, { f: "=A1+B1" }]]));
  const values: unknown[] = [];
  for (let i = 1; i <= 3; i++) {
    b!.insertRowsBefore(0, 1);
    b!.setName(`B${i}`);
    await step(() => a!.getRange("C1").setValue(i));
    b!.getRange(i, 0).setValue({ f: "=A!A1+A!B1" });
    await step(() => a!.getRange("C1").setValue(10 * i));
    values.push(b!.getRange(i, 0, 2, 2).getCellDataGrid().map((row) => row.map((cell) => cell?.v)));
  }
  const said = complaints.mock.calls.filter(([words]) => String(words).startsWith("Dependency tree not found")).length;
  return { values, complaints: said };
}

test("formulas that read another sheet follow it when theirs gets rows and another name, and nobody looks for the ones that were there before", async () => {
  const quick = await run(true);
  expect(quick.values).toEqual([10, 20, 30].map((first) => [[first + 2, first + 2], [first, 2 * (first + 2)]]));
  expect(quick.complaints).toBe(0);
});

test("Univer by itself does look for them: when this fails, it has learned, and the cure can go", async () => {
  expect((await run(false)).complaints).toBeGreaterThan(0);
});
