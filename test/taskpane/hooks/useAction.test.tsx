import { act, renderHook } from "@testing-library/react";
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
