import type { HeadlessEngine } from "../../workbench/engine/headless";
import { loadHeadless } from "../../workbench/engine/load";
import { UniverGrid } from "../../workbench/grid/univer";
import { excelInNode } from "../../workbench/harness/inNode";

/** A log, what each of its rows works out, and reports on it; then edits, appends, rows that come and go, names that change: the same dice for each engine. */
jest.setTimeout(120_000);
const [ROWS, STEPS] = [12, 45];
const HEADERS = ["Day", "Ticker", "Action", "Price", "Quantity", "Cash", "Share"];
const OF_ROW = ["=IF(T[[#This Row],[Action]]=\"Buy\",-1,1)*T[[#This Row],[Price]]*T[[#This Row],[Quantity]]", "=IFERROR(T[[#This Row],[Cash]]/SUM(T[Cash]),\"\")"];
const CRITERIA = ['"KO"', '"=ko"', '"<>KO"', '"="', '"<>"', '"K*"', '"1"', '">5"', "1", "B1", '"="&B1', '"<>1"', '">=1.5"', "TRUE"];
const REPORT = [
  "=SUM(T[Cash])", "=SUM(Log!D3:D9)", "=SUM(Log!F:F)", "=COUNT(T[Price])", "=COUNTA(T[Ticker])", "=MAX(T[Quantity])", "=SUMPRODUCT(T[Price],T[Quantity])", "=SUMPRODUCT((T[Action]=\"Buy\")*T[Quantity])",
  "=INDEX(T[Price],2)", "=INDEX(T[Cash],ROWS(T[Cash]))", "=ROWS(T[#All])", "=SUM(OFFSET(T[[#Headers],[Cash]],1,0,3,1))", "=ROUND(SUM(T[Price])*0.1-0.3,4)", "=Total", "=A1*2+A2", "=SUM(INDEX(T[Price],1):INDEX(T[Price],3))",
  ...CRITERIA.map((criterion) => `=SUMIFS(T[Cash],T[Ticker],${criterion})`),
  ...CRITERIA.map((criterion) => `=SUMIFS(T[Quantity],T[Action],"Buy",T[Price],${criterion})`),
  "=SUMIFS(T[Cash],T[Ticker],\"KO\",T[Action],\"<>Buy\",T[Quantity],\">1\")", "=SUMIFS(T[Cash],T[Ticker],B1:B2)", "=SUMIFS(T[Cash],T[Ticker],1/0)", "=SUMIFS(T[Cash],T[Ticker],B9)",
];

const engines: HeadlessEngine[] = [];
afterEach(() => {
  engines.splice(0).forEach((engine) => engine.dispose());
  jest.restoreAllMocks();
});

type Pick = <Item>(items: readonly Item[]) => Item;
type Seen = readonly unknown[][];

function dice(seed: number): { next: () => number; pick: Pick } {
  let state = seed;
  const next = () => (state = (state * 1103515245 + 12345) % 2147483648) / 2147483648;
  return { next, pick: (items) => items[Math.floor(next() * items.length)]! };
}

async function open(quick: boolean) {
  let engine!: HeadlessEngine;
  jest.isolateModules(() => (engine = loadHeadless().createHeadless({ quick })));
  engines.push(engine);
  const grid = new UniverGrid(engine);
  const { Excel } = await excelInNode({ grid });
  const everything = (): Seen => grid.sheets().flatMap(({ id }) => {
    const used = grid.usedRect(id);
    return used ? grid.read(id, used).map((row) => row.map(({ value }) => value)) : [];
  });
  return { grid, Excel, everything };
}

