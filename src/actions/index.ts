/** What a user can do. Every action says what it did in words, or throws ExcelRefused: what is in the way, and what to do about it. */
export type { Done } from "./done";
export type { Journal } from "./readJournal";
export { ExcelRefused } from "../workbook/excelRefused";
export { layOutJournal } from "./layOutJournal";
export { logTrades } from "./logTrades";
export { refresh } from "./refresh";
export { setConvention } from "./setConvention";
export { loadSampleYear } from "./loadSampleYear";
export { readJournal } from "./readJournal";
export { showCells } from "../workbook/showCells";
export { watchTables as watchJournal } from "../workbook/watch";
