import { type Done, layOutJournal, loadSampleYear, refresh, showCells } from "../actions";
import { requestScreen, tell } from "../actions/route";

/** The ribbon's buttons, by the names that manifest.xml gives them. */
export function registerCommands(): void {
  Office.actions.associate("NewJournal", button(doAndShow(layOutJournal)));
  Office.actions.associate("Refresh", button(doAndShow(refresh)));
  Office.actions.associate("LoadSample", button(doAndShow(loadSampleYear)));
  Office.actions.associate("LogTrade", button(openLog));
}

registerCommands();

/** Excel shows a button as busy until `completed` is called, so it is called whatever happens; what went wrong is said in the pane. */
function button(work: () => Promise<void>): (event: Office.AddinCommands.Event) => void {
  return (event) => {
    void work()
      .catch(sayWhy)
      .finally(() => {
        event.completed();
      });
  };
}

function doAndShow(action: () => Promise<Done>): () => Promise<void> {
  return async () => {
    const done = await action();
    // what was done is done, even where it cannot be looked at: the sheet may be hidden
    const unseen = done.address ? await showCells(done.address).then(() => "", (error: unknown) => ` ${wordsOf(error)}`) : "";
    tell({ kind: "done", words: done.words + unseen });
  };
}

async function openLog(): Promise<void> {
  requestScreen("log");
  await Office.addin.showAsTaskpane();
}

async function sayWhy(error: unknown): Promise<void> {
  tell({ kind: "refused", words: wordsOf(error) });
  await Office.addin.showAsTaskpane();
}

const wordsOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
