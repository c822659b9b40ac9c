import { loadHeadless } from "../../workbench/engine/load";
import { UniverGrid } from "../../workbench/grid/univer";
import { oneCell, parseRect } from "../../workbench/grid/a1";
import type { CellInput, GridEvents } from "../../workbench/grid/grid";

let engine: ReturnType<ReturnType<typeof loadHeadless>["createHeadless"]>;
let grid: UniverGrid;
beforeEach(() => {
  engine = loadHeadless().createHeadless();
  grid = new UniverGrid(engine);
});
afterEach(() => grid.dispose());

const rect = (address: string) => parseRect(address)!;
const values = (address: string, sheetId = grid.activeSheet()) => grid.read(sheetId, rect(address)).map((row) => row.map((cell) => cell.value));
const inputs = (rows: readonly (readonly unknown[])[]): CellInput[][] => rows.map((row) => row.map((x) => (typeof x === "string" && x.startsWith("=") ? { formula: x } : { value: x as string | number | boolean })));
const write = (address: string, rows: readonly (readonly unknown[])[], sheetId = grid.activeSheet()) => grid.write(sheetId, rect(address), inputs(rows));
const trades = () => {
  write("A1:C3", [["Ticker", "Strike", "Price"], ["KO", 60, 62.5], ["F", 12, 11]]);
  const id = grid.addTable(grid.activeSheet(), rect("A1:C3"));
  grid.renameTable(id, "Trades");
  return id;
};

describe("calculation", () => {
  test("a formula that was just written has its value when the grid is settled, without waiting for the engine's debounce", async () => {
    const started = Date.now();
    for (let i = 0; i < 40; i++) {
      write("A1:B1", [[i, "=A1*2"]]);
      await grid.settled();
      expect(values("B1")).toEqual([[i * 2]]);
    }
    // forty debounces would take four seconds
    expect(Date.now() - started).toBeLessThan(3900);
  });

  test("Univer knows what is being calculated, so that it can begin anew after it has stopped it", async () => {
    const trigger = engine.injector.get(engine.lib.TriggerCalculationController) as unknown as { _executingDirtyData: { dirtyRanges: { range: { startRow: number; startColumn: number } }[] } };
    const known: number[][] = [];
    engine.injector.get(engine.lib.ICommandService).onCommandExecuted(({ id }) => {
      if (id === "formula.mutation.set-formula-calculation-start") known.push(...trigger._executingDirtyData.dirtyRanges.map(({ range }) => [range.startRow, range.startColumn]));
    });
    write("C7", [["=1+1"]]);
    await grid.settled();
    expect(known).toContainEqual([6, 2]);
    expect(trigger._executingDirtyData.dirtyRanges).toEqual([]);
  });

  test("a table that has grown is summed whole", async () => {
    const id = trades();
    write("E1", [["=SUM(Trades[Strike])"]]);
    await grid.settled();
    expect(values("E1")).toEqual([[72]]);
    write("A4:C4", [["MSFT", 400, 390]]);
    grid.setTableRect(id, rect("A1:C4"));
    await grid.settled();
    expect(values("E1")).toEqual([[472]]);
  });

  test("a style does not take a formula away", async () => {
    write("A1:B1", [[3, "=A1+1"]]);
    await grid.settled();
    grid.style(grid.activeSheet(), rect("B1"), { fill: "#FFEE00", bold: true });
    write("A1", [[10]]);
    await grid.settled();
    expect(grid.read(grid.activeSheet(), rect("B1"))).toEqual([[{ value: 11, formula: "=A1+1", numberFormat: "General" }]]);
  });

  test("spilled results are read, and belong to the used range", async () => {
    trades();
    write("E1", [["=SORT(Trades[Strike])"]]);
    await grid.settled();
    expect(values("E1:E2")).toEqual([[12], [60]]);
    expect(grid.usedRect(grid.activeSheet())).toEqual(rect("A1:E3"));
  });
});

