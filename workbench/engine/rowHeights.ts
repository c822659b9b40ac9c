import type * as Core from "@univerjs/core";

type Style = Core.Nullable<Core.IStyleData>;
/** The private parts of Univer 0.25.1 by which it measures how high a row must be. */
interface Skeleton {
  quick?: true;
  readonly worksheet: {
    getCellRaw(row: number, column: number): Core.Nullable<Core.ICellData>;
    getCell(row: number, column: number): Core.Nullable<{ readonly interceptorAutoHeight?: unknown }>;
    getMergeData(): readonly unknown[];
    getComposedCellStyleByCellData(row: number, column: number, cell: Core.Nullable<Core.ICellData>): Style;
  };
  calculateAutoHeightForCell(row: number, column: number): number | undefined;
}

/**
 * When cells are written or rows come, Univer measures every cell of their rows, each with all that conditional formats and validations do to it. But text on one line is as
 * high as its font: here it is measured once for a font. What is wrapped, turned, rich or merged is measured as before. An empty cell makes no row higher, and most cells are empty: a
 * column's width that is set, or formats that come, would otherwise ask a thousand rows for them.
 */
export function measureFontsOnce(skeleton: { readonly prototype: object }): void {
  const prototype = skeleton.prototype as Skeleton;
  if (prototype.quick) return;
  prototype.quick = true;
  const { calculateAutoHeightForCell } = prototype;
  const heights = new Map<string, number | undefined>();
  prototype.calculateAutoHeightForCell = function (row, column) {
    const cell = this.worksheet.getCellRaw(row, column);
    const isEmpty = !cell || (!cell.p && (cell.v ?? "") === "");
    // an array's formula may show something in an empty cell: where that would be wrapped, it is measured
    if (isEmpty && this.worksheet.getComposedCellStyleByCellData(row, column, cell)?.tb !== WRAP) return undefined;
    if (isEmpty || cell.p || this.worksheet.getMergeData().length > 0) return calculateAutoHeightForCell.call(this, row, column);
    const style = this.worksheet.getComposedCellStyleByCellData(row, column, cell);
    if (!style || style.tb === WRAP || style.tr) return calculateAutoHeightForCell.call(this, row, column);
    const { ff, fs, bl, it, va, pd } = style;
    const font = JSON.stringify([ff, fs, bl, it, va, pd?.t, pd?.b]);
    if (heights.has(font)) return heights.get(font);
    const height = calculateAutoHeightForCell.call(this, row, column);
    if (!this.worksheet.getCell(row, column)?.interceptorAutoHeight) heights.set(font, height); // a list's arrow has its own
    return height;
  };
}

const WRAP = 3;
