import { layOutJournal } from "../../src/actions";
import { fillPrices } from "../../src/actions/fillPrices";
import { watchlist } from "../../src/journal/sheets";
import { loadHeadless } from "../../workbench/engine/load";
import type { FunctionDescription } from "../../workbench/grid/functionHost";
import type { Grid } from "../../workbench/grid/grid";
import { UniverGrid } from "../../workbench/grid/univer";
import { UniverFunctions } from "../../workbench/grid/univer/functions";
import { type ExcelInNode, excelInNode } from "../../workbench/harness/inNode";
import { closeExcel, columnOf, openExcel } from "../workbook/journalInNode";
import { asUser, refusal } from "./helpers";

jest.setTimeout(60_000);
afterEach(closeExcel);

const STOCKS = [["KO", "", 61.2], ["WDGT", "", ""], ["", "", ""], ["ACME", "", ""]];
const fillIn = () => asUser((context) => void (context.workbook.worksheets.getItem("Watchlist").getRange("A5:C8").values = STOCKS));
const prices = (): Promise<unknown[]> =>
  Excel.run(async (context) => {
    const column = context.workbook.tables.getItem("Watchlist").columns.getItem("Price").getDataBodyRange().load("values");
    await context.sync();
    return column.values.map(([value]: unknown[]) => value);
  });

describe("over the workbench's own spreadsheet, which has no STOCKHISTORY", () => {
  let excel: ExcelInNode<UniverGrid>;
  let undo: () => void;
  let engine: ReturnType<ReturnType<typeof loadHeadless>["createHeadless"]>;
  beforeEach(async () => {
    engine = loadHeadless().createHeadless();
    excel = await excelInNode({ grid: new UniverGrid(engine) });
    undo = excel.install();
    await asUser((context) => {
      const sheet = context.workbook.worksheets.add("Watchlist");
      const headers = watchlist.columns.filter(({ kind }) => kind === "typed").map(({ header }) => header);
      sheet.getRange("A4").getResizedRange(0, headers.length - 1).values = [headers];
      sheet.tables.add(sheet.getRange("A4:C8").getResizedRange(0, headers.length - 3), true).name = "Watchlist";
    });
    await fillIn();
  });
  afterEach(() => {
    undo();
    excel.grid.dispose();
  });

  test("it says so, the cell that was tried is blank again, and the typed price stays", async () => {
    const { message, code } = await refusal(fillPrices());
    expect(code).toBe("NoStockHistory");
    expect(message).toBe("This spreadsheet does not know STOCKHISTORY, Excel's own function for prices: Microsoft 365 has it. Nothing was changed, the prices that you typed stay; type the others into the Watchlist.");
    expect(await prices()).toEqual([61.2, "", "", ""]);
    expect(formulas(excel.grid)).toEqual([]);
  });

  test("where the function is known, blank prices get it and typed ones stay; Undo takes it back", async () => {
    // a spreadsheet that knows one stock and not the other
    const parameter = (name: string) => ({ name, description: "", optional: false, repeating: false, dimensionality: "scalar" });
    const description = { id: "STOCKHISTORY", name: "STOCKHISTORY", description: "", parameters: ["stock", "start", "end", "interval", "headers", "property"].map(parameter), result: { dimensionality: "matrix" } } as unknown as FunctionDescription;
    new UniverFunctions(engine, excel.grid).registerFunctions([description], "", ({ args: [stock] }) =>
      stock?.kind === "scalar" && stock.value === "WDGT" ? { kind: "matrix", rows: [[51], [52.4]] } : { kind: "error", error: "#VALUE!", words: null },
    );
    const done = await fillPrices();
    expect(await prices()).toEqual([61.2, 52.4, "", "#VALUE!"]);
    expect(done.words).toBe("2 stocks of the Watchlist have the last close by STOCKHISTORY now. Excel has no price for ACME (#VALUE!): type it over the formula. 1 price that was there stays as it is.");
    await asUser((context) => void (context.workbook.worksheets.getItem("Watchlist").getRange("C8").values = [[12]]));
    expect((await done.undo!()).words).toBe("Took the formula back from 1 stock.");
    expect(await prices()).toEqual([61.2, "", "", 12]);
  });
});

const formulas = (grid: Grid): unknown[] => columnOf(grid, "Watchlist", "Price").filter((cell) => typeof cell === "string" && cell.startsWith("="));

test("a spreadsheet that refuses the formula outright is one without it; another refusal is told as it is", async () => {
  const { faults, grid } = await openExcel();
  await layOutJournal();
  await fillIn();
  faults.failAction(3, 1, "InvalidArgument");
  expect((await refusal(fillPrices())).code).toBe("NoStockHistory");
  faults.clear();
  faults.refuse(3, "AccessDenied");
  expect((await refusal(fillPrices())).code).toBe("AccessDenied");
  expect(columnOf(grid, "Watchlist", "Price")).toEqual([61.2, "", "", ""]);
});

test("Excel that still asks is waited for by nobody: the words say so", async () => {
  const { grid } = await openExcel();
  await layOutJournal();
  await fillIn();
  const { words } = await fillPrices();
  expect(words).toBe("2 stocks of the Watchlist have the last close by STOCKHISTORY now. Excel is still asking for 2. 1 price that was there stays as it is.");
  expect(columnOf(grid, "Watchlist", "Price")).toEqual([61.2, "=LET(closes,STOCKHISTORY(Watchlist[[#This Row],[Ticker]],TODAY()-10,TODAY(),0,0,1),INDEX(closes,ROWS(closes)))", "", "=LET(closes,STOCKHISTORY(Watchlist[[#This Row],[Ticker]],TODAY()-10,TODAY(),0,0,1),INDEX(closes,ROWS(closes)))"]);
  expect((await fillPrices()).words).toBe("No stock of the Watchlist lacks a price. 3 prices that were there stay as they are.");
});

test("without a Watchlist, and on a protected one, it is refused in words", async () => {
  await openExcel();
  expect((await refusal(fillPrices())).message).toMatch(/There is no Watchlist table/);
  await layOutJournal();
  await asUser((context) => context.workbook.worksheets.getItem("Watchlist").protection.protect());
  expect((await refusal(fillPrices())).message).toMatch(/Watchlist is protected/);
});
