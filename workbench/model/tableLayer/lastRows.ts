import { bottom } from "../../grid/a1";
import type { Grid, GridEvents, Style, TableInfo, Validation } from "../../grid/grid";
import type { Rect } from "../../grid/rect";

interface Looks {
  readonly styles: readonly Style[];
  readonly rules: readonly (Validation | null)[];
}

/** A table keeps one blank row when the rows of the sheet that hold all of its own are deleted. It looks like the first of those. */
export class LastRows {
  private readonly looks = new Map<string, Looks>();

  constructor(private readonly grid: Grid) {}

  /** Before the rows go: what the tables' first rows look like. */
  remember({ sheetId, row, rows }: GridEvents["rowsDeleting"]): void {
    for (const table of this.grid.tables()) {
      if (table.sheetId !== sheetId || row !== table.rect.row + 1 || row + rows - 1 < bottom(bodyOf(table))) continue;
      const columns = Array.from({ length: table.rect.columns }, (_, i) => table.rect.column + i);
      this.looks.set(table.id, { styles: columns.map((column) => this.grid.styleOf(sheetId, row, column)), rules: columns.map((column) => this.grid.validationAt(sheetId, row, column)) });
    }
  }

  /** Afterwards: the blank row, in each table that has none; the answer are their rectangles. */
  giveBack(): { readonly table: TableInfo; readonly row: Rect }[] {
    const bare = this.grid.tables().filter((table) => bodyOf(table).rows === 0);
    const given = bare.map((table) => {
      const { id, sheetId, rect } = table;
      const row = { ...rect, row: rect.row + 1, rows: 1 };
      this.grid.insertRows(sheetId, row.row, 1);
      this.grid.setTableRect(id, { ...rect, rows: rect.rows + 1 });
      this.grid.clearStyle(sheetId, row); // inserted rows look like the one above them: the header
      const { styles, rules } = this.looks.get(id) ?? { styles: [], rules: [] };
      if (styles.length > 0) this.grid.style(sheetId, row, [[...styles]]);
      for (let i = 0; i < rect.columns; i++) this.grid.setValidation(sheetId, { ...row, column: rect.column + i, columns: 1 }, rules[i] ?? null);
      return { table, row };
    });
    this.looks.clear();
    return given;
  }
}

function bodyOf({ rect, totals }: TableInfo): Rect {
  return { ...rect, row: rect.row + 1, rows: rect.rows - 1 - (totals ? 1 : 0) };
}
