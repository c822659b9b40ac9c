import type { Grid } from "../grid/grid";
import { ApiError } from "./errors";
import type { FaultPlan, Verdict } from "./faults";
import type { Interpreter } from "./richApi/interpreter";
import { ActionType, type RequestBody, type ResponseBody } from "./richApi/wire";

/** One round trip of the add-in, for budgets: how many there were, and how large. */
export interface RequestRecord {
  readonly bytes: number;
  readonly answerBytes: number;
  readonly actions: number;
  /** Office.js' own word for it: the request asks for a change. */
  readonly write: boolean;
  readonly milliseconds: number;
  /** The channel's or Excel's code when the request failed. */
  readonly error: string | number | null;
  /** Office.js gives back references after an Excel.run: a round trip, but nobody waits for it, and faults do not count it. */
  readonly housekeeping: boolean;
}

/** What becomes of a request: an answer, a refusal of the channel, or nothing at all (the pane is gone). */
export type Outcome = { readonly kind: "answer"; readonly body: ResponseBody } | { readonly kind: "refused"; readonly code: number } | { readonly kind: "silence" };

export interface Incoming {
  readonly text: string;
  readonly flags: number;
  /** Requests to the workbook; others (ribbon, functions) are not subject to cell editing and faults. */
  readonly excel: boolean;
}

const WRITE = 1;
const DELAY_FOR_CELL_EDIT = 64;
export const IN_CELL_EDIT = 5004;
const SESSION_TIMED_OUT = 5012;
const REQUEST_TOO_LARGE = 5103;
const ANSWER_TOO_LARGE = 5104;
/** Excel on the web refuses larger requests and answers. */
export const MAX_BYTES = 5 * 1024 * 1024;

export interface RequestQueue {
  run(incoming: Incoming): Promise<Outcome>;
  readonly records: RequestRecord[];
}

/** One after the other: what is given to it begins when what came before has ended. */
export type Turns = <T>(work: () => Promise<T>) => Promise<T>;

export function createTurns(): Turns {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const mine = last.then(work);
    last = mine.catch(() => undefined); // the caller has the failure; the others go on
    return mine;
  };
}

/** Runs requests one after the other, as Excel does: a batch never sees another one half done. Who works in the same workbook shares the turns. */
export function createRequestQueue(interpreter: Interpreter, grid: Grid, faults: FaultPlan, turns = createTurns()): RequestQueue {
  const records: RequestRecord[] = [];

  async function handle({ text, flags, excel }: Incoming): Promise<Outcome> {
    if (!excel) return { kind: "answer", body: await interpreter.process(JSON.parse(text) as RequestBody) };
    if (faults.stopped) {
      faults.swallowed = true;
      return { kind: "silence" };
    }
    const [started, bytes] = [performance.now(), byteLength(text)];
    const body = JSON.parse(text) as RequestBody;
    const housekeeping = isHousekeeping(body);
    const verdict = housekeeping ? {} : faults.next();
    const outcome = await carryOut(body, flags, bytes, verdict);
    const error = outcome.kind === "refused" ? outcome.code : outcome.kind === "answer" ? outcome.body.Error?.Code ?? null : "silence";
    const answerBytes = outcome.kind === "answer" ? byteLength(JSON.stringify(outcome.body)) : 0;
    records.push({ bytes, answerBytes, actions: body.Actions.length, write: (flags & WRITE) !== 0, milliseconds: performance.now() - started, error, housekeeping });
    return answerBytes > MAX_BYTES ? { kind: "refused", code: ANSWER_TOO_LARGE } : outcome;
  }

  async function carryOut(body: RequestBody, flags: number, bytes: number, verdict: Verdict): Promise<Outcome> {
    if (verdict.delay !== undefined) await new Promise((resolve) => setTimeout(resolve, verdict.delay));
    if (verdict.hang) return { kind: "silence" };
    if (typeof verdict.refuse === "number") return { kind: "refused", code: verdict.refuse };
    if (bytes > MAX_BYTES) return { kind: "refused", code: REQUEST_TOO_LARGE };
    if (grid.editing || faults.cellEdited) {
      if ((flags & DELAY_FOR_CELL_EDIT) === 0) return { kind: "refused", code: IN_CELL_EDIT };
      await Promise.all([grid.editEnded(), faults.editEnded()]);
    }
    const failing = typeof verdict.refuse === "string" ? { action: 1, code: verdict.refuse } : verdict.failAction;
    const stopAt = failing && { action: failing.action, error: new ApiError(failing.code, "A fault was asked for.", "fault") };
    const answer = await interpreter.process(body, stopAt);
    return verdict.loseAnswer ? { kind: "refused", code: SESSION_TIMED_OUT } : { kind: "answer", body: answer };
  }

  async function run(incoming: Incoming): Promise<Outcome> {
    const wait = incoming.excel ? faults.waitAtGate : null;
    if (wait && !isHousekeeping(JSON.parse(incoming.text) as RequestBody)) await wait();
    return turns(() => handle(incoming));
  }

  return { run, records };
}

/** Giving references back. */
function isHousekeeping({ Actions }: RequestBody): boolean {
  const gaveBack = (name: string) => name === "_RemoveReference";
  return Actions.some(({ Name }) => gaveBack(Name)) && Actions.every(({ ActionType: type, Name }) => type === ActionType.Instantiate || gaveBack(Name));
}

const encoder = new TextEncoder();

function byteLength(text: string): number {
  return encoder.encode(text).length;
}
