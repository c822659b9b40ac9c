import type * as Formula from "@univerjs/engine-formula";
import { MAX_COLUMNS, MAX_ROWS } from "../grid/a1";
import { readWildcardsAsExcel } from "./wildcards";

/** The private parts of Univer 0.25.1's lexer that the cures touch. */
interface Lexer {
  cured?: true;
  _squareBracketState: number;
  _tableBracketState: boolean;
  _resetTemp(): void;
  treeBuilder(formula: string, suffix?: unknown, injectParam?: unknown): unknown;
}
interface Reference {
  getForcedSheetName(): string | undefined;
  setForcedSheetId(sheetIds: unknown): void;
  getRangePosition(): { startRow: number; endRow: number; startColumn: number; endColumn: number };
  isExceedRange(): boolean;
}

/**
 * Cures for five bugs of Univer 0.25.1's formula engine, made on exported prototypes: nothing in node_modules is changed. Each has a
 * test that shows the bug without its cure, so that an upgrade is decided by a test. `only` picks single cures, for those tests.
 */
export function patchEngine(parts: typeof Formula, only = CURES): void {
  const { LexerTreeBuilder, BaseReferenceObject } = parts;
  const lexer = LexerTreeBuilder.prototype as unknown as Lexer;
  if (lexer.cured) return;
  lexer.cured = true;
  if (only.includes("brackets")) forgetBrackets(lexer);
  if (only.includes("sheets")) keepTableSheets(BaseReferenceObject.prototype as unknown as Reference);
  if (only.includes("trees")) copyLetTrees(lexer);
  if (only.includes("edges")) endWhereExcelEnds(BaseReferenceObject.prototype as unknown as Reference);
  if (only.includes("wildcards")) readWildcardsAsExcel(parts);
}

export const CURES: readonly ("brackets" | "sheets" | "trees" | "edges" | "wildcards")[] = ["brackets", "sheets", "trees", "edges", "wildcards"];

/** A half-typed `Table[` leaves the lexer inside a bracket: afterwards `Table[a]+1` is #NAME? for the whole session. */
function forgetBrackets(lexer: Lexer): void {
  const reset = lexer._resetTemp;
  lexer._resetTemp = function () {
    reset.call(this);
    this._squareBracketState = 0;
    this._tableBracketState = false;
  };
}

/** INDEX and OFFSET over a table on another sheet lose that sheet and read this one: a wrong number without an error. */
function keepTableSheets(reference: Reference): void {
  const setForcedSheetId = reference.setForcedSheetId;
  reference.setForcedSheetId = function (sheetIds) {
    if (this.getForcedSheetName()) setForcedSheetId.call(this, sheetIds);
  };
}

/** The lexer's cache hands out a tree that reading LET or LAMBDA has changed; those two are read afresh (any `suffix` but true skips the cache). */
function copyLetTrees(lexer: Lexer): void {
  const treeBuilder = lexer.treeBuilder;
  lexer.treeBuilder = function (formula, suffix = true, injectParam) {
    return treeBuilder.call(this, formula, suffix === true && /\b(LET|LAMBDA)\s*\(/i.test(formula) ? 1 : suffix, injectParam);
  };
}

/** Sheets begin small and grow when they are written to: a cell that is not there yet is #NAME?, where in Excel it is blank. */
function endWhereExcelEnds(reference: Reference): void {
  reference.isExceedRange = function () {
    const { startRow, endRow, startColumn, endColumn } = this.getRangePosition();
    return startRow < 0 || startColumn < 0 || endRow >= MAX_ROWS || endColumn >= MAX_COLUMNS;
  };
}

interface Validator {
  rests?: true;
  _univerInstanceService: { getUnit(unitId: string): { getSheetBySheetId(sheetId: string): unknown } | null };
  validatorRanges(unitId: string, sheetId: string, ranges: readonly unknown[]): Promise<unknown[]>;
}
interface Skeleton {
  _worksheetData: unknown;
  calculateAutoHeightInRange(...args: unknown[]): unknown[];
}

/**
 * Univer checks validations and measures row heights when the browser is idle; a sheet that was deleted in between makes both throw, without
 * harm but as errors of the page. For a sheet that is gone there is nothing to check and nothing to measure.
 */
export function letDeletedSheetsRest(parts: { readonly validator: { readonly prototype: object }; readonly skeleton?: { readonly prototype: object } }): void {
  const validator = parts.validator.prototype as Validator;
  if (validator.rests) return;
  validator.rests = true;
  const { validatorRanges } = validator;
  validator.validatorRanges = function (unitId, sheetId, ranges) {
    return this._univerInstanceService.getUnit(unitId)?.getSheetBySheetId(sheetId) ? validatorRanges.call(this, unitId, sheetId, ranges) : Promise.resolve([]);
  };
  const skeleton = parts.skeleton?.prototype as Skeleton | undefined;
  if (!skeleton) return;
  const { calculateAutoHeightInRange } = skeleton;
  skeleton.calculateAutoHeightInRange = function (...args) {
    return this._worksheetData ? calculateAutoHeightInRange.apply(this, args) : [];
  };
}

interface Overflow {
  roomy?: true;
  _calculateOverflowCell(row: number, column: number, config: { style?: { pd?: { l?: number; r?: number } | null } | null }): boolean;
  getOverflowPosition(size: { width: number } | undefined, ...rest: unknown[]): unknown;
}

/** How far a text reaches over its empty neighbours, Univer reckons from its letters alone: by as much as it is indented, its end is cut off. */
export function makeRoomForIndents(skeleton: { readonly prototype: object }): void {
  const prototype = skeleton.prototype as Overflow;
  if (prototype.roomy) return;
  prototype.roomy = true;
  const { _calculateOverflowCell, getOverflowPosition } = prototype;
  let indents = 0;
  prototype._calculateOverflowCell = function (row, column, config) {
    indents = (config.style?.pd?.l ?? PADDING) + (config.style?.pd?.r ?? PADDING);
    return _calculateOverflowCell.call(this, row, column, config);
  };
  prototype.getOverflowPosition = function (size, ...rest) {
    return getOverflowPosition.call(this, size && { ...size, width: size.width + indents }, ...rest);
  };
}

/** What Univer leaves free at a cell's edges when nothing is said. */
const PADDING = 2;
