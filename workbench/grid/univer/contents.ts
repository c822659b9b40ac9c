import type { Engine } from "../../engine/engine";
import type { Cell, CellInput, ConditionalFormat, Style, Validation } from "../grid";
import type { Rect } from "../rect";
import { Cells } from "./cells";
import { Conditionals } from "./conditionals";
import { UniverRowsAndColumns } from "./rowsAndColumns";
import { Validations } from "./validations";

/** What is in cells, how it looks, and the rules that hang on it. */
export class UniverContents extends UniverRowsAndColumns {
  protected readonly cells: Cells;
  private readonly validations: Validations;
  private readonly conditionals: Conditionals;

  constructor(engine: Engine) {
    super(engine);
    this.cells = new Cells(engine, this.commands);
    this.validations = new Validations(engine, this.commands);
    this.conditionals = new Conditionals(engine, this.commands);
  }

  usedRect(sheetId: string): Rect | null {
    return this.cells.used(sheetId);
  }

  read(sheetId: string, rect: Rect): Cell[][] {
    return this.cells.read(sheetId, rect);
  }

  spill(sheetId: string, row: number, column: number): Rect | null {
    return this.cells.spill(sheetId, row, column);
  }

  text(sheetId: string, rect: Rect): string[][] {
    this.ensure(sheetId, rect);
    return this.cells.text(sheetId, rect);
  }

  write(sheetId: string, rect: Rect, cells: readonly (readonly CellInput[])[]): void {
    this.ensure(sheetId, rect);
    this.cells.write(sheetId, rect, cells);
  }

  style(sheetId: string, rect: Rect, patch: Style | readonly (readonly (Style | undefined)[])[]): void {
    this.ensure(sheetId, rect);
    this.cells.style(sheetId, rect, patch);
  }

  styleOf(sheetId: string, row: number, column: number): Style {
    return this.cells.styleOf(sheetId, row, column);
  }

  clearStyle(sheetId: string, rect: Rect): void {
    this.cells.clearStyle(sheetId, rect);
  }

  formulasWhere(wanted: (formula: string) => boolean): { sheetId: string; row: number; column: number }[] {
    return this.cells.formulasWhere(wanted);
  }

  validationAt(sheetId: string, row: number, column: number): Validation | null {
    return this.validations.at(sheetId, row, column);
  }

  setValidation(sheetId: string, rect: Rect, validation: Validation | null): void {
    this.validations.set(sheetId, rect, validation);
  }

  conditionalFormats(sheetId: string): ConditionalFormat[] {
    return this.conditionals.of(sheetId);
  }

  addConditionalFormat(format: Omit<ConditionalFormat, "id">): string {
    return this.conditionals.add(format);
  }

  removeConditionalFormat(id: string): void {
    this.conditionals.remove(id);
  }

  setConditionalFormat(format: ConditionalFormat): void {
    this.conditionals.set(format);
  }

  moveConditionalFormat(id: string, priority: number): void {
    this.conditionals.move(id, priority);
  }

  protected headers(sheetId: string, rect: Rect): string[] {
    return this.read(sheetId, { ...rect, rows: 1 })[0]!.map((cell) => String(cell.value));
  }
}
