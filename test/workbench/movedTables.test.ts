import { loadHeadless } from "../../workbench/engine/load";
import { UniverGrid } from "../../workbench/grid/univer";
import { type ExcelInNode, excelInNode } from "../../workbench/harness/inNode";

// Cut and pasted, or dragged: Univer runs one and the same command for both.
let host: ExcelInNode<UniverGrid>;
let engine: ReturnType<ReturnType<typeof loadHeadless>["createHeadless"]>;
beforeEach(async () => {
  engine = loadHeadless().createHeadless();
  host = await excelInNode({ grid: new UniverGrid(engine) });
  await host.Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getFirst();
    sheet.getRange("B2:D4").values = [["Strike", "Price", "Gap"], [60, 62.5, ""], [12, 11.75, ""]];
    const table = sheet.tables.add("B2:D4", true);
    table.name = "Trades";
    table.style = "TableStyleLight9";
    table.columns.getItem("Gap").getDataBodyRange().formulas = [["=[@Strike]-[@Price]"], ["=[@Strike]-[@Price]"]];
    context.workbook.worksheets.add("Other").getRange("A1").formulas = [["=SUM(Trades[Gap])"]];
    await context.sync();
  });
});
afterEach(() => host.grid.dispose());

const { grid, sheetId } = {
  grid: () => host.grid,
  sheetId: (name: string) => host.grid.sheets().find((sheet) => sheet.name === name)?.id ?? "",
};
const at = (startRow: number, endRow: number, startColumn: number, endColumn: number) => ({ startRow, endRow, startColumn, endColumn });

async function move(params: object): Promise<void> {
  await engine.api.executeCommand("sheet.command.move-range", { fromSubUnitId: sheetId("Sheet1"), ...params });
  await calculated();
}
async function calculated(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 0));
  await grid().settled();
}
const values = (name: string, row: number, column: number, rows: number, columns: number) => grid().read(sheetId(name), { row, column, rows, columns }).map((line) => line.map(({ value }) => value));

test("a whole table goes along to another sheet with its name, look and formulas, and grows there", async () => {
  const deleted = jest.fn();
  grid().on("tableDeleted", deleted);
  const [before] = grid().tables();
  await move({ fromRange: at(1, 3, 1, 3), toRange: at(9, 11, 4, 6), toSubUnitId: sheetId("Other") });
  expect(grid().tables()).toEqual([{ ...before, sheetId: sheetId("Other"), rect: { row: 9, column: 4, rows: 3, columns: 3 } }]);
  expect(values("Other", 9, 4, 3, 3)).toEqual([["Strike", "Price", "Gap"], [60, 62.5, -2.5], [12, 11.75, 0.25]]);
  expect(grid().usedRect(sheetId("Sheet1"))).toBeNull();
  expect(values("Other", 0, 0, 1, 1)).toEqual([[-2.25]]);
  expect(deleted).not.toHaveBeenCalled();

  // the add-in finds it by name and writes into it, and its columns fill themselves
  await host.Excel.run(async (context) => {
    context.workbook.tables.getItem("Trades").getDataBodyRange().getRowsBelow(1).getResizedRange(0, -1).values = [[150, 149]];
    await context.sync();
  });
  await calculated();
  expect(values("Other", 12, 4, 1, 3)).toEqual([[150, 149, 1]]);
  expect(values("Other", 0, 0, 1, 1)).toEqual([[-1.25]]);
  expect(host.failures).toEqual([]);
});

test("it is moved within its sheet as well, and Ctrl+Z takes it back", async () => {
  const before = grid().tables();
  await move({ fromRange: at(0, 5, 0, 3), toRange: at(20, 25, 0, 3) });
  expect(grid().tables()).toEqual([{ ...before[0], rect: { row: 21, column: 1, rows: 3, columns: 3 } }]);
  engine.api.getActiveWorkbook()!.undo();
  await calculated();
  expect(grid().tables()).toEqual(before);
  expect(values("Sheet1", 1, 1, 3, 3)).toEqual([["Strike", "Price", "Gap"], [60, 62.5, -2.5], [12, 11.75, 0.25]]);
  expect(values("Other", 0, 0, 1, 1)).toEqual([[-2.25]]);
});

test("cells that hold only a part of it leave the table where it is", async () => {
  const before = grid().tables();
  await move({ fromRange: at(2, 3, 1, 2), toRange: at(20, 21, 1, 2) });
  expect(grid().tables()).toEqual(before);
});
