import { cleanup } from "@testing-library/react";
import { axeFinds } from "./axe";

/** From now on it is noon of this day; nothing waits for less or longer than it did. */
export function onDay(day: string): void {
  jest.useFakeTimers({ now: new Date(`${day}T12:00:00`), doNotFake: [...CLOCKS] });
}

const CLOCKS = ["setTimeout", "setInterval", "setImmediate", "queueMicrotask", "nextTick", "requestAnimationFrame", "cancelAnimationFrame", "clearTimeout", "clearInterval", "performance"] as const;

/** For afterEach: what was left on the screen has nothing that axe finds fault with; then it goes, and the day is the machine's again. */
export async function leaveScreen(): Promise<void> {
  const found = await axeFinds();
  cleanup();
  jest.useRealTimers();
  expect(found).toEqual([]);
}
