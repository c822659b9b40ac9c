import type { WatchedCells } from "../journal/sampleWatchlist";
import { firstCell } from "../workbook/address";
import { ExcelRefused } from "../workbook/excelRefused";
import { emptyWatchlist, fillEmptyWatchlist } from "../workbook/watchlistRows";
import { type Done, count } from "./done";
import { fetchedCode } from "./fetchedCode";
import { inTurn } from "./inTurn";
import { layOutJournal } from "./layOutJournal";
import { logTrades } from "./logTrades";
import { readJournal } from "./readJournal";
import { rebuildAfter } from "./rebuild";

/** Lays out the journal where there is none, and fills in a made-up year in an account of its own. */
export async function loadSampleYear(now?: number): Promise<Done> {
  const { SAMPLE_ACCOUNT, sampleYear } = await fetchedCode(() => import(/* webpackChunkName: "sample" */ "../journal/sample"));
  const { sampleWatchlist } = await fetchedCode(() => import(/* webpackChunkName: "sample" */ "../journal/sampleWatchlist"));
  const { state, accounts } = await readJournal();
  if (state === "absent" || state === "incomplete") await layOutJournal(now);
  if (accounts.includes(SAMPLE_ACCOUNT)) throw new ExcelRefused("SampleIsThere", `The sample year is in the log already: filter the column Account for ${SAMPLE_ACCOUNT} to see it, and delete its rows when you are done.`);
  const today = now === undefined ? undefined : Math.floor(now);
  const year = sampleYear(today);
  const stocks = sampleWatchlist(today ?? Math.max(...year.map(({ date }) => date)));
  const { undo, ...done } = await logTrades(year, now);
  const { isFilled, refusal } = await watch(stocks);
  // the reports ask the Watchlist for the sectors
  const stale = isFilled ? await rebuildAfter(now, { always: true }) : "";
  const words = `Loaded a made-up year of ${year.length} trades, account "${SAMPLE_ACCOUNT}"${isFilled ? `, and its ${stocks.length} stocks on the Watchlist` : ""}.${refusal}${stale}`;
  // the first new cell is enough to look at: nobody wants all of these rows selected
  return { ...done, ...(done.address && { address: firstCell(done.address) }), ...(undo && { undo: () => takeBack(undo, isFilled || refusal !== "" ? stocks : []) }), words };
}

/** The year is in the log by now: a Watchlist that could not be filled is told, and takes nothing back. */
async function watch(stocks: readonly WatchedCells[]): Promise<{ isFilled: boolean; refusal: string }> {
  try {
    return { isFilled: await fillEmptyWatchlist(stocks), refusal: "" };
  } catch (error) {
    if (error instanceof ExcelRefused) return { isFilled: false, refusal: ` The Watchlist was not filled: ${error.message}` };
    throw error;
  }
}

/** Two turns, one after the other: the undo of the year takes its own. */
async function takeBack(undo: NonNullable<Done["undo"]>, stocks: readonly WatchedCells[]): Promise<Done> {
  const done = await undo();
  if (stocks.length === 0) return done;
  return { ...done, words: `${done.words} ${await emptied(stocks)}` };
}

/** The trades are gone by now: what the Watchlist refuses is told, and the year is not there again for that. */
async function emptied(stocks: readonly WatchedCells[]): Promise<string> {
  try {
    const kept = await inTurn(() => emptyWatchlist(stocks))();
    return kept === 0 ? "The Watchlist is empty again." : `${count(kept, "row")} of the Watchlist ${kept === 1 ? "was changed since, and stays" : "were changed since, and stay"}.`;
  } catch (error) {
    if (error instanceof ExcelRefused) return `Look at the Watchlist, and delete the sample's stocks there yourself: ${error.message}`;
    throw error;
  }
}
