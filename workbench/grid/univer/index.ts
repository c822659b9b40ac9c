import type { IRange } from "@univerjs/core";
import type { Engine } from "../../engine/engine";
import { forgetTreesOf } from "../../engine/trees";
import { oneCell } from "../a1";
import type { Chart } from "../chart";
import type { CellValue, DefinedName, Grid, TableInfo } from "../grid";
import type { Rect } from "../rect";
import { Calculation } from "./calculation";
import { ChartsInUniver } from "./charts";
import { ID, toRect } from "./commands";
import { UniverContents } from "./contents";
import { eventOf } from "./events";
import { History } from "./history";
import { moveHiddenRows } from "./hiddenRows";
import { moveConditionals } from "./movedConditionals";
import { moveFormatsWhole } from "./movedFormats";
import { moveRulesOnce } from "./movedRules";
import { moveTablesWithCells } from "./movedTables";
import { Names } from "./names";
import { showAsExcel } from "./numberTexts";
import { keepStoppedCalculations } from "./stoppedCalculations";
import { Tables } from "./tables";
import { readTypingAsExcel, shownFormula, typedInput } from "./typing";

/** The grid over Univer, with or without a window. All that Univer does its own way is put right here and in the files beside. */
export class UniverGrid extends UniverContents implements Grid {
  editing = false;
  /** What goes wrong while nobody waits for it. */
  onFailure: (error: unknown) => void = (error) => queueMicrotask(() => { throw error; });
  private readonly history: History;
  private readonly calculation: Calculation;
  private readonly tableList: Tables;
  private readonly chartList: ChartsInUniver;
  private readonly nameList: Names;

  constructor(engine: Engine) {
    super(engine);
    this.history = new History(engine, this.commands);
    this.calculation = new Calculation(engine, this.commands);
    this.tableList = new Tables(engine, this.commands, (sheetId, rect) => this.headers(sheetId, rect));
    this.nameList = new Names(engine, this.commands, (name) => {
      const calls = this.formulasWhere((formula) => formula.toLowerCase().includes(`${name.toLowerCase()}(`));
      if (calls.length > 0) this.calculation.request(calls);
    });
    this.chartList = new ChartsInUniver(engine, this.commands, this, (sheetId) => this.emit("chartsChanged", { sheetId }));
    readTypingAsExcel(engine, this.commands, { tables: () => this.tables(), numberFormat: (sheetId, row, column) => this.read(sheetId, oneCell(row, column))[0]![0]!.numberFormat });
    showAsExcel(engine);
    moveRulesOnce(engine.lib);
    moveTablesWithCells(engine, this.commands, this);
    moveHiddenRows(engine, this.commands);
    keepStoppedCalculations(engine, this.commands);
    if (engine.view) moveFormatsWhole(engine, this.commands, this);
    else moveConditionals(this);
    this.commands.before(({ id, params }) => this.beforeCommand(id, params as { unitId: string; tableId: string; subUnitId: string; range?: IRange }));
    this.commands.after((command, options) => {
      if (command.id === ID.tableReference || command.id === ID.tableReferenceRemoved) {
        const { unitId, tableName } = command.params as { unitId: string; tableName: string };
        forgetTreesOf(engine.injector, engine.lib, unitId, [tableName]);
      }
      if (command.id === ID.undo || command.id === ID.redo) {
        this.history.moved();
        this.emit("undone", { again: command.id === ID.redo });
      }
      eventOf(command, options, this.commands, (name, event) => this.emit(name, event));
    });
    this.watchEditor();
    for (const { id } of this.tables()) this.refreshTableHeaders(id); // Univer saves a table's columns in the order of their making
  }

  following(work: () => void): void {
    this.history.follow(work);
  }

  // typing

  /** As a person at the keyboard types it: read as Excel reads it, undone by Ctrl+Z, reported as the user's edit. */
  type(sheetId: string, row: number, column: number, text: string): void {
    const rect = oneCell(row, column);
    this.ensure(sheetId, rect);
    const sheet = { tables: () => this.tables(), numberFormat: () => this.read(sheetId, rect)[0]![0]!.numberFormat };
    this.cells.write(sheetId, rect, [[typedInput(text, sheet, sheetId, row, column)]], "user");
  }

