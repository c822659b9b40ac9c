import { shiftRect } from "../a1";
import { type Shift, shiftFormula } from "../formulaText";
import type { Grid } from "../grid";

/** In the page Univer's panel moves conditional formats along when rows and columns come and go; without a window nobody does, so it is done here. */
export function moveConditionals(grid: Grid): void {
  const follow = (sheetId: string, shift: Shift): void => {
    const sheets = grid.sheets();
    const name = sheets.find(({ id }) => id === sheetId)?.name ?? "";
    for (const format of sheets.flatMap(({ id }) => grid.conditionalFormats(id))) {
      const own = format.sheetId === sheetId;
      const rect = own ? shiftRect(format.rect, shift.axis, shift.at, shift.count) : format.rect;
      const formula = shiftFormula(format.formula, own, name, shift);
      if (!rect) grid.removeConditionalFormat(format.id);
      else if (formula !== format.formula || rect.row !== format.rect.row || rect.column !== format.rect.column || rect.rows !== format.rect.rows || rect.columns !== format.rect.columns) grid.setConditionalFormat({ ...format, rect, formula });
    }
  };
  grid.on("rowsInserted", ({ sheetId, row, rows }) => follow(sheetId, { axis: "row", at: row, count: rows }));
  grid.on("rowsDeleted", ({ sheetId, row, rows }) => follow(sheetId, { axis: "row", at: row, count: -rows }));
  grid.on("columnsInserted", ({ sheetId, column, columns }) => follow(sheetId, { axis: "column", at: column, count: columns }));
  grid.on("columnsDeleted", ({ sheetId, column, columns }) => follow(sheetId, { axis: "column", at: column, count: -columns }));
}
