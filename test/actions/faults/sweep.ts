import type * as Actions from "../../../src/actions";
import type * as FillPrices from "../../../src/actions/fillPrices";
import type * as KeepPlan from "../../../src/actions/keepPlan";
import type * as NameFunctions from "../../../src/actions/nameFunctions";
import type * as Share from "../../../src/actions/share";
import { TODAY } from "./workbooks";
import { type Prepared, type TestExcel, prepared } from "../../workbook/journalInNode";
import { type Scenario, shown } from "./scenarios";
import { logOf, reportsOf, usersOwn } from "./workbooks";

/** How a request goes wrong. */
export type Fault =
  /** Excel refuses it, and nothing of it is done. */
  | { readonly kind: "refused"; readonly code: string | number }
  /** It is done, but the answer is lost. */
  | { readonly kind: "answer lost" }
  /** Excel stops in the middle of it: so much of its actions is done. */
  | { readonly kind: "cut"; readonly part: number; readonly code: string }
  /** It is never answered, and the user stops waiting. */
  | { readonly kind: "silence" }
  /** The pane is closed, and opened again. */
  | { readonly kind: "pane closed" };

/** What an undisturbed run does. */
export interface Reference {
  readonly requests: number;
  /** Actions of each request. */
  readonly actions: readonly number[];
  readonly log: readonly string[];
  readonly reports: string;
}

export async function undisturbed(scenario: Scenario): Promise<Reference> {
  const { excel, press } = await begun(scenario, actionsThere());
  const before = rowsOf(scenario, excel).length;
  excel.requests.length = 0;
  await press();
  const real = excel.requests.filter(({ housekeeping }) => !housekeeping);
  const log = rowsOf(scenario, excel);
  expect([scenario.name, log.length - before]).toEqual([scenario.name, scenario.rows]);
  const found = { requests: real.length, actions: real.map((one) => one.actions), log, reports: JSON.stringify(reportsOf(excel.grid)) };
  await closeWorkbook();
  return found;
}

/** Presses, lets the request go wrong, looks, and presses again. Every sentence of the rule is an expectation. */
export async function goesWrong(scenario: Scenario, reference: Reference, request: number, fault: Fault): Promise<string> {
  const where = `${scenario.name}, request ${request} of ${reference.requests}, ${Object.values(fault).join(" ")}`;
  const actions = actionsThere();
  const { excel, press } = await begun(scenario, actions);
  const [before, own, builtBefore] = [rowsOf(scenario, excel), usersOwn(excel.grid), JSON.stringify(reportsOf(excel.grid))];
  excel.requests.length = 0; // a workbook that is used again knows those of the fault before
  arm(excel, request, fault, reference);
  const first = await pressed(excel, press, fault);
  excel.faults.clear();

  const log = rowsOf(scenario, excel);
  const isDone = same(log, reference.log);
  if (!isDone && scenario.partly) expect([where, "part of it", log.filter((row) => !before.includes(row) && !reference.log.includes(row))]).toEqual([where, "part of it", []]);
  else if (!isDone) expect([where, "the log has none of it", sorted(log)]).toEqual([where, "the log has none of it", sorted(before)]);
  expect([where, usersOwn(excel.grid)]).toEqual([where, own]);
  if (first.kind === "refused") {
    expect([where, first.words]).toEqual([where, expect.stringMatching(WHAT_TO_DO)]);
    expect([where, first.words]).toEqual([where, expect.not.stringMatching(RAW)]);
  }
  if (scenario.rows !== 0 && first.kind === "done") expect([where, "said done", isDone]).toEqual([where, "said done", true]);
  // who stops waiting, or closes the pane, cannot be told what came of it
  const isSaid = scenario.saidDone?.test(first.words) ?? false;
  if (scenario.rows !== 0 && first.kind === "refused" && fault.kind !== "silence") expect([where, "refused, but done", isDone]).toEqual([where, "refused, but done", isSaid]);

  const afterwards = fault.kind === "pane closed" ? reopened() : actions;
  if (fault.kind === "pane closed") dead.push({ excel, answer: first.answer });
  const stale = hasLog(excel) ? (await afterwards.readJournal()).stale : null;
  const reports = JSON.stringify(reportsOf(excel.grid));
  // the sample's stocks come after its trades: where only those came, the reports have no sectors
  const isPart = scenario.action === "loadSampleYear" && isDone;
  if (stale === false && !isPart) expect([where, "the reports are right", reports]).toEqual([where, "the reports are right", isDone ? reference.reports : builtBefore]);

  const isLeft = !(scenario.once && fault.kind === "pane closed") && !(scenario.rows !== 0 && isDone);
  if (isLeft) {
    const again = fault.kind === "pane closed" ? await scenario.begin(afterwards) : press;
    await again().catch((error: unknown) => {
      throw new Error(`${where}: pressing again fails after "${first.words}": ${(error as Error).message}`);
    });
    expect([where, "pressed again", sorted(rowsOf(scenario, excel))]).toEqual([where, "pressed again", sorted(reference.log)]);
  } else if (hasLog(excel)) await afterwards.refresh(TODAY);
  expect([where, "own things in the end", usersOwn(excel.grid)]).toEqual([where, "own things in the end", own]);
  if (!(scenario.once && fault.kind === "pane closed" && !isDone) && scenario.action !== "setConvention" && !isPart) expect([where, "reports in the end", JSON.stringify(reportsOf(excel.grid))]).toEqual([where, "reports in the end", reference.reports]);
  await closeWorkbook();
  return first.words;
}

