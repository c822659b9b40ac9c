import { findColumn } from "../../journal/schema";
import { trades } from "../../journal/sheets";
import { addressOf } from "../address";
import { ExcelRefused } from "../excelRefused";
import { all } from "../layOut/columns";
import { type Table, bodyOf } from "./place";

/** How the table ends after a write. */
export interface Ending {
  readonly body: Excel.Range;
  readonly last: Excel.Range;
}

interface Wrote {
  /** The row of the sheet in which the new rows begin. */
  readonly first: number;
  readonly count: number;
  /** The last row of the table before. */
  readonly before: Excel.Range;
  readonly seen: Ending;
}

export function askEnding(context: Excel.RequestContext): Ending {
  const body = bodyOf(context);
  return { body: body.load("rowIndex,rowCount"), last: body.getLastRow().load("formulas,numberFormat") };
}

/**
 * Excel grows the table, fills the calculated columns and carries formats on by itself, unless its AutoCorrect options say otherwise. So it
 * is looked at, and done where it was not.
 */
export async function settle(context: Excel.RequestContext, table: Table, { first, count, before, seen }: Wrote): Promise<void> {
  let { last } = seen;
  const missing = first + count - (seen.body.rowIndex + seen.body.rowCount);
  if (missing > 0) {
    if (!Office.context.requirements.isSetSupported("ExcelApi", "1.13")) throw notGrown(table, first, count);
    const item = context.workbook.tables.getItem(trades.name);
    item.resize(item.getRange().getResizedRange(missing, 0));
    last = bodyOf(context).getLastRow().load("formulas,numberFormat");
    await context.sync();
  }
  const added = (place: number): Excel.Range => context.workbook.worksheets.getItem(table.sheet).getRangeByIndexes(first, table.column + place, count, 1);
  const repairs = trades.columns.flatMap((column) => {
    const place = findColumn(column, table.headers);
    const [oldFormula, newFormula] = [before, last].map((row) => String(row.formulas[0]?.[place] ?? ""));
    const [oldFormat, newFormat] = [before, last].map((row) => String(row.numberFormat[0]?.[place] ?? ""));
    const formula = column.kind === "calculated" && oldFormula?.startsWith("=") && newFormula === "" ? oldFormula : null;
    const format = oldFormat && oldFormat !== newFormat ? oldFormat : null;
    return place < 0 || !(formula ?? format) ? [] : [{ place, formula, format }];
  });
  for (const { place, formula, format } of repairs) {
    if (formula) added(place).formulas = all(formula);
    if (format) added(place).numberFormat = all(format);
  }
  if (repairs.length > 0) await context.sync();
}

function notGrown(table: Table, first: number, count: number): ExcelRefused {
  const address = addressOf(table.sheet, first, table.column, count, table.headers.length);
  return new ExcelRefused(
    "NotGrown",
    `The rows were written to ${address}, but the Trades table did not grow over them. Drag its lower right corner down. To prevent this: File, Options, Proofing, AutoCorrect Options, AutoFormat As You Type, Include new rows and columns in table.`,
  );
}
