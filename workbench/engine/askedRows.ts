import type * as Formula from "@univerjs/engine-formula";

interface Sheet {
  getSheetId(): string;
  getRowVisible(row: number): boolean;
}
/** The private part of Univer 0.25.1 that tells a calculation which rows are hidden. */
interface Rows {
  asked?: true;
  readonly _univerInstanceService: { getAllUnitsForType(type: number): readonly { getUnitId(): string; getSheets(): readonly Sheet[] }[] };
  getHiddenRowsFiltered(): object;
}

/** Before each calculation Univer asks of every row of every sheet whether it is hidden, for SUBTOTAL and AGGREGATE alone. Here a row is asked when one of them looks at it. */
export function askRowsWhenRead({ FormulaDataModel }: typeof Formula): void {
  const rows = FormulaDataModel.prototype as unknown as Rows;
  if (rows.asked) return;
  rows.asked = true;
  rows.getHiddenRowsFiltered = function () {
    const books = this._univerInstanceService.getAllUnitsForType(SHEETS);
    return Object.fromEntries(books.map((book) => [book.getUnitId(), Object.fromEntries(book.getSheets().map((sheet) => [sheet.getSheetId(), rowsOf(sheet)]))]));
  };
}

/** Univer's number for workbooks. */
const SHEETS = 2;

function rowsOf(sheet: Sheet): object {
  return new Proxy({}, { get: (_, row) => (typeof row === "string" && /^\d+$/.test(row) && !sheet.getRowVisible(Number(row)) ? HIDDEN : undefined) });
}
const HIDDEN = { hd: 1 };
