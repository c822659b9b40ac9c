import { loadHeadless } from "../../workbench/engine/load";
import type { HeadlessEngine } from "../../workbench/engine/headless";
import type { CURES } from "../../workbench/engine/patches";

const engines: HeadlessEngine[] = [];
afterEach(() => engines.splice(0).forEach((engine) => engine.dispose()));

/** A fresh copy of the engine: its cures change prototypes, so every set of them needs its own. */
function engineWith(cures?: typeof CURES): HeadlessEngine {
  let engine!: HeadlessEngine;
  jest.isolateModules(() => (engine = loadHeadless().createHeadless({ cures, book: log })));
  engines.push(engine);
  return engine;
}

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
    expect(await afterHalfTyped(engineWith(["sheets", "trees"]))).toMatch(/^#/);
  });

  test("INDEX over a table of another sheet reads that sheet", async () => {
    expect(await evaluate(engineWith(), "=INDEX(Trades[Strike],2)")).toBe(12);
    expect(await evaluate(engineWith(["brackets", "trees"]), "=INDEX(Trades[Strike],2)")).not.toBe(12);
  });

  test("the same LET formula can be read twice", async () => {
    const twice = async (engine: HeadlessEngine) => {
      const formula = "=LET(total,SUM(Trades[Strike]),total*100)";
      await evaluate(engine, formula);
      engine.injector.get(engine.lib.IFunctionService).deleteFormulaAstCacheKey("");
      return evaluate(engine, formula, "A2");
    };
    expect(await twice(engineWith())).toBe(7200);
    expect(await twice(engineWith(["brackets", "sheets"]))).toBe("#VALUE!");
  });
});
