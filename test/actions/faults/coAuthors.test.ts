import { actAs } from "../../../workbench/harness/persons";
import { type Prepared, prepared } from "../../workbook/journalInNode";
import { asUser, trade } from "../helpers";
import { type Person, idsOf, interleaved, leave, settles, tickersOf, two } from "./people";
import { freshActions } from "./sweep";
import { TODAY, livedIn, logOf, ownThings, usersOwn } from "./workbooks";

jest.setTimeout(300_000);
afterEach(leave);

let home: Prepared, fresh: Prepared, withNote: Prepared;
beforeAll(async () => {
  home = await livedIn();
  fresh = await prepared(null, async () => {
    await ownThings();
    await freshActions().layOutJournal(TODAY);
  });
  withNote = await prepared(home, () => asUser((context) => {
    context.workbook.tables.getItem("Trades").getRange().getRowsBelow(2).getLastRow().getCell(0, 1).values = [["my own sum"]];
  }));
});
/** All ways in which so many requests of A and of B can come after each other. */
function orders(a: number, b: number): string[] {
  if (a === 0) return ["B".repeat(b)];
  if (b === 0) return ["A".repeat(a)];
  return [...orders(a - 1, b).map((rest) => `A${rest}`), ...orders(a, b - 1).map((rest) => `B${rest}`)];
}

/** Look at the table, look around it, write: what comes after are the reports. */
const APPEND = 3;

describe.each([["a new journal", () => fresh, true], ["a journal that is lived in", () => home, false], ["one with something under the table", () => withNote, false]] as const)("in %s two log trades at the same time", (_, workbook, every) => {
  test("in whatever order their requests are carried out: all rows are there once, with ids of their own, and nothing else has changed", async () => {
    for (const order of orders(APPEND, APPEND).filter((_, index) => every || index % 3 === 0)) {
      const [ann, ben] = await two(workbook());
      const { excel } = ann;
      const [before, own] = [tickersOf(excel), usersOwn(excel.grid)];
      const [a, b] = await interleaved([ann, ben], order, () => ann.does(({ logTrades }) => logTrades([trade({ ticker: "ANN" }), trade({ ticker: "ANN2" })], TODAY)), () => ben.does(({ logTrades }) => logTrades([trade({ ticker: "BEN" })], TODAY)));
      expect([order, tickersOf(excel)]).toEqual([order, [...before, "ANN", "ANN2", "BEN"].sort()]);
      expect([order, new Set(idsOf(excel)).size]).toEqual([order, idsOf(excel).length]);
      expect([order, usersOwn(excel.grid)]).toEqual([order, own]);
      expect([a.words, b.words].map((words) => words.replace(/ The reports.*/, ""))).toEqual(["Logged 2 rows.", "Logged: Sell to open 2 BEN 50 Put."]);
      await settles(excel, ann, order);
      // each takes back their own rows, and no others
      await ben.does(() => b.undo!());
      await ann.does(() => a.undo!());
      expect([order, tickersOf(excel)]).toEqual([order, before]);
    }
  });
});

test("the first reports of a workbook are built by both at the same time, in whatever order: they are right, or say that they are not, and pressing again builds them", async () => {
  const never = await prepared(home, () => asUser(({ workbook: { settings, properties } }) => {
    for (const key of ["WheelJournalReports", "WheelJournalReports 1", "WheelJournalReports 2", "WheelJournalReports 3"]) settings.getItemOrNullObject(key).delete();
    properties.custom.getItemOrNullObject("WheelJournalReports").delete();
  }));
  for (const order of ["AAAABBBB", "AAABAB", "AAABBA", "AAAABABB", "AABBAABB", "ABABABAB", "BAAABBAA"]) {
    const [ann, ben] = await two(never);
    await asUserOf(ann, (context) => {
      context.workbook.tables.getItem("Trades").getDataBodyRange().getRow(0).getCell(0, 2).values = [["NEW"]];
    });
    const own = usersOwn(ann.excel.grid);
    await interleaved([ann, ben], order, () => ann.does(({ refresh }) => refresh(TODAY)), () => ben.does(({ refresh }) => refresh(TODAY)));
    expect([order, usersOwn(ann.excel.grid)]).toEqual([order, own]);
    await settles(ann.excel, ann, order);
  }
});

