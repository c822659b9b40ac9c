import { act, renderHook } from "@testing-library/react";
import { watchProgress } from "../../../src/actions";
import { ExcelRefused } from "../../../src/workbook/excelRefused";
import { piece, workBegins } from "../../../src/workbook/progress";
import { type Outcome, useAction } from "../../../src/taskpane/hooks/useAction";

const DONE = { words: "Done." };

test("a second press while one is going on does nothing", async () => {
  const { result } = renderHook(() => useAction(() => Promise.resolve()));
  let presses = 0;
  const press = () => result.current.run("Writing…", async () => {
    presses++;
    return Promise.resolve(DONE);
  });
  let answers: boolean[] = [];
  await act(async () => {
    answers = await Promise.all([press(), press()]);
  });
  expect([presses, answers]).toEqual([1, [true, false]]);
});

test("when Excel is long in answering, it is said why that may be, until it has answered", async () => {
  jest.useFakeTimers();
  const { result } = renderHook(() => useAction(() => Promise.resolve()));
  const words = () => (result.current.outcome as Outcome & { words?: string } | null)?.words ?? null;
  let end: (done: typeof DONE) => void = () => undefined;
  let pressed = Promise.resolve(false);
  act(() => {
    pressed = result.current.run("Writing…", () => new Promise((resolve) => (end = resolve)));
  });
  await act(() => jest.advanceTimersByTimeAsync(7000));
  expect([result.current.busy, words()]).toEqual(["Writing…", null]);
  await act(() => jest.advanceTimersByTimeAsync(2000));
  expect([result.current.busy, words()]).toEqual(["Writing…", "Excel has not answered yet. If a cell is being edited, press Enter or Esc in the sheet."]);
  await act(async () => {
    end(DONE);
    await pressed;
  });
  expect([result.current.busy, result.current.outcome]).toEqual([null, { kind: "done", done: DONE }]);
  jest.useRealTimers();
});

test("long work shows how far it has come, and can be stopped before its next piece", async () => {
  const { result } = renderHook(() => useAction(() => Promise.resolve()));
  const context = { sync: () => Promise.resolve() } as Excel.RequestContext;
  let goOn: () => void = () => undefined;
  const pieces = async () => {
    workBegins();
    for (let done = 1; done <= 3; done++) {
      await piece(context, { words: "Writing the log", done, total: 3 }, "Stopped. Nothing was logged.");
      await new Promise<void>((resolve) => (goOn = resolve));
    }
    return DONE;
  };
  let pressed = Promise.resolve(true);
  await act(async () => {
    pressed = result.current.run("Writing…", pieces);
    await Promise.resolve();
  });
  expect(result.current.outcome).toEqual({ kind: "going", progress: { words: "Writing the log", done: 1, total: 3 } });
  act(() => result.current.stop!());
  expect(result.current.stop).toBeNull();
  await act(async () => {
    goOn();
    await pressed;
  });
  expect([await pressed, result.current.outcome]).toEqual([false, { kind: "refused", words: "Stopped. Nothing was logged." }]);
  // nobody listens any more
  const told: unknown[] = [];
  watchProgress((progress) => told.push(progress));
  workBegins();
  await act(() => piece(context, { words: "Later", done: 1, total: 2 }, null));
  expect([told.length, result.current.outcome?.kind]).toEqual([1, "refused"]);
});

test("an Undo that was refused is offered again", async () => {
  const { result } = renderHook(() => useAction(() => Promise.resolve()));
  let tries = 0;
  const undo = () => (++tries === 1 ? Promise.reject(new ExcelRefused("AccessDenied", "The sheet is protected.")) : Promise.resolve(DONE));
  await act(async () => void (await result.current.takeBack(undo)));
  expect(result.current.outcome).toEqual({ kind: "refused", words: "The sheet is protected.", undo });
  await act(async () => void (await result.current.takeBack((result.current.outcome as { undo: typeof undo }).undo)));
  expect(result.current.outcome).toEqual({ kind: "done", done: DONE });
});
