import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { type Browser, type BrowserContextOptions, type Frame, type Page, chromium } from "playwright-core";
import type { CellReading, WorkbenchApi } from "../../workbench/page/api";

/** The workbench open in a browser, as a person sees it. */
export interface Workbench {
  readonly page: Page;
  /** The add-in's own page. */
  readonly pane: Frame;
  read(sheet: string, address: string): Promise<CellReading>;
  readAll(sheet: string, address: string): Promise<CellReading[][]>;
  /** Selects cells, with the keyboard's focus in the sheet. */
  select(sheet: string, address: string): Promise<void>;
  /** Selects a cell and types into it by keyboard, Enter at the end; resolves when the edit is done and calculated. */
  type(sheet: string, address: string, text: string): Promise<void>;
  /** Presses a button of the ribbon when it takes a press; resolves when what that began has ended. */
  press(ribbonButton: string): Promise<void>;
  /**
   * Resolves when nothing is at work: no button of ribbon or pane, no request of the add-in, no calculation. What was done is often told before: the pane says it while the ribbon's button
   * is still busy, reads the workbook once more, and the reports follow. Whatever is read, compared or pressed after an action waits for this first.
   */
  quiet(): Promise<void>;
  /** The same, and the workbook is kept for the next visit. */
  saved(): Promise<void>;
  /** Waits until the cell holds this value; binary rounding of the last digits is forgiven. */
  shows(sheet: string, address: string, value: CellReading["value"]): Promise<void>;
  reload(): Promise<void>;
  /** Errors that the page or the add-in threw or wrote to the console, and requests to anywhere else: both must stay empty. */
  readonly errors: string[];
  readonly outside: string[];
  /** What a page's policy has refused: empty, too. */
  readonly refused: string[];
  close(): Promise<void>;
}

declare global {
  interface Window {
    workbench: WorkbenchApi;
  }
}

/** The tables of a journal and the sheets on which they are laid out, by name. */
export const JOURNAL = [
  ["Assigned", "Dashboard"],
  ["Attention", "Dashboard"],
  ["Audit", "Audit"],
  ["Campaigns", "Campaigns"],
  ["Chains", "Campaigns"],
  ["Exposure", "Dashboard"],
  ["Income", "Income"],
  ["Ladder", "Dashboard"],
  ["Lots", "Positions"],
  ["Plans", "Plans"],
  ["Positions", "Positions"],
  ["Problems", "Audit"],
  ["Risks", "Dashboard"],
  ["Sectors", "Dashboard"],
  ["Settings", "Settings"],
  ["Trades", "Trades"],
  ["Watchlist", "Watchlist"],
];

/** Nothing takes so long, but a machine that is busy with something else. */
export const LONG = 90_000;

/** As on a machine that is so many times slower (`SLOW=5 npx jest test/e2e --selectProjects e2e`): what comes too early on a busy machine is found on a quiet one. */
const SLOW = Number(process.env.SLOW ?? 1);

/** Server and browser run as long as the tests do (startOnce.mjs); this is one file's line to the browser. */
let connected: Promise<Browser> | undefined;
let open = 0;

/** A tab of the browser with a storage of its own, still empty. */
export interface Tab {
  readonly page: Page;
  /** Where the workbench is served. */
  readonly url: string;
  readonly errors: string[];
  readonly outside: string[];
  /** What a page's policy has refused. */
  readonly refused: string[];
  close(): Promise<void>;
}

