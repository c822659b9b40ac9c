import { layOutJournal, logTrades, readJournal, refresh } from "../../src/actions";
import { keepPlan, readKeptPlans } from "../../src/actions/keepPlan";
import { openArchive } from "../../src/actions/share/file/archive";
import { makeShareable } from "../../src/actions/share/file/copy";
import { lookAt } from "../../src/actions/share/file/look";
import { readDraft } from "../../src/journal/draft";
import { xlsxOf } from "../../workbench/xlsx";
import { readBook } from "../referee/readBook";
import { closeExcel, openJournal, tableNamed } from "../workbook/journalInNode";
import { faultsOf } from "../xlsx/sound";

/*
 * What a user types around the log, by mistake or with bad intent: headers of own columns, reasons, sectors, settings, plans, sheets. It goes through the reader, the actions, the file
 * and the copy to send as what it is. docs/spec/hostile-input.md §1
 */
jest.setTimeout(120_000);
afterEach(closeExcel);
const TODAY = 46_060;
const ODD = ["=1+1", "+cmd|' /C calc'!A0", "@x", "a]b[c", "O'Neil #1", "<script>alert(1)</script>", "two\nlines", "_x0041_", "__proto__", "\u202Etxt.exe", "=WHEEL.CSP_POP(1)", "100%", "x".repeat(200)];
const LINK = '=HYPERLINK("https://example.com","click")';

async function hostileWorkbook() {
  const excel = await openJournal();
  const trade = (ticker: string, account: string) => readDraft({ action: "Sell to open", type: "Put", date: "2026-01-05", account, ticker, quantity: "1", strike: "50", expiry: "2026-02-20", price: "1.20", fees: "0.65", multiplier: "", notes: LINK }).trade!;
  await logTrades([trade(LINK.toUpperCase().slice(0, 40), "=1+1"), trade("KO", "IRA")], TODAY);
  await keepPlan({ date: TODAY, account: "@SUM(1)", ticker: "=A1", targetPrice: 57, why: LINK, strike: 58, expiry: TODAY + 40, quantity: 1, premium: 1, verdict: "=Pass" });
  await Excel.run(async (context) => {
    const { tables } = context.workbook;
    for (const name of ["Trades", "Watchlist", "Positions"]) {
      const table = tables.getItem(name);
      for (const at of ODD.keys()) table.columns.add(at % 2 === 0 ? 2 : undefined, undefined, `Own ${at}`);
      const headers = table.getHeaderRowRange().load("values");
      await context.sync();
      ODD.forEach((header, at) => (headers.getCell(0, headers.values[0]!.indexOf(`Own ${at}`)).values = [[`'${header}`]]));
      await context.sync();
    }
    const fill = (table: string, header: string, text: string): void => void (tables.getItem(table).columns.getItem(header).getDataBodyRange().getCell(0, 0).values = [[`'${text}`]]);
    for (const [header, text] of [["Ticker", "=KO"], ["Sector", "<b>*</b>"], ["Why", LINK]] as const) fill("Watchlist", header, text);
    tables.getItem("Settings").rows.add(undefined, [["'=1+1", "'=2+2", "'@", "'-x"]]);
    await context.sync();
  });
  await refresh(TODAY);
  return excel;
}

const headersOf = (excel: Awaited<ReturnType<typeof openJournal>>, table: string) => tableNamed(excel.grid, table).columns.filter((header) => ODD.includes(header)).sort();

test("the journal is read, rebuilt and completed around it; nothing becomes a formula, nothing is lost", async () => {
  const excel = await hostileWorkbook();
  const { state, trades, problems } = await readJournal();
  expect([state, problems]).toEqual(["ready", []]);
  expect(trades.map(({ trade }) => [trade.account, trade.notes])).toEqual([["=1+1", LINK], ["IRA", LINK]]);
  expect((await readKeptPlans())!.plans.map(({ plan }) => [plan.ticker, plan.why, plan.account])).toEqual([["=A1", LINK, "@SUM(1)"]]);
  for (const table of ["Trades", "Watchlist", "Positions"]) expect([table, headersOf(excel, table)]).toEqual([table, [...ODD].sort()]);
  excel.changes.length = 0;
  expect((await layOutJournal(TODAY)).added).toEqual([]);
  expect(excel.changes).toEqual([]);
  const born = excel.grid.sheets().flatMap(({ id }) => excel.grid.read(id, excel.grid.usedRect(id) ?? { row: 0, column: 0, rows: 1, columns: 1 }).flat().filter(({ formula }) => formula !== undefined && [...ODD, LINK, "=KO", "=2+2", "=A1", "=Pass"].includes(formula)));
  expect(born).toEqual([]);
});

test("a chart's title and what it is drawn from stay texts; Excel would open the file and its copy, which hold all of it as it was typed", async () => {
  const excel = await hostileWorkbook();
  await Excel.run(async (context) => {
    const chart = context.workbook.worksheets.getItem("Income").charts.getItemAt(0);
    chart.title.text = `IRA: ${LINK}<script>`;
    await context.sync();
  });
  const saved = xlsxOf(excel.workbook, { results: "saved", title: LINK, author: "=1+1", made: new Date(0) });
  expect(faultsOf(saved)).toEqual([]);
  const archive = openArchive(saved);
  expect((await lookAt(archive)).cells).toEqual([]);
  await makeShareable(archive, { maskAccounts: true, leaveOutNotes: false });
  const copy = archive.pack();
  expect(faultsOf(copy)).toEqual([]);
  const [before, after] = [readBook(saved), readBook(copy)];
  expect(after.rows("Trades").map(({ Account, Notes }) => [Account, Notes])).toEqual([["Account 1", LINK], ["Account 2", LINK]]);
  expect(after.rows("Watchlist")).toEqual(before.rows("Watchlist"));
  // a text that is an account's name as a whole is renamed wherever it stands
  expect(after.rows("Settings").at(-1)).toEqual({ ...before.rows("Settings").at(-1), Name: "Account 1" });
  expect(archive.paths().filter((path) => path.startsWith("xl/charts/")).map((path) => archive.text(path)).join("")).toContain("Account 2: =HYPERLINK(&quot;https://example.com&quot;,&quot;click&quot;)&lt;script&gt;");
  for (const sheet of before.sheets) expect([sheet, after.formulas(sheet).length]).toEqual([sheet, before.formulas(sheet).length]);
});
