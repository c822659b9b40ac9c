import type { ICellData, IMutationInfo, IRange } from "@univerjs/core";
import type { ISelectionWithStyle } from "@univerjs/sheets";
import type { Engine } from "../../engine/engine";
import { shiftRect } from "../a1";
import { ID, toRange, toRect, type Commands } from "./commands";

type Axis = "row" | "column";
interface Change {
  readonly redos: readonly IMutationInfo<object>[];
  readonly undos: readonly IMutationInfo<object>[];
}

/**
 * Rows and columns that an add-in inserts or deletes. They come and go as by Univer's own commands, but for three things: those select what they have touched, which
 * brings a sheet of the back to the front; they leave rows standing that a filter hides; and when rows go they ask the sheet in front for its tables, whichever sheet it is.
 */
export class Shifts {
  private readonly interceptors;
  private readonly selections;
  private readonly undoList;

  constructor(private readonly engine: Engine, private readonly commands: Commands) {
    const { injector, lib } = engine;
    this.interceptors = injector.get(lib.SheetInterceptorService);
    this.selections = injector.get(lib.SheetsSelectionsService);
    this.undoList = injector.get(lib.IUndoRedoService);
  }

  /** New rows and columns look like the one before them and are as large as the one in whose place they come. */
  insert(sheetId: string, axis: Axis, at: number, count: number): void {
    const sheet = this.sheet(sheetId);
    const place = this.place(sheetId, axis, at, count);
    const { startRow, endRow, startColumn, endColumn } = place.range;
    const { defaultRowHeight, defaultColumnWidth } = sheet.getConfig();
    const [size, usual] = axis === "row" ? [sheet.getRowHeight(at), defaultRowHeight] : [sheet.getColumnWidth(at), defaultColumnWidth];
    const sizes = size === usual ? {} : { [SIZES[axis]]: Array.from({ length: count }, () => ({ [axis === "row" ? "h" : "w"]: size, hd: 0 })) };
    const cellValue = this.engine.lib.copyRangeStyles(sheet, startRow, endRow, startColumn, endColumn, axis === "row", at - 1) as Record<number, Record<number, ICellData>>;
    const coming = { id: COME[axis], params: { ...place, ...sizes } };
    const dressing = { id: ID.cellsWritten, params: { ...place, cellValue } };
    this.run({ id: `sheet.command.insert-${SHORT[axis]}`, params: { ...place, direction: axis === "row" ? UP : LEFT, cellValue } }, { redos: Object.keys(cellValue).length > 0 ? [coming, dressing] : [coming], undos: [{ id: GO[axis], params: place }] });
    this.moveSelection(sheetId, axis, at, count);
  }

  remove(sheetId: string, axis: Axis, at: number, count: number): void {
    const sheet = this.sheet(sheetId);
    const place = this.place(sheetId, axis, at, count);
    const { startRow, endRow, startColumn, endColumn } = place.range;
    const data = axis === "row" ? sheet.getRowManager().getRowData() : sheet.getColumnManager().getColumnData();
    const sizes = Array.from({ length: count }, (_, index) => data[at + index]);
    const cellValue = sheet.getCellMatrix().getSlice(startRow, endRow, startColumn, endColumn).getMatrix();
    const undos = [{ id: COME[axis], params: { ...place, [SIZES[axis]]: sizes } }, { id: ID.cellsWritten, params: { ...place, cellValue } }];
    this.run({ id: `sheet.command.remove-${SHORT[axis]}`, params: place }, { redos: [{ id: GO[axis], params: place }], undos });
    this.moveSelection(sheetId, axis, at, -count);
  }

