import type * as Actions from "../../../src/actions";
import { joinExcel } from "../../../workbench/harness/inNode";
import { actAs, installPersons } from "../../../workbench/harness/persons";
import type { TestExcel } from "../../workbook/journalInNode";
import { asUser, trade } from "../helpers";
import { freshActions } from "./sweep";
import { type Prepared, prepared } from "../../workbook/journalInNode";
import { TODAY, livedIn, logOf, ownThings, reportsOf, usersOwn } from "./workbooks";

jest.setTimeout(300_000);

/** Somebody with the add-in in a workbook that others have open, too. */
interface Person {
  readonly excel: TestExcel;
  readonly does: <T>(work: (actions: typeof Actions) => Promise<T>) => Promise<T>;
}

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
let uninstall = (): void => undefined;
afterEach(() => uninstall());

async function two(workbook: Prepared): Promise<[Person, Person]> {
  uninstall();
  const first = await workbook.open();
  const both = [first, joinExcel(first)];
  uninstall = installPersons();
  return both.map((excel): Person => {
    const actions = freshActions();
    return { excel, does: (work) => actAs(excel, () => work(actions)) };
  }) as [Person, Person];
}

/** Lets both work at once, their requests carried out in this order: "ABBA…". What is not named goes on in turn; who has ended is passed over. */
async function interleaved<A, B>([one, other]: [Person, Person], order: string, first: () => Promise<A>, second: () => Promise<B>): Promise<[A, B]> {
  const waiting: Partial<Record<string, () => void>> = {};
  const ended = new Set<string>();
  let [at, free] = [0, 0];
  const rest = "AB";
  const next = (): string => (at < order.length ? order[at]! : rest[free % 2]!);
  const go = (): void => {
    while (ended.size < 2 && ended.has(next())) step();
    const turn = waiting[next()];
    if (!turn) return;
    delete waiting[next()];
    step();
    turn();
  };
  const step = (): void => void (at < order.length ? at++ : free++);
  const gate = (name: string) => (): Promise<void> => new Promise((resolve) => {
    waiting[name] = resolve;
    go();
  });
  one.excel.faults.gate(gate("A"));
  other.excel.faults.gate(gate("B"));
  const end = (name: string) => (): void => {
    ended.add(name);
    go();
  };
  const done = await Promise.allSettled([first().finally(end("A")), second().finally(end("B"))]);
  one.excel.faults.gate(null);
  other.excel.faults.gate(null);
  return done.map((outcome) => {
    if (outcome.status === "rejected") throw new Error(`${order}: ${(outcome.reason as Error).stack}`);
    return outcome.value as unknown;
  }) as [A, B];
}

/** All ways in which so many requests of A and of B can come after each other. */
function orders(a: number, b: number): string[] {
  if (a === 0) return ["B".repeat(b)];
  if (b === 0) return ["A".repeat(a)];
  return [...orders(a - 1, b).map((rest) => `A${rest}`), ...orders(a, b - 1).map((rest) => `B${rest}`)];
}

const tickersOf = (excel: TestExcel): string[] => logOf(excel.grid).map((row) => (JSON.parse(row) as string[])[2]!).sort();
const idsOf = (excel: TestExcel): string[] => logOf(excel.grid).map((row) => (JSON.parse(row) as string[])[12]!);

/** Afterwards the reports are right, or say that they are not; and Refresh makes them right without touching anything else. */
async function settles(excel: TestExcel, person: Person, where: string): Promise<void> {
  const own = usersOwn(excel.grid);
  const [stale, reports] = [await person.does(async ({ readJournal }) => (await readJournal()).stale), JSON.stringify(reportsOf(excel.grid))];
  await person.does(({ refresh }) => refresh(TODAY));
  const right = JSON.stringify(reportsOf(excel.grid));
  if (stale === false) expect([where, "right as they were", reports]).toEqual([where, "right as they were", right]);
  expect([where, usersOwn(excel.grid)]).toEqual([where, own]);
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
