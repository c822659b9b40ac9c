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
