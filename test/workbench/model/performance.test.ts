import { openExcel, withTrades } from "./excel";

const WIDTH = 13;
const ROWS = 10000;
const row = (i: number) => [46027 + (i % 365), "Main", "KO", "Sell to open", "Put", 1, 60, 46060, 1.25, 0.65, 100, "a note", `id-${i}`];

/** Computing time, not the clock's: other programs of the machine do not count. */
function milliseconds(since: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(since);
  return (user + system) / 1000;
}

// the figures are the bench's to print; here a write must only not be of another order (a busy machine is three times as slow)
test("10,000 rows of 13 columns are written in one run, and quickly", async () => {
  const host = await openExcel();
  await host.Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getFirst();
    const started = process.cpuUsage();
    sheet.getRangeByIndexes(0, 20, ROWS, WIDTH).values = Array.from({ length: ROWS }, (_, i) => row(i));
    await context.sync();
    expect(milliseconds(started)).toBeLessThan(10_000);
  });
  expect(host.requests.filter((r) => !r.housekeeping)).toHaveLength(1);
});

test("a table grows by 10,000 rows in one run, and quickly, formulas filled", async () => {
  const host = await openExcel();
  await withTrades(host);
  await host.Excel.run(async (context) => {
    const table = context.workbook.tables.getItem("Trades");
    table.columns.add(undefined, [["Gap"], ["=[@Strike]-[@Price]"], ["=[@Strike]-[@Price]"]]);
    await context.sync();
    const started = process.cpuUsage();
    table.getDataBodyRange().getRowsBelow(ROWS).getResizedRange(0, -1).values = Array.from({ length: ROWS }, (_, i) => ["KO", 60 + i, 1]);
    await context.sync();
    expect(milliseconds(started)).toBeLessThan(15_000);
  });
  const { grid } = host;
  expect(grid.tables()[0]?.rect.rows).toBe(ROWS + 3);
  expect(grid.read(grid.activeSheet(), { row: ROWS + 2, column: 3, rows: 1, columns: 1 })[0]?.[0]?.formula).toBe("=Trades[[#This Row],[Strike]]-Trades[[#This Row],[Price]]");
});
