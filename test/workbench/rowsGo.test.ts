import { loadHeadless } from "../../workbench/engine/load";
import { parseRect } from "../../workbench/grid/a1";
import { UniverGrid } from "../../workbench/grid/univer";

let engine: ReturnType<ReturnType<typeof loadHeadless>["createHeadless"]>;
let grid: UniverGrid;
beforeEach(() => {
  engine = loadHeadless().createHeadless();
  grid = new UniverGrid(engine);
});
afterEach(() => grid.dispose());

const rect = (address: string) => parseRect(address)!;
const column = (sheetId: string, address: string) => grid.read(sheetId, rect(address)).map(([cell]) => cell!.value);

test("rows that go from a sheet which is not in front shrink its own tables, and no others", () => {
  const [front, back] = [grid.activeSheet(), grid.addSheet("Back")];
  for (const sheetId of [front, back]) {
    grid.write(sheetId, rect("A4:B7"), [["Day", "Net"], [1, 2], [3, 4], [5, 6]].map((row) => row.map((value) => ({ value }))));
    grid.addTable(sheetId, rect("A4:B7"));
  }
  grid.deleteRows(back, 4, 2);
  const rows = (sheetId: string) => grid.tables().find((table) => table.sheetId === sheetId)?.rect.rows;
  expect([rows(front), rows(back)]).toEqual([4, 2]);
});

test("while rows come and go in a sheet of the back, the one in front is the one that is drawn", () => {
  const [front, back] = [grid.activeSheet(), grid.addSheet("Back")];
  grid.write(back, rect("A4:B5"), [["Day", "Net"], [1, 2]].map((row) => row.map((value) => ({ value }))));
  grid.addTable(back, rect("A4:B5"));
  const drawn: string[] = [];
  const commands = engine.injector.get(engine.lib.ICommandService);
  const listening = commands.onCommandExecuted(({ id }) => {
    if (/mutation\.(insert|remove)-row/.test(id)) drawn.push(grid.activeSheet());
  });
  grid.insertRows(back, 4, 2);
  grid.deleteRows(back, 4, 2);
  listening.dispose();
  expect(drawn).toEqual([front, front]);
});

/** Two tables under each other, of which a filter on the tickers hides all rows but those of KO. */
function filtered(): { sheetId: string; hidden(): number[] } {
  const sheetId = grid.activeSheet();
  const manager = engine.injector.get(engine.lib.TableManager);
  for (const address of ["A4:B7", "A10:B13"]) {
    grid.write(sheetId, rect(address), [["Ticker", "Net"], ["F", 1], ["KO", 2], ["PFE", 3]].map((row) => row.map((value) => ({ value }))));
    manager.addFilter("book", grid.addTable(sheetId, rect(address)), 0, { filterType: "manual", values: ["KO"] } as never);
  }
  const sheet = engine.api.getActiveWorkbook()!.getSheetBySheetId(sheetId)!.getSheet();
  return { sheetId, hidden: () => Array.from({ length: 30 }, (_, row) => row).filter((row) => sheet.getRowFiltered(row)).map((row) => row + 1) };
}

test("an add-in deletes also the rows that a filter hides", () => {
  const { sheetId, hidden } = filtered();
  expect(hidden()).toEqual([5, 7, 11, 13]);
  grid.deleteRows(sheetId, 4, 3);
  expect(column(sheetId, "A4:A10")).toEqual(["Ticker", "", "", "Ticker", "F", "KO", "PFE"]);
  expect(hidden()).toEqual([8, 10]);
});

test("rows that a filter hides stay hidden when others come and go, and no others are", () => {
  const { sheetId, hidden } = filtered();
  grid.insertRows(sheetId, 5, 2);
  expect(hidden()).toEqual([5, 9, 13, 15]);
  grid.deleteRows(sheetId, 0, 2);
  expect(hidden()).toEqual([3, 7, 11, 13]);
  grid.write(sheetId, rect("A5"), [[{ value: "PFE" }]]);
  expect(hidden()).toEqual([3, 7, 11, 13]);
});

test("what is written goes into hidden rows as well", () => {
  const { sheetId } = filtered();
  grid.write(sheetId, rect("B5:B7"), [[{ value: 10 }], [{ value: 20 }], [{ value: 30 }]]);
  expect(column(sheetId, "B5:B7")).toEqual([10, 20, 30]);
});

test("conditional formats go along with rows that come and go, also on a sheet in the back, and their formulas with them", () => {
  const back = grid.addSheet("Back");
  grid.addConditionalFormat({ sheetId: back, rect: rect("B5:B6"), formula: "=$B5>$A$1", style: { bold: true }, stopIfTrue: false });
  grid.addConditionalFormat({ sheetId: back, rect: rect("A10"), formula: "=$A10=1", style: { italic: true }, stopIfTrue: false });
  const there = () => grid.conditionalFormats(back).map((one) => [one.rect.row, one.rect.rows, one.formula]);
  grid.insertRows(back, 5, 3);
  expect(there()).toEqual([[12, 1, "=$A13=1"], [4, 5, "=$B5>$A$1"]]);
  grid.deleteRows(back, 10, 4);
  expect(there()).toEqual([[4, 5, "=$B5>$A$1"]]);
});
