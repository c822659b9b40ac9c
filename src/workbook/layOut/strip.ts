import { palette } from "../../journal/palette";
import { LOOK, PLACE } from "../../journal/schema";
import { LOG_NOW, LOG_THEN, REBUILT, STATE, logNow, stateSentence } from "../../journal/sheets/reports";
import type { Survey } from "../survey";
import { type TableSite, addHighlight } from "./table";

/** Cells at the end of the strip, on the Audit sheet, whose text means nothing to a person. */
const HIDDEN = 3;

/** The row under a report's title that says whether it is right: calm green, or red. */
export function dressStrip(sheet: Excel.Worksheet, width: number, isAudit: boolean): void {
  const strip = sheet.getRangeByIndexes(PLACE.strip, 0, 1, width);
  strip.format.rowHeight = LOOK.stripHeight;
  strip.format.verticalAlignment = "Center";
  strip.format.font.color = palette.slate;
  strip.format.fill.color = palette.tint;
  const state = sheet.getRangeByIndexes(PLACE.strip, 0, 1, 1);
  state.format.horizontalAlignment = "Left";
  state.format.indentLevel = 1;
  state.format.font.bold = true;
  strip.conditionalFormats.clearAll();
  const coloured = sheet.getRangeByIndexes(PLACE.strip, 0, 1, isAudit ? width - HIDDEN : width);
  const says = (words: string) => (): string => `=LEFT($A$${PLACE.strip + 1},${words.length})="${words}"`;
  addHighlight(coloured, { formula: says("Right"), fill: palette.gainGround, fontColor: palette.gain }, String);
  addHighlight(coloured, { formula: () => `=AND(LEN($A$${PLACE.strip + 1})>0,LEFT($A$${PLACE.strip + 1},5)<>"Right")`, fill: palette.lossGround, fontColor: palette.loss }, String);
}

/** The cells that the sentence and the lines of the audit ask: written before its tables, for these ask them. Their text is not shown. */
export function layLogCells(context: Excel.RequestContext, sheet: Excel.Worksheet, width: number, { names, asHere }: Pick<Survey, "names"> & Pick<TableSite, "asHere">): void {
  const cells = ([REBUILT, LOG_THEN, LOG_NOW] as const).map((name, index) => ({ name, cell: sheet.getRangeByIndexes(PLACE.strip, width - HIDDEN + index, 1, 1) }));
  for (const { name, cell } of cells) {
    cell.numberFormat = [[";;;"]];
    cell.format.font.color = palette.tint;
    if (name === LOG_NOW) cell.formulas = [[asHere(logNow())]];
    else cell.values = [[""]];
    nameCell(context, name, cell, names[name]);
  }
}

/** The sentence itself, and its repetition on the other reports; its name comes last: while it is not there, this is done again. */
export function layState(context: Excel.RequestContext, audit: Excel.Worksheet, others: readonly Excel.Worksheet[], names: Survey["names"]): void {
  const cell = stateCell(audit);
  cell.formulas = [[stateSentence()]];
  for (const sheet of others) repeatState(sheet);
  if (names[STATE] !== "there") nameCell(context, STATE, cell, names[STATE]);
}

export function repeatState(sheet: Excel.Worksheet): void {
  stateCell(sheet).formulas = [[`=IFERROR(${STATE},"")`]];
}

const stateCell = (sheet: Excel.Worksheet): Excel.Range => sheet.getRangeByIndexes(PLACE.strip, 0, 1, 1);

function nameCell(context: Excel.RequestContext, name: string, cell: Excel.Range, known: Survey["names"][keyof Survey["names"]]): void {
  if (known !== "absent") context.workbook.names.getItem(name).delete();
  context.workbook.names.add(name, cell, "Wheel Journal asks this cell whether its reports are right.");
}
