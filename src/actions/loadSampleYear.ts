import { SAMPLE_ACCOUNT, sampleYear } from "../journal/sample";
import { firstCell } from "../workbook/address";
import { ExcelRefused } from "../workbook/excelRefused";
import type { Done } from "./done";
import { layOutJournal } from "./layOutJournal";
import { logTrades } from "./logTrades";
import { readJournal } from "./readJournal";

/** Lays out the journal where there is none, and fills in a made-up year in an account of its own. */
export async function loadSampleYear(now?: number): Promise<Done> {
  const { state, accounts } = await readJournal();
  if (state === "absent" || state === "incomplete") await layOutJournal(now);
  if (accounts.includes(SAMPLE_ACCOUNT)) throw new ExcelRefused("SampleIsThere", `The sample year is in the log already: filter the column Account for ${SAMPLE_ACCOUNT} to see it, and delete its rows when you are done.`);
  const year = sampleYear(now === undefined ? undefined : Math.floor(now));
  const done = await logTrades(year, now);
  // the first new cell is enough to look at: nobody wants all of these rows selected
  return { ...done, ...(done.address && { address: firstCell(done.address) }), words: `Loaded a made-up year of ${year.length} trades, account "${SAMPLE_ACCOUNT}".` };
}
