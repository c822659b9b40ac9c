import type { Page } from "playwright-core";
import { type Workbench, openWorkbench } from "../browser";

/** A person with a workbench before them, who presses, fills in and reads. */
export interface User {
  readonly bench: Workbench;
  press(ribbonButton: string): Promise<void>;
  /** New journal on the ribbon, until it says what it did. */
  layOut(): Promise<string>;
  fill(values: Readonly<Record<string, string>>): Promise<void>;
  /** Log trade in the pane, until it says what it did or what is wrong. */
  log(values?: Readonly<Record<string, string>>): Promise<string>;
  /** What the pane says about the last press, problems under fields included. */
  said(): Promise<string>;
  /** Waits until the pane says something of the kind. */
  hears(words: RegExp): Promise<string>;
  /** The overview's text. */
  overview(): Promise<string>;
  /** Something done in the workbook through Excel itself: the body of a function of `context`. */
  excel(body: string): Promise<unknown>;
  /** What is shown in the cells. */
  shown(sheet: string, address: string): Promise<string[][]>;
  table(name?: string): Promise<{ sheet: string; address: string; headers: string[] } | undefined>;
  faults(name: string, ...values: unknown[]): Promise<void>;
}

export const PUT = { ticker: "KO", quantity: "2", strike: "50", expiry: "2026-02-20", price: "1.20", fees: "", date: "2026-01-05" };

export async function openUser(options: Parameters<typeof openWorkbench>[0] = { width: 1900, height: 1000 }): Promise<User> {
  const bench = await openWorkbench(options);
  const { page } = bench;
  const submit = () => bench.pane.locator("button[type=submit]");
  const user: User = {
    bench,
    press: (name) => page.getByRole("button", { name, exact: true }).first().click(),
    async layOut() {
      await user.press("New journal");
      await page.waitForFunction(() => document.querySelectorAll(".ribbon-button[aria-busy=true]").length === 0);
      return user.said();
    },
    async fill(values) {
      for (const [name, value] of Object.entries(values)) {
        const field = bench.pane.locator(`[name=${name}]:not([type=radio])`);
        if (name === "action") await field.selectOption(value);
        else {
          if (!(await field.isVisible())) await bench.pane.getByRole("button", { name: /^More/ }).click();
          await field.fill(value);
        }
      }
    },
    async log(values = {}) {
      if (!(await submit().isVisible())) await user.press("Log trade");
      await submit().waitFor();
      await user.fill({ ...PUT, ...values });
      await submit().click();
      await bench.pane.locator("button[type=submit]:not([aria-disabled=true])").waitFor();
      return user.said();
    },
    said: async () => (await bench.pane.locator("[role=status], [role=alert]").allInnerTexts()).filter(Boolean).join(" | "),
    async hears(words) {
      const until = Date.now() + 15_000;
      for (;;) {
        const heard = await user.said();
        if (words.test(heard)) return heard;
        if (Date.now() > until) throw new Error(`the pane should say ${String(words)} and says: ${heard}`);
        await page.waitForTimeout(30);
      }
    },
    async overview() {
      await bench.pane.getByRole("tab", { name: "Journal" }).or(bench.pane.getByRole("button", { name: "Journal", exact: true })).first().click();
      await bench.pane.getByText("Reading the workbook").waitFor({ state: "detached" });
      return (await bench.pane.locator("main").innerText()).replace(/\s+/g, " ");
    },
    excel: (body) =>
      bench.pane.evaluate(
        (text) => Excel.run((context) => (new Function("context", `return (async () => { const { workbook } = context; ${text}; await context.sync(); })()`) as (context: Excel.RequestContext) => Promise<unknown>)(context)),
        body,
      ),
    shown: async (sheet, address) => (await bench.readAll(sheet, address)).map((row) => row.map(({ text, value }) => text || String(value))),
    table: async (name = "Trades") => (await page.evaluate(() => window.workbench.tables())).find((table) => table.name === name),
    async faults(name, ...values) {
      if (name !== "clear") await quiet(page);
      await page.evaluate(([n, v]) => (window.workbench.faults as Record<string, (...values: unknown[]) => void>)[n]?.(...v), [name, values] as const);
    },
  };
  return user;
}

/** Requests are counted from a fault on: what the pane still reads after the last press must not be taken for what the next one asks. */
async function quiet(page: Page): Promise<void> {
  const asked = () => page.evaluate(() => window.workbench.requests());
  for (let [before, now] = [-1, await asked()]; before !== now; ) {
    await page.waitForTimeout(250);
    [before, now] = [now, await asked()];
  }
}

/** All sheets go but one empty one: as good as a new workbook, and quicker. */
export async function startAgain(user: User): Promise<void> {
  await user.excel(`
    const { worksheets, names } = workbook;
    worksheets.load("items/name");
    names.load("items/name");
    await context.sync();
    const fresh = worksheets.add("Empty " + Date.now());
    worksheets.items.forEach((sheet) => sheet.delete());
    names.items.forEach((name) => name.delete());
    fresh.name = "Sheet1";
  `);
  await user.overview();
  await user.bench.pane.getByText("A journal for the wheel").waitFor();
}

/** Nothing went wrong unseen: no error in the console, no request to anywhere else, nothing that the workbench does not know. */
export async function expectCalm({ bench }: User): Promise<void> {
  const failures = (await bench.page.evaluate(() => window.workbench.failures)).filter((words) => !words.includes("A fault was asked for"));
  expect({ errors: bench.errors.filter((words) => !words.includes("A fault was asked for")), outside: bench.outside, failures }).toEqual({ errors: [], outside: [], failures: [] });
}
