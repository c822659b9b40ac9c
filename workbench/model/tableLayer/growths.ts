import { bottom } from "../../grid/a1";
import type { Grid, TableInfo } from "../../grid/grid";
import type { Rect } from "../../grid/rect";
import type { CalculatedColumns } from "./calculated";

interface Growth {
  readonly tableId: string;
  readonly row: number;
  readonly rows: number;
}

/** Rows that tables gained by the user's edits: when the edit is taken back they go, and when it is done again they come again. */
export class Growths {
  private readonly made: Growth[] = [];
  private readonly takenBack: Growth[] = [];

  constructor(private readonly grid: Grid, private readonly calculated: CalculatedColumns, private readonly extend: (tableId: string, rows: number) => void) {}

  note(growth: Growth): void {
    this.made.push(growth);
    this.takenBack.length = 0;
  }

  moved(again: boolean): void {
    // a column that had filled itself is no calculated one any more when that was taken back
    for (const table of this.grid.tables()) this.calculated.forgetEmpty(table);
    const growth = (again ? this.takenBack : this.made).at(-1);
    const table = this.grid.tables().find(({ id }) => id === growth?.tableId);
    if (!growth || !table) return;
    const rows = { ...table.rect, row: growth.row, rows: growth.rows };
    const [ends, blank] = [bottom(table.rect) === (again ? growth.row - 1 : bottom(rows)), this.isBlank(table, rows)];
    if (!ends || blank === again) return;
    if (again) this.extend(table.id, growth.rows);
    else this.shrink(table, rows);
    (again ? this.takenBack : this.made).pop();
    (again ? this.made : this.takenBack).push(growth);
  }

  private shrink({ id, sheetId, rect }: TableInfo, rows: Rect): void {
    this.grid.setTableRect(id, { ...rect, rows: rect.rows - rows.rows });
    this.grid.clearStyle(sheetId, rows);
    this.grid.setValidation(sheetId, rows, null);
  }

  private isBlank({ sheetId }: TableInfo, rows: Rect): boolean {
    return this.grid.read(sheetId, rows).every((row) => row.every((cell) => cell.value === "" && cell.formula === undefined));
  }
}
