import { intersect } from "../grid/a1";
import type { CellValue, Grid } from "../grid/grid";
import type { Rect } from "../grid/rect";
import { itemNotFound } from "../protocol/errors";
import { optional, text } from "../protocol/richApi/checks";
import { apiType, leadsTo, reads, takes } from "../protocol/richApi/members";
import { Application, Runtime } from "./application";
import { findRange, rangeAt } from "./areas";
import { NamedItemCollection } from "./names";
import { DocumentProperties } from "./properties";
import { Range } from "./range/range";
import { SettingCollection } from "./settings";
import { type SheetState, type WorkbookState, emptySheetState, emptyState } from "./state";
import { TableLayer } from "./tableLayer";
import { TableCollection } from "./table/tables";
import { WorksheetCollection } from "./worksheets";

/** Cells of a part of a sheet were pushed aside or closed up. */
export interface CellsShifted {
  readonly sheetId: string;
  readonly rect: Rect;
  readonly changeType: "CellInserted" | "CellDeleted";
  readonly shiftDirection: "Down" | "Right" | "Up" | "Left";
}

/**
 * Excel's object model over a grid, as far as an add-in of this kind uses it. Handles (worksheets, ranges, tables ...) carry no state but who they
 * are: everything is looked up when asked, so that nothing can disagree with what the user does in the sheet. What the grid does not keep is in `state`.
 */
export class Workbook {
  static readonly api = apiType("Workbook", {
    name: reads(),
    readOnly: reads(),
    isDirty: reads(),
    autoSave: reads(),
    worksheets: leadsTo(),
    tables: leadsTo(),
    names: leadsTo(),
    settings: leadsTo(),
    properties: leadsTo(),
    application: leadsTo(),
    _Runtime: leadsTo(),
    getSelectedRange: takes(),
    getActiveCell: takes(),
    createAndOpenWorkbook: takes(optional(text)),
    _GetRangeForEventByReferenceId: takes(text),
    _GetRangeOrNullObjectForEventByReferenceId: takes(text),
  });

  readonly readOnly = false;
  readonly isDirty = false;
  readonly autoSave = false;
  readonly _Runtime = new Runtime();
  readonly tableLayer: TableLayer;
  /** Ranges of events that were sent, by the reference that went with them. */
  readonly eventRanges = new Map<string, Range>();
  state: WorkbookState = emptyState();
  /** What names that are formulas came to when they were given, by name. */
  readonly nameValues = new Map<string, CellValue>();
  /** How often the add-in asked to suspend calculation or painting: once in a batch is enough. */
  readonly suspensions: Record<"calculation" | "screen", number> = { calculation: 0, screen: 0 };
  private silent = 0;
  private calculation: Promise<void> = Promise.resolve();
  private changeHandlers: ((what: string) => void)[] = [];
  private openedHandlers: ((file: Uint8Array) => void)[] = [];
  private shiftHandlers: ((shift: CellsShifted) => void)[] = [];

  constructor(readonly grid: Grid, readonly name = "Book1.xlsx") {
    this.tableLayer = new TableLayer(this);
    grid.on("sheetDeleted", ({ sheetId }) => void delete this.state.sheets[sheetId]);
  }

  get worksheets(): WorksheetCollection {
    return new WorksheetCollection(this);
  }

  get tables(): TableCollection {
    return new TableCollection(this);
  }

  get names(): NamedItemCollection {
    return new NamedItemCollection(this);
  }

  get settings(): SettingCollection {
    return new SettingCollection(this);
  }

  get properties(): DocumentProperties {
    return new DocumentProperties(this);
  }

  get application(): Application {
    return new Application(this);
  }

  getSelectedRange(): Range {
    const { sheetId, rect } = this.grid.selection();
    return new Range(this, sheetId, rect);
  }

  getActiveCell(): Range {
    return this.getSelectedRange().getCell(0, 0);
  }

  _GetRangeForEventByReferenceId(reference: string): Range {
    const range = this.eventRanges.get(reference);
    if (!range) throw itemNotFound("Workbook._GetRangeForEventByReferenceId");
    return range;
  }

