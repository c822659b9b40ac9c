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
