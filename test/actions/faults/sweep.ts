import type * as Actions from "../../../src/actions";
import type * as KeepPlan from "../../../src/actions/keepPlan";
import { TODAY } from "./workbooks";
import { type TestExcel } from "../../workbook/journalInNode";
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
  const excel = await opened(scenario);
  const actions = actionsThere();
  const before = rowsOf(scenario, excel).length;
  const press = await scenario.begin(actions);
  const start = rowsOf(scenario, excel).length;
  excel.requests.length = 0;
  await press();
  const real = excel.requests.filter(({ housekeeping }) => !housekeeping);
  const log = rowsOf(scenario, excel);
  expect([scenario.name, log.length - (scenario.rows < 0 ? start : before)]).toEqual([scenario.name, scenario.rows]);
  const found = { requests: real.length, actions: real.map((one) => one.actions), log, reports: JSON.stringify(reportsOf(excel.grid)) };
  closeWorkbook();
  return found;
}

/** Presses, lets the request go wrong, looks, and presses again. Every sentence of the rule is an expectation. */
export async function goesWrong(scenario: Scenario, reference: Reference, request: number, fault: Fault): Promise<string> {
  const where = `${scenario.name}, request ${request} of ${reference.requests}, ${Object.values(fault).join(" ")}`;
  const excel = await opened(scenario);
  const actions = actionsThere();
  const press = await scenario.begin(actions);
  const [before, own, builtBefore] = [rowsOf(scenario, excel), usersOwn(excel.grid), JSON.stringify(reportsOf(excel.grid))];
  arm(excel, request, fault, reference);
  const first = await pressed(excel, press, fault, actions);
  excel.faults.clear();

  const log = rowsOf(scenario, excel);
  const isDone = same(log, reference.log);
  if (!isDone) expect([where, "the log has none of it", sorted(log)]).toEqual([where, "the log has none of it", sorted(before)]);
  expect([where, usersOwn(excel.grid)]).toEqual([where, own]);
  if (first.kind === "refused") {
    expect([where, first.words]).toEqual([where, expect.stringMatching(WHAT_TO_DO)]);
    expect([where, first.words]).toEqual([where, expect.not.stringMatching(RAW)]);
  }
  if (scenario.rows !== 0 && first.kind === "done") expect([where, "said done", isDone]).toEqual([where, "said done", true]);
  // who stops waiting, or closes the pane, cannot be told what came of it
  if (scenario.rows !== 0 && first.kind === "refused" && fault.kind !== "silence") expect([where, "refused, but done", isDone]).toEqual([where, "refused, but done", false]);

  const afterwards = fault.kind === "pane closed" ? reopened() : actions;
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
  closeWorkbook();
  return first.words;
}

/** Words that say what to do about it. */
const WHAT_TO_DO = /try again|then press|press Refresh|Refresh|before you (press|try|log)|[Rr]eload|Click into|Wait|Unprotect|Delete|Complete the journal|delete it yourself/;
/** A code instead of words: "GeneralException", "5012". */
const RAW = /\b[A-Z][a-z]+[A-Z][a-z]+\w*\b|\b[57]\d{3}\b|undefined|\bAPI\b|Exception/;

async function opened(scenario: Scenario): Promise<TestExcel> {
  const excel = await (await scenario.workbook()).open();
  excel.grid.sheets().forEach(({ id, name }) => shown.set(name, id));
  close = excel.install();
  return excel;
}

/** Takes the workbook that is open out of the way, whatever came of the test. */
export function closeWorkbook(): void {
  close();
  close = () => undefined;
}
let close: () => void = () => undefined;

/** All actions, those too that are fetched with their screens. */
export type All = typeof Actions & typeof KeepPlan;

const load = (): All => ({ ...jest.requireActual<typeof Actions>("../../../src/actions"), ...jest.requireActual<typeof KeepPlan>("../../../src/actions/keepPlan") });
let there: All | undefined;
const actionsThere = (): All => (there ??= load());

/** The add-in of another person: its own modules. */
export function freshActions(): All {
  let actions: All | undefined;
  jest.isolateModules(() => (actions = load()));
  return actions!;
}

/** A pane that was closed and is opened again: the one that died took its modules along. */
function reopened(): All {
  jest.resetModules();
  there = undefined;
  return actionsThere();
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

async function pressed(excel: TestExcel, press: () => Promise<unknown>, fault: Fault, { stopWaiting }: All): Promise<Pressed> {
  const answer = press().then(
    (done): Pressed => ({ kind: "done", words: String((done as { words?: string } | null)?.words ?? "") }),
    (error: unknown): Pressed => ({ kind: "refused", words: (error as Error).message }),
  );
  if (fault.kind !== "silence" && fault.kind !== "pane closed") return answer;
  const gone = { kind: "gone", words: "" } as const;
  const first = await Promise.race([answer, unanswered(excel).then(() => gone)]);
  if (first !== gone || fault.kind === "pane closed") return first;
  stopWaiting();
  return answer;
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
