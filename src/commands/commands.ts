import { layOutJournal, loadSampleYear, refresh, showCells } from "../actions";
import type { Done } from "../actions";
import { requestScreen, tell } from "../actions/route";

/** The ribbon's buttons, by the names that manifest.xml gives them. */
export function registerCommands(): void {
  Office.actions.associate("NewJournal", command(layOutJournal));
  Office.actions.associate("Refresh", command(refresh));
  Office.actions.associate("LoadSample", command(loadSampleYear));
  Office.actions.associate("LogTrade", async (event: Office.AddinCommands.Event) => {
    try {
      requestScreen("log");
      await Office.addin.showAsTaskpane();
    } finally {
      event.completed();
    }
  });
}

registerCommands();

/** Runs an action; what it did, or why it could not, is said in the pane, which is opened when something went wrong. */
function command(action: () => Promise<Done>): (event: Office.AddinCommands.Event) => Promise<void> {
  return async (event) => {
    try {
      const done = await action();
      if (done.address) await showCells(done.address);
      tell({ kind: "done", words: done.words });
    } catch (error) {
      tell({ kind: "refused", words: error instanceof Error ? error.message : String(error) });
      await Office.addin.showAsTaskpane();
    } finally {
      event.completed();
    }
  };
}
