import { readFileSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { excelInNode } from "../../../workbench/harness/inNode";
import { closeSpreadsheet } from "./calculating";
import { BY_FILE, SCENARIOS } from "./scenarios";
import { type Fault, closeWorkbook, goesWrong, undisturbed } from "./sweep";

/** Asked for by `npm run faults`; npm test lets the ways and codes take turns. */
const EVERY_WAY = process.env.FAULTS === "every way";
jest.setTimeout(EVERY_WAY ? 3_600_000 : 300_000);
afterEach(closeWorkbook);
afterAll(closeSpreadsheet);

/** Exports that ask nothing of this workbook; openCopy is tried in file.test.ts. */
const NO_ACTIONS = ["openCopy", "ExcelRefused", "serialOf", "stopWaiting", "stopWork", "watchProgress", "canSave", "readChain", "readPrices", "requestScreen", "onScreenRequested", "tell", "onMessage"];

test("every action that the pane or the ribbon can ask for is swept", () => {
  const known = new Set<string>([...SCENARIOS.map(({ action }) => action), ...Object.keys(BY_FILE), ...NO_ACTIONS]);
  const offered = [...asked("taskpane"), ...asked("commands")];
  expect(offered).toEqual(expect.arrayContaining(["logTrades", "keepPlan", "fillPrices", "giveNames", "convertInPlace"]));
  expect([...new Set(offered)].filter((name) => !known.has(name))).toEqual([]);
});

/** All that the modules export which these files take from the folder of the actions, those too that are fetched with a screen. */
function asked(part: string): readonly string[] {
  const folder = join(__dirname, "../../../src", part);
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => /\.tsx?$/.test(name)).map((name) => join(folder, name));
  const modules = files.flatMap((file) => [...readFileSync(file, "utf8").matchAll(/^(?!import type).*?"((?:\.\.?\/)+actions(?:\/[\w/]+)?)"/gm)].map(([, path]) => join(dirname(file), path!)));
  return [...new Set(modules)].flatMap((path) => Object.entries(jest.requireActual<object>(path)).filter(([, one]) => typeof one === "function").map(([name]) => name));
}

/** All codes come out of Excel by one way and are told by one table (test/workbook/excelRefused.test.ts), so each request is given another one. */
const CODES = ["AccessDenied", 5012, "GeneralException", 5102, "RequestAborted", 5103, "InvalidOperation", 5104, "ItemNotFound", 5016] as const;
const code = (request: number) => CODES[request % CODES.length]!;
const cut = (part: number): Fault => ({ kind: "cut", part, code: "GeneralException" });

/** Each request has another of them first. */
const inTurn = (request: number, kinds: number): Fault[] => {
  const all: Fault[] = [{ kind: "refused", code: code(request) }, { kind: "answer lost" }, { kind: "pane closed" }, cut(0.3 + (request % 3) * 0.3), { kind: "silence" }];
  return Array.from({ length: kinds }, (_, index) => all[(request + 2 * index) % all.length]!);
};

/** An answer that is too large. Whoever was told so asks for less from then on, and has more requests. */
const TOO_LARGE = 5104;

/** With every code that Excel has, but that one, and every way in which its channel refuses, and cut at three places. */
const everyWay = async (): Promise<Fault[]> => {
  const { Excel: known } = await excelInNode();
  const codes = new Set<string | number>([...CODES, ...Object.values(known.ErrorCodes as Record<string, string>), 5004, 7000]);
  for (const last of [TOO_LARGE, "ResponsePayloadSizeLimitExceeded"]) codes.delete(last);
  return [...[...codes].map((each): Fault => ({ kind: "refused", code: each })), { kind: "answer lost" }, { kind: "pane closed" }, cut(0.3), cut(0.6), cut(0.9), { kind: "silence" }];
};

test.each(SCENARIOS)("$name: whatever request fails, all or nothing is done, nothing of the user's is touched, and the next press succeeds", async (scenario) => {
  const reference = await undisturbed(scenario);
  expect(reference.requests).toBeGreaterThan(0);
  const ways = EVERY_WAY && (await everyWay());
  for (let request = 1; request <= reference.requests; request++) for (const fault of ways || inTurn(request, scenario.kinds ?? 2)) await goesWrong(scenario, reference, request, fault);
  if (ways) process.stdout.write(`${scenario.name}: ${reference.requests} requests, each in ${ways.length} ways\n`);
});

test("each code of Excel, at each request of a trade", async () => {
  const scenario = SCENARIOS.find(({ action, kinds }) => action === "logTrades" && kinds === 5)!;
  const reference = await undisturbed(scenario);
  for (let request = 1; request <= reference.requests; request++) {
    for (const other of CODES.filter((each) => each !== code(request))) await goesWrong(scenario, reference, request, { kind: "refused", code: other });
  }
});

// the last, because of what it leaves behind
if (EVERY_WAY)
  test.each(SCENARIOS)("$name: whatever answer is too large, the same holds", async (scenario) => {
    const reference = await undisturbed(scenario);
    for (let request = 1; request <= reference.requests; request++) await goesWrong(scenario, reference, request, { kind: "refused", code: TOO_LARGE });
  });