/** Opens a tab. */
export async function openTab({ width = 1440, height = 900, ...options }: BrowserContextOptions & { width?: number; height?: number } = {}): Promise<Tab> {
  open++;
  const { WORKBENCH_URL: url = "", WORKBENCH_BROWSER: endpoint = "" } = process.env;
  const browser = await (connected ??= chromium.connect(endpoint));
  // no emulated colour scheme: the pane takes it from the frame that it stands in
  const context = await browser.newContext({ ignoreHTTPSErrors: true, viewport: { width, height }, colorScheme: null, ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(LONG);
  if (SLOW > 1) await (await context.newCDPSession(page)).send("Emulation.setCPUThrottlingRate", { rate: SLOW });
  const errors: string[] = [];
  const outside: string[] = [];
  const refused: string[] = [];
  page.on("pageerror", (error) => errors.push(error.stack ?? error.message));
  page.on("console", (message) => {
    if (message.type() === "error") errors.push(message.text());
    if (/Content Security Policy/i.test(message.text())) refused.push(message.text());
  });
  context.on("request", (request) => {
    if (!/^(https:\/\/localhost:|data:|blob:)/.test(request.url())) outside.push(request.url());
  });
  const close = async () => {
    await context.close();
    if (--open === 0) await closeAll();
  };
  return { page, url, errors, outside, refused, close };
}

/** What a browser keeps of a page: settings, and the workbook. */
export type Kept = Exclude<BrowserContextOptions["storageState"], string | undefined>;

export interface Opening extends BrowserContextOptions {
  readonly width?: number;
  readonly height?: number;
  /** As if the page had been here before: what it kept then. */
  readonly storageState?: Kept;
}

/** Opens a workbench with a storage of its own. */
export async function openWorkbench(options: Opening = {}): Promise<Workbench> {
  const { page, url, errors, outside, refused, close } = await openTab(options);
  await page.goto(url);
  let paneName = await ready(page);

  const read = (sheet: string, address: string) => page.evaluate(([s, a]) => window.workbench.read(s, a), [sheet, address] as const);
  const select = (sheet: string, address: string) =>
    page.evaluate(async ([s, a]) => {
      await window.workbench.select(s, a);
      window.workbench.focus();
    }, [sheet, address] as const);
  const readOne = async (sheet: string, address: string) => (await read(sheet, address)) as CellReading;
  const quiet = () => page.evaluate(untilQuiet);
  return {
    page,
    quiet,
    async press(name) {
      await quiet();
      await page.getByRole("button", { name, exact: true }).first().click();
      await quiet();
    },
    async saved() {
      await quiet();
      await page.getByText("Saved in this browser").waitFor();
    },
    errors,
    outside,
    refused,
    select,
    read: readOne,
    readAll: async (sheet, address) => (await read(sheet, address)) as CellReading[][],
    get pane() {
      const frame = page.frame({ name: paneName });
      if (!frame) throw new Error("the pane's frame is not there");
      return frame;
    },
    async type(sheet, address, text) {
      await select(sheet, address);
      await page.keyboard.type(text, { delay: 5 });
      if (text.startsWith("=")) await page.waitForTimeout(150); // a list of names that is still open would take the Enter
      await page.keyboard.press("Enter");
      await page.evaluate(() => window.workbench.calculated());
    },
    async shows(sheet, address, value) {
      const until = Date.now() + LONG;
      let found = await readOne(sheet, address);
      while (!same(found.value, value) && Date.now() < until) {
        await page.waitForTimeout(20);
        found = await readOne(sheet, address);
      }
      if (!same(found.value, value)) throw new Error(`${sheet}!${address} should hold ${JSON.stringify(value)} and holds ${JSON.stringify(found)}`);
    },
    async reload() {
      await page.reload();
      paneName = await ready(page);
    },
    close,
  };
}

/** What a browser keeps after a visit in which the journal was laid out: that was done once for all files, at a press on the ribbon. */
export async function journalKept(): Promise<Kept> {
  const { WORKBENCH_JOURNAL: file = "" } = process.env;
  if (!existsSync(file)) {
    const bench = await openWorkbench();
    await bench.press("New journal");
    await bench.saved();
    const kept = JSON.stringify(await bench.page.context().storageState({ indexedDB: true }));
    await bench.close();
    // two files may do this at the same time: what is there is always whole
    const draft = `${file}.${process.pid}`;
    writeFileSync(draft, kept);
    renameSync(draft, file);
  }
  return JSON.parse(readFileSync(file, "utf8")) as Kept;
}

/** Closes whatever tabs are open. */
export async function closeAll(): Promise<void> {
  const browser = await connected;
  [connected, open] = [undefined, 0];
  await browser?.close();
}

/** Resolves with the name of the pane's frame when the add-in's functions answer. */
async function ready(page: Page): Promise<string> {
  await page.waitForFunction(() => "workbench" in window, null, { timeout: LONG });
  return page.evaluate(async () => {
    await window.workbench.ready;
    return window.workbench.paneFrame;
  });
}

/** Runs in the page. Quiet is what stays so for three looks: between two requests of one action nothing seems to be at work. */
async function untilQuiet(): Promise<void> {
  const { workbench } = window;
  const frame = document.getElementsByName(workbench.paneFrame)[0] as HTMLIFrameElement | undefined;
  const pages = () => [document, ...(frame?.contentDocument ? [frame.contentDocument] : [])];
  const busy = () => pages().flatMap((one) => [...one.querySelectorAll(".ribbon-button[aria-busy=true], .fui-Spinner, fieldset[disabled], main [aria-busy=true], html[data-behind]")]);
  const end = Date.now() + 90_000;
  for (let [still, before] = [0, -1]; still < 3; ) {
    await new Promise((resolve) => setTimeout(resolve, 40));
    await workbench.calculated();
    const now = workbench.requests();
    still = now === before && busy().length === 0 ? still + 1 : 0;
    before = now;
    if (Date.now() > end) throw new Error(`still at work after a minute and a half: ${busy().map((one) => one.outerHTML.slice(0, 200)).join(", ") || "requests keep coming"}`);
  }
}

function same(a: unknown, b: unknown): boolean {
  return a === b || (typeof a === "number" && typeof b === "number" && Math.abs(a - b) <= 1e-12 * Math.max(1, Math.abs(b)));
}
