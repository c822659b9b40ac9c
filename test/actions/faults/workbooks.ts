import { layOutJournal, logTrades } from "../../../src/actions";
import { PLAN_HEADERS } from "../../../src/journal/plan";
import { TYPED_HEADERS } from "../../../src/journal/row";
import { REPORTS } from "../../../src/journal/sheets";
import type { Grid } from "../../../workbench/grid/grid";
import { type Prepared, contentOf, prepared } from "../../workbook/journalInNode";
import { asUser, goldenChainA, trade } from "../helpers";

/** The user's own things, everywhere an action might get in their way. */
export async function ownThings(): Promise<void> {
  await asUser((context) => {
    const mine = context.workbook.worksheets.add("Mine");
    mine.getRange("A1:B3").values = [["my own", 1], ["numbers", 2.5], ["=A1", "'=no formula"]];
    mine.getRange("A1").format.fill.color = "#FFEE00";
    context.workbook.names.add("My_rate", mine.getRange("B1"));
  });
}

/** A journal that somebody lives in: trades, own columns with and without formulas, notes beside tables and under them, an own setting and an own stock. */
export function livedIn(): Promise<Prepared> {
  return prepared(null, async () => {
    await ownThings();
    await layOutJournal(TODAY);
    await logTrades([...goldenChainA(), trade({ ticker: "F", strike: 12, price: 0.4 }), trade({ ticker: "PFE", strike: 25, price: 0.3 }), trade({ ticker: "VZ", account: "IRA", strike: 40, price: 0.9, notes: "=careful" })], TODAY);
    await asUser((context) => {
      const { tables, worksheets } = context.workbook;
      tables.getItem("Trades").columns.add(5, [["Mood"], ...Array.from({ length: ROWS }, (_, index) => [`mood ${index}`])]);
      tables.getItem("Trades").columns.add(undefined, [["Half"], ...Array.from({ length: ROWS }, () => ["=[@Price]/2"])]);
      tables.getItem("Positions").columns.add(undefined, [["My plan"], ["roll it"], ["let it go"], ["no plan"]]);
      tables.getItem("Settings").rows.add(undefined, [["My limit", 7, null, null]] as never);
      worksheets.getItem("Trades").getRange("Y2").values = [["beside the log"]];
      worksheets.getItem("Income").getRange("Z9").values = [["far beside"]];
      worksheets.getItem("Positions").getRange("B60").values = [["far below"]];
    });
  });
}
const ROWS = goldenChainA().length + 3;
export const TODAY = 46200;

/** The log as it stands: each row's typed cells as one text, in the order of the sheet. Blank rows are none. */
export function logOf(grid: Grid): readonly string[] {
  return rowsOf(grid, "Trades", [...TYPED_HEADERS]).map((cells) => JSON.stringify(cells)).filter((row) => row !== BLANK);
}
/** Prices that Excel is asked for. */
export const pricesAskedIn = (grid: Grid): readonly string[] => rowsOf(grid, "Watchlist", ["Ticker", "Price"]).filter(([, price]) => String(price).includes("STOCKHISTORY")).map((cells) => JSON.stringify(cells));
/** The plans that were kept. */
export const plansOf = (grid: Grid): readonly string[] => rowsOf(grid, "Plans", [...PLAN_HEADERS]).filter((cells) => cells.some((cell) => cell !== "")).map((cells) => JSON.stringify(cells));
const BLANK = JSON.stringify(TYPED_HEADERS.map(() => ""));

/** The report tables: what the add-in writes there. */
export function reportsOf(grid: Grid): unknown {
  return REPORTS.flatMap(({ tables }) => tables).filter(({ name }) => grid.tables().some((table) => table.name === name))
    .map(({ name, columns }) => [name, rowsOf(grid, name, columns.filter(({ kind }) => kind === "report").map(({ header }) => header)).map((cells) => JSON.stringify(cells)).sort()]);
}

/** Everything that is the user's, told by what it belongs to: a row of the log by its id, a position by its contract. */
export function usersOwn(grid: Grid): Readonly<Record<string, unknown>> {
  const has = (table: string): boolean => grid.tables().some(({ name }) => name === table);
  const cell = (name: string, text: string): number => grid.sheets().some((sheet) => sheet.name === name) ? contentOf(grid, name).flat().filter((value) => value === text).length : 0;
  const mine = grid.sheets().find(({ name }) => name === "Mine");
  return {
    sheet: mine && contentOf(grid, "Mine"),
    fill: mine && grid.styleOf(mine.id, 0, 0),
    names: grid.names().filter(({ name }) => name.startsWith("My_")),
    log: has("Trades") ? rowsOf(grid, "Trades", ["Id", "Mood", "Half"]).filter(([, mood]) => mood !== "") : [],
    plans: has("Positions") ? rowsOf(grid, "Positions", ["Ticker", "Type", "Strike", "My plan"]).filter(([ticker, , , plan]) => plan !== "" && ticker !== "F") : [],
    prices: has("Watchlist") ? rowsOf(grid, "Watchlist", ["Ticker", "Price"]).filter(([ticker]) => ticker === "MINE") : [],
    settings: has("Settings") ? rowsOf(grid, "Settings", ["Name", "Value"]).filter(([name]) => name === "My limit") : [],
    beside: [cell("Trades", "beside the log"), cell("Income", "far beside"), cell("Positions", "far below"), cell("Trades", "my own sum")],
  };
}

/** Cells of the named columns of a table; a column that is not there is blank. */
function rowsOf(grid: Grid, name: string, headers: readonly string[]): (string | number | boolean)[][] {
  const table = grid.tables().find((one) => one.name === name);
  if (!table) return [];
  const { sheetId, rect, columns } = table;
  const places = headers.map((header) => columns.findIndex((column) => column === header || column.startsWith(`${header} (`)));
  const body = grid.read(sheetId, { ...rect, row: rect.row + 1, rows: rect.rows - 1 - (table.totals ? 1 : 0) });
  return body.map((row) => places.map((place) => (place < 0 ? "" : (row[place]?.formula ?? row[place]?.value ?? ""))));
}
