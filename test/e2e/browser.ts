import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import path from "node:path";
import { type Browser, type BrowserContextOptions, type Frame, type Page, chromium } from "playwright-core";
import type { CellReading, WorkbenchApi } from "../../workbench/page/api";

const root = path.resolve(__dirname, "../..");
const FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

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
  /** Waits until the cell holds this value; binary rounding of the last digits is forgiven. */
  shows(sheet: string, address: string, value: CellReading["value"]): Promise<void>;
  reload(): Promise<void>;
  /** Errors that the page or the add-in threw or wrote to the console, and requests to anywhere else: both must stay empty. */
  readonly errors: string[];
  readonly outside: string[];
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

interface Running {
  readonly server: ChildProcess;
  readonly browser: Browser;
  readonly url: string;
}
let running: Promise<Running> | undefined;
let open = 0;

/** A tab of the browser with a storage of its own, still empty. */
export interface Tab {
  readonly page: Page;
  /** Where the workbench is served. */
  readonly url: string;
  readonly errors: string[];
  readonly outside: string[];
  close(): Promise<void>;
}

/** Opens a tab. Server and browser are started for the first one of a test file, and end with the last. */
export async function openTab({ width = 1440, height = 900, ...options }: BrowserContextOptions & { width?: number; height?: number } = {}): Promise<Tab> {
  open++;
  const { browser, url } = await (running ??= start());
  // no emulated colour scheme: the pane takes it from the frame that it stands in
  const context = await browser.newContext({ ignoreHTTPSErrors: true, viewport: { width, height }, colorScheme: null, ...options });
  const page = await context.newPage();
  const errors: string[] = [];
  const outside: string[] = [];
  page.on("pageerror", (error) => errors.push(error.stack ?? error.message));
  page.on("console", (message) => message.type() === "error" && errors.push(message.text()));
  context.on("request", (request) => {
    if (!/^(https:\/\/localhost:|data:|blob:)/.test(request.url())) outside.push(request.url());
  });
  const close = async () => {
    await context.close();
    if (--open === 0) await closeAll();
  };
  return { page, url, errors, outside, close };
}

/** Opens a workbench with a storage of its own. */
export async function openWorkbench(options: BrowserContextOptions & { width?: number; height?: number } = {}): Promise<Workbench> {
  const { page, url, errors, outside, close } = await openTab(options);
  await page.goto(url);
  let paneName = await ready(page);

  const read = (sheet: string, address: string) => page.evaluate(([s, a]) => window.workbench.read(s, a), [sheet, address] as const);
  const select = (sheet: string, address: string) =>
    page.evaluate(async ([s, a]) => {
      await window.workbench.select(s, a);
      window.workbench.focus();
    }, [sheet, address] as const);
  const readOne = async (sheet: string, address: string) => (await read(sheet, address)) as CellReading;
  return {
    page,
    errors,
    outside,
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
      const until = Date.now() + 10_000;
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

/** Ends browser and server, whatever is open. */
export async function closeAll(): Promise<void> {
  const { server, browser } = (await running) ?? {};
  [running, open] = [undefined, 0];
  await browser?.close();
  server?.stdin?.end();
}

/** Resolves with the name of the pane's frame when the add-in's functions answer. */
async function ready(page: Page): Promise<string> {
  await page.waitForFunction(() => "workbench" in window, null, { timeout: 30_000 });
  return page.evaluate(async () => {
    await window.workbench.ready;
    return window.workbench.paneFrame;
  });
}

function same(a: unknown, b: unknown): boolean {
  return a === b || (typeof a === "number" && typeof b === "number" && Math.abs(a - b) <= 1e-12 * Math.max(1, Math.abs(b)));
}

/** The server runs in a process of its own: jest cannot load its ES module. */
async function start(): Promise<Running> {
  execFileSync(process.execPath, [path.join(root, "workbench/build.mjs")], { stdio: ["ignore", "ignore", "inherit"] });
  const server = spawn(process.execPath, [path.join(__dirname, "serve.mjs")], { stdio: ["pipe", "pipe", "inherit"] });
  const said = await new Promise<{ url: string; browser: string | null }>((resolve, reject) => {
    server.stdout.once("data", (line: Buffer) => resolve(JSON.parse(line.toString()) as { url: string; browser: string | null }));
    server.once("exit", (code) => reject(new Error(`the server ended with ${code}`)));
  });
  const executablePath = process.env.PLAYWRIGHT_CHROMIUM ?? said.browser;
  if (!executablePath) throw new Error("No browser for the end-to-end tests. Install Chrome, Edge or Chromium, or set CHROMIUM to the path of one.");
  return { server, url: said.url, browser: await chromium.launch({ executablePath, args: FLAGS, headless: true }) };
}
