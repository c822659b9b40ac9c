import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { inTurn } from "../../src/actions/inTurn";
import { refusal } from "./helpers";

test("who waits too long for a turn is told why, and does nothing later", async () => {
  jest.useFakeTimers();
  const done: string[] = [];
  let end: () => void = () => undefined;
  const going = inTurn(() => new Promise<void>((resolve) => (end = resolve)))();
  const second = refusal(inTurn(() => Promise.resolve(done.push("second")))());
  await jest.advanceTimersByTimeAsync(21_000);
  const { code, message } = await second;
  expect([code, message]).toEqual(["StillBusy", expect.stringMatching(/still at work.*press Enter or Esc in the sheet/)]);
  const third = inTurn(() => Promise.resolve(done.push("third")))();
  await jest.advanceTimersByTimeAsync(1000);
  expect(done).toEqual([]);
  end();
  await Promise.all([going, third]);
  expect(done).toEqual(["third"]);
  expect(jest.getTimerCount()).toBe(0);
  jest.useRealTimers();
});

test("what an action answered goes with it: those that come after do not keep it", async () => {
  setFlagsFromString("--expose-gc");
  const act = inTurn(() => Promise.resolve({ rows: Array.from({ length: 1000 }) }));
  const first = new WeakRef(await act());
  for (let more = 0; more < 3; more += 1) await act();
  await new Promise((resolve) => setTimeout(resolve));
  (runInNewContext("gc") as () => void)();
  expect(first.deref()).toBeUndefined();
});
