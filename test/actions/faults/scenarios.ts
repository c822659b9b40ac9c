import type { Done } from "../../../src/actions";
import type { Grid } from "../../../workbench/grid/grid";
import type { All } from "./sweep";
import { asUser, trade } from "../helpers";
import { type Prepared, prepared } from "../../workbook/journalInNode";
import { ALL_NAMES, USED, functionsIn, named, namesIn, unnamed, withFunctions } from "./calculating";
import { TODAY, livedIn, ownThings, plansOf, pricesAskedIn } from "./workbooks";

/** What a user presses. `begin` does what comes before, undisturbed, and answers the press itself. */
export interface Scenario {
  readonly name: string;
  readonly action: keyof All;
  readonly workbook: () => Promise<Prepared>;
  readonly begin: (actions: All) => Promise<() => Promise<Partial<Done> | unknown>>;
  /** The rows that the action writes; without it those of the log. */
  readonly rowsIn?: (grid: Grid) => readonly string[];
  /** Rows that come or go. */
  readonly rows: number;
  /** How many kinds of fault each request is tried with, in turn; without it two. */
  readonly kinds?: number;
  /** What is written is no log: a part of it may be there after a fault, and the next press completes it. */
  readonly partly?: boolean;
  /** What a refusal says when all is written, and only what comes after was refused. */
  readonly saidDone?: RegExp;
  /** Nothing is left to press when the pane is gone. */
  readonly once?: boolean;
}

const press = (act: (actions: All) => Promise<unknown>): Scenario["begin"] => (actions) => Promise.resolve(() => act(actions));
const roll = [trade({ ticker: "F", action: "Buy to close", strike: 12, price: 0.2, date: 46040 }), trade({ ticker: "F", strike: 11, price: 0.5, date: 46040, expiry: 46100 })];
/** A note so long that few rows fill a request. */
const long = (letter: string): string => letter.repeat(32_000);

const PLAN = { date: 46083, account: "IRA", ticker: "WDGT", targetPrice: 49.5, why: "=Widgets", strike: 50, expiry: 46129, quantity: 2, premium: 0.95, verdict: "Pass" };

const once = <T>(make: () => Promise<T>): (() => Promise<T>) => {
  let made: Promise<T> | undefined;
  return () => (made ??= make());
};
const home = once(livedIn);
const bare = once(() => prepared(null, ownThings));
const fresh = once(() => prepared(null, async () => {
  await ownThings();
  await (await import("../../../src/actions")).layOutJournal(TODAY);
}));
const planned = once(async () => prepared(await fresh(), async () => (await import("../../../src/actions/keepPlan")).keepPlan(PLAN)));
const withNoteBelow = once(async () => prepared(await home(), () => asUser((context) => {
  const table = context.workbook.tables.getItem("Trades").getRange();
  table.getRowsBelow(2).getLastRow().getCell(0, 1).values = [["my own sum"]];
})));
/** The log was typed into, and so was the convention: there is much to refresh. */
const changed = once(async () => prepared(await home(), () => asUser((context) => {
  context.workbook.tables.getItem("Trades").getDataBodyRange().getCell(0, 9).values = [[1.5]];
  context.workbook.tables.getItem("Settings").getDataBodyRange().getCell(0, 1).values = [["net"]];
})));
const incomplete = once(async () => prepared(await home(), () => asUser((context) => {
  const { tables, worksheets } = context.workbook;
  tables.getItem("Trades").columns.getItem("Fees").delete();
  tables.getItem("Watchlist").columns.getItem("Sector").delete();
  worksheets.getItem("Income").delete();
})));

/** Stocks with and without a price, and one that is the user's own. */
const watched = once(async () => prepared(await fresh(), () => asUser((context) => {
  context.workbook.worksheets.getItem("Watchlist").getRange("A5:C9").values = [["MINE", "", 61.2], ["WDGT", "", ""], ["", "", ""], ["ACME", "", ""], ["MINE", "", "=7*9"]];
})));
/** The workbench has no switch for a totals row: the grid is told that the last row is one. */
const withTotals = once(async () => prepared(await home(), ({ grid }) => {
  const { id, sheetId, rect } = grid.tables().find(({ name }) => name === "Trades")!;
  grid.setTableRect(id, { ...rect, rows: rect.rows + 1 });
  grid.setTableLook(id, { totals: true } as never);
  grid.write(sheetId, { ...rect, row: rect.row + rect.rows, rows: 1, columns: 1 }, [[{ value: "Total" }]]);
}));
/** More rows than go in two requests, so that there is a first piece, one between and a last. */
const several = Array.from({ length: 50 }, (_, index) => trade({ ticker: `T${index % 7}`, price: 1 + index / 100, notes: long("n") }));
const toTheEnd = () => true;

