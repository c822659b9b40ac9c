import { LONG, type Opening, type Workbench, journalKept, openWorkbench } from "../browser";

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
  /** Waits until the pane says something of the kind, while the work is still going on. */
  hears(words: RegExp): Promise<string>;
  /** The same, until all is done that belongs to it. */
  finishes(words: RegExp): Promise<void>;
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

/** With an empty workbook, or with one in which the journal was laid out on a visit before. */
export async function openUser(workbook: "empty" | "journal" = "empty", options: Opening = { width: 1900, height: 1000 }): Promise<User> {
  const bench = await openWorkbench(workbook === "journal" ? { ...options, storageState: await journalKept() } : options);
  const { page } = bench;
  const submit = () => bench.pane.locator("button[type=submit]");
  const user: User = {
    bench,
    press: (name) => page.getByRole("button", { name, exact: true }).first().click(),
    async layOut() {
      await bench.press("New journal");
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
      await bench.quiet();
      return user.said();
    },
    said: async () => (await bench.pane.locator("[role=status], [role=alert]").allInnerTexts()).filter(Boolean).join(" | "),
    async hears(words) {
      const until = Date.now() + LONG;
      for (;;) {
        const heard = await user.said();
        if (words.test(heard)) return heard;
        if (Date.now() > until) throw new Error(`the pane should say ${String(words)} and says: ${heard}`);
        await page.waitForTimeout(30);
      }
    },
    async finishes(words) {
      await user.hears(words);
      await bench.quiet();
    },
    async overview() {
      await bench.pane.getByRole("tab", { name: "Journal" }).or(bench.pane.getByRole("button", { name: "Journal", exact: true })).first().click();
      await bench.quiet();
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
      // requests are counted from a fault on: what the pane still reads after the last press must not be taken for what the next one asks
      if (name !== "clear") await bench.quiet();
      await page.evaluate(([n, v]) => (window.workbench.faults as Record<string, (...values: unknown[]) => void>)[n]?.(...v), [name, values] as const);
    },
  };
  return user;
}

/** Nothing went wrong unseen: no error in the console, no request to anywhere else, nothing that the workbench does not know. */
export async function expectCalm({ bench }: User): Promise<void> {
  const failures = (await bench.page.evaluate(() => window.workbench.failures)).filter((words) => !words.includes("A fault was asked for"));
  expect({ errors: bench.errors.filter((words) => !words.includes("A fault was asked for")), outside: bench.outside, failures }).toEqual({ errors: [], outside: [], failures: [] });
}
