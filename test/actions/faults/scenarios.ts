import type { Done } from "../../../src/actions";
import type { MemoryGrid } from "../../../workbench/grid/memory";
import type { All } from "./sweep";
import { asUser, trade } from "../helpers";
import { type Prepared, prepared } from "../../workbook/journalInNode";
import { TODAY, livedIn, ownThings, plansOf } from "./workbooks";

/** What a user presses. `begin` does what comes before, undisturbed, and answers the press itself. */
export interface Scenario {
  readonly name: string;
  readonly action: keyof All;
  readonly workbook: () => Promise<Prepared>;
  readonly begin: (actions: All) => Promise<() => Promise<Partial<Done> | unknown>>;
  /** The rows that the action writes; without it those of the log. */
  readonly rowsIn?: (grid: MemoryGrid) => readonly string[];
  /** Rows that come or go. */
  readonly rows: number;
  /** How many kinds of fault each request is tried with, in turn; without it two. */
  readonly kinds?: number;
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

export const SCENARIOS: readonly Scenario[] = [
  { name: "one trade more", action: "logTrades", workbook: home, rows: 1, begin: press(({ logTrades }) => logTrades([trade({ ticker: "KO" })], TODAY)) },
  { name: "the first trade, in the blank row", action: "logTrades", workbook: fresh, rows: 1, kinds: 5, begin: press(({ logTrades }) => logTrades([trade()], TODAY)) },
  { name: "a roll: two rows", action: "logTrades", workbook: home, rows: 2, begin: press(({ logTrades }) => logTrades(roll, TODAY)) },
  { name: "three rows, with something of the user's under the table", action: "logTrades", workbook: withNoteBelow, rows: 3, begin: press(({ logTrades }) => logTrades([...roll, trade({ ticker: "T" })], TODAY)) },
  { name: "so many rows that they take several requests", action: "logTrades", workbook: home, rows: 75, kinds: 1, begin: press(({ logTrades }) => logTrades(Array.from({ length: 75 }, (_, index) => trade({ ticker: `T${index % 7}`, price: 1 + index / 100, notes: long("n") })), TODAY)) },
  { name: "Undo of a roll", action: "logTrades", workbook: home, rows: -2, kinds: 5, once: true, begin: async ({ logTrades }) => (await logTrades(roll, TODAY)).undo! },
  {
    name: "Undo of rows that were sorted apart", action: "logTrades", workbook: home, rows: -2, once: true,
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
  { name: "a journal in a workbook without one", action: "layOutJournal", workbook: bare, rows: 0, kinds: 1, begin: press(({ layOutJournal }) => layOutJournal(TODAY)) },
  { name: "a journal that lacks columns and a sheet", action: "layOutJournal", workbook: incomplete, rows: 0, kinds: 1, begin: press(({ layOutJournal }) => layOutJournal(TODAY)) },
  { name: "Refresh, after the log and the convention were typed into", action: "refresh", workbook: changed, rows: 0, begin: press(({ refresh }) => refresh(TODAY)) },
  { name: "another convention", action: "setConvention", workbook: home, rows: 0, begin: press(({ setConvention }) => setConvention({ base: "net", daycount: 360, compound: true })) },
  { name: "a report comes to the front", action: "rebuildShown", workbook: changed, rows: 0, begin: (actions) => Promise.resolve(async () => actions.rebuildShown(await idOf("Positions"), TODAY)) },
  { name: "the journal is read", action: "readJournal", workbook: home, rows: 0, begin: press(({ readJournal }) => readJournal()) },
  { name: "a row is shown", action: "showCells", workbook: home, rows: 0, begin: press(({ showCells }) => showCells("Trades!A5:B6")) },
  { name: "watching the tables", action: "watchJournal", workbook: home, rows: 0, begin: press(({ watchJournal }) => watchJournal(() => undefined)) },
  { name: "watching the sheets", action: "watchSheets", workbook: home, rows: 0, begin: press(({ watchSheets }) => watchSheets(() => undefined)) },
];

/** Sheets have their ids from the grid: the test knows them by what a user sees. */
async function idOf(name: string): Promise<string> {
  return shown.get(name) ?? Promise.reject(new Error(`no sheet ${name}`));
}
export const shown = new Map<string, string>();
