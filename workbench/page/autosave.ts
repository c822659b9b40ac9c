import type { IWorkbookData } from "@univerjs/core";
import type { Engine } from "../engine/engine";
import type { UniverGrid } from "../grid/univer";
import type { Workbook } from "../model/workbook";
import { saveBook } from "./store";
import type { StatusLine } from "./status";
import { wordsOf } from "./status";

const MUTATION = 2;
/** Milliseconds without a change; how long at most the browser is waited for to have nothing else to do; and the add-in to come to an end. */
const [PAUSE, IDLE, LATEST] = [500, 2000, 15_000];

export interface Autosave {
  /** Saves now what has changed. */
  flush(): Promise<void>;
  /** Nothing is saved any more: the book is about to be forgotten. */
  stop(): void;
}

/**
 * Keeps the workbook over a reload: half a second after a change, when the add-in has asked for nothing since (`asked` counts its requests) and the browser
 * has time for it, which takes long with a large workbook; and at once when the page is left.
 */
export function startAutosave(engine: Engine, grid: UniverGrid, workbook: Workbook, status: StatusLine, asked: () => number): Autosave {
  const said = document.getElementById("saved-state")!;
  let timer: number | undefined;
  let idle: number | undefined;
  let dirtySince: number | null = null;
  let saving = Promise.resolve();
  let stopped = false;
  let askedBefore = asked();

  const save = () => {
    window.clearTimeout(timer);
    if (idle !== undefined) window.cancelIdleCallback(idle);
    if (dirtySince === null || stopped) return saving;
    dirtySince = null;
    saving = write();
    return saving;
  };
  const write = async () => {
    try {
      await saveBook({ version: 1, savedAt: new Date().toISOString(), book: snapshotOf(engine), state: workbook.snapshot(), shown: grid.selection() });
      if (dirtySince === null) said.textContent = "Saved in this browser";
    } catch (error) {
      said.textContent = "Not saved";
      status.fail(`The workbook could not be saved in this browser: ${wordsOf(error)}`, error);
    }
  };
  const whenQuiet = () => {
    if (asked() !== askedBefore && performance.now() - (dirtySince ?? 0) < LATEST) wait();
    else idle = window.requestIdleCallback(() => void save(), { timeout: IDLE });
  };
  const wait = () => {
    window.clearTimeout(timer);
    if (idle !== undefined) window.cancelIdleCallback(idle);
    askedBefore = asked();
    timer = window.setTimeout(whenQuiet, PAUSE);
  };
  const changed = () => {
    dirtySince ??= performance.now();
    said.textContent = "Saving…";
    wait();
  };
  engine.injector.get(engine.lib.ICommandService).onCommandExecuted(({ id, type }, options) => {
    if ((type as number) === MUTATION && !options?.onlyLocal && !id.startsWith("formula.mutation.set-formula")) changed();
  });
  workbook.onChange(changed);
  for (const moved of ["selected", "activated"] as const) grid.on(moved, changed);
  document.addEventListener("visibilitychange", () => document.visibilityState === "hidden" && void save());
  window.addEventListener("pagehide", () => void save());
  return {
    flush: save,
    stop: () => {
      stopped = true;
      window.clearTimeout(timer);
    },
  };
}

/** As Univer saves it, but for one copy of everything: the browser's storage makes its own. */
function snapshotOf({ api, injector, lib }: Engine): IWorkbookData {
  const book = api.getActiveWorkbook()!.getWorkbook();
  return { ...book.getSnapshot(), resources: injector.get(lib.IResourceManagerService).getResources(book.getUnitId(), book.type) };
}