async function run(seed: number, quick: boolean): Promise<readonly { readonly words: string; readonly seen: Seen }[]> {
  const { next, pick } = dice(seed);
  const { grid, Excel, everything } = await open(quick);
  const price = () => pick([Math.round(next() * 10_000) / 100, Math.round(next() * 1e6) / 1e4, 5, 1.5, 0.1, 0.2, 1 / 3, "", 12345.67]);
  const typed = () => [46000 + Math.floor(next() * 30), pick(["KO", "ko", "PEP", "1", 1, "", "K", "<>", true]), pick(["Buy", "Sell", "buy", ""]), price(), pick([1, 2, 3, 10, 0.5])];
  const steps: { words: string; seen: Seen }[] = [];
  const step = async (words: string, change: (context: Excel.RequestContext) => unknown) => {
    await Excel.run(async (context) => {
      await change(context);
      await context.sync();
    });
    await grid.settled();
    steps.push({ words, seen: everything() });
  };

  await step("laid out", (context) => {
    const log = context.workbook.worksheets.getItem("Sheet1");
    log.name = "Log";
    log.getRange("A2:G2").values = [HEADERS];
    log.getRange(`A3:E${ROWS + 2}`).values = Array.from({ length: ROWS }, typed);
    const table = context.workbook.tables.add(`Log!A2:G${ROWS + 2}`, true);
    table.name = "T";
    log.getRange(`F3:G${ROWS + 2}`).formulas = Array.from({ length: ROWS }, () => OF_ROW);
    log.getRange("J3:J40").formulas = Array.from({ length: 38 }, () => ["=T[[#This Row],[Quantity]]*2"]);
    log.getRange("A60").formulas = [["=SUM(T[Cash])"]];
    context.workbook.names.add("Total", "=SUM(T[Cash])");
    const report = context.workbook.worksheets.add("Report");
    report.getRange("B1:B2").values = [["KO"], ["PEP"]];
    report.getRange(`A1:A${REPORT.length}`).formulas = REPORT.map((formula) => [formula]);
  });

  let [name, cash] = ["T", "Cash"];
  for (let index = 0; index < STEPS; index++) {
    const table = () => grid.tables()[0]!;
    const body = () => table().rect.rows - 1;
    const place = Math.floor(next() * body());
    const values = [typed(), typed(), typed()].slice(0, pick([1, 1, 2, 3]));
    const [column, cell] = [Math.floor(next() * 5), typed()];
    const below = pick([true, true, false]);
    await pick([
      () => step(`cell ${place} ${column} ${String(cell[column])}`, (context) => void (context.workbook.tables.getItem(name).getDataBodyRange().getCell(place, column).values = [[cell[column]]])),
      () => step(`append ${values.length}`, async (context) => {
        if (below) context.workbook.tables.getItem(name).getDataBodyRange().getRowsBelow(values.length).getResizedRange(0, -2).values = values;
        else context.workbook.tables.getItem(name).rows.add(undefined, values.map((row) => [...row, null, null]) as (string | number | boolean)[][]);
      }),
      () => step(`insert ${place}`, (context) => context.workbook.tables.getItem(name).rows.add(place, [[...values[0]!, null, null] as (string | number | boolean)[]])),
      () => step(`delete ${place}`, (context) => body() > 3 && context.workbook.tables.getItem(name).rows.deleteRowsAt(place, 1)),
      () => step("shorter", (context) => body() > 4 && context.workbook.tables.getItem(name).resize(`A${table().rect.row + 1}:G${table().rect.row + body()}`)),
      () => step("longer", (context) => context.workbook.tables.getItem(name).resize(`A${table().rect.row + 1}:G${table().rect.row + body() + 2}`)),
      () => step("a row above", (context) => table().rect.row < 4 && context.workbook.tables.getItem(name).worksheet.getRange("1:1").insert("Down")),
      () => step("another name of the sheet", (context) => void (context.workbook.tables.getItem(name).worksheet.name = pick(["Log", "The log"]))),
      () => step("another name", (context) => void (context.workbook.tables.getItem(name).name = name = pick(["T", "Trades", "Table9"]))),
      () => step("another header", (context) => void (context.workbook.tables.getItem(name).columns.getItem(cash).name = cash = pick(["Cash", "Money"]))),
      () => step("a report's formula", (context) => void (context.workbook.worksheets.getItem("Report").getRange("D1").formulas = [[pick([`=SUM(${name}[Price])`, `=SUMIFS(${name}[Price],${name}[Ticker],"PEP")`, "=A1+B1", ""])]])),
      () => step("a criterion", (context) => void (context.workbook.worksheets.getItem("Report").getRange("B1").values = [[pick(["KO", "PEP", 1, ""])]])),
    ])();
  }
  return steps;
}

test.each([1, 2, 3])("after every edit the hastened engine has what Univer has by itself, and has nothing to complain of (dice %i)", async (seed) => {
  const plain = await run(seed, false);
  const complaints = jest.spyOn(console, "error").mockImplementation(() => undefined);
  const quick = await run(seed, true);
  expect(complaints).not.toHaveBeenCalled();
  for (const [index, step] of plain.entries()) expect({ index, ...quick[index] }).toEqual({ index, ...step });
  expect(new Set(plain.map(({ seen }) => JSON.stringify(seen))).size).toBeGreaterThan(STEPS / 2);
});
