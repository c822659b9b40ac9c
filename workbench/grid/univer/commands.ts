import type { ICommandInfo, IExecutionOptions, IRange } from "@univerjs/core";
import type { Engine } from "../../engine/engine";
import type { EditSource } from "../grid";
import type { Rect } from "../rect";

/** Univer's commands that the grid runs or listens to, by what they do. */
export const ID = {
  writeCells: "sheet.command.set-range-values",
  cellsWritten: "sheet.mutation.set-range-values",
  cellsReordered: "sheet.mutation.reorder-range",
  moveCells: "sheet.command.move-range",
  cellsMoved: "sheet.mutation.move-range",
  selected: "sheet.operation.set-selections",
  activated: "sheet.operation.set-worksheet-active",
  sheetInserted: "sheet.mutation.insert-sheet",
  sheetRemoved: "sheet.mutation.remove-sheet",
  rowsInserted: "sheet.mutation.insert-row",
  rowsRemoved: "sheet.mutation.remove-rows",
  columnsInserted: "sheet.mutation.insert-col",
  columnsRemoved: "sheet.mutation.remove-col",
  addTable: "sheet.mutation.add-table",
  deleteTable: "sheet.mutation.delete-table",
  setTable: "sheet.mutation.set-sheet-table",
  /** Our own: Univer has none. */
  tableMoved: "workbench.mutation.move-table",
  tableReference: "formula.mutation.set-super-table",
  tableReferenceRemoved: "formula.mutation.remove-super-table",
  setName: "formula.mutation.set-defined-name",
  removeName: "formula.mutation.remove-defined-name",
  addRule: "data-validation.mutation.addRule",
  removeRule: "data-validation.mutation.removeRule",
  updateRule: "data-validation.mutation.updateRule",
  addConditional: "sheet.mutation.add-conditional-rule",
  setConditional: "sheet.mutation.set-conditional-rule",
  moveConditional: "sheet.mutation.move-conditional-rule",
  deleteConditional: "sheet.mutation.delete-conditional-rule",
  calculate: "formula.mutation.set-formula-calculation-start",
  resultsApplied: "formula.mutation.set-formula-calculation-result",
  undo: "univer.command.undo",
  redo: "univer.command.redo",
  requestCalculation: "formula.mutation.set-trigger-formula-calculation-start",
} as const;

/** Runs Univer's commands and knows whether a change that is seen comes from the grid's caller or from the user. */
export class Commands {
  readonly unitId: string;
  private readonly sources: EditSource[] = [];
  private readonly service;

  constructor(private readonly engine: Engine) {
    this.unitId = engine.api.getActiveWorkbook()!.getId();
    this.service = engine.injector.get(engine.lib.ICommandService);
  }

  /** Whose doing the present change is: nobody's who called the grid means the user's. */
  get source(): EditSource {
    return this.sources.at(-1) ?? "user";
  }

  as<T>(source: EditSource, work: () => T): T {
    this.sources.push(source);
    if (source === "api") this.engine.atWork();
    try {
      return work();
    } finally {
      this.sources.pop();
    }
  }

  /** A command that Univer refuses answers false and says nothing: here it throws. */
  run(id: string, params: object, options?: IExecutionOptions, source: EditSource = "api"): void {
    this.execute(id, { unitId: this.unitId, ...params }, options, source);
  }

  /** The same as a part of that command, also while another one is running: Univer would write the other one's name over it. */
  runAs(trigger: string, id: string, params: object): void {
    const kept = { unitId: this.unitId, ...params };
    Object.defineProperty(kept, "trigger", { enumerable: true, get: () => trigger, set: () => undefined });
    this.execute(id, kept, undefined, "api");
  }

  private execute(id: string, params: object, options: IExecutionOptions | undefined, source: EditSource): void {
    const done: unknown = this.as(source, () => this.service.syncExecuteCommand(id, params, options));
    if (done === false) throw new Error(`the grid refused ${id}: ${JSON.stringify(params).slice(0, 200)}`);
  }

  before(handler: (command: Readonly<ICommandInfo>) => void): () => void {
    const { dispose } = this.service.beforeCommandExecuted(handler);
    return () => dispose();
  }

  after(handler: (command: Readonly<ICommandInfo>, options?: IExecutionOptions) => void): () => void {
    const { dispose } = this.service.onCommandExecuted(handler);
    return () => dispose();
  }
}

export function toRange(rect: Rect): IRange {
  return { startRow: rect.row, endRow: rect.row + rect.rows - 1, startColumn: rect.column, endColumn: rect.column + rect.columns - 1 };
}

export function toRect(range: Pick<IRange, "startRow" | "endRow" | "startColumn" | "endColumn">): Rect {
  return { row: range.startRow, column: range.startColumn, rows: range.endRow - range.startRow + 1, columns: range.endColumn - range.startColumn + 1 };
}
