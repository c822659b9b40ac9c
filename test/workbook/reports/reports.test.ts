import { layOutJournal, logTrades, readJournal, rebuildShown, refresh } from "../../../src/actions";
import type { Trade } from "../../../src/calc";
import { asUser, goldenChainA, trade } from "../../actions/helpers";
import { REPORTS } from "../../../src/journal/sheets";
import { contains } from "../../../workbench/grid/a1";
import { closeExcel, columnOf, contentOf, openExcel, pictureOf, sheetId, tableNamed } from "../journalInNode";

afterEach(closeExcel);
jest.setTimeout(180_000);

const TODAY = 46200;
const openJournal = async (...trades: Trade[]) => {
  const excel = await openExcel();
  await layOutJournal(TODAY);
  if (trades.length > 0) await logTrades(trades, TODAY);
  return excel;
};
const put = (ticker: string, more: Partial<Trade> = {}): Trade => trade({ ticker, ...more });
const type = (address: string, value: unknown): Promise<void> =>
  asUser((context) => {
    const [sheet = "", cells = ""] = address.split("!");
    context.workbook.worksheets.getItem(sheet).getRange(cells).values = [[value]];
  });
const addColumn = (table: string, header: string, values: unknown[]): Promise<void> =>
  asUser((context) => void context.workbook.tables.getItem(table).columns.add(undefined, [[header], ...values.map((value) => [value])] as string[][]));

test("an empty log has reports that say so", async () => {
  const { grid } = await openJournal();
  expect(columnOf(grid, "Positions", "Ticker")).toEqual([""]);
  expect(columnOf(grid, "Audit", "Account")).toEqual(["Total"]);
  expect(columnOf(grid, "Problems", "Problem")).toEqual(["Every row is booked"]);
  expect((await readJournal()).stale).toBe(false);
});

test("a rebuild of the same log on the same day writes nothing, and Refresh only its time", async () => {
  const { grid, changes } = await openJournal(...goldenChainA());
  const before = pictureOf(grid);
  changes.length = 0;
  expect(await rebuildShown(sheetId(grid, "Audit"), TODAY)).toBeNull();
  expect(changes).toEqual([]);
  await refresh(TODAY);
  expect(pictureOf(grid)).toEqual(before);
});

test("a report sheet that comes to the front follows what was typed; another sheet does nothing", async () => {
  const { grid, changes } = await openJournal(put("KO"), put("VZ"));
  await type("Trades!C5", "F");
  expect((await readJournal()).stale).toBe(true);
  changes.length = 0;
  expect(await rebuildShown(sheetId(grid, "Trades"), TODAY)).toBeNull();
  expect(changes).toEqual([]);
  expect(await rebuildShown(sheetId(grid, "Positions"), TODAY)).toContain("Positions");
  expect(columnOf(grid, "Positions", "Ticker")).toEqual(["F", "VZ"]);
  expect((await readJournal()).stale).toBe(false);
});

test("the user's columns inside a report stay with their rows when others come between, go, or are sorted", async () => {
  const { grid } = await openJournal(put("F"), put("VZ"));
  await addColumn("Positions", "My view", ["calm", "watch"]);
  await logTrades([put("KO"), put("AA")], TODAY);
  const pairs = () => columnOf(grid, "Positions", "Ticker").map((ticker, row) => [ticker, columnOf(grid, "Positions", "My view")[row]]);
  expect(pairs()).toEqual([["AA", ""], ["F", "calm"], ["KO", ""], ["VZ", "watch"]]);
  await asUser((context) => context.workbook.tables.getItem("Positions").sort.apply([{ key: 1, ascending: false }]));
  await logTrades([put("PFE"), put("F", { action: "Buy to close", date: 46030, price: 0.1 })], TODAY);
  expect(pairs()).toEqual([["VZ", "watch"], ["KO", ""], ["AA", ""], ["PFE", ""]]);
  expect(tableNamed(grid, "Positions").columns.slice(-1)).toEqual(["My view"]);
});

