import { inTurn } from "./inTurn";
import { layOutJournal as layOut } from "./layOutJournal";
import { loadSampleYear as loadSample } from "./loadSampleYear";
import { logTrades as log } from "./logTrades";
import { rebuildShown as rebuildIt } from "./rebuild";
import { refresh as refreshNow } from "./refresh";
import { setConvention as choose } from "./setConvention";

/** What a user can do. Every action says what it did in words, or throws ExcelRefused: what is in the way, and what to do about it. */
export type { Done } from "./done";
export type { Journal } from "./readJournal";
export { ExcelRefused } from "../workbook/excelRefused";
export { serialOf } from "../journal/day";
export { readJournal } from "./readJournal";
export { stopWaiting } from "../workbook/inExcel";
export { type Progress, stopWork, watchProgress } from "../workbook/progress";
export { showCells } from "../workbook/showCells";
export { watchSheets } from "../workbook/watch";
export { watchJournal } from "./watchJournal";

export const layOutJournal = inTurn(layOut);
export const logTrades = inTurn(log);
export const refresh = inTurn(refreshNow);
export const setConvention = inTurn(choose);
export const loadSampleYear = inTurn(loadSample);
export const rebuildShown = inTurn(rebuildIt);
