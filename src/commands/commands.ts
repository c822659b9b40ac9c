import type * as Actions from "../actions";
import { requestScreen, tell } from "../actions/route";

/** The ribbon's buttons, by the names that manifest.xml gives them. */
export function registerCommands(): void {
  Office.actions.associate("NewJournal", button(doAndShow((actions) => actions.layOutJournal(actions.serialOf(new Date())))));
  Office.actions.associate("Refresh", button(doAndShow((actions) => actions.refresh(actions.serialOf(new Date())))));
  Office.actions.associate("LoadSample", button(doAndShow((actions) => actions.loadSampleYear(actions.serialOf(new Date())))));
  Office.actions.associate("LogTrade", button(openLog));
  void Office.onReady(({ host }) => {
    if (host === Office.HostType.Excel) watchReports().catch(sayReport);
  });
}

registerCommands();

/** What the buttons do is fetched when it is first needed: a function must not wait for it. */
async function actionsThere(): Promise<typeof Actions> {
  try {
    return await import(/* webpackChunkName: "actions" */ "../actions");
  } catch (error) {
    throw new Error(`The add-in could not load its files. Check the connection, then press again. Your workbook is not affected. (${wordsOf(error)})`);
  }
}

/** A report that comes to the front follows the log. */
async function watchReports(): Promise<void> {
  const actions = await actionsThere();
  await actions.watchSheets((sheet) => void actions.rebuildShown(sheet, actions.serialOf(new Date())).catch(sayReport));
}

/**
 * Nobody pressed anything, so nothing is opened: the sheet itself says that it is not up to date, and the pane why. That something else is still going on is no news: it
 * builds the reports itself, or the sheet goes on saying so.
 */
function sayReport(error: unknown): void {
  if ((error as { readonly code?: unknown }).code === "StillBusy") return;
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

function doAndShow(act: (actions: typeof Actions) => Promise<Actions.Done>): () => Promise<void> {
  return async () => {
    const actions = await actionsThere();
    const done = await act(actions);
    // what was done is done, even where it cannot be looked at: the sheet may be hidden
    const unseen = done.address ? await actions.showCells(done.address).then(() => "", (error: unknown) => ` ${wordsOf(error)}`) : "";
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
