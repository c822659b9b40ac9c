import type { Found, FoundTable } from "../survey";

/** A report as it stands in the workbook. */
export interface Standing {
  readonly found: Found;
  readonly table: FoundTable;
  /** The body, as values and formulas. */
  readonly body: readonly (readonly unknown[])[];
  /** Rows of the table beside which the user has written something. */
  readonly besides: ReadonlySet<number>;
  /** Does anything stand further down on its sheet? */
  readonly below: boolean;
}

/** Reads all reports in two round trips; a large one takes more, for a reply may not pass 5 MB. */
export async function readStanding(context: Excel.RequestContext, reports: readonly Found[]): Promise<readonly Standing[]> {
  let cells = 0;
  const asked = reports.flatMap((found) => {
    if (!found.table) return [];
    const { rows, headers } = found.table;
    const isTogether = cells + rows * headers.length <= CELLS;
    if (isTogether) cells += rows * headers.length;
    return [{ found, table: found.table, ...ask(context, found.table, isTogether) }];
  });
  await context.sync();
  const edges = asked.map((one) => ({ ...one, sides: askSides(one.table, one.used, context) }));
  if (edges.some(({ sides }) => sides.length > 0)) await context.sync();
  const standing: Standing[] = [];
  for (const { found, table, parts, used, sides } of edges) {
    const rest = await readRest(context, table, parts);
    const besides = new Set(sides.flatMap(({ values }) => values.flatMap((row: unknown[], index: number) => (row.some((value) => value !== "") ? [index] : []))));
    standing.push({ found, table, body: [...parts.flatMap((part) => part.formulas as unknown[][]), ...rest], besides, below: !used.isNullObject && used.rowIndex + used.rowCount > table.row + 1 + table.rows + (table.totals ? 1 : 0) });
  }
  return standing;
}

function ask(context: Excel.RequestContext, table: FoundTable, isTogether: boolean) {
  const sheet = context.workbook.worksheets.getItem(table.sheet);
  return { used: sheet.getUsedRangeOrNullObject(true).load("rowIndex,rowCount,columnIndex,columnCount"), parts: isTogether ? [bodyPart(context, table, 0).load("formulas")] : [] };
}

const chunkOf = ({ headers }: FoundTable): number => Math.max(100, Math.floor(CELLS / headers.length));
/** Formulas are long: so many cells may bring some 3 MB. What is more, in all reports together, is asked for by itself. */
const CELLS = 12_000;

function bodyPart(context: Excel.RequestContext, table: FoundTable, from: number): Excel.Range {
  const { sheet, row, column, rows, headers } = table;
  return context.workbook.worksheets.getItem(sheet).getRangeByIndexes(row + 1 + from, column, Math.min(chunkOf(table), rows - from), headers.length);
}

async function readRest(context: Excel.RequestContext, table: FoundTable, parts: readonly Excel.Range[]): Promise<readonly (readonly unknown[])[]> {
  const rows: unknown[][] = [];
  for (let from = chunkOf(table) * parts.length; from < table.rows; from += chunkOf(table)) {
    const part = bodyPart(context, table, from).load("formulas");
    await context.sync();
    rows.push(...(part.formulas as unknown[][]));
    part.untrack();
  }
  return rows;
}

/** What stands to the left and to the right of a table, in its rows. */
function askSides({ sheet, row, column, rows, headers }: FoundTable, used: Excel.Range, context: Excel.RequestContext): Excel.Range[] {
  if (used.isNullObject) return [];
  const right = column + headers.length;
  const sides = [[used.columnIndex, column - used.columnIndex], [right, used.columnIndex + used.columnCount - right]] as const;
  return sides.flatMap(([from, width]) => (width > 0 ? [context.workbook.worksheets.getItem(sheet).getRangeByIndexes(row + 1, from, rows, width).load("values")] : []));
}

