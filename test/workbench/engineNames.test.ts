import { loadHeadless } from "../../workbench/engine/load";
import { UniverGrid } from "../../workbench/grid/univer";

/* Names that are functions, in the workbench's engine: what Univer lacks of LAMBDA is added in workbench/engine/namedFunctions.ts. */

let grid: UniverGrid;
let sheet: string;
beforeAll(() => {
  grid = new UniverGrid(loadHeadless().createHeadless());
  sheet = grid.activeSheet();
  grid.addName("GROW", "=LAMBDA(value,rate,[periods],LET(n,IF(ISOMITTED(periods),1,periods),value*(1+rate)^n))");
  grid.addName("ALL_OPTIONAL", "=LAMBDA([x],[y],IF(ISOMITTED(x),2,x)*IF(ISOMITTED(y),1,y+10))");
  grid.write(sheet, { row: 0, column: 8, rows: 2, columns: 1 }, [[{ value: 3 }], [{ value: "" }]]);
});
afterAll(async () => {
  await grid.settled();
  grid.dispose();
});

const at = (row: number) => grid.read(sheet, { row, column: 0, rows: 1, columns: 1 })[0]![0]!.value;
async function shown(formula: string, row = 0): Promise<unknown> {
  grid.type(sheet, row, 0, formula);
  await grid.settled();
  return at(row);
}

test.each([
  ["=ROUND(GROW(100,0.1,2),9)", 121],
  ["=ROUND(GROW(100,0.1),9)", 110],
  ["=ROUND(GROW(100,0.1,),9)", 110],
  ["=ROUND(GROW(GROW(100,0.1),0.1),9)", 121],
  ["=ROUND(GROW(100,0.1,I1),9)", 133.1],
  ["=ALL_OPTIONAL()", 2],
  ["=ALL_OPTIONAL(,7)", 34],
  ["=ALL_OPTIONAL(5)+ALL_OPTIONAL(5,0)", 55],
  // a blank cell is something: 0
  ["=ALL_OPTIONAL(5,I2)", 50],
  ["=GROW(100)", "#VALUE!"],
  ["=LAMBDA(x,[y],IF(ISOMITTED(y),x,y))(4)", 4],
])("%s", async (formula, wanted) => {
  expect(await shown(formula)).toBe(wanted);
});

test("a formula that calls a name is calculated when the name comes, changes and goes, and keeps its text", async () => {
  expect(await shown("=LATER(2)", 3)).toBe("#NAME?");
  grid.addName("LATER", "=LAMBDA(x,x*10)");
  await grid.settled();
  expect(at(3)).toBe(20);
  grid.removeName("LATER");
  await grid.settled();
  expect(at(3)).toBe("#NAME?");
  grid.addName("LATER", "=LAMBDA(x,[y],x*100)");
  await grid.settled();
  expect(at(3)).toBe(200);
  expect(grid.shownFormula(sheet, 3, 0)).toBe("=LATER(2)");
});

test("a formula that stands in no cell is worked out", async () => {
  expect(await grid.evaluate("=ROUND(GROW(100,0.1),6)")).toBe(110);
  expect(await grid.evaluate("=NO_SUCH(1)")).toBe("#NAME?");
});
