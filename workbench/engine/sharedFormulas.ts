import type * as Formula from "@univerjs/engine-formula";

type CellsByRow = Readonly<Record<number, Readonly<Record<number, { readonly f?: string | null; readonly si?: string | null } | null | undefined>> | undefined>>;
interface Sheet {
  getCellMatrix(): { getMatrix(): CellsByRow };
}
/** The private part of Univer 0.25.1 that knows which formulas stand where. */
interface Formulas {
  quick?: true;
  readonly _univerInstanceService: { getUnit(unitId: string): { getSheets(): readonly Sheet[]; getSheetBySheetId(sheetId: string): Sheet | null } | null };
  getFormulaData(): object;
  getSheetFormulaData(unitId: string, sheetId: string): object;
  _getSheetFormulaIdMap(unitId: string, sheetId: string): object;
  updateFormulaData(unitId: string, sheetId: string, cells: CellsByRow): unknown;
}

/**
 * At each write Univer gathers the formulas of all sheets and goes through those of the sheet that is written to four times, because cells may share one formula by an
 * id, which may stand anywhere. Where no cell does, only the formulas of the cells that are written matter.
 */
export function lookAtOneSheet({ FormulaDataModel }: typeof Formula): void {
  const formulas = FormulaDataModel.prototype as unknown as Formulas;
  if (formulas.quick) return;
  formulas.quick = true;
  const { updateFormulaData } = formulas;
  formulas.updateFormulaData = function (unitId, sheetId, cells) {
    const own = Object.create(this) as Formulas;
    const book = this._univerInstanceService.getUnit(unitId);
    const sheet = matrixOf(book?.getSheetBySheetId(sheetId));
    if (someShare(cells)) sharing.set(sheet, true);
    // what is moved from one sheet to another comes from one of these
    if ((book?.getSheets() ?? []).some((one) => shares(matrixOf(one)))) own.getFormulaData = () => ({ [unitId]: { [sheetId]: this.getSheetFormulaData(unitId, sheetId) } });
    else {
      own.getFormulaData = () => ({ [unitId]: { [sheetId]: formulasAt(sheet, cells) } });
      own._getSheetFormulaIdMap = () => ({});
    }
    return updateFormulaData.call(own, unitId, sheetId, cells);
  };
}

const matrixOf = (sheet: Sheet | null | undefined): CellsByRow => sheet?.getCellMatrix().getMatrix() ?? {};

/** Does a cell of the sheet share its formula? Looked for once: whatever comes later is seen when it is written. */
const sharing = new WeakMap<CellsByRow, boolean>();

function shares(sheet: CellsByRow): boolean {
  let known = sharing.get(sheet);
  if (known === undefined) sharing.set(sheet, (known = someShare(sheet)));
  return known;
}

function someShare(cells: CellsByRow): boolean {
  for (const row of Object.values(cells)) for (const column in row) if (row[column as unknown as number]?.si) return true;
  return false;
}

/** The formulas that stand where `cells` will. */
function formulasAt(sheet: CellsByRow, cells: CellsByRow): CellsByRow {
  const found: Record<number, Record<number, { f: string }>> = {};
  for (const [row, line] of Object.entries(cells)) {
    for (const column of Object.keys(line ?? {})) {
      const formula = sheet[Number(row)]?.[Number(column)]?.f;
      if (formula && formula.length > 1 && formula.startsWith("=")) (found[Number(row)] ??= {})[Number(column)] = { f: formula };
    }
  }
  return found;
}
