import { type Done, layOutJournal, loadSampleYear, rebuildShown, refresh, serialOf, showCells, watchSheets } from "../actions";
import { requestScreen, tell } from "../actions/route";

/** The ribbon's buttons, by the names that manifest.xml gives them. */
export function registerCommands(): void {
  Office.actions.associate("NewJournal", button(doAndShow(() => layOutJournal(now()))));
  Office.actions.associate("Refresh", button(doAndShow(() => refresh(now()))));
  Office.actions.associate("LoadSample", button(doAndShow(() => loadSampleYear(now()))));
  Office.actions.associate("LogTrade", button(openLog));
  void Office.onReady(({ host }) => {
    if (host === Office.HostType.Excel) watchReports().catch(sayReport);
  });
}

registerCommands();

const now = (): number => serialOf(new Date());

/** A report that comes to the front follows the log. */
async function watchReports(): Promise<void> {
  await watchSheets((sheet) => void rebuildShown(sheet, now()).catch(sayReport));
}

/** Nobody pressed anything, so nothing is opened: the sheet itself says that it is not up to date, and the pane why. */
function sayReport(error: unknown): void {
  tell({ kind: "refused", words: wordsOf(error) });
}

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
