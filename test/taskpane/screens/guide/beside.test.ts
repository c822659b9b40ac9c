import { STANDARD, screen } from "../../../../src/calc";
import { askedBeside } from "../../../../src/taskpane/screens/guide/steps/reader/beside";
import { chainDesk } from "../../../../src/taskpane/screens/guide/steps/reader/desk";

/* Long chains are read beside the page (in Chromium: test/e2e/guide.e2e.ts). Here: in Offices that give no worker, and when its file cannot be had. */
const TEXT = ["Expiry\tStrike\tType\tBid\tAsk", "2026-04-17\t50\tPut\t0.95\t1.01", "2026-04-17\tcheap\tPut\t1\t1.1"].join("\n");
const TERMS = { spot: 52, asOf: 46090, rules: screen.STANDARD_RULES, rate: 0, convention: STANDARD };
const rowsOf = (screened: Awaited<ReturnType<ReturnType<typeof askedBeside>["judge"]>>) => ("candidates" in screened ? screened.candidates.map(({ row, reasons }) => [row, reasons]) : screened);
const EXPECTED = [[2, []], [3, ['row 3 is not read: Strike "cheap" is not a number']]];

/** A worker whose file is not there: it takes every question, and its only word is the error. */
function lostWorker() {
  const asked: unknown[] = [];
  const worker = { onerror: null as ((event: { preventDefault: () => void }) => void) | null, onmessage: null, postMessage: (message: unknown) => void asked.push(message) };
  return { asked, worker: worker as unknown as Worker, fail: () => worker.onerror?.({ preventDefault: () => undefined }) };
}

test("without a worker the page itself reads and judges", async () => {
  const desk = askedBeside(() => null);
  expect(await desk.read(TEXT, "")).toMatchObject({ format: "Clipboard", quotes: [{ row: 2, strike: 50 }], problems: [{ row: 3 }] });
  expect(rowsOf(await desk.judge(TERMS))).toEqual(EXPECTED);
});

test("when the worker's file cannot be had, what was asked is answered in the page, and what is asked later too", async () => {
  const { worker, asked, fail } = lostWorker();
  const starts: number[] = [];
  const desk = askedBeside(() => (starts.push(1), worker));
  const [reading, judging] = [desk.read(TEXT, ""), desk.judge(TERMS)];
  expect(asked).toHaveLength(2);
  fail();
  expect((await reading).quotes).toHaveLength(1);
  expect(rowsOf(await judging)).toEqual(EXPECTED);
  expect(rowsOf(await desk.judge(TERMS))).toEqual(EXPECTED);
  expect([asked.length, starts.length]).toEqual([2, 1]);
});

test("what was read before the worker was lost is judged in the page, after it is read again", async () => {
  const { worker, fail } = lostWorker();
  const desk = askedBeside(() => worker);
  const reading = desk.read(TEXT, "");
  const beside = chainDesk().read(TEXT, "");
  (worker.onmessage as unknown as (event: object) => void)({ data: { id: 1, answer: beside } });
  expect((await reading).quotes).toEqual(beside.quotes);
  const judging = desk.judge(TERMS);
  fail();
  expect(rowsOf(await judging)).toEqual(EXPECTED);
});

test("a fault beside the page is thrown in it", async () => {
  const { worker } = lostWorker();
  const reading = askedBeside(() => worker).read(TEXT, "");
  (worker.onmessage as unknown as (event: object) => void)({ data: { id: 1, failed: "out of memory" } });
  await expect(reading).rejects.toThrow("out of memory");
});

test("nothing is judged before anything was read", () => {
  expect(chainDesk().judge(TERMS)).toEqual({ words: "no quotes were read" });
});
