import { MAX_COLUMNS, MAX_ROWS } from "../grid/a1";
import { itemNotFound } from "../protocol/errors";
import { count, optional } from "../protocol/richApi/checks";
import { apiType, takes } from "../protocol/richApi/members";
import { Range } from "./range/range";
import { rangeOrAddress } from "./rangeArgument";
import type { Worksheet } from "./worksheet";

export class FreezePanes {
  static readonly api = apiType("FreezePanes", { freezeRows: takes(optional(count)), freezeColumns: takes(optional(count)), freezeAt: takes(rangeOrAddress), unfreeze: takes(), getLocation: takes(), getLocationOrNullObject: takes() });

  constructor(private readonly sheet: Worksheet) {}

  freezeRows(rows = 1): void {
    this.sheet.grid.freeze(this.sheet.id, rows, 0);
  }

  freezeColumns(columns = 1): void {
    this.sheet.grid.freeze(this.sheet.id, 0, columns);
  }

  /** The cells in the top left corner stay in view. */
  freezeAt(area: Range | string): void {
    const { rect } = this.sheet.getRange(area);
    this.sheet.grid.freeze(this.sheet.id, rect.row + rect.rows, rect.column + rect.columns);
  }

  unfreeze(): void {
    this.sheet.grid.freeze(this.sheet.id, 0, 0);
  }

  getLocationOrNullObject(): Range | null {
    const { rows, columns } = this.sheet.grid.frozen(this.sheet.id);
    if (rows === 0 && columns === 0) return null;
    return new Range(this.sheet.workbook, this.sheet.id, { row: 0, column: 0, rows: rows || MAX_ROWS, columns: columns || MAX_COLUMNS });
  }

  getLocation(): Range {
    const range = this.getLocationOrNullObject();
    if (!range) throw itemNotFound("FreezePanes.getLocation");
    return range;
  }
}