  /** The formula as Excel's formula bar shows it; "" when there is none. */
  shownFormula(sheetId: string, row: number, column: number): string {
    const { formula } = this.read(sheetId, oneCell(row, column))[0]![0]!;
    return formula ? shownFormula(formula, this.tables(), sheetId, row, column) : "";
  }

  // charts

  charts(): Chart[] {
    return this.chartList.all();
  }

  addChart(chart: Omit<Chart, "id">): string {
    return this.chartList.add(chart);
  }

  setChart(chart: Chart): void {
    this.chartList.change(chart.id, chart);
  }

  removeChart(chartId: string): void {
    this.chartList.change(chartId, undefined);
  }

  /** As a person at the mouse changes it, or without one takes it away: undone by Ctrl+Z. */
  changeChartAsUser(chartId: string, chart?: Chart): void {
    this.chartList.change(chartId, chart, "user");
  }

  // tables and names

  tables(): TableInfo[] {
    return this.tableList.all();
  }

  addTable(sheetId: string, rect: Rect): string {
    return this.tableList.add(sheetId, rect);
  }

  removeTable(tableId: string): void {
    this.tableList.remove(tableId);
  }

  renameTable(tableId: string, name: string): void {
    this.tableList.rename(tableId, name);
  }

  setTableRect(tableId: string, rect: Rect): void {
    const before = this.tableList.find(tableId);
    this.tableList.setRect(tableId, rect);
    this.chartList.tableResized(before, rect);
  }

  setTableLook(tableId: string, look: Partial<Pick<TableInfo, "style" | "banded" | "filterButtons">>): void {
    this.tableList.setLook(tableId, look);
  }

  refreshTableHeaders(tableId: string): void {
    this.tableList.refreshHeaders(tableId);
  }

  names(): DefinedName[] {
    return this.nameList.all();
  }

  addName(name: string, formula: string): void {
    this.nameList.add(name, formula);
  }

  removeName(name: string): void {
    this.nameList.remove(name);
  }

  evaluate(formula: string): Promise<CellValue> {
    return this.calculation.evaluate(formula, () => this.activeSheet());
  }

  // time

  editEnded(): Promise<void> {
    if (!this.editing) return Promise.resolve();
    return new Promise((resolve) => {
      const off = this.on("editEnded", () => {
        off();
        resolve();
      });
    });
  }

  settled(): Promise<void> {
    return this.calculation.settled();
  }

  recalculate(cells: readonly { sheetId: string; row: number; column: number }[]): Promise<void> {
    this.calculation.request(cells);
    return this.calculation.settled();
  }

  fail(error: unknown): void {
    this.onFailure(error);
  }

  dispose(): void {
    this.engine.dispose();
  }

  /** A deleted sheet keeps its tables in Univer: they go first. A table's name must be told while it is still known. */
  private beforeCommand(id: string, params: { tableId: string; subUnitId: string; range?: IRange }): void {
    if (id === ID.rowsRemoved && params.range) this.emit("rowsDeleting", { sheetId: params.subUnitId, row: params.range.startRow, rows: toRect(params.range).rows });
    if (id === ID.sheetRemoved) for (const table of this.tables()) if (table.sheetId === params.subUnitId) this.removeTable(table.id);
    if (id !== ID.deleteTable) return;
    const { name, sheetId } = this.tableList.find(params.tableId);
    const off = this.commands.after((command) => {
      if (command.id !== ID.deleteTable) return;
      off();
      this.emit("tableDeleted", { tableId: params.tableId, sheetId, name });
    });
  }

  private watchEditor(): void {
    const { api } = this.engine;
    const events = api.Event as Partial<typeof api.Event>;
    if (events.SheetEditStarted) api.addEvent(events.SheetEditStarted, () => void (this.editing = true));
    if (events.SheetEditEnded)
      api.addEvent(events.SheetEditEnded, () => {
        this.editing = false;
        this.emit("editEnded", {});
      });
  }
}
