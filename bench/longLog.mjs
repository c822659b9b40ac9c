import { log, typedCells } from "./wheels.mjs";

const ROWS = 2_000;
const TYPED = 5;
/** Prices that are typed one after the other, and milliseconds between two. */
const [IN_A_ROW, A_KEY] = [20, 300];

/**
 * A journal with a log of 2,000 events: what a user waits for. Typing is measured with all reports, with the add-in's frames loaded and not; without the report sheets; and in a table of
 * the same facts with the same native columns, and in one of values alone. All through the page: ribbon, pane, keyboard.
 */
export async function longLog(page, pane, print) {
  const timed = await clock(page);
  const line = (what, { wall, computing }, budget) => {
    const verdict = budget === undefined ? "" : `, budget ${budget} ms: ${wall <= budget ? "kept" : computing <= budget ? "kept, but the machine was busy" : "MISSED"}`;
    print(what, wall, `${computing.toFixed(0).padStart(6)} ms of them computed in the page${verdict}`);
  };
  const typing = (sheet, column, row) => typedPrices(page, timed, sheet, column, row);
  await page.getByRole("button", { name: "New journal", exact: true }).first().click();
  await page.waitForFunction(() => window.workbench.tables().some(({ name }) => name === "Audit"), null, { timeout: 60_000 });
  await quiet(page);
  const rows = typedCells(log(ROWS)).slice(1).map((row) => row.map((cell) => cell ?? ""));
  line(`${ROWS} events written under the log → calculated`, await timed(async () => {
    await pane.evaluate((values) => Excel.run(async (context) => {
      context.workbook.tables.getItem("Trades").getDataBodyRange().getRow(0).getAbsoluteResizedRange(values.length, values[0].length).values = values;
      await context.sync();
    }), rows);
    await page.evaluate(() => window.workbench.calculated());
  }));

  await quiet(page);
  const refresh = async () => {
    await page.evaluate(() => window.workbench.invoke("Refresh"));
    await right(page);
  };
  line("Refresh: all reports", await timed(refresh), BUDGET.refresh);
  await quiet(page);
  line("Refresh again: nothing to write", await timed(refresh), BUDGET.refresh);

  await quiet(page);
  await pane.getByRole("navigation").getByRole("button", { name: "Log a trade" }).click();
  const trade = { ticker: "KO", strike: "50", expiry: inDays(30), date: inDays(-1), quantity: "2", price: "1.20", fees: "1.30" };
  for (const [name, text] of Object.entries(trade)) await pane.locator(`input[name=${name}]`).fill(text);
  await quiet(page);
  line("one more trade through the pane → logged, reports built", await timed(async () => {
    await pane.locator("footer button").last().click();
    await pane.getByText("Logged: Sell to open 2 KO").waitFor({ timeout: 60_000 });
    await right(page);
  }), BUDGET.trade);

  line("a price typed into the log → calculated, with reports", await typing("Trades", "I", 1000), BUDGET.typing);
  const loaded = await inARow(page, timed, 1100);
  line(`${IN_A_ROW} prices typed one after the other, with reports: each`, loaded);
  const bare = await withoutAddin(page, async (other) => inARow(other, await clock(other), 1150));
  line("the same in the same workbook, the add-in's frames not loaded", bare);
  const ratio = (of) => (loaded[of] / bare[of]).toFixed(2);
  print("with the add-in ÷ without it", loaded.wall - bare.wall, `more; ${ratio("wall")} by the clock, ${ratio("computing")} computed in the page`);
  const formulas = await pane.evaluate((names) => Excel.run(async (context) => {
    const columns = context.workbook.tables.getItem("Trades").columns.load("items/name");
    const first = context.workbook.tables.getItem("Trades").getDataBodyRange().getRow(0).load("formulas");
    for (const name of names) context.workbook.worksheets.getItem(name).delete();
    await context.sync();
    return columns.items.map(({ name }, at) => [name, String(first.formulas[0][at])]);
  }), REPORTS);
  line("the same without the reports' sheets", await typing("Trades", "I", 1010));
  const headers = formulas.map(([name]) => name).slice(0, rows[0].length);
  await inPlainTable(pane, { sheet: "Same columns", values: [headers, ...rows], formulas: formulas.slice(headers.length), away: "Trades" });
  line("the same in a plain table with the same native columns", await typing("Same columns", "I", 1000));
  await inPlainTable(pane, { sheet: "Values", values: [headers, ...rows], formulas: [], away: "Same columns" });
  line("the same in a table of values, without any formulas", await typing("Values", "I", 1000));
}

