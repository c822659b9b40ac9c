import { type Progress, layOutJournal, logTrades, readJournal, refresh, stopWork, watchProgress } from "../../../src/actions";
import { MAX_BYTES } from "../../../workbench/protocol/requests";
import { type TestExcel, closeExcel, openExcel } from "../../workbook/journalInNode";
import { asUser, refusal, trade } from "../helpers";
import { freshActions } from "./sweep";
import { TODAY, logOf, reportsOf } from "./workbooks";

jest.setTimeout(200_000);
let excel: TestExcel;
let told: Progress[];
let unwatch: () => void;
beforeEach(async () => {
  excel = await openExcel();
  await layOutJournal(TODAY);
  told = [];
  unwatch = watchProgress((progress) => told.push(progress));
});
afterEach(() => {
  unwatch();
  closeExcel();
});

/** Texts so long that few rows take several requests. */
const LONG = "long ".repeat(6000);
const noted = (count: number) => Array.from({ length: count }, (_, index) => trade({ ticker: `T${index}`, notes: LONG }));
const named = (count: number) => Array.from({ length: count }, (_, index) => trade({ ticker: `${"TICKER".repeat(300)}${index}` }));
const sheets = () => excel.grid.sheets().map(({ name }) => name);
/** A runtime that will be torn down: its modules are its own. */
const gone = freshActions;
const largest = () => Math.max(...excel.requests.flatMap(({ bytes, answerBytes }) => [bytes, answerBytes]));

/** Presses Stop when so many pieces of that work are done. */
function stopAfter(pieces: number, words: string): void {
  let left = pieces;
  const end = watchProgress((progress) => {
    if (progress.words !== words || --left > 0) return;
    stopWork();
    end();
  });
}

test("the host lets no request and no answer pass that Excel on the web would refuse", async () => {
  await asUser(async (context) => {
    const sheet = context.workbook.worksheets.add("Large");
    for (let row = 0; row < 200; row += 50) {
      sheet.getRangeByIndexes(row, 0, 50, 1).values = Array.from({ length: 50 }, () => [LONG]);
      await context.sync();
    }
  });
  const asked = (context: Excel.RequestContext) => void context.workbook.worksheets.getItem("Large").getUsedRange().load("values");
  await expect(asUser(asked)).rejects.toMatchObject({ code: "ResponsePayloadSizeLimitExceeded" });
  await expect(asUser((context) => void (context.workbook.worksheets.getItem("Large").getRange("B1:B200").values = Array.from({ length: 200 }, () => [LONG])))).rejects.toMatchObject({ code: "RequestPayloadSizeLimitExceeded" });
});

test("a log with more text than fits into one answer is written and read in pieces, and the progress of both is told", async () => {
  const { words } = await logTrades(noted(400), TODAY);
  expect(words).toBe("Logged 400 rows.");
  expect(told.filter((one) => one.words === "Writing the log").map(({ done, total }) => [done < 400, total])).toEqual(expect.arrayContaining([[true, 400]]));
  // the reports read the log at once: that is refused by Excel, and then it is read in halves
  expect(excel.requests.filter(({ answerBytes }) => answerBytes > MAX_BYTES).length).toBeGreaterThan(0);
  excel.requests.length = 0;
  const { trades, problems } = await readJournal();
  expect([trades.length, new Set(trades.map((one) => one.trade.notes.length)).size, problems]).toEqual([400, 1, []]);
  expect(largest()).toBeLessThan(MAX_BYTES);
  expect(excel.requests.filter(({ answerBytes }) => answerBytes > 1_000_000).length).toBeGreaterThan(2);
});

test("after answers that were too large, as much as before is soon asked for again, and no row is read twice or left out", async () => {
  await logTrades(Array.from({ length: 120 }, (_, index) => trade({ ticker: `T${index}` })), TODAY);
  const reading = async () => {
    excel.requests.length = 0;
    const { trades } = await readJournal();
    expect(trades.map((one) => one.trade.ticker)).toEqual(Array.from({ length: 120 }, (_, index) => `T${index}`));
    return excel.requests.filter(({ housekeeping }) => !housekeeping).length;
  };
  const usual = await reading();
  // the first piece of the log comes with the last request of a visit; refused six times, it is one or two rows
  for (let refused = 1; refused <= 6; refused += 1) excel.faults.refuse(usual * refused, 5104);
  expect(await reading()).toBeGreaterThan(usual * 6 + 5);
  // and one that is refused on the way goes on from there
  excel.faults.refuse(usual + 2, 5104);
  const later: number[] = [];
  while (later.at(-1) !== usual && later.length < 12) later.push(await reading());
  expect(later.at(-1)).toBe(usual);
  expect(Math.max(...later)).toBeLessThan(usual + 18);
});

test("writing that is stopped leaves a log without any of it and no trace; pressing again writes all", async () => {
  await logTrades([trade()], TODAY);
  const [before, tabs] = [logOf(excel.grid), sheets()];
  stopAfter(2, "Writing the log");
  expect(await refusal(logTrades(noted(120), TODAY))).toMatchObject({ code: "Stopped", message: "Stopped. Nothing was logged." });
  expect([logOf(excel.grid), sheets()]).toEqual([before, tabs]);
  expect((await logTrades(noted(120), TODAY)).words).toBe("Logged 120 rows.");
  expect(logOf(excel.grid)).toHaveLength(before.length + 120);
  expect(sheets()).toEqual(tabs);
});

test("a pane that was closed while rows were on their way leaves none in the log; the next such write takes away what is left of them", async () => {
  const tabs = sheets();
  excel.faults.stopAfter(5);
  void gone().logTrades(noted(120), TODAY);
  while (!excel.faults.swallowed) await new Promise((resolve) => setTimeout(resolve, 5));
  excel.faults.clear();
  expect(logOf(excel.grid)).toEqual([]);
  const left = excel.grid.sheets().filter(({ name }) => !tabs.includes(name));
  expect(left).toMatchObject([{ hidden: true }]);
  await logTrades(noted(80), TODAY);
  expect(logOf(excel.grid)).toHaveLength(80);
  expect(sheets()).toEqual(tabs);
});

test("reports that take several requests can be stopped between them: the log has its rows, the reports say that they are not up to date, and Refresh builds them", async () => {
  await logTrades([trade()], TODAY);
  stopAfter(1, "Building the reports");
  const { words } = await logTrades(named(250), TODAY);
  expect(words).toBe("Logged 250 rows. The reports are not up to date: Stopped. Press Refresh when there is time.");
  expect(logOf(excel.grid)).toHaveLength(251);
  expect((await readJournal()).stale).toBe(true);
  await refresh(TODAY);
  expect((await readJournal()).stale).toBe(false);
  const right = JSON.stringify(reportsOf(excel.grid));
  await refresh(TODAY);
  expect(JSON.stringify(reportsOf(excel.grid))).toBe(right);
  expect((right.match(/TICKERTICKER/g) ?? []).length).toBeGreaterThan(250);
  expect(largest()).toBeLessThan(MAX_BYTES);
});
