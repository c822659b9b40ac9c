import type { Engine } from "../../engine/engine";
import { isTooLongToShow, TOO_LONG } from "../display";

/** Under a number format Univer draws 1E+200 as "1e+,200.00", a text that nobody meant; Excel fills the cell with #, because no column is wide enough for its digits. */
export function fillWhatIsTooLong({ injector, lib }: Engine): void {
  injector.get(lib.SheetInterceptorService).intercept(lib.INTERCEPTOR_POINT.CELL_CONTENT, {
    priority: BEFORE_NUMBER_FORMATS,
    effect: VALUE,
    handler(cell, location, next) {
      if (!cell || cell.t !== NUMBER || !isTooLongToShow(Number(cell.v), location.workbook.getStyles().getStyleByCell(cell)?.n?.pattern)) return next(cell);
      return next({ ...cell, v: TOO_LONG, t: STRING });
    },
  });
}

const BEFORE_NUMBER_FORMATS = 10.5;
const [STRING, NUMBER] = [1, 2];
const VALUE = 2;
