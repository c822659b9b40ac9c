import { loadHeadless } from "../../workbench/engine/load";
import { UniverGrid } from "../../workbench/grid/univer";

test("rows that go from a sheet which is not in front shrink its own tables, and no others", () => {
  const grid = new UniverGrid(loadHeadless().createHeadless());
  try {
    const [front, back] = [grid.activeSheet(), grid.addSheet("Back")];
    for (const sheetId of [front, back]) {
      grid.write(sheetId, { row: 3, column: 0, rows: 4, columns: 2 }, [["Day", "Net"], [1, 2], [3, 4], [5, 6]].map((row) => row.map((value) => ({ value }))));
      grid.addTable(sheetId, { row: 3, column: 0, rows: 4, columns: 2 });
    }
    grid.deleteRows(back, 4, 2);
    const rows = (sheetId: string) => grid.tables().find((table) => table.sheetId === sheetId)?.rect.rows;
    expect([rows(front), rows(back)]).toEqual([4, 2]);
    expect(grid.activeSheet()).toBe(front);
  } finally {
    grid.dispose();
  }
});

test("conditional formats go along with rows that come and go, also on a sheet in the back, and their formulas with them", () => {
  const grid = new UniverGrid(loadHeadless().createHeadless());
  try {
    const back = grid.addSheet("Back");
    grid.addConditionalFormat({ sheetId: back, rect: { row: 4, column: 1, rows: 2, columns: 1 }, formula: "=$B5>$A$1", style: { bold: true }, stopIfTrue: false });
    grid.addConditionalFormat({ sheetId: back, rect: { row: 9, column: 0, rows: 1, columns: 1 }, formula: "=$A10=1", style: { italic: true }, stopIfTrue: false });
    const there = () => grid.conditionalFormats(back).map(({ rect, formula }) => [rect.row, rect.rows, formula]);
    grid.insertRows(back, 5, 3);
    expect(there()).toEqual([[12, 1, "=$A13=1"], [4, 5, "=$B5>$A$1"]]);
    grid.deleteRows(back, 10, 4);
    expect(there()).toEqual([[4, 5, "=$B5>$A$1"]]);
  } finally {
    grid.dispose();
  }
});
