import type { Engine } from "../../../workbench/engine/engine";
import type * as UniverPage from "../../../workbench/engine/page";
import { UniverGrid } from "../../../workbench/grid/univer";
import { gridContract } from "../../workbench/gridContract";
import { createRunner } from "./runner";

declare global {
  interface Window {
    /** Runs the contract's test of this name in a new grid on the screen; answers what failed, or null. */
    runContract(name: string): Promise<string | null>;
  }
}

const UNIVER = "/workbench/univer/univer.js";

/** The one before is gone. */
let gone = Promise.resolve();
/** Drawn ahead, because that takes longer than most tests; there is never more than one. */
let grid = drawnGrid();
const { runner, run } = createRunner();
gridContract("Univer in the page", () => grid, { calculates: true }, runner);

window.runContract = async (name) => {
  try {
    await run(name);
    return null;
  } catch (error) {
    return error instanceof Error ? (error.stack ?? error.message) : String(error);
  } finally {
    grid = drawnGrid();
  }
};

/** A new Univer in a new place. It is waited for until it is drawn: from then on menus, selections and scroll bars are at work as well. */
async function drawnGrid(): Promise<UniverGrid> {
  const { createPage } = (await import(UNIVER)) as typeof UniverPage;
  await gone;
  const container = document.createElement("div");
  document.body.replaceChildren(container);
  const engine = createPage(container);
  const { api } = engine;
  for (const stage of [engine.rendered, engine.typable])
    stage.catch((error: unknown) => {
      if ((error as Error).name !== "LifecycleUnreachableError") throw error; // no test lasts the three seconds that Univer takes to come to rest
    });
  await new Promise<void>((resolve) => {
    const listening = api.addEvent(api.Event.LifeCycleChanged, ({ stage }) => {
      if (stage < api.Enum.LifecycleStages.Rendered) return;
      listening.dispose();
      resolve();
    });
  });
  return new UniverGrid({ ...engine, dispose: () => void (gone = atRest(engine).then(() => engine.dispose())) });
}

/** Univer throws when it is taken away at work, and goes on by itself up to 100 ms after a change. When it has run no command for longer it rests. */
function atRest({ injector, lib }: Engine): Promise<void> {
  return new Promise((resolve) => {
    let quiet = setTimeout(end, QUIET);
    const listening = injector.get(lib.ICommandService).onCommandExecuted(() => {
      clearTimeout(quiet);
      quiet = setTimeout(end, QUIET);
    });
    function end(): void {
      listening.dispose();
      resolve();
    }
  });
}
const QUIET = 150;