  _GetRangeOrNullObjectForEventByReferenceId(reference: string): Range | null {
    return this.eventRanges.get(reference) ?? null;
  }

  /** The range of that name or address; throws when there is none. */
  rangeAt(area: string, sheetId: string | undefined, where: string): Range {
    return rangeAt(this, area, sheetId, where);
  }

  findRange(area: string, sheetId = this.grid.activeSheet()): Range | null {
    return findRange(this, area, sheetId);
  }

  sheetState(sheetId: string): SheetState {
    return (this.state.sheets[sheetId] ??= emptySheetState());
  }

  /** What the model keeps beyond the grid, as plain JSON. */
  snapshot(): WorkbookState {
    return JSON.parse(JSON.stringify(this.state)) as WorkbookState;
  }

  /** Takes over what snapshot() gave; throws when it is of another kind. */
  restore(snapshot: unknown): void {
    const given = snapshot as Partial<WorkbookState> | null;
    if (typeof given !== "object" || given === null || given.version !== 1) throw new Error("this is not a snapshot of a workbook's state, or of another version");
    this.state = { ...emptyState(), ...(JSON.parse(JSON.stringify(given)) as WorkbookState) };
    for (const [id, sheet] of Object.entries(this.state.sheets)) this.state.sheets[id] = { ...emptySheetState(), ...sheet };
  }

  /** Called when something in `state` changed: time to save. */
  onChange(handler: (what: string) => void): void {
    this.changeHandlers.push(handler);
  }

  changed(what: string): void {
    for (const handler of this.changeHandlers) handler(what);
  }

  /** While `work` runs, the table layer does nothing and the add-in is told nothing. */
  quietly(work: () => void): void {
    this.silent++;
    try {
      work();
    } finally {
      this.silent--;
    }
  }

  get quiet(): boolean {
    return this.silent > 0;
  }

  onShift(handler: (shift: CellsShifted) => void): void {
    this.shiftHandlers.push(handler);
  }

  announceShift(shift: CellsShifted): void {
    for (const handler of this.shiftHandlers) handler(shift);
  }

  /** A new workbook was opened from this file; empty for a blank one. */
  onOpened(handler: (file: Uint8Array) => void): void {
    this.openedHandlers.push(handler);
  }

  /** What Excel.createWorkbook asks for on the web: a new workbook in a window of its own. That is nothing that this host has: whoever asked for it is told. */
  createAndOpenWorkbook(base64 = ""): void {
    const file = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    for (const handler of this.openedHandlers) handler(file);
  }

  /** The formulas of these parts (null: of the whole sheet) are calculated again; answers to the add-in wait for it. */
  recalculate(parts: readonly { readonly sheetId: string; readonly rect: Rect | null }[]): void {
    const cells = parts.flatMap(({ sheetId, rect }) => {
      const used = this.grid.usedRect(sheetId);
      const part = used && (rect ? intersect(used, rect) : used);
      if (!part) return [];
      return this.grid.read(sheetId, part).flatMap((row, i) => row.flatMap((cell, j) => (cell.formula === undefined ? [] : [{ sheetId, row: part.row + i, column: part.column + j }])));
    });
    if (cells.length > 0) this.calculation = this.grid.recalculate(cells);
  }

  /** A name has a new formula: answers to the add-in wait for what it comes to. */
  evaluateName(name: string, formula: string): void {
    this.nameValues.delete(name.toLowerCase());
    const value = this.grid.evaluate?.(formula).then((found) => void this.nameValues.set(name.toLowerCase(), found));
    if (value) this.calculation = Promise.all([this.calculation, value]).then(() => undefined);
  }

  /** Resolves when answers may be read. */
  async settled(): Promise<void> {
    await this.calculation;
    await this.grid.settled();
  }

  noteSuspension(what: "calculation" | "screen"): void {
    this.suspensions[what]++;
  }

  rangeOf(sheetId: string, rect: Rect): Range {
    return new Range(this, sheetId, rect);
  }
}