test("both build the reports at the same time, their writes in between one another: in the end they are right, or say that they are not", async () => {
  for (const order of ["AAAAAABBBBBB", "ABABABABABABAB", "AAABBBAAABBBAB", "BBBBAAAABBAABB", "AABBAABBAABBAABB"]) {
    const [ann, ben] = await two(home);
    await asUserOf(ann, (context) => {
      context.workbook.tables.getItem("Trades").getDataBodyRange().getLastRow().getCell(0, 10).values = [[2.5]];
      context.workbook.tables.getItem("Trades").getDataBodyRange().getRow(0).getCell(0, 2).values = [["NEW"]];
    });
    const own = usersOwn(ann.excel.grid);
    await interleaved([ann, ben], order, () => ann.does(({ refresh }) => refresh(TODAY)), () => ben.does(({ refresh }) => refresh(TODAY)));
    expect([order, usersOwn(ann.excel.grid)]).toEqual([order, own]);
    await settles(ann.excel, ann, order);
  }
});

/** What another person does to the table by hand, between any two requests of ours. */
const BY_HAND: readonly (readonly [name: string, work: (context: Excel.RequestContext) => void])[] = [
  ["types a row under the last one", (context) => void (log(context).getDataBodyRange().getRowsBelow(1).getCell(0, 0).getAbsoluteResizedRange(1, 5).values = [[46100, "Main", "BEN", "Sell to open", "Put"]])],
  ["deletes the first row", (context) => log(context).rows.getItemAt(0).delete()],
  ["sorts the table", (context) => log(context).sort.apply([{ key: 2, ascending: false }])],
  ["adds a column before all others", (context) => void log(context).columns.add(0, undefined, "Theirs")],
  ["adds a column among the typed ones", (context) => void log(context).columns.add(3, undefined, "Theirs")],
];
const log = (context: Excel.RequestContext): Excel.Table => context.workbook.tables.getItem("Trades");

test.each(BY_HAND)("while we log and while we take back, somebody %s: our rows are whole, theirs are as they were", async (_, byHand) => {
  for (let after = 0; after <= 4; after++) for (const undoing of [false, true]) {
    const [ann, ben] = await two(home);
    const { excel } = ann;
    const done = undoing ? await ann.does(({ logTrades }) => logTrades([trade({ ticker: "ANN" }), trade({ ticker: "ANN2" })], TODAY)) : null;
    const before = logOf(excel.grid);
    const where = `${undoing ? "undo" : "log"}, after ${after} requests`;
    await interleaved([ann, ben], `${"A".repeat(after)}BAAAAAAAAAAAAAAAAAAA`, () => ann.does(({ logTrades }) => (done ? done.undo!() : logTrades([trade({ ticker: "ANN" }), trade({ ticker: "ANN2" })], TODAY))), () => asUserOf(ben, byHand));
    const ours = (row: string): boolean => row.includes('"ANN');
    const now = logOf(excel.grid);
    expect([where, now.filter(ours).map((row) => (JSON.parse(row) as unknown[]).slice(0, 10))]).toEqual([where, done ? [] : expect.arrayContaining(["ANN", "ANN2"].map((ticker) => [46027, "Main", ticker, "Sell to open", "Put", 2, 50, 46073, 1.2, 1.3]))]);
    expect([where, now.filter(ours).length]).toEqual([where, done ? 0 : 2]);
    const theirs = before.filter((row) => !ours(row));
    const gone = theirs.filter((row) => !now.includes(row));
    expect([where, gone.length]).toEqual([where, byHand === BY_HAND[1]![1] ? 1 : 0]);
    await settles(excel, ann, where);
  }
});

const asUserOf = (person: Person, work: (context: Excel.RequestContext) => void): Promise<void> => actAs(person.excel, () => asUser(work));
