import { trade } from "../helpers";
import { type Person, idsOf, leave, outcomes, settles, two } from "./people";
import { type All, freshActions } from "./sweep";
import { type Prepared, prepared } from "../../workbook/journalInNode";
import { TODAY, livedIn, logOf, plansOf, usersOwn } from "./workbooks";

/* Two people press something at the same time: any two actions, their requests in between one another in any order. The same pairs and orders in every run. */

jest.setTimeout(200_000);
afterEach(leave);

interface Act {
  readonly name: string;
  readonly press: (actions: All) => Promise<unknown>;
  /** Rows that come, or that go, when it is done; told by their tickers. */
  readonly comes?: readonly string[];
  readonly goes?: readonly string[];
}
type Made = (person: Person, who: string) => Promise<Act>;

const roll = (ticker: string) => [trade({ ticker, action: "Buy to close", strike: 50, price: 0.2 }), trade({ ticker, strike: 48, price: 0.9, expiry: 46100 })];
const many = (ticker: string) => Array.from({ length: 26 }, (_, index) => trade({ ticker, price: 1 + index / 100, notes: "n".repeat(32_000) }));
const logs = (name: string, trades: (ticker: string) => ReturnType<typeof roll>): Made => (_, who) => {
  const rows = trades(`${who}${name.length}`);
  return Promise.resolve({ name, press: ({ logTrades }) => logTrades(rows, TODAY), comes: rows.map(({ ticker }) => ticker) });
};

const ACTS: readonly Made[] = [
  logs("logs a trade", (ticker) => [trade({ ticker })]),
  logs("logs a roll", roll),
  logs("imports rows of several requests", many),
  async ({ does }, who) => {
    const rows = [trade({ ticker: `${who}UNDO` }), ...roll(`${who}UNDO`)];
    const { undo } = await does(({ logTrades }) => logTrades(rows, TODAY));
    return { name: "takes three rows back", press: () => undo!(), goes: rows.map(({ ticker }) => ticker) };
  },
  () => Promise.resolve({ name: "refreshes", press: ({ refresh }) => refresh(TODAY) }),
  () => Promise.resolve({ name: "chooses a convention", press: ({ setConvention }) => setConvention({ base: "net", daycount: 360, compound: false }) }),
  (_, who) => Promise.resolve({ name: "keeps a plan", press: ({ keepPlan }) => keepPlan({ date: 46083, account: "IRA", ticker: who, targetPrice: 49.5, why: "", strike: 50, expiry: 46129, quantity: 2, premium: 0.95, verdict: "Pass" }) }),
];

let home: Prepared;
beforeAll(async () => {
  home = await prepared(await livedIn(), () => freshActions().readJournal());
});

/** A seeded row of numbers from 0 up to a limit. */
function numbers(seed: number): (limit: number) => number {
  let state = seed;
  return (limit) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
}

/** The first so many acts write the log: of the others no two are paired. */
const LOGS = 4;
const PAIRS = ACTS.flatMap((_, one) => ACTS.slice(one).map((__, other) => [one, one + other] as const)).filter(([one, other]) => one < LOGS || other < LOGS);

test("whatever any two do at the same time: each has all of their rows or none and is told so, ids are given once, what is the users' own stays, and the reports settle", async () => {
  const next = numbers(20_261_123);
  let refusals = 0;
  for (const [one, other] of PAIRS) {
    const pair = await two(home);
    const { excel } = pair[0];
    const acts = [await ACTS[one]!(pair[0], "ANN"), await ACTS[other]!(pair[1], "BEN")] as const;
    const order = Array.from({ length: 40 }, () => "AB"[next(2)]).join("");
    const where = `${acts[0].name}, ${acts[1].name}, ${order}`;
    const [tickers, own, plans] = [tickersIn(excel.grid), usersOwn(excel.grid), plansOf(excel.grid).length];
    const done = await outcomes(pair, order, () => pair[0].does(acts[0].press), () => pair[1].does(acts[1].press));
    done.forEach((outcome) => {
      if (outcome.status === "fulfilled") return;
      refusals += 1;
      expect([where, (outcome.reason as Error).name, (outcome.reason as Error).message]).toEqual([where, "ExcelRefused", expect.stringMatching(/try again|Press Refresh/) as string]);
    });
    const isDone = (index: number): boolean => done[index]!.status === "fulfilled";
    const expected = acts.reduce((rows, act, index) => (isDone(index) ? [...without(rows, act.goes ?? []), ...(act.comes ?? [])] : rows), tickers);
    expect([where, tickersIn(excel.grid)]).toEqual([where, [...expected].sort()]);
    expect([where, new Set(idsOf(excel)).size]).toEqual([where, idsOf(excel).length]);
    expect([where, usersOwn(excel.grid)]).toEqual([where, own]);
    expect([where, plansOf(excel.grid).length - plans]).toEqual([where, acts.filter(({ name }, index) => name === "keeps a plan" && isDone(index)).length]);
    expect([where, excel.grid.sheets().filter(({ hidden }) => hidden).map(({ name }) => name)]).toEqual([where, []]);
    await settles(excel, pair[0], where);
  }
  // whoever meets another once begins again by themselves
  expect(refusals).toBe(0);
});

const tickersIn = (grid: Parameters<typeof logOf>[0]): readonly string[] => logOf(grid).map((row) => (JSON.parse(row) as string[])[2]!).sort();

/** Less one for each that goes. */
function without(rows: readonly string[], gone: readonly string[]): readonly string[] {
  const left = [...rows];
  for (const ticker of gone) left.splice(left.indexOf(ticker), 1);
  return left;
}
