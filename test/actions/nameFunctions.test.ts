import { giveNames, readNames, takeNames } from "../../src/actions/nameFunctions";
import { price } from "../../src/calc/pricing/european";
import { namedFunctions } from "../../src/journal/names";
import { loadHeadless } from "../../workbench/engine/load";
import { UniverGrid } from "../../workbench/grid/univer";
import { type ExcelInNode, excelInNode } from "../../workbench/harness/inNode";
import { closeExcel, openExcel } from "../workbook/journalInNode";
import { asUser, refusal } from "./helpers";

/* Names in a workbook that calculates: given, called in cells, brought up to date, taken away, and put back by Undo. docs/spec/names.md §3. */

jest.setTimeout(120_000);
let excel: ExcelInNode<UniverGrid>;
let uninstall: () => void;
beforeEach(async () => {
  excel = await excelInNode({ grid: new UniverGrid(loadHeadless().createHeadless()) });
  uninstall = excel.install();
});
afterEach(async () => {
  await excel.workbook.settled();
  uninstall();
  excel.grid.dispose();
  closeExcel();
});

const all = namedFunctions();
const names = () => excel.grid.names().map(({ name }) => name);
const definition = (name: string) => excel.grid.names().find((one) => one.name === name)?.formula;
const comment = (name: string) => excel.workbook.state.names[name.toLowerCase()]?.comment;
async function typed(formula: string): Promise<unknown> {
  const sheet = excel.grid.activeSheet();
  excel.grid.type(sheet, 0, 0, formula);
  await excel.grid.settled();
  return valueAt();
}
const valueAt = (): unknown => excel.grid.read(excel.grid.activeSheet(), { row: 0, column: 0, rows: 1, columns: 1 })[0]![0]!.value;

test("every name is one that Excel takes, its formula and its comment are not too long, and it has words of its own", () => {
  for (const { name, formula, comment: said } of all) {
    expect(name).toMatch(/^[A-Z]{2,3}(_[A-Z]+)+$/);
    expect(formula.length).toBeLessThan(3000);
    expect(said.length).toBeLessThanOrEqual(255);
    expect(said).toMatch(/^Wheel Journal: \S+ \S+/);
  }
  expect(new Set(all.map(({ name }) => name)).size).toBe(all.length);
  expect(all.length).toBeGreaterThanOrEqual(29);
});

test("given, they work in any cell, with what may be left out left out; a formula typed before is calculated then", async () => {
  expect(await typed("=CSP_BREAKEVEN(50,1.25)")).toBe("#NAME?");
  const { words } = await giveNames();
  expect(words).toBe(`Added ${all.length} functions as names: =CSP_BREAKEVEN(50,1.25) now works for everybody with Microsoft 365 or Excel 2024.`);
  expect(names().sort()).toEqual(all.map(({ name }) => name).sort());
  expect(comment("CSP_BREAKEVEN")).toBe("Wheel Journal: share price at which a put sold neither gains nor loses. The same as WHEEL.CSP_BREAKEVEN, for readers without the add-in.");
  await excel.grid.settled();
  expect(valueAt()).toBe(48.75);
  expect(await typed("=CSP_ROLL_CREDIT(2.1,2.35,2,2.6)")).toBeCloseTo(47.4, 9);
  expect(await typed("=ROUND(CSP_YIELD(50,0.95,45),6)")).toBe(0.154111);
  expect(await typed("=ROUND(CSP_YIELD(50,0.95,45,,\"net\",,TRUE),6)")).toBe(0.168352);
  expect(await typed("=CSP_COLLATERAL(CSP_STRIKE_FOR(45,1.5),2)")).toBe(9300);
  const european = price({ type: "put", spot: 52, strike: 50, days: 30, volatility: 0.35, rate: 0.04, dividendYield: 0 });
  expect(await typed("=OPT_PRICE(\"put\",52,50,30,0.35,0.04,,\"european\")")).toBeCloseTo(european, 9);
  expect(await typed("=OPT_PRICE(\"put\",52,50,30,0.35,0.04)")).toBe("#N/A");
  expect(await typed("=CSP_BREAKEVEN(-50,1.25)")).toBe("#VALUE!");
  expect(await typed("=CSP_BREAKEVEN(50,\"a lot\")")).toBe("#VALUE!");
  expect(await readNames()).toEqual({ all: all.length, there: all.length, taken: [] });
  expect(excel.failures).toEqual([]);
});

test("a second press writes nothing; Undo takes away what was added", async () => {
  const { undo } = await giveNames();
  excel.changes.length = 0;
  expect(await giveNames()).toEqual({ words: "The functions are there as names already." });
  expect(excel.changes).toEqual([]);
  expect((await undo!()).words).toBe(`Took ${all.length} names away.`);
  expect(names()).toEqual([]);
});

