import { joinExcel } from "../../../workbench/harness/inNode";
import { actAs, installPersons } from "../../../workbench/harness/persons";
import type { Prepared, TestExcel } from "../../workbook/journalInNode";
import { type All, freshActions } from "./sweep";
import { TODAY, logOf, reportsOf, usersOwn } from "./workbooks";

/** Somebody with the add-in in a workbook that others have open, too. */
export interface Person {
  readonly excel: TestExcel;
  readonly does: <T>(work: (actions: All) => Promise<T>) => Promise<T>;
}

let uninstall = (): void => undefined;

/** Each has modules of their own, in which nothing goes on any more when their work has ended. */
const modules: All[] = [];

/** Two people in one workbook. */
export async function two(workbook: Prepared): Promise<[Person, Person]> {
  leave();
  const first = await workbook.open();
  const both = [first, joinExcel(first)];
  uninstall = installPersons();
  return both.map((excel, index): Person => {
    const actions = (modules[index] ??= freshActions());
    return { excel, does: (work) => actAs(excel, () => work(actions)) };
  }) as [Person, Person];
}

/** Takes the names away by which their add-ins find Excel. */
export function leave(): void {
  uninstall();
  uninstall = () => undefined;
}

/** Lets both work at once, their requests carried out in this order: "ABBA…". What is not named goes on in turn; who has ended is passed over. A refusal of either is a fault. */
export async function interleaved<A, B>(pair: [Person, Person], order: string, first: () => Promise<A>, second: () => Promise<B>): Promise<[A, B]> {
  const done = await outcomes(pair, order, first, second);
  return done.map((outcome) => {
    if (outcome.status === "rejected") throw new Error(`${order}: ${(outcome.reason as Error).stack}`);
    return outcome.value;
  }) as [A, B];
}

/** The same, where one of them may be refused. */
export async function outcomes([one, other]: [Person, Person], order: string, first: () => Promise<unknown>, second: () => Promise<unknown>): Promise<[PromiseSettledResult<unknown>, PromiseSettledResult<unknown>]> {
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
  return done;
}

export const tickersOf = (excel: TestExcel): string[] => logOf(excel.grid).map((row) => (JSON.parse(row) as string[])[2]!).sort();
export const idsOf = (excel: TestExcel): string[] => logOf(excel.grid).map((row) => (JSON.parse(row) as string[])[12]!);

/** Afterwards the reports are right, or say that they are not; and Refresh makes them right without touching anything else. */
export async function settles(excel: TestExcel, person: Person, where: string): Promise<void> {
  const own = usersOwn(excel.grid);
  const [stale, reports] = [await person.does(async ({ readJournal }) => (await readJournal()).stale), JSON.stringify(reportsOf(excel.grid))];
  await person.does(({ refresh }) => refresh(TODAY));
  const right = JSON.stringify(reportsOf(excel.grid));
  if (stale === false) expect([where, "right as they were", reports]).toEqual([where, "right as they were", right]);
  expect([where, usersOwn(excel.grid)]).toEqual([where, own]);
}

