import { findColumn } from "../journal/schema";
import { watchlist } from "../journal/sheets";
import { inExcel } from "./inExcel";
import { refuseNewer } from "./newer";
import { isOurs } from "./ours";
import { type FoundTable, survey } from "./survey";

type Cells = Readonly<Record<string, string | number>>;

/** Fills a Watchlist in which nothing is typed: with anything in it, without all its columns, protected or not there it is left alone. Answers whether it was filled. */
export function fillEmptyWatchlist(rows: readonly Cells[]): Promise<boolean> {
  return inExcel(async (context) => {
    const standing = await readTyped(context);
    if (!standing || standing.table.protected || standing.typed.some((row) => row.some((value) => value !== ""))) return false;
    const { table, places } = standing;
    const item = context.workbook.tables.getItem(watchlist.name);
    const missing = rows.length - table.rows;
    // null leaves the calculated columns, and the user's own, to Excel
    const blank = table.headers.map(() => null) as unknown as string[];
    if (missing > 0) item.rows.add(undefined, Array.from({ length: missing }, () => blank));
    const sheet = item.getDataBodyRange();
    for (const { header, place } of places) sheet.getCell(0, place).getAbsoluteResizedRange(rows.length, 1).values = rows.map((row) => [row[header] ?? ""]);
    await context.sync();
    return true;
  });
}

/** Takes such rows back, as far as nobody has changed them since; answers how many were changed, and stay. */
export function emptyWatchlist(rows: readonly Cells[]): Promise<number> {
  return inExcel(async (context) => {
    const standing = await readTyped(context);
    if (!standing || standing.table.protected) return rows.length;
    const { table, places, typed } = standing;
    const isOne = (cells: readonly unknown[]): boolean => rows.some((row) => places.every(({ header }, at) => cells[at] === (row[header] ?? "")));
    const going = typed.flatMap((cells, index) => (isOne(cells) ? [index] : []));
    const item = context.workbook.tables.getItem(watchlist.name);
    // a table keeps one row: it is emptied
    const kept = going.length === table.rows ? going[0] : undefined;
    for (const row of going.filter((index) => index !== kept).reverse()) item.rows.getItemAt(row).delete();
    if (kept !== undefined) for (const { place } of places) item.getDataBodyRange().getCell(0, place).values = [[""]];
    await context.sync();
    return rows.length - going.length;
  });
}

interface Standing {
  readonly table: FoundTable;
  /** Where the typed columns stand. */
  readonly places: readonly { readonly header: string; readonly place: number }[];
  /** Their cells, row by row. */
  readonly typed: readonly (readonly unknown[])[];
}

async function readTyped(context: Excel.RequestContext): Promise<Standing | null> {
  const asked = survey(context, [watchlist]);
  await context.sync();
  const seen = asked.read();
  refuseNewer(seen);
  const [found] = seen.found;
  if (!found?.table || !isOurs(found)) return null;
  const { table } = found;
  const places = watchlist.columns.filter(({ kind }) => kind === "typed").map((column) => ({ header: column.header, place: findColumn(column, table.headers) }));
  if (places.some(({ place }) => place < 0)) return null;
  const body = context.workbook.tables.getItem(watchlist.name).getDataBodyRange().load("values");
  await context.sync();
  return { table, places, typed: body.values.slice(0, table.rows).map((row: unknown[]) => places.map(({ place }) => row[place])) };
}