  /** With all that Univer's other parts do when this command is run: formulas, tables, rules and filters follow. */
  private run(command: { id: string; params: { subUnitId: string; [other: string]: unknown } }, { redos, undos }: Change): void {
    const also = this.inFront(command.params.subUnitId, () => this.interceptors.onCommandExecute(command));
    const done = [...(also.preRedos ?? []), ...redos, ...also.redos];
    for (const { id, params } of done) this.commands.run(id, params);
    const after = this.inFront(command.params.subUnitId, () => this.interceptors.afterCommandExecute(command));
    for (const { id, params } of after.redos) this.commands.run(id, params);
    this.commands.as("api", () =>
      this.undoList.pushUndoRedo({ unitID: this.commands.unitId, undoMutations: [...(also.preUndos ?? []), ...undos, ...also.undos, ...after.undos], redoMutations: [...done, ...after.redos] }),
    );
  }

  /** While Univer's other parts are asked, this sheet counts as the one in front. Not while the changes are made: the page would draw it instead of the one that is. */
  private inFront<T>(sheetId: string, ask: () => T): T {
    const workbook = this.engine.api.getActiveWorkbook()!.getWorkbook();
    const sheet = this.sheet(sheetId);
    Object.assign(workbook, { getActiveSheet: () => sheet });
    try {
      return ask();
    } finally {
      Reflect.deleteProperty(workbook, "getActiveSheet");
    }
  }

  /** What is selected stays selected; when its cells are gone, the ones in their place are. */
  private moveSelection(sheetId: string, axis: Axis, at: number, count: number): void {
    const all = this.selections.getWorkbookSelections(this.commands.unitId);
    const before = all.getSelectionsOfWorksheet(sheetId);
    const after = before.map((selection) => shiftSelection(selection, axis, at, count));
    if (after.every((selection, index) => selection === before[index])) return;
    if (this.engine.api.getActiveWorkbook()!.getActiveSheet().getSheetId() === sheetId) this.commands.run(ID.selected, { subUnitId: sheetId, selections: after });
    else all.setSelectionsOfWorksheet(sheetId, after); // the command would bring the sheet to the front
  }

  private place(sheetId: string, axis: Axis, at: number, count: number): { unitId: string; subUnitId: string; range: IRange } {
    const sheet = this.sheet(sheetId);
    const rect = axis === "row" ? { row: at, rows: count, column: 0, columns: sheet.getColumnCount() } : { row: 0, rows: sheet.getRowCount(), column: at, columns: count };
    return { unitId: this.commands.unitId, subUnitId: sheetId, range: { ...toRange(rect), rangeType: WHOLE[axis] } };
  }

  private sheet(sheetId: string) {
    const sheet = this.engine.api.getActiveWorkbook()!.getSheetBySheetId(sheetId);
    if (!sheet) throw new Error(`there is no sheet ${sheetId}`);
    return sheet.getSheet();
  }
}

function shiftSelection(selection: ISelectionWithStyle, axis: Axis, at: number, count: number): ISelectionWithStyle {
  const { range, primary } = selection;
  const across = axis === "row" ? WHOLE.column : WHOLE.row;
  if (range.rangeType === across || range.rangeType === ALL) return selection;
  const rect = shiftRect(toRect(range), axis, at, count);
  if (!rect || !primary) return selection;
  const moved = toRange(rect);
  if (moved.startRow === range.startRow && moved.endRow === range.endRow && moved.startColumn === range.startColumn && moved.endColumn === range.endColumn) return selection;
  const first = toRange(shiftRect(toRect(primary), axis, at, count) ?? { ...rect, rows: 1, columns: 1 });
  return { ...selection, range: { ...range, ...moved }, primary: { ...primary, ...first, actualRow: first.startRow, actualColumn: first.startColumn } };
}

const SHORT = { row: "row", column: "col" };
const SIZES = { row: "rowInfo", column: "colInfo" };
const COME = { row: ID.rowsInserted, column: ID.columnsInserted };
const GO = { row: ID.rowsRemoved, column: ID.columnsRemoved };
/** Univer's numbers for selections of whole rows, whole columns and the whole sheet, and for the side on which the others make room. */
const WHOLE = { row: 1, column: 2 };
const ALL = 3;
const [UP, LEFT] = [0, 3];