describe("typing", () => {
  test("is read as Excel reads it and reported as the user's", () => {
    const edits: GridEvents["edited"][] = [];
    grid.on("edited", (event) => edits.push(event));
    const sheetId = grid.activeSheet();
    ["1/17/2025", "$1,234.50", "12.5%", "(5)", "TRUE", "'007", "KO"].forEach((text, row) => grid.type(sheetId, row, 0, text));
    expect(values("A1:A7").flat()).toEqual([45674, 1234.5, 0.125, -5, true, "007", "KO"]);
    expect(grid.text(sheetId, rect("A1:A3")).flat()).toEqual(["1/17/2025", "$1,234.50", "12.50%"].map((text) => expect.stringContaining(text.slice(0, 5))));
    expect(edits.map(({ source }) => source)).toEqual(Array(7).fill("user"));
    write("A1", [[1]]);
    expect(edits.at(-1)).toEqual({ sheetId, rect: oneCell(0, 0), source: "api" });
  });

  test("a format that leaves nothing of a value shows nothing, and texts follow its fourth section", () => {
    const sheetId = grid.activeSheet();
    const [hidden, noZero] = [";;;", '0.00;-0.00;;"to "@'];
    grid.write(sheetId, rect("A1:E1"), [[{ value: 5, numberFormat: hidden }, { value: "secret", numberFormat: hidden }, { value: 0, numberFormat: noZero }, { value: "KO", numberFormat: noZero }, { value: -2, numberFormat: noZero }]]);
    expect(grid.text(sheetId, rect("A1:E1")).flat()).toEqual(["", "", "", "to KO", "-2.00"]);
    expect(values("A1:E1").flat()).toEqual([5, "secret", 0, "KO", -2]);
  });

  test("a number whose digits no column can show fills its cell with #, and is kept", () => {
    const sheetId = grid.activeSheet();
    const money = "#,##0.00;[Red]-#,##0.00";
    grid.write(sheetId, rect("A1:A4"), [[{ value: 1e200, numberFormat: money }], [{ value: -1e21, numberFormat: money }], [{ value: 1e20, numberFormat: money }], [{ value: 1e200 }]]);
    expect(grid.text(sheetId, rect("A1:A4")).flat()).toEqual(["########", "########", "100,000,000,000,000,000,000.00", "1e+200"]);
    expect(values("A1:A2").flat()).toEqual([1e200, -1e21]);
  });

  test("[@Column] is kept in the long form and shown in the short one", async () => {
    const id = trades();
    write("D1", [["Gap"]]);
    grid.setTableRect(id, rect("A1:D3"));
    grid.type(grid.activeSheet(), 1, 3, "=[@strike]-[@Price]");
    await grid.settled();
    expect(grid.read(grid.activeSheet(), rect("D2"))[0]![0]).toMatchObject({ value: -2.5, formula: "=Trades[[#This Row],[Strike]]-Trades[[#This Row],[Price]]" });
    expect(grid.shownFormula(grid.activeSheet(), 1, 3)).toBe("=[@Strike]-[@Price]");
  });
});

describe("what hangs on cells", () => {
  const list = { rule: { list: { inCellDropDown: true, source: "Put,Call" } }, ignoreBlanks: true, prompt: { showPrompt: true, title: "Type", message: "Put or call" }, errorAlert: { showAlert: true, style: "Warning" as const, title: "Odd", message: "Neither put nor call" } };

  test("a validation is read back in Excel's words, moves with its rows, and can lose a part", () => {
    const sheetId = grid.activeSheet();
    grid.setValidation(sheetId, rect("B2:B5"), list);
    grid.insertRows(sheetId, 0, 2);
    expect(grid.validationAt(sheetId, 3, 1)).toEqual(list);
    expect(grid.validationAt(sheetId, 6, 1)).toEqual(list);
    expect(grid.validationAt(sheetId, 1, 1)).toBeNull();
    grid.setValidation(sheetId, rect("B5"), null);
    expect(grid.validationAt(sheetId, 4, 1)).toBeNull();
    expect(grid.validationAt(sheetId, 5, 1)).toEqual(list);
  });

  test("conditional formats: the newest first, read back as they were set, moved and changed", () => {
    const sheetId = grid.activeSheet();
    const red = { sheetId, rect: rect("A2:C9"), formula: '=$A2="KO"', style: { fontColor: "#C00000", bold: true }, stopIfTrue: false };
    const first = grid.addConditionalFormat(red);
    const second = grid.addConditionalFormat({ ...red, formula: "=$B2>5", style: { fill: "#FFF2CC" } });
    expect(grid.conditionalFormats(sheetId).map((f) => f.id)).toEqual([second, first]);
    expect(grid.conditionalFormats(sheetId)[1]).toEqual({ id: first, ...red });
    grid.moveConditionalFormat(first, 0);
    expect(grid.conditionalFormats(sheetId).map((f) => f.id)).toEqual([first, second]);
    grid.setConditionalFormat({ id: first, ...red, rect: rect("A2:C20") });
    expect(grid.conditionalFormats(sheetId)[0]!.rect).toEqual(rect("A2:C20"));
    grid.removeConditionalFormat(second);
    expect(grid.conditionalFormats(sheetId).map((f) => f.id)).toEqual([first]);
  });
});

describe("the user's own commands", () => {
  test("deleting a sheet deletes its tables and says so", () => {
    const sheetId = grid.addSheet("Journal");
    write("A1:B2", [["a", "b"], [1, 2]], sheetId);
    const tableId = grid.addTable(sheetId, rect("A1:B2"));
    const said: unknown[] = [];
    grid.on("tableDeleted", (event) => said.push(event));
    grid.on("sheetDeleted", (event) => said.push(event));
    grid.deleteSheet(sheetId);
    expect(grid.tables()).toEqual([]);
    expect(said).toEqual([{ tableId, sheetId, name: "Table1" }, { sheetId }]);
  });

  test("a command that the engine refuses throws", () => {
    expect(() => grid.removeName("nothing")).toThrow("there is no name nothing");
    expect(() => grid.renameSheet("none", "x")).toThrow("there is no sheet none");
  });
});