test("what stands beside a report moves with its row and is never deleted", async () => {
  const { grid } = await openJournal(put("F"), put("VZ"));
  await type("Positions!Z6", "beside VZ");
  await type("Positions!Z5", "beside F");
  await logTrades([put("KO")], TODAY);
  const beside = (row: number) => grid.read(sheetId(grid, "Positions"), { row, column: 25, rows: 1, columns: 1 })[0]?.[0]?.value;
  expect([4, 5, 6].map(beside)).toEqual(["beside F", "", "beside VZ"]);
  await logTrades([put("F", { action: "Buy to close", date: 46030, price: 0.1 })], TODAY);
  expect([4, 5, 6].map(beside)).toContain("beside F");
  expect(columnOf(grid, "Positions", "Ticker")).toEqual(["KO", "VZ"]);
});

test("the lower table moves down when the upper one grows, and both stay whole", async () => {
  const { grid } = await openJournal(...goldenChainA().slice(0, 4));
  const before = tableNamed(grid, "Lots").rect.row;
  await logTrades(["A", "B", "C", "D", "E", "G"].map((ticker) => put(ticker)), TODAY);
  expect(tableNamed(grid, "Lots").rect.row).toBe(before + 6);
  expect(columnOf(grid, "Lots", "Strike cost")).toEqual([48]);
  expect(columnOf(grid, "Positions", "Warning").every((formula) => String(formula).startsWith("="))).toBe(true);
  const styles = columnOf(grid, "Positions", "Ticker").map((_, row) => grid.styleOf(sheetId(grid, "Positions"), 4 + row, 8).numberFormat);
  expect(new Set(styles)).toEqual(new Set(["#,##0.00;[Red]-#,##0.00"]));
});

test("two accounts are two lines, a blank account is Main, and one in other capitals is the same", async () => {
  const { grid } = await openJournal(put("KO", { account: "" }), put("KO", { account: "IRA" }), put("KO", { account: "ira" }));
  expect(columnOf(grid, "Audit", "Account")).toEqual(["IRA", "Main", "Total"]);
  expect(columnOf(grid, "Audit", "Cash")).toEqual([477.4, 238.7, 716.1]);
  expect(columnOf(grid, "Audit", "Not booked")).toEqual([0, 0, 0]);
});

test("a row that cannot be booked is listed with a link, and its cash stands aside", async () => {
  const { grid } = await openJournal(put("KO"), put("KO", { action: "Buy to close", quantity: 5, date: 46030, price: 1, fees: 0 }));
  expect(columnOf(grid, "Problems", "Row")).toEqual(['=HYPERLINK("#Trades!A6",6)']);
  expect(String(columnOf(grid, "Problems", "Problem")[0])).toMatch(/^Not booked: /);
  expect(columnOf(grid, "Audit", "Not booked")).toEqual([-500, -500]);
  expect(columnOf(grid, "Audit", "Cash")).toEqual([238.7, 238.7]);
  expect((await readJournal()).problems).toMatchObject([{ row: 6, words: expect.stringContaining("Row 6: Not booked:") }]);
});

test("a ticker with blanks around it is booked and listed: the sheet's sums do not find its cash, and the audit says how much that is", async () => {
  const { grid } = await openJournal(put("KO"), put("PLTR"));
  await type("Trades!C6", "PLTR ");
  await refresh(TODAY);
  expect(columnOf(grid, "Audit", "Ticker")).toEqual(["KO", "PLTR", ""]);
  expect(columnOf(grid, "Audit", "Not booked")).toEqual([0, -238.7, 0]);
  const words = 'The ticker "PLTR " has blanks around it: it is booked as PLTR, but the sheet\'s own sums do not find it. Type it again without them';
  expect(columnOf(grid, "Problems", "Row")).toEqual(['=HYPERLINK("#Trades!A6",6)']);
  expect(columnOf(grid, "Problems", "Problem")).toEqual([words]);
  expect((await readJournal()).problems).toEqual([{ row: 6, address: "Trades!C6", words: `Row 6: ${words}`, counted: true }]);
});

test("taking back a trade takes its report rows back", async () => {
  const { grid } = await openJournal(put("KO"));
  const contents = () => ["Trades", "Positions", "Campaigns", "Income", "Audit"].map((name) => contentOf(grid, name));
  const before = contents();
  const { undo } = await logTrades([put("VZ")], TODAY);
  expect(columnOf(grid, "Positions", "Ticker")).toEqual(["KO", "VZ"]);
  await undo?.();
  expect(contents()).toEqual(before);
});

