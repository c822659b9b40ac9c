import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import * as actions from "../../../src/actions";
import { SCENARIOS } from "./scenarios";
import { type Fault, closeWorkbook, goesWrong, undisturbed } from "./sweep";

jest.setTimeout(300_000);
afterEach(closeWorkbook);

/** Exports that ask nothing of a workbook. */
const NO_ACTIONS = ["ExcelRefused", "serialOf", "stopWaiting", "stopWork", "watchProgress"];

/** Actions that need an Excel which calculates; their own tests let requests go wrong, over Univer. */
const ELSEWHERE = ["fillPrices", "giveNames", "takeNames", "lookThrough", "makeCopy", "convertInPlace", "turnBack"];

test("every action is swept", () => {
  const folder = join(__dirname, "../../../src/actions");
  // those that are fetched with their screens are not exported by the index
  const others = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".ts") && name !== "index.ts").flatMap((name) => [...readFileSync(join(folder, name), "utf8").matchAll(/^export const (\w+) = inTurn\(/gm)].map(([, action]) => action!));
  expect(others).toEqual(expect.arrayContaining(["keepPlan", ...ELSEWHERE]));
  const known = new Set<string>([...SCENARIOS.map(({ action }) => action), ...ELSEWHERE, ...NO_ACTIONS]);
  expect([...Object.keys(actions), ...others].filter((name) => !known.has(name))).toEqual([]);
});

/** All codes come out of Excel by one way and are told by one table (test/workbook/excelRefused.test.ts), so each request is given another one. */
const CODES = ["AccessDenied", 5012, "GeneralException", 5102, "RequestAborted", 5103, "InvalidOperation", 5104, "ItemNotFound", 5016] as const;
const code = (request: number) => CODES[request % CODES.length]!;

/** Each request has another of them first. */
const faults = (request: number, kinds: number): Fault[] => {
  const all: Fault[] = [
    { kind: "refused", code: code(request) },
    { kind: "answer lost" },
    { kind: "pane closed" },
    { kind: "cut", part: 0.3 + (request % 3) * 0.3, code: "GeneralException" },
    { kind: "silence" },
  ];
  return Array.from({ length: kinds }, (_, index) => all[(request + 2 * index) % all.length]!);
};

test.each(SCENARIOS)("$name: whatever request fails, all or nothing is done, nothing of the user's is touched, and the next press succeeds", async (scenario) => {
  const reference = await undisturbed(scenario);
  expect(reference.requests).toBeGreaterThan(0);
  for (let request = 1; request <= reference.requests; request++) for (const fault of faults(request, scenario.kinds ?? 2)) await goesWrong(scenario, reference, request, fault);
});
