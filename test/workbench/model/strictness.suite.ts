import { type Host, openExcel, refusal, withTrades } from "./excel";

let host: Host;
beforeEach(async () => {
  host = await openExcel();
  await withTrades(host);
});

type Batch = (context: Excel.RequestContext, sheet: Excel.Worksheet) => void;

const unknown: [string, string, Batch][] = [
  ["a property that is not modelled", "Range.hyperlink", (_, sheet) => void (sheet.getRange("A1").hyperlink = { address: "https://example.com" })],
  ["an object that is not modelled", "Worksheet.pivotTables", (_, sheet) => void sheet.pivotTables.refreshAll()],
  ["a method that is not modelled", "Range.merge", (_, sheet) => void sheet.getRange("A1:B2").merge()],
  ["an event that is not modelled", "Worksheet._RegisterFormatChangedEvent", (_, sheet) => void sheet.onFormatChanged.add(() => Promise.resolve())],
  ["a property that is loaded", "Range.hyperlink", (_, sheet) => void sheet.getRange("A1").load("hyperlink")],
];
test.each(unknown)("%s fails with its name", async (_, where, batch) => {
  const refused = await refusal(host, batch);
  expect(refused?.code).toBe("ApiNotFound");
  expect(refused?.message).toContain(where);
  expect(host.failures.at(-1)).toMatchObject({ code: "ApiNotFound", where });
});

const wrong: [string, string, Batch][] = [
  ["a matrix of another size", "Range.values", (_, sheet) => void (sheet.getRange("A5:B6").values = [[1, 2]])],
  ["an object in a cell", "Range.values", (_, sheet) => void (sheet.getRange("A9").values = [[{} as never]])],
  ["a colour that is none", "RangeFill.color", (_, sheet) => void (sheet.getRange("A1").format.fill.color = "greenish")],
  ["an unknown alignment", "RangeFormat.horizontalAlignment", (_, sheet) => void (sheet.getRange("A1").format.horizontalAlignment = "Middle" as never)],
  ["a text where a number is expected", "Range.getCell", (_, sheet) => void sheet.getRange("A1").getCell("1" as never, 0).load("address")],
  ["an address that is none", "Worksheet.getRange", (_, sheet) => void sheet.getRange("A0").load("address")],
  ["a validation with an unknown operator", "DataValidation.rule", (_, sheet) => void (sheet.getRange("A9").dataValidation.rule = { decimal: { formula1: 0, operator: "Above" as never } })],
  ["a validation of two kinds", "DataValidation.rule", (_, sheet) => void (sheet.getRange("A9").dataValidation.rule = { custom: { formula: "=TRUE" }, list: { inCellDropDown: true, source: "a" } })],
  ["a table style that Excel has not", "Table.style", (_, sheet) => void (sheet.tables.getItem("Trades").style = "TableStylePink")],
  ["a table's name that is an address", "Table.name", (_, sheet) => void (sheet.tables.getItem("Trades").name = "A1")],
  ["a table over another one", "TableCollection.add", (_, sheet) => void sheet.tables.add("C3:D9", true)],
  ["a sheet's name with a slash", "WorksheetCollection.add", (context) => void context.workbook.worksheets.add("a/b")],
  ["a structured reference in a validation", "DataValidation.rule", (_, sheet) => void (sheet.getRange("A9").dataValidation.rule = { custom: { formula: "=Trades[Strike]>0" } })],
  ["a structured reference in a conditional format", "ConditionalFormatRule.formula", (_, sheet) => void (sheet.getRange("A9").conditionalFormats.add("Custom").custom.rule.formula = "=[@Strike]>0")],
  ["an input message that is too long", "DataValidation.prompt.message", (_, sheet) => void (sheet.getRange("A9").dataValidation.prompt = { showPrompt: true, title: "", message: "x".repeat(256) })],
];
test.each(wrong)("%s is an invalid argument, and the message says where", async (_, where, batch) => {
  const refused = await refusal(host, batch);
  expect(refused?.code).toBe("InvalidArgument");
  expect(refused?.message).toContain(where);
});

const formulas: [string, string][] = [
  ["=SUM(", "bracket"],
  ["=SUM(A1))", "too many"],
  ['="open', "closing"],
  ["=1+", "ends in the middle"],
  ["-covered call (sold", "bracket"],
  ["=Nobody[Strike]", "no table Nobody"],
  ["=SUM(Trades[Nothing])", "no column Nothing"],
  ["=[@Strike]", "outside of a table"],
];
test.each(formulas)("the formula %s is refused as Excel refuses it", async (formula, words) => {
  const refused = await refusal(host, (_, sheet) => void (sheet.getRange("H9").values = [[formula]]));
  expect(refused).toMatchObject({ code: "InvalidArgument", message: expect.stringContaining(words) as string });
});

test("what was done before the mistake stays done", async () => {
  await refusal(host, (_, sheet) => {
    sheet.getRange("H1").values = [[1]];
    sheet.getRange("H2").format.fill.color = "nothing";
    sheet.getRange("H3").values = [[3]];
  });
  expect(host.grid.read(host.grid.activeSheet(), { row: 0, column: 7, rows: 3, columns: 1 }).map(([c]) => c?.value)).toEqual([1, "", ""]);
});

test("office.js' own rules for loading hold", async () => {
  await host.Excel.run(async (context) => {
    const range = context.workbook.worksheets.getFirst().getRange("A1");
    expect(() => range.values).toThrow(/load/);
    range.load("values");
    expect(() => range.values).toThrow();
    await context.sync();
    expect(range.values).toEqual([["Ticker"]]);
    expect(() => range.text).toThrow();
  });
});

const missing: [string, string, Batch][] = [
  ["a sheet that is not there", "ItemNotFound", (context) => void context.workbook.worksheets.getItem("Nowhere").load("name")],
  ["a table that is not there", "ItemNotFound", (context) => void context.workbook.tables.getItem("Nowhere").load("name")],
  ["a second sheet of a name, whatever its case", "ItemAlreadyExists", (context) => void context.workbook.worksheets.add("SHEET1")],
  ["the last visible sheet", "InvalidOperation", (_, sheet) => void sheet.delete()],
];
test.each(missing)("%s gives %s", async (_, code, batch) => {
  expect((await refusal(host, batch))?.code).toBe(code);
});

test("…OrNullObject asks without an error, also for what would hang on it", async () => {
  await host.Excel.run(async (context) => {
    const table = context.workbook.tables.getItemOrNullObject("Nowhere");
    const range = table.getRange();
    range.load("address");
    table.load("name");
    await context.sync();
    expect(table.isNullObject).toBe(true);
    expect(range.isNullObject).toBe(true);
  });
});
