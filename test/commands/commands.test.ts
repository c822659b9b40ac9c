import { execFileSync } from "node:child_process";
import path from "node:path";
import { MemoryGrid } from "../../workbench/grid/memory";
import { type OfficeInJsdom, officeInJsdom } from "../../workbench/harness/jsdom";
import { pictureOf, tableNamed } from "../workbook/journalInNode";

/** The commands as they are shipped to a page, with the mailbox on which the pane listens. */
const root = path.resolve(__dirname, "../..");
const entry = 'import "./src/commands/commands"; import { onMessage, onScreenRequested } from "./src/actions/route"; Object.assign(window, { onMessage, onScreenRequested });';
const script = execFileSync(path.join(root, "node_modules/.bin/esbuild"), ["--bundle", "--format=iife", "--target=es2020"], { input: entry, cwd: root, encoding: "utf8" });

jest.setTimeout(60_000);
let office: OfficeInJsdom;
let grid: MemoryGrid;
beforeEach(async () => {
  grid = new MemoryGrid();
  office = await officeInJsdom({ grid });
  office.window.eval(script);
});
afterEach(() => office.close());

const press = (button: string) => office.host.invokeCommand(button, `${button}Button`);
const heard = (channel: "onMessage" | "onScreenRequested"): unknown[] => {
  const letters: unknown[] = [];
  (office.window[channel] as (listener: (letter: unknown) => void) => void)((letter) => letters.push(JSON.parse(JSON.stringify(letter))));
  return letters;
};

test("New journal lays out the journal, shows it, and ends the command", async () => {
  expect((await press("NewJournal")).status).toBe(0);
  expect(tableNamed(grid, "Trades").columns).toHaveLength(19);
  expect(heard("onMessage")).toEqual([{ kind: "done", words: "Added Trades, Watchlist, Plans, Positions, Campaigns, Income, Audit, Settings and Dashboard." }]);
  expect(office.unexpected).toEqual([]);
});

test("a second press says that there was nothing to add", async () => {
  await press("NewJournal");
  const before = pictureOf(grid);
  await press("NewJournal");
  expect(pictureOf(grid)).toEqual(before);
  expect(heard("onMessage")).toEqual([{ kind: "done", words: "The journal is complete: there was nothing to add." }]);
});

test("Log trade opens the pane and asks for its log, also when nobody listens yet", async () => {
  await press("LogTrade");
  expect(office.paneAsked).toEqual([true]);
  expect(heard("onScreenRequested")).toEqual(["log"]);
  expect(heard("onScreenRequested")).toEqual([]);
});

test("what could not be done is said in the pane, which is opened, and the command ends", async () => {
  const messages = heard("onMessage");
  expect((await press("Refresh")).status).toBe(0);
  expect(messages).toEqual([{ kind: "refused", words: "There is no journal in this workbook yet. Lay it out first." }]);
  expect(office.paneAsked).toEqual([true]);
});

test("Refresh reads the log and says what it found", async () => {
  await press("LoadSample");
  const messages = heard("onMessage");
  await press("Refresh");
  expect(messages.at(-1)).toMatchObject({ kind: "done", words: expect.stringMatching(/^Read \d+ trades\.$/) });
});

test("what was done is said, also when it cannot be looked at", async () => {
  await press("NewJournal");
  await office.window.Excel.run(async (context) => {
    context.workbook.worksheets.getItem("Trades").visibility = "Hidden";
    await context.sync();
  });
  const messages = heard("onMessage");
  await press("NewJournal");
  expect(messages.at(-1)).toEqual({ kind: "done", words: "The journal is complete: there was nothing to add. The sheet Trades is hidden. Right-click any sheet's tab and choose Unhide to see it." });
});

test("everything that the manifest's buttons call is there", async () => {
  const { readFileSync } = await import("node:fs");
  const names = [...readFileSync(path.join(root, "manifest.xml"), "utf8").matchAll(/<FunctionName>(\w+)<\/FunctionName>/g)].map(([, name]) => name ?? "");
  expect(names.length).toBeGreaterThan(0);
  for (const name of new Set(names)) expect([name, script.includes(`associate("${name}"`)]).toEqual([name, true]);
});