test("a rebuild that died is stale, and the next one does it again", async () => {
  const { grid, requests, faults } = await openJournal(put("KO"));
  await type("Trades!C5", "F");
  requests.length = 0;
  await rebuildShown(sheetId(grid, "Audit"), TODAY);
  const write = requests.filter(({ housekeeping }) => !housekeeping).findIndex((request) => request.write) + 1;
  expect(columnOf(grid, "Positions", "Ticker")).toEqual(["F"]);
  let died = 0;
  for (let action = 3, alive = false; !alive; action += 5) {
    const ticker = action % 2 === 0 ? "KO" : "VZ";
    await type("Trades!C5", ticker);
    faults.failAction(write, action, "GeneralException");
    alive = await rebuildShown(sheetId(grid, "Audit"), TODAY).then(() => true, () => false);
    faults.clear();
    expect((await readJournal()).stale).toBe(!alive);
    if (!alive) died += 1;
    await rebuildShown(sheetId(grid, "Audit"), TODAY);
    expect(columnOf(grid, "Positions", "Ticker")).toEqual([ticker]);
    expect((await readJournal()).stale).toBe(false);
  }
  expect(died).toBeGreaterThan(3);
});

test("deleted report sheets are not made again by a rebuild, and are by “Complete the journal”, filled", async () => {
  const { grid } = await openJournal(put("KO"));
  await asUser((context) => ["Campaigns", "Audit"].forEach((name) => context.workbook.worksheets.getItem(name).delete()));
  await logTrades([put("VZ")], TODAY);
  expect(grid.sheets().map(({ name }) => name)).not.toContain("Audit");
  expect(columnOf(grid, "Positions", "Ticker")).toEqual(["KO", "VZ"]);
  expect((await layOutJournal(TODAY)).added).toEqual(["Campaigns", "Audit"]);
  expect(columnOf(grid, "Campaigns", "Ticker")).toEqual(["KO", "VZ"]);
  expect(columnOf(grid, "Audit", "Cash")).toEqual([238.7, 238.7, 477.4]);
});

test("a protected report takes nothing from the trade: it is logged, and the words say what to do", async () => {
  const { grid } = await openJournal(put("KO"));
  await asUser((context) => context.workbook.worksheets.getItem("Campaigns").protection.protect());
  const done = await logTrades([put("VZ")], TODAY);
  expect(done.words).toContain("The reports are not up to date: The sheet Campaigns is protected");
  expect(columnOf(grid, "Trades", "Ticker")).toEqual(["KO", "VZ"]);
  expect((await readJournal()).stale).toBe(true);
});

test("every row of a report has its conditional formats, also one that came above all others, and the plan's first one wins", async () => {
  const { grid } = await openJournal(put("KO"));
  await logTrades([put("AA"), put("F")], TODAY);
  for (const { name, columns, highlights } of REPORTS.flatMap(({ tables }) => tables)) {
    const { sheetId: sheet, rect } = tableNamed(grid, name);
    const looks = (row: number, header: string) =>
      grid.conditionalFormats(sheet).filter(({ rect: place }) => contains(place, row, rect.column + columns.findIndex((column) => column.header === header)));
    for (const header of columns.map((column) => column.header)) {
      const wanted = highlights.filter((highlight) => highlight.columns.includes(header)).map(({ fill, fontColor, bold }) => JSON.parse(JSON.stringify({ fill, fontColor, bold })) as unknown);
      for (let row = rect.row + 1; row < rect.row + rect.rows; row++) expect([name, header, row, looks(row, header).map(({ style }) => style)]).toEqual([name, header, row, wanted]);
    }
  }
  // and each asks its own row: the formula is written for the first row of its place
  const positions = tableNamed(grid, "Positions");
  for (const { rect, formula } of grid.conditionalFormats(positions.sheetId).filter(({ rect: place }) => place.row > positions.rect.row)) expect(formula).toMatch(new RegExp(`\\$[A-Z]+${rect.row + 1}\\b`));
});