test("a name or a table of the user's is never overwritten, and told", async () => {
  await asUser((context) => {
    context.workbook.names.add("CSP_YIELD", "=0.05", "my own");
    const sheet = context.workbook.worksheets.getFirst();
    sheet.getRange("D1:D2").values = [["A"], [1]];
    sheet.tables.add("D1:D2", true).name = "opt_delta";
  });
  const { words, undo } = await giveNames();
  expect(words).toContain("Left alone, because this workbook has something of that name: CSP_YIELD and OPT_DELTA.");
  expect(definition("CSP_YIELD")).toBe("=0.05");
  expect(await readNames()).toEqual({ all: all.length, there: all.length - 2, taken: ["CSP_YIELD", "OPT_DELTA"] });
  await undo!();
  expect(names()).toEqual(["CSP_YIELD"]);
  expect(await takeNames()).toEqual({ words: "This workbook has none of the functions as names." });
});

test("names of a former version are brought up to date, and Undo gives them their old formulas again", async () => {
  const old = { formula: "=LAMBDA(strike,premium,strike-premium)", comment: "Wheel Journal: break-even." };
  await asUser((context) => void context.workbook.names.add("CSP_BREAKEVEN", old.formula, old.comment));
  const { words, undo } = await giveNames();
  expect(words).toContain("Brought 1 name up to date.");
  expect(definition("CSP_BREAKEVEN")).toBe(all[0]!.formula);
  expect((await undo!()).words).toBe(`Took ${all.length - 1} names away. 1 name is as before.`);
  expect([names(), definition("CSP_BREAKEVEN"), comment("CSP_BREAKEVEN")]).toEqual([["CSP_BREAKEVEN"], old.formula, old.comment]);
});

test("a name whose comment the user has changed is the user's: it is not brought up to date and not taken away", async () => {
  await giveNames();
  await asUser((context) => {
    const mine = context.workbook.names.getItem("CSP_CUSHION");
    mine.comment = "with my own rounding";
    mine.formula = "=LAMBDA(a,b,c,ROUND((a-b+c)/a,2))";
  });
  expect((await giveNames()).words).toContain("CSP_CUSHION");
  await takeNames();
  expect(names()).toEqual(["CSP_CUSHION"]);
});

test("taken away, cells say so; Undo brings them back as they were", async () => {
  await giveNames();
  expect(await typed("=CSP_BREAKEVEN(50,1.25)")).toBe(48.75);
  const { words, undo } = await takeNames();
  expect(words).toBe(`Took ${all.length} names away. Cells that use them show #NAME? now.`);
  await excel.grid.settled();
  expect([names(), valueAt()]).toEqual([[], "#NAME?"]);
  expect((await undo!()).words).toBe(`${all.length} names are back.`);
  await excel.grid.settled();
  expect([names().length, valueAt()]).toEqual([all.length, 48.75]);
});

test("cut off in the middle of a request, the names that are there count, and the next press adds the others", async () => {
  excel.faults.failAction(4, 30, "GeneralException");
  expect(await refusal(giveNames())).toMatchObject({ code: "GeneralException" });
  const { there } = await readNames();
  expect(there).toBeGreaterThan(0);
  expect(there).toBeLessThan(all.length);
  expect((await giveNames()).words).toContain(`Added ${all.length - there} functions as names`);
  expect(await readNames()).toMatchObject({ there: all.length });
});

test("a workbook of a newer version is left alone", async () => {
  excel.workbook.state.customProperties.WheelJournalSchema = 99;
  expect(await refusal(giveNames())).toMatchObject({ code: "NewerJournal" });
  expect(await refusal(takeNames())).toMatchObject({ code: "NewerJournal" });
});

describe("an Excel without LAMBDA", () => {
  const TOO_OLD = { code: "NoLambda", message: "This Excel is too old for functions as names: Microsoft 365, Excel 2024 and Excel on the web have them. Nothing was changed. Update Excel and try again, or share a copy: there, functions become formulas." };

  test("that takes the formula and cannot calculate it is told apart, and keeps nothing", async () => {
    uninstall();
    // the grid without an engine calculates nothing
    const { grid } = await openExcel();
    expect(await refusal(giveNames())).toMatchObject(TOO_OLD);
    expect(grid.names()).toEqual([]);
  });

  test("that refuses the formula is told apart, too", async () => {
    excel.faults.failAction(3, 1, "InvalidArgument");
    expect(await refusal(giveNames())).toMatchObject(TOO_OLD);
    expect(names()).toEqual([]);
  });
});
