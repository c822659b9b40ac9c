import type { ICellData, ICellDataForSheetInterceptor } from "@univerjs/core";
import type { Engine } from "../../engine/engine";
import { isTooLongToShow, TOO_LONG } from "../display";

/**
 * What a number format makes of a cell, where Univer shows something else than Excel. 1E+200 fills its cell with #, because no column is wide enough for its digits: Univer
 * writes "1e+,200.00". A format that leaves nothing of a value, such as `;;;`, shows nothing: Univer shows the bare value. And texts follow the format's fourth section.
 */
export function showAsExcel({ injector, lib }: Engine): void {
  const shown = (cell: ICellData, pattern: string): string | null => {
    if (cell.t === NUMBER) return isTooLongToShow(Number(cell.v), pattern) ? TOO_LONG : lib.numfmt.format(pattern, Number(cell.v), QUIETLY) === "" ? "" : null;
    return typeof cell.v === "string" && cell.t !== BOOLEAN && SAYS_TEXT.test(pattern) ? lib.numfmt.format(pattern, cell.v, QUIETLY) : null;
  };
  injector.get(lib.SheetInterceptorService).intercept(lib.INTERCEPTOR_POINT.CELL_CONTENT, {
    priority: BEFORE_NUMBER_FORMATS,
    effect: VALUE,
    handler(cell, location, next) {
      const pattern = cell?.v === undefined || cell.v === null || !cell.s ? undefined : location.workbook.getStyles().getStyleByCell(cell)?.n?.pattern;
      const text = cell && pattern && pattern !== "General" && pattern !== "@" ? shown(cell, pattern) : null;
      if (text === null) return next(cell);
      const seen: ICellDataForSheetInterceptor = { ...cell, v: text, t: STRING, coverable: false }; // a text beside it does not run into it, though it shows nothing
      return next(seen);
    },
  });
}

const BEFORE_NUMBER_FORMATS = 10.5;
const [STRING, NUMBER, BOOLEAN] = [1, 2, 3];
const VALUE = 2;
const QUIETLY = { throws: false };
/** Has a section for texts: the fourth, or the only one with an @. */
const SAYS_TEXT = /@|;.*;.*;/;