/** Words that say what to do about it. */
const WHAT_TO_DO = /try again|then press|press Refresh|Refresh|before you (press|try|log)|[Rr]eload|Click into|Wait|Unprotect|Delete|Complete the journal|delete it yourself|type the others into/;
/** A code instead of words: "GeneralException", "5012". PivotTable is Excel's own word. */
const RAW = /\b(?!PivotTable\b)[A-Z][a-z]+[A-Z][a-z]+\w*\b|\b[57]\d{3}\b|undefined|\bAPI\b|Exception/;

/** The workbook, and what is to be pressed. What comes before the press is done once, and copied with the workbook; where it calculates, it is done each time. */
async function begun(scenario: Scenario, actions: All): Promise<{ readonly excel: TestExcel; readonly press: () => Promise<unknown> }> {
  const workbook = await scenario.workbook();
  if (workbook.calculates) {
    const excel = await open(workbook);
    return { excel, press: await scenario.begin(actions) };
  }
  const known = stages.get(actions)?.get(scenario) ?? (await stage(workbook, () => scenario.begin(actions)));
  stages.set(actions, (stages.get(actions) ?? new Map<Scenario, Stage>()).set(scenario, known));
  return { excel: await open(known.workbook), press: known.press };
}

interface Stage {
  readonly workbook: Prepared;
  readonly press: () => Promise<unknown>;
}
const stages = new Map<All, Map<Scenario, Stage>>();

async function stage(workbook: Prepared, begin: () => Promise<() => Promise<unknown>>): Promise<Stage> {
  let press = (): Promise<unknown> => Promise.reject(new Error("nothing to press"));
  const after = await prepared(workbook, async ({ grid }) => {
    grid.sheets().forEach(({ id, name }) => shown.set(name, id));
    press = await begin();
  });
  return { workbook: after, press };
}

async function open(workbook: Prepared): Promise<TestExcel> {
  const excel = await workbook.open();
  excel.grid.sheets().forEach(({ id, name }) => shown.set(name, id));
  close = excel.install();
  return excel;
}

/** Takes the workbook that is open out of the way, whatever came of the test. */
export async function closeWorkbook(): Promise<void> {
  for (const one of dead.splice(0)) await buried(one);
  close();
  close = () => undefined;
}
let close: () => void = () => undefined;

interface Dead {
  readonly excel: TestExcel;
  readonly answer: Promise<unknown>;
}
const dead: Dead[] = [];

