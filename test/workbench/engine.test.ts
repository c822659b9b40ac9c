import { loadHeadless } from "../../workbench/engine/load";
import type { HeadlessEngine } from "../../workbench/engine/headless";
import { CURES } from "../../workbench/engine/patches";

const engines: HeadlessEngine[] = [];
afterEach(() => engines.splice(0).forEach((engine) => engine.dispose()));

/** A fresh copy of the engine: its cures change prototypes, so every set of them needs its own. */
function engineWith(cures?: typeof CURES): HeadlessEngine {
  let engine!: HeadlessEngine;
  jest.isolateModules(() => (engine = loadHeadless().createHeadless({ cures, book: structuredClone(log) })));
  engines.push(engine);
  return engine;
}

const engineWithout = (cure: (typeof CURES)[number]) => engineWith(CURES.filter((one) => one !== cure));

const log = {
  id: "book",
  name: "Book1",
  sheetOrder: ["log", "calc"],
  sheets: {
    log: { id: "log", name: "Log", rowCount: 100, columnCount: 20, cellData: { 0: { 0: { v: "Ticker", t: 1 }, 1: { v: "Strike", t: 1 } }, 1: { 0: { v: "KO", t: 1 }, 1: { v: 60, t: 2 } }, 2: { 0: { v: "F", t: 1 }, 1: { v: 12, t: 2 } } } },
    calc: { id: "calc", name: "Calc", rowCount: 100, columnCount: 20, cellData: {} },
  },
};

async function evaluate(engine: HeadlessEngine, formula: string, at = "A1"): Promise<unknown> {
  const book = engine.api.getActiveWorkbook()!;
  const sheet = book.getSheetByName("Log")!;
  if (sheet.getSubTableInfos().length === 0) await sheet.addTable("Trades", sheet.getRange("A1:B3").getRange(), "t1", {});
  const cell = book.getSheetByName("Calc")!.getRange(at);
  cell.setValue({ f: formula });
  await engine.calculated();
  return cell.getRawValue();
}

describe("the engine without a window", () => {
  test("calculates native formulas", async () => {
    const engine = engineWith();
    expect(await evaluate(engine, "=ROUND(XIRR({-100,110},{45000,45365}),9)")).toBeCloseTo(0.1, 9);
    expect(await evaluate(engine, "=SUM(Trades[Strike])")).toBe(72);
  });
});

describe("cures of engine bugs, each with and without", () => {
  test("a half-typed table reference does not spoil later ones", async () => {
    const afterHalfTyped = async (engine: HeadlessEngine) => {
      await evaluate(engine, "=1");
      engine.injector.get(engine.lib.LexerTreeBuilder).sequenceNodesBuilder("=SUM(Trades["); // what the formula bar does on every key
      return evaluate(engine, "=SUM(Trades[Strike])+1");
    };
    expect(await afterHalfTyped(engineWith())).toBe(73);
    expect(await afterHalfTyped(engineWithout("brackets"))).toMatch(/^#/);
  });

  test("INDEX over a table of another sheet reads that sheet", async () => {
    expect(await evaluate(engineWith(), "=INDEX(Trades[Strike],2)")).toBe(12);
    expect(await evaluate(engineWithout("sheets"), "=INDEX(Trades[Strike],2)")).not.toBe(12);
  });

  test("the same LET formula can be read twice", async () => {
    const twice = async (engine: HeadlessEngine) => {
      const formula = "=LET(total,SUM(Trades[Strike]),total*100)";
      await evaluate(engine, formula);
      engine.injector.get(engine.lib.IFunctionService).deleteFormulaAstCacheKey("");
      return evaluate(engine, formula, "A2");
    };
    expect(await twice(engineWith())).toBe(7200);
    expect(await twice(engineWithout("trees"))).toBe("#VALUE!");
  });

  test("a cell beyond the sheet's present edge is blank, and counts when it is written; beyond Excel's edge there is nothing", async () => {
    const engine = engineWith();
    expect(await evaluate(engine, "=Log!ZZ5000+1")).toBe(1);
    expect(await evaluate(engine, "=SUM(Log!ZY4990:ZZ5000)", "A2")).toBe(0);
    expect(await evaluate(engine, "=XFD1048576", "A3")).toBe(0);
    expect(await evaluate(engine, "=A1048577", "A4")).toBe("#NAME?");
    const sheet = engine.api.getActiveWorkbook()!.getSheetByName("Log")!;
    sheet.setRowCount(5100);
    sheet.setColumnCount(710);
    sheet.getRange("ZZ5000").setValue(41);
    await engine.calculated();
    expect(engine.api.getActiveWorkbook()!.getSheetByName("Calc")!.getRange("A1:A2").getRawValues()).toEqual([[42], [41]]);
    expect(await evaluate(engineWithout("edges"), "=Log!ZZ5000+1")).toBe("#NAME?");
  });
});
