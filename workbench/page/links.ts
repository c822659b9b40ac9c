import type { ICellData, Nullable } from "@univerjs/core";
import type { Engine } from "../engine/engine";
import { parseRect } from "../grid/a1";
import type { UniverGrid } from "../grid/univer";

/** A click on a cell whose formula is =HYPERLINK goes where it points, as in Excel: to cells of the workbook, or to a page in a tab of its own. */
export function followLinks(engine: Engine, grid: UniverGrid): void {
  engine.api.addEvent(engine.api.Event.CellClicked, ({ worksheet, row, column }) => {
    const address = addressIn(worksheet.getSheet().getCellRaw(row, column));
    if (!address) return;
    const inside = /^#gid=(.+)&range=(.+)$/.exec(address);
    const rect = inside && parseRect(inside[2]!);
    // the click itself selects its cell: afterwards
    if (inside && rect) setTimeout(() => grid.sheets().some(({ id }) => id === inside[1]) && grid.select(inside[1]!, rect), 0);
    else if (/^https?:/i.test(address)) window.open(address, "_blank", "noopener");
  });
}

/** Univer keeps a link's address with its text, cells as `#gid=<sheet>&range=A7`. */
function addressIn(cell: Nullable<ICellData>): string | undefined {
  const link = cell?.p?.body?.customRanges?.find(({ rangeType }) => rangeType === HYPERLINK);
  return (link?.properties as { url?: string } | undefined)?.url;
}

const HYPERLINK = 0;