export const SCENARIOS: readonly Scenario[] = [
  { name: "one trade more", action: "logTrades", workbook: home, rows: 1, begin: press(({ logTrades }) => logTrades([trade({ ticker: "KO" })], TODAY)) },
  { name: "the first trade, in the blank row", action: "logTrades", workbook: fresh, rows: 1, kinds: 5, begin: press(({ logTrades }) => logTrades([trade()], TODAY)) },
  { name: "a roll: two rows", action: "logTrades", workbook: home, rows: 2, kinds: 1, begin: press(({ logTrades }) => logTrades(roll, TODAY)) },
  { name: "three rows, with something of the user's under the table", action: "logTrades", workbook: withNoteBelow, rows: 3, kinds: 1, begin: press(({ logTrades }) => logTrades([...roll, trade({ ticker: "T" })], TODAY)) },
  { name: "so many rows that they take several requests", action: "logTrades", workbook: home, rows: several.length, kinds: 1, begin: press(({ logTrades }) => logTrades(several, TODAY)) },
  { name: "so many rows above a totals row", action: "logTrades", workbook: withTotals, rows: several.length, kinds: 1, begin: press(({ logTrades }) => logTrades(several, TODAY)) },
  { name: "Undo of a roll", action: "logTrades", workbook: home, rows: -2, kinds: 3, once: true, begin: async ({ logTrades }) => (await logTrades(roll, TODAY)).undo! },
  {
    name: "Undo of rows that were sorted apart", action: "logTrades", workbook: home, rows: -2, kinds: 1, once: true,
    begin: async ({ logTrades }) => {
      const { undo } = await logTrades(roll, TODAY);
      // another row comes between them, as when somebody has sorted the table
      await asUser((context) => {
        const body = context.workbook.tables.getItem("Trades").getDataBodyRange();
        body.getLastRow().getRowsBelow(1).getCell(0, 0).values = [[46041]];
        context.workbook.tables.getItem("Trades").sort.apply([{ key: 0, ascending: false }]);
      });
      return undo!;
    },
  },
  { name: "the sample year", action: "loadSampleYear", workbook: fresh, rows: 71, kinds: 1, begin: press(({ loadSampleYear }) => loadSampleYear(TODAY)) },
  { name: "Undo of the sample year", action: "loadSampleYear", workbook: fresh, rows: -71, kinds: 1, once: true, begin: async ({ loadSampleYear }) => (await loadSampleYear(TODAY)).undo! },
  { name: "the first plan that is kept", action: "keepPlan", workbook: fresh, rows: 1, rowsIn: plansOf, kinds: 5, begin: press(({ keepPlan }) => keepPlan(PLAN)) },
  { name: "another plan", action: "keepPlan", workbook: planned, rows: 1, rowsIn: plansOf, begin: press(({ keepPlan }) => keepPlan({ ...PLAN, ticker: "KO" })) },
  { name: "Undo of a plan", action: "keepPlan", workbook: planned, rows: -1, rowsIn: plansOf, once: true, begin: async ({ keepPlan }) => (await keepPlan({ ...PLAN, ticker: "KO" })).undo! },
  { name: "Undo of the only plan", action: "keepPlan", workbook: fresh, rows: -1, rowsIn: plansOf, once: true, begin: async ({ keepPlan }) => (await keepPlan(PLAN)).undo! },
  { name: "the plans are read", action: "readKeptPlans", workbook: planned, rows: 0, begin: press(({ readKeptPlans }) => readKeptPlans()) },
  { name: "prices from Excel", action: "fillPrices", workbook: watched, rows: 2, rowsIn: pricesAskedIn, partly: true, kinds: 5, begin: press(({ fillPrices }) => fillPrices()) },
  { name: "Undo of prices from Excel", action: "fillPrices", workbook: watched, rows: -2, rowsIn: pricesAskedIn, partly: true, once: true, kinds: 5, begin: async ({ fillPrices }) => (await fillPrices()).undo! },
  { name: "functions as names", action: "giveNames", workbook: unnamed, rows: ALL_NAMES, rowsIn: namesIn, partly: true, begin: press(({ giveNames }) => giveNames()) },
  { name: "Undo of functions as names", action: "giveNames", workbook: unnamed, rows: -ALL_NAMES, rowsIn: namesIn, partly: true, once: true, begin: async ({ giveNames }) => (await giveNames()).undo! },
  { name: "the names are taken away", action: "takeNames", workbook: named, rows: -ALL_NAMES, rowsIn: namesIn, partly: true, begin: press(({ takeNames }) => takeNames()) },
  { name: "Undo of taking the names away", action: "takeNames", workbook: named, rows: ALL_NAMES, rowsIn: namesIn, partly: true, once: true, begin: async ({ takeNames }) => (await takeNames()).undo! },
  { name: "the names are read", action: "readNames", workbook: fresh, rows: 0, begin: press(({ readNames }) => readNames()) },
  { name: "functions into formulas, in place", action: "convertInPlace", workbook: withFunctions, rows: -USED, rowsIn: functionsIn, partly: true, saidDone: /The functions are turned, but/, begin: press(({ convertInPlace }) => convertInPlace(toTheEnd)) },
  { name: "the functions are turned back", action: "turnBack", workbook: withFunctions, rows: USED, rowsIn: functionsIn, partly: true, saidDone: /The functions are back, but/, begin: async ({ convertInPlace, turnBack }) => (await convertInPlace(toTheEnd), () => turnBack()) },
  { name: "how many can be turned back", action: "keptCount", workbook: fresh, rows: 0, begin: press(({ keptCount }) => keptCount()) },
  { name: "a journal in a workbook without one", action: "layOutJournal", workbook: bare, rows: 0, kinds: 1, begin: press(({ layOutJournal }) => layOutJournal(TODAY)) },
  { name: "a journal that lacks columns and a sheet", action: "layOutJournal", workbook: incomplete, rows: 0, kinds: 1, begin: press(({ layOutJournal }) => layOutJournal(TODAY)) },
  { name: "Refresh, after the log and the convention were typed into", action: "refresh", workbook: changed, rows: 0, begin: press(({ refresh }) => refresh(TODAY)) },
  { name: "another convention", action: "setConvention", workbook: home, rows: 0, begin: press(({ setConvention }) => setConvention({ base: "net", daycount: 360, compound: true })) },
  { name: "a report comes to the front", action: "rebuildShown", workbook: changed, rows: 0, kinds: 1, begin: (actions) => Promise.resolve(async () => actions.rebuildShown(await idOf("Positions"), TODAY)) },
  { name: "the journal is read", action: "readJournal", workbook: home, rows: 0, begin: press(({ readJournal }) => readJournal()) },
  { name: "a row is shown", action: "showCells", workbook: home, rows: 0, begin: press(({ showCells }) => showCells("Trades!A5:B6")) },
  { name: "watching the tables", action: "watchJournal", workbook: home, rows: 0, begin: press(({ watchJournal }) => watchJournal(() => Promise.resolve(0))) },
  { name: "watching the sheets", action: "watchSheets", workbook: home, rows: 0, begin: press(({ watchSheets }) => watchSheets(() => undefined)) },
];

/** What goes by the workbook's file, beside Excel's object model: file.test.ts lets its requests go wrong. */
export const BY_FILE: Readonly<Record<string, (actions: Pick<All, "lookThrough" | "makeCopy">) => Promise<unknown>>> = {
  lookThrough: ({ lookThrough }) => lookThrough(toTheEnd),
  makeCopy: ({ makeCopy }) => makeCopy({ maskAccounts: true, leaveOutNotes: true }, toTheEnd),
};

/** Sheets have their ids from the grid: the test knows them by what a user sees. */
async function idOf(name: string): Promise<string> {
  return shown.get(name) ?? Promise.reject(new Error(`no sheet ${name}`));
}
export const shown = new Map<string, string>();