/** What a closed pane was waiting for ends, and nothing more of it reaches the workbook: then its modules can serve another pane. */
async function buried({ excel, answer }: Dead): Promise<void> {
  const ended = answer.then(() => true);
  excel.faults.stopAfter(0);
  do stopWaiting();
  while (!(await Promise.race([ended, new Promise((resolve) => setTimeout(() => resolve(false), 0))])));
  excel.faults.clear();
}

/** Modules that an action fetches when it is pressed come from the first set: both are told. */
function stopWaiting(): void {
  for (const actions of [there, spare]) actions?.stopWaiting();
}

/** All actions, those too that are fetched with their screens. */
export type All = typeof Actions & typeof FillPrices & typeof KeepPlan & typeof NameFunctions & typeof Share;

const load = (): All => ({
  ...jest.requireActual<typeof Actions>("../../../src/actions"),
  ...jest.requireActual<typeof FillPrices>("../../../src/actions/fillPrices"),
  ...jest.requireActual<typeof KeepPlan>("../../../src/actions/keepPlan"),
  ...jest.requireActual<typeof NameFunctions>("../../../src/actions/nameFunctions"),
  ...jest.requireActual<typeof Share>("../../../src/actions/share"),
});
let there: All | undefined;
let spare: All | undefined;
const actionsThere = (): All => (there ??= load());

/** The add-in of another person: its own modules. */
export function freshActions(): All {
  let actions: All | undefined;
  jest.isolateModules(() => (actions = load()));
  return actions!;
}

/** A pane that was closed and is opened again: the one that died took its modules along. Two sets of them take turns. */
function reopened(): All {
  [there, spare] = [spare ?? freshActions(), there];
  return there;
}

function arm({ faults }: TestExcel, request: number, fault: Fault, { actions }: Reference): void {
  if (fault.kind === "refused") faults.refuse(request, fault.code);
  else if (fault.kind === "answer lost") faults.loseAnswer(request);
  else if (fault.kind === "cut") faults.failAction(request, Math.max(2, Math.round((actions[request - 1] ?? 2) * fault.part)), fault.code);
  else if (fault.kind === "silence") faults.hang(request);
  else faults.stopAfter(request - 1);
}

interface Pressed {
  readonly kind: "done" | "refused" | "gone";
  readonly words: string;
}
type WithAnswer = Pressed & { readonly answer: Promise<unknown> };

async function pressed(excel: TestExcel, press: () => Promise<unknown>, fault: Fault): Promise<WithAnswer> {
  const answer = press().then(
    (done): Pressed => ({ kind: "done", words: String((done as { words?: string } | null)?.words ?? "") }),
    (error: unknown): Pressed => ({ kind: "refused", words: (error as Error).message }),
  );
  if (fault.kind !== "silence" && fault.kind !== "pane closed") return { ...(await answer), answer };
  const gone = { kind: "gone", words: "" } as const;
  const first = await Promise.race([answer, unanswered(excel).then(() => gone)]);
  if (first !== gone || fault.kind === "pane closed") return { ...first, answer };
  stopWaiting();
  return { ...(await answer), answer };
}

/** Until a request was swallowed. */
async function unanswered({ faults, requests }: TestExcel): Promise<void> {
  while (!faults.swallowed && !requests.some(({ error }) => error === "silence")) await new Promise((resolve) => setTimeout(resolve, 1));
}

/** The rows that the action writes: those of the log, or of a table of its own. */
const rowsOf = ({ rowsIn }: Scenario, { grid }: TestExcel): readonly string[] => (rowsIn ?? logOf)(grid);
const hasLog = ({ grid }: TestExcel): boolean => grid.tables().some(({ name }) => name === "Trades");
const sorted = (rows: readonly string[]): readonly string[] => [...rows].sort();
const same = (one: readonly string[], other: readonly string[]): boolean => JSON.stringify(sorted(one)) === JSON.stringify(sorted(other));
