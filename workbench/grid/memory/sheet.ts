import { MAX_COLUMNS, bottom, contains, right, shiftRect, shiftSpan, subtract } from "../a1";
import type { CellValue, ConditionalFormat, Style, Validation } from "../grid";
import type { Rect } from "../rect";

export interface MemoryCell {
  value: CellValue;
  formula: string | undefined;
  style: Style;
}

/** The cells of one sheet and what hangs on them, in plain objects. */
export class MemorySheet {
  hidden = false;
  tabColor = "";
  gridlines = true;
  frozen = { rows: 0, columns: 0 };
  widths = new Map<number, number>();
  heights = new Map<number, number>();
  hiddenColumns = new Set<number>();
  validations: { rect: Rect; validation: Validation }[] = [];
  conditionalFormats: ConditionalFormat[] = [];
  private cells = new Map<number, MemoryCell>();
  /** Where cells are, as far as it is known: asked far more often than it changes. */
  private extent: { readonly rect: Rect | null } | null = null;

  constructor(readonly id: string, public name: string) {}

  /** The same sheet once more; styles, rules and formats are never changed in place, so they are shared. */
  copy(): MemorySheet {
    const twin = Object.assign(new MemorySheet(this.id, this.name), { hidden: this.hidden, tabColor: this.tabColor, gridlines: this.gridlines, frozen: this.frozen });
    twin.widths = new Map(this.widths);
    twin.heights = new Map(this.heights);
    twin.hiddenColumns = new Set(this.hiddenColumns);
    twin.validations = this.validations.map((one) => ({ ...one }));
    twin.conditionalFormats = [...this.conditionalFormats];
    for (const [key, cell] of this.cells) twin.cells.set(key, { ...cell });
    return twin;
  }

  peek(row: number, column: number): MemoryCell | undefined {
    return this.cells.get(row * MAX_COLUMNS + column);
  }

  /** The cell, to be changed. */
  at(row: number, column: number): MemoryCell {
    this.extent = null;
    const key = row * MAX_COLUMNS + column;
    let cell = this.cells.get(key);
    if (!cell) this.cells.set(key, (cell = { value: "", formula: undefined, style: {} }));
    return cell;
  }

  /** The rectangle around all cells that hold a value or a formula. */
  used(): Rect | null {
    return (this.extent ??= { rect: this.around() }).rect;
  }

  private around(): Rect | null {
    let [top, left, low, far] = [Infinity, Infinity, -1, -1];
    for (const [key, cell] of this.cells) {
      if (cell.value === "" && cell.formula === undefined) continue;
      const row = Math.floor(key / MAX_COLUMNS);
      const column = key % MAX_COLUMNS;
      top = Math.min(top, row);
      low = Math.max(low, row);
      left = Math.min(left, column);
      far = Math.max(far, column);
    }
    return low < 0 ? null : { row: top, column: left, rows: low - top + 1, columns: far - left + 1 };
  }

  eachFormula(change: (formula: string) => string): void {
    for (const cell of this.cells.values()) if (cell.formula !== undefined) cell.formula = change(cell.formula);
  }

  validationAt(row: number, column: number): Validation | null {
    return this.validations.find((v) => contains(v.rect, row, column))?.validation ?? null;
  }

  setValidation(rect: Rect, validation: Validation | null): void {
    this.validations = this.validations.flatMap((v) => subtract(v.rect, rect).map((part) => ({ ...v, rect: part })));
    if (!validation) return;
    const above = this.validations.find((v) => v.rect.column === rect.column && v.rect.columns === rect.columns && bottom(v.rect) + 1 === rect.row && JSON.stringify(v.validation) === JSON.stringify(validation));
    if (above) above.rect = { ...above.rect, rows: above.rect.rows + rect.rows };
    else this.validations.push({ rect, validation });
  }

  clearStyles(rect: Rect): void {
    for (let row = rect.row; row <= bottom(rect); row++) for (let column = rect.column; column <= right(rect); column++) {
      const cell = this.peek(row, column);
      if (cell) cell.style = {};
    }
  }

  /** Rows or columns inserted (count above 0, looking like the ones before them) or deleted. Formulas are the grid's affair. */
  shift(axis: "row" | "column", at: number, count: number): void {
    this.extent = null;
    const moved = new Map<number, MemoryCell>();
    for (const [key, cell] of this.cells) {
      const where = { row: Math.floor(key / MAX_COLUMNS), column: key % MAX_COLUMNS };
      const span = shiftSpan(where[axis], where[axis], at, count);
      if (!span) continue;
      where[axis] = span.first;
      moved.set(where.row * MAX_COLUMNS + where.column, cell);
    }
    this.cells = moved;
    if (axis === "row") this.heights = shiftKeys(this.heights, at, count);
    else {
      this.widths = shiftKeys(this.widths, at, count);
      this.hiddenColumns = new Set(shiftKeys(new Map([...this.hiddenColumns].map((c) => [c, 1])), at, count).keys());
    }
    const shifted = <T extends { readonly rect: Rect }>(list: T[]): T[] =>
      list.flatMap((item) => {
        const rect = shiftRect(item.rect, axis, at, count);
        return rect ? [{ ...item, rect }] : [];
      });
    this.validations = shifted(this.validations);
    this.conditionalFormats = shifted(this.conditionalFormats);
  }
}

function shiftKeys<V>(map: Map<number, V>, at: number, count: number): Map<number, V> {
  return new Map([...map].flatMap(([key, value]) => {
    const span = shiftSpan(key, key, at, count);
    return span ? [[span.first, value] as const] : [];
  }));
}
