/**
 * Faults on demand: what a real Excel does on a bad day, so that the add-in's answer to it can be tried. Requests are counted from now on:
 * 1 is the next one. Codes: names that come in Excel's answer ("AccessDenied", "GeneralException"), or numbers with which the channel refuses the whole request:
 * 5004 a cell is being edited, 5012 session timed out, 5016 a dialogue is open, 5102 too many requests, 5103 request too large, 5104 answer too large, 7000 access denied.
 */
export interface Faults {
  /** Nothing of the request is done. */
  refuse(request: number, code: string | number): void;
  /** The actions before the `action`-th are done (1 is the first: then nothing is done). */
  failAction(request: number, action: number, code: string): void;
  /** The request is carried out, but its answer is lost: the add-in is told 5012. */
  loseAnswer(request: number): void;
  /** The request is neither carried out nor answered. */
  hang(request: number): void;
  delay(request: number, milliseconds: number): void;
  /** From now on (or until false) a user is typing into a cell: requests are refused with 5004, or wait when they asked for that. */
  editing(on: boolean): void;
  /** Each request waits for this before it is carried out; requests of others may come between. Null lets all go. */
  gate(before: (() => Promise<void>) | null): void;
  /** The pane is closed after so many more requests: nothing is carried out, answered or sent any more. */
  stopAfter(requests: number): void;
  clear(): void;
}

/** What the host does with the next request. */
export interface Verdict {
  readonly refuse?: string | number;
  readonly failAction?: { readonly action: number; readonly code: string };
  readonly loseAnswer?: boolean;
  readonly hang?: boolean;
  readonly delay?: number;
}

export interface FaultPlan extends Faults {
  next(): Verdict;
  /** How many requests there were. */
  readonly seen: number;
  readonly waitAtGate: (() => Promise<void>) | null;
  readonly stopped: boolean;
  /** Was a request neither done nor answered, because the pane is closed? */
  swallowed: boolean;
  readonly cellEdited: boolean;
  /** Resolves when `editing(false)` is said; at once when no fault says that a cell is being edited. */
  editEnded(): Promise<void>;
}

export function createFaults(): FaultPlan {
  const planned = new Map<number, Verdict>();
  let [seen, stopAt, cellEdited] = [0, Infinity, false];
  const waiting: (() => void)[] = [];
  let gate: (() => Promise<void>) | null = null;
  const plan = (request: number, verdict: Verdict) => {
    if (!Number.isInteger(request) || request < 1) throw new Error(`requests are counted from 1 on, not ${request}`);
    planned.set(seen + request, { ...planned.get(seen + request), ...verdict });
  };
  const editing = (on: boolean) => {
    cellEdited = on;
    if (!on) for (const go of waiting.splice(0)) go();
  };
  return {
    refuse: (request, code) => plan(request, { refuse: code }),
    failAction: (request, action, code) => plan(request, { failAction: { action, code } }),
    loseAnswer: (request) => plan(request, { loseAnswer: true }),
    hang: (request) => plan(request, { hang: true }),
    delay: (request, milliseconds) => plan(request, { delay: milliseconds }),
    editing,
    gate: (before) => void (gate = before),
    stopAfter: (requests) => void (stopAt = seen + requests),
    clear() {
      planned.clear();
      this.swallowed = false;
      stopAt = Infinity;
      gate = null;
      editing(false);
    },
    get seen() {
      return seen;
    },
    get waitAtGate() {
      return gate;
    },
    next: () => planned.get(++seen) ?? {},
    swallowed: false,
    get stopped() {
      return seen >= stopAt;
    },
    get cellEdited() {
      return cellEdited;
    },
    editEnded: () => (cellEdited ? new Promise((resolve) => waiting.push(resolve)) : Promise.resolve()),
  };
}
