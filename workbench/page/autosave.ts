import type { Engine } from "../engine/engine";
import type { UniverGrid } from "../grid/univer";
import type { Workbook } from "../model/workbook";
import { saveBook } from "./store";
import type { StatusLine } from "./status";
import { wordsOf } from "./status";

const MUTATION = 2;
const PAUSE = 500;

export interface Autosave {
  /** Saves now what has changed. */
  flush(): Promise<void>;
  /** Nothing is saved any more: the book is about to be forgotten. */
  stop(): void;
}

/** Keeps the workbook over a reload: half a second after a change, and when the page is left. */
export function startAutosave(engine: Engine, grid: UniverGrid, workbook: Workbook, status: StatusLine): Autosave {
  const said = document.getElementById("saved-state")!;
  let timer: number | undefined;
  let dirty = false;
  let saving = Promise.resolve();
  let stopped = false;

  const save = () => {
    window.clearTimeout(timer);
    if (!dirty || stopped) return saving;
    dirty = false;
    saving = saving.then(async () => {
      try {
        await saveBook({ version: 1, savedAt: new Date().toISOString(), book: engine.api.getActiveWorkbook()!.save(), state: workbook.snapshot(), shown: grid.selection() });
        if (!dirty) said.textContent = "Saved in this browser";
      } catch (error) {
        said.textContent = "Not saved";
        status.fail(`The workbook could not be saved in this browser: ${wordsOf(error)}`, error);
      }
    });
    return saving;
  };
  const changed = () => {
    dirty = true;
    said.textContent = "Saving…";
    window.clearTimeout(timer);
    timer = window.setTimeout(() => void save(), PAUSE);
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