const BUDGET = { refresh: 3000, trade: 1500, typing: 300 };
const REPORTS = ["Dashboard", "Audit", "Income", "Campaigns", "Positions"];

/** The facts in a table of their own, with these formulas in columns beside them; the sheet that stood for them before goes. */
async function inPlainTable(pane, plan) {
  await pane.evaluate(({ sheet, values, formulas, away }) => Excel.run(async (context) => {
    const added = context.workbook.worksheets.add(sheet);
    const width = values[0].length;
    const range = added.getRange("A4").getAbsoluteResizedRange(values.length, width + formulas.length);
    added.getRange("A4").getAbsoluteResizedRange(values.length, width).values = values;
    formulas.forEach(([name], at) => (range.getCell(0, width + at).values = [[name]]));
    const table = added.tables.add(range, true);
    table.name = sheet.replace(" ", "");
    formulas.forEach(([, formula], at) => (table.columns.getItemAt(width + at).getDataBodyRange().formulas = formula));
    context.workbook.worksheets.getItem(away).delete();
    await context.sync();
  }), plan);
}

/** The middle one of some prices, each typed when the one before is calculated and the pane has read the log again. */
async function typedPrices(page, timed, sheet, column, row) {
  const times = [];
  for (let index = 0; index < TYPED; index++) {
    await quiet(page);
    times.push(await timed(() => page.evaluate(([name, address, text]) => window.workbench.type(name, address, text), [sheet, `${column}${row + index}`, String(1.31 + index / 100)])));
  }
  return times.sort((one, other) => one.wall - other.wall)[Math.floor(TYPED / 2)];
}

/** As a quick typist does, without waiting for anybody: the middle one by the clock; what the page computes, the add-in's readings included, for each. */
async function inARow(page, timed, row) {
  await quiet(page);
  const times = [];
  const all = await timed(async () => {
    for (let index = 0; index < IN_A_ROW; index++) {
      const from = performance.now();
      await page.evaluate(([address, text]) => window.workbench.type("Trades", address, text), [`I${row + index}`, String(1.31 + index / 100)]);
      times.push(performance.now() - from);
      await page.waitForTimeout(A_KEY);
    }
    await quiet(page);
  });
  return { wall: times.sort((one, other) => one - other)[Math.floor(IN_A_ROW / 2)], computing: all.computing / IN_A_ROW };
}

/** The workbook as it was saved, in a window into which the add-in's page does not come. */
async function withoutAddin(page, work) {
  await quiet(page);
  await page.getByText("Saved in this browser").waitFor({ timeout: 60_000 });
  const other = await page.context().newPage();
  await other.route("**/taskpane.html*", (route) => route.abort());
  await other.goto(page.url());
  await other.waitForFunction(() => window.workbench);
  await quiet(other);
  const result = await work(other);
  await other.close();
  return result;
}

/** The sentence on the Audit sheet: the reports are those of the log as it is. */
async function right(page) {
  await page.waitForFunction(async () => String((await window.workbench.read("Audit", "A3")).value).startsWith("Right"), null, { polling: 20, timeout: 120_000 });
}

/** Nothing is calculated, and nothing was asked of the workbook for a while. */
async function quiet(page) {
  let before = -1;
  for (;;) {
    await page.evaluate(() => window.workbench.calculated());
    const requests = await page.evaluate(() => window.workbench.requests());
    if (requests === before) return;
    before = requests;
    await page.waitForTimeout(700);
  }
}

const inDays = (days) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

/** How long something takes, and how much of it the page's own thread had the processor: what is left of it is waiting, on a busy machine for others. */
async function clock(page) {
  const session = await page.context().newCDPSession(page);
  await session.send("Performance.enable", { timeDomain: "threadTicks" });
  const computed = async () => {
    const { metrics } = await session.send("Performance.getMetrics");
    return 1000 * (metrics.find(({ name }) => name === "TaskDuration")?.value ?? NaN);
  };
  return async (work) => {
    const [from, before] = [performance.now(), await computed()];
    await work();
    return { wall: performance.now() - from, computing: (await computed()) - before };
  };
}
