import { type Host, openExcel, refusal, shown, withTrades } from "./excel";

let host: Host;
beforeEach(async () => {
  host = await openExcel();
});

const run = <T>(batch: (context: Excel.RequestContext, sheet: Excel.Worksheet) => Promise<T>): Promise<T> => host.Excel.run((context) => batch(context, context.workbook.worksheets.getFirst()));

/** Sets what `set` sets, reads it back by load, and once more after everything was said again to a fresh object. */
async function keeps(path: string, object: (sheet: Excel.Worksheet) => OfficeExtension.ClientObject, set: Record<string, unknown>): Promise<void> {
  await run(async (context, sheet) => {
    Object.assign(object(sheet), set);
    await context.sync();
    const again = object(sheet);
    (again as unknown as { load(names: string): void }).load(Object.keys(set).join(","));
    await context.sync();
    for (const [name, value] of Object.entries(set)) expect([`${path}.${name}`, (again as unknown as Record<string, unknown>)[name]]).toEqual([`${path}.${name}`, value]);
  });
}

describe("properties come back as they were set", () => {
  test("of a sheet", () => keeps("Worksheet", (s) => s, { name: "Log", tabColor: "#107C41", showGridlines: false, showHeadings: false }));
  test("of a format", () => keeps("RangeFormat", (s) => s.getRange("B2:C3").format, { columnWidth: 75, rowHeight: 30, horizontalAlignment: "Right", verticalAlignment: "Top", wrapText: true, indentLevel: 2 }));
  test("of a fill", () => keeps("RangeFill", (s) => s.getRange("B2").format.fill, { color: "#DDEEFF" }));
  test("of a font", () => keeps("RangeFont", (s) => s.getRange("B2").format.font, { bold: true, italic: true, underline: "Single", strikethrough: true, color: "#C00000", size: 14, name: "Arial" }));
  test("of a border", () => keeps("RangeBorder", (s) => s.getRange("B2:C3").format.borders.getItem("EdgeBottom"), { style: "Continuous", weight: "Medium", color: "#107C41" }));
  test("of a validation", () =>
    keeps("DataValidation", (s) => s.getRange("B2:B9").dataValidation, {
      rule: { decimal: { formula1: 0, operator: "GreaterThan" } },
      prompt: { showPrompt: true, title: "Strike", message: "above zero" },
      errorAlert: { showAlert: true, style: "Warning", title: "Odd", message: "Go on?" },
      ignoreBlanks: false,
    }));
  test("of a page", () => keeps("PageLayout", (s) => s.pageLayout, { orientation: "Landscape", zoom: { horizontalFitToPages: 1 }, paperSize: "A4", centerHorizontally: true, printGridlines: true, leftMargin: 36, topMargin: 20 }));
  test("of headers and footers", () => keeps("HeaderFooter", (s) => s.pageLayout.headersFooters.defaultForAllPages, { leftHeader: "&F", centerFooter: "&P" }));
  test("of a table", async () => {
    await withTrades(host);
    await keeps("Table", (s) => s.tables.getItemAt(0), { name: "Log", style: "TableStyleLight9", showBandedRows: false, showFilterButton: false });
  });
  test("of the application, the runtime and the document", async () => {
    await run(async (context) => {
      const { application, properties } = context.workbook;
      application.calculationMode = "Manual";
      properties.title = "My wheel";
      context.runtime.enableEvents = false;
      await context.sync();
      application.load("calculationMode,calculationState");
      properties.load("title,author");
      context.runtime.load("enableEvents");
      await context.sync();
      expect([application.calculationMode, application.calculationState, properties.title, properties.author, context.runtime.enableEvents]).toEqual(["Manual", "Done", "My wheel", "", false]);
    });
  });
});

test("ranges lead to ranges", async () => {
  const addresses = await run(async (context, sheet) => {
    const range = sheet.getRange("B2:D4");
    sheet.getRange("B2:D4").values = [[1, 2, 3], [4, 5, 6], [7, 8, 9]];
    const all = [
      range.getCell(1, 1), range.getRow(1), range.getColumn(2), range.getLastRow(), range.getLastColumn(), range.getLastCell(), range.getEntireColumn(), range.getEntireRow(), range.getRowsBelow(2), range.getRowsBelow(-2), range.getRowsAbove(1),
      range.getColumnsAfter(1), range.getColumnsBefore(1), range.getOffsetRange(1, 1), range.getResizedRange(1, -1), range.getAbsoluteResizedRange(5, 1), range.getBoundingRect("F9"), range.getIntersection("C3:Z9"), range.getUsedRange(),
      range.getSurroundingRegion(), sheet.getUsedRange(), sheet.getRange("C3").getSurroundingRegion(), sheet.getRangeByIndexes(0, 0, 2, 2), sheet.getCell(4, 4), context.workbook.getSelectedRange(), context.workbook.getActiveCell(),
    ];
    for (const one of all) one.load("address");
    const none = range.getIntersectionOrNullObject("Z9");
    await context.sync();
    expect(none.isNullObject).toBe(true);
    return all.map((one) => one.address.replace("Sheet1!", ""));
  });
  expect(addresses).toEqual(["C3", "B3:D3", "D2:D4", "B4:D4", "D2:D4", "D4", "B:D", "2:4", "B5:D6", "B3:D4", "B1:D1", "E2:E4", "A2:A4", "C3:E5", "B2:C5", "B2:B6", "B2:F9", "C3:D4", "B2:D4", "B2:D4", "B2:D4", "B2:D4", "A1:B2", "E5", "A1", "A1"]);
});

test("results that stay in their cell spill to nowhere", async () => {
  await run(async (context, sheet) => {
    const spill = sheet.getRange("A1").getSpillingToRangeOrNullObject().load("address");
    await context.sync();
    expect(spill.isNullObject).toBe(true);
  });
});

test("what is written is read as Excel reads what is typed", async () => {
  await run(async (context, sheet) => {
    const range = sheet.getRange("A1:L1");
    range.values = [["2026-01-05", "1/5/2026", "5-Jan-26", "$1,234.50", "(5)", "12.5%", "true", "'007", "#N/A", "-3", "Jan 5 covered call", "  text "]];
    range.load("values,numberFormat,valueTypes");
    await context.sync();
    expect(range.values).toEqual([[46027, 46027, 46027, 1234.5, -5, 0.125, true, "007", "#N/A", -3, "Jan 5 covered call", "  text "]]);
    expect(range.numberFormat[0]?.slice(0, 6)).toEqual(["m/d/yyyy", "m/d/yyyy", "d-mmm-yy", "$#,##0.00_);[Red]($#,##0.00)", "General", "0.00%"]);
    expect(range.valueTypes[0]?.slice(6, 9)).toEqual(["Boolean", "String", "Error"]);
  });
});

test("null leaves a cell as it is, an empty text empties it, a single value is for all", async () => {
  await run(async (context, sheet) => {
    sheet.getRange("A1:C1").values = [[1, 2, 3]];
    sheet.getRange("A1:C1").values = [[null as never, "", 30]];
    sheet.getRange("A2:C2").values = "x" as never;
    await context.sync();
  });
  expect(await shown(host, "A1:C2")).toEqual([[1, "", 30], ["x", "x", "x"]]);
});

test("mixed looks read as null", async () => {
  await run(async (context, sheet) => {
    sheet.getRange("A1").format.font.bold = true;
    const font = sheet.getRange("A1:B1").format.font;
    font.load("bold,italic");
    await context.sync();
    expect([font.bold, font.italic]).toEqual([null, false]);
  });
});

test("clearing takes what it says", async () => {
  await run(async (context, sheet) => {
    for (const address of ["A1", "B1", "C1"]) {
      sheet.getRange(address).values = [[5]];
      sheet.getRange(address).format.fill.color = "#FF0000";
      sheet.getRange(address).dataValidation.rule = { custom: { formula: "=TRUE" } };
    }
    sheet.getRange("A1").clear("Contents");
    sheet.getRange("B1").clear("Formats");
    sheet.getRange("C1").clear();
    const cells = ["A1", "B1", "C1"].map((address) => sheet.getRange(address));
    for (const cell of cells) cell.load("values,format/fill/color,dataValidation/type");
    await context.sync();
    expect(cells.map((c) => [c.values[0]?.[0], c.format.fill.color, c.dataValidation.type])).toEqual([["", "#FF0000", "Custom"], [5, "#FFFFFF", "Custom"], ["", "#FFFFFF", "None"]]);
  });
});

test("sheets are found, counted, ordered, hidden and activated", async () => {
  await run(async (context) => {
    const { worksheets } = context.workbook;
    const log = worksheets.add("Log");
    const report = worksheets.add();
    report.position = 0;
    log.visibility = "Hidden";
    const counts = [worksheets.getCount(), worksheets.getCount(true)];
    worksheets.load("items/name,items/position,items/visibility");
    const [first, last, next, none, active] = [worksheets.getFirst(), worksheets.getLast(true), report.getNext(), report.getPreviousOrNullObject(), worksheets.getActiveWorksheet()];
    for (const sheet of [first, last, next, active]) sheet.load("name");
    await context.sync();
    expect(counts.map((c) => c.value)).toEqual([3, 2]);
    expect(worksheets.items.map((s) => [s.name, s.position, s.visibility])).toEqual([["Sheet3", 0, "Visible"], ["Sheet1", 1, "Visible"], ["Log", 2, "Hidden"]]);
    expect([first.name, last.name, next.name, none.isNullObject, active.name]).toEqual(["Sheet3", "Sheet1", "Sheet1", true, "Sheet1"]);
    report.activate();
    const now = worksheets.getActiveWorksheet();
    now.load("name");
    await context.sync();
    expect(now.name).toBe("Sheet3");
  });
  expect((await refusal(host, (context) => context.workbook.worksheets.getItem("Log").activate()))?.code).toBe("InvalidOperation");
});

test("frozen panes", async () => {
  await run(async (context, sheet) => {
    sheet.freezePanes.freezeRows(3);
    const rows = sheet.freezePanes.getLocationOrNullObject();
    rows.load("address");
    await context.sync();
    expect(rows.address).toBe("Sheet1!1:3");
    sheet.freezePanes.freezeAt(sheet.getRange("A1:B2"));
    const corner = sheet.freezePanes.getLocation();
    corner.load("address");
    await context.sync();
    expect(corner.address).toBe("Sheet1!A1:B2");
    sheet.freezePanes.unfreeze();
    sheet.freezePanes.freezeColumns(1);
    sheet.freezePanes.unfreeze();
    const none = sheet.freezePanes.getLocationOrNullObject();
    await context.sync();
    expect(none.isNullObject).toBe(true);
  });
});

test("print areas, titles and margins", async () => {
  await run(async (context, sheet) => {
    const { pageLayout } = sheet;
    pageLayout.setPrintArea("A1:F20");
    pageLayout.setPrintTitleRows("$1:$4");
    pageLayout.setPrintTitleColumns("$A:$B");
    pageLayout.setPrintMargins("Inches", { left: 0.5, right: 0.25 });
    const found = [pageLayout.getPrintTitleRowsOrNullObject(), pageLayout.getPrintTitleColumnsOrNullObject()];
    for (const range of found) range.load("address");
    pageLayout.load("leftMargin,rightMargin,orientation");
    await context.sync();
    expect(found.map((r) => r.address)).toEqual(["Sheet1!1:4", "Sheet1!A:B"]);
    expect([pageLayout.leftMargin, pageLayout.rightMargin, pageLayout.orientation]).toEqual([36, 18, "Portrait"]);
  });
});

test("names, settings and custom properties", async () => {
  await run(async (context, sheet) => {
    const { names, settings, properties } = context.workbook;
    names.add("Cash", sheet.getRange("B1"), "money in the account");
    names.add("Rate", "=0.05");
    settings.add("schema", { version: 3 });
    settings.add("schema", { version: 4 });
    properties.custom.add("Journal", 4);
    properties.custom.add("Journal", "four");
    sheet.customProperties.add("kind", "typed");
    await context.sync();
    const cash = names.getItem("cash");
    cash.load("name,formula,value,type,comment,visible,scope");
    const rate = names.getItem("Rate");
    rate.load("formula,type,value");
    const setting = settings.getItemOrNullObject("schema");
    setting.load("value");
    const property = properties.custom.getItem("Journal");
    property.load("key,value,type");
    const kind = sheet.customProperties.getItem("kind");
    kind.load("value");
    const count = settings.getCount();
    names.load("items/name");
    const gone = settings.getItemOrNullObject("nothing");
    await context.sync();
    expect(cash.toJSON()).toMatchObject({ name: "Cash", formula: "=Sheet1!$B$1", value: "Sheet1!B1", type: "Range", comment: "money in the account", visible: true, scope: "Workbook" });
    expect(rate.toJSON()).toMatchObject({ formula: "=0.05", type: "Double", value: "0.05" });
    expect([setting.value, property.value, property.type, kind.value, count.value, gone.isNullObject]).toEqual([{ version: 4 }, "four", "String", "typed", 1, true]);
    rate.delete();
    setting.delete();
    property.delete();
    kind.delete();
    await context.sync();
  });
  expect(host.grid.names().map((n) => n.name)).toEqual(["Cash"]);
  expect(host.workbook.snapshot().settings).toEqual({});
});

test("conditional formats by formula", async () => {
  await run(async (context, sheet) => {
    const first = sheet.getRange("A2:C9").conditionalFormats.add("Custom");
    first.custom.rule.formula = '=$B2="Open"';
    first.custom.format.fill.color = "#FFF2CC";
    first.custom.format.font.color = "#C00000";
    first.custom.format.font.bold = true;
    first.stopIfTrue = true;
    const second = sheet.getRange("A2:A9").conditionalFormats.add("Custom");
    second.custom.rule.formula = "=$A2<0";
    await context.sync();
    first.priority = 0;
    first.load("type,priority,stopIfTrue,custom/rule/formula,custom/format/font/color,custom/format/font/bold,custom/format/fill/color");
    second.load("priority");
    const count = sheet.getRange().conditionalFormats.getCount();
    const where = first.getRange();
    where.load("address");
    await context.sync();
    expect([first.type, first.priority, first.stopIfTrue, first.custom.rule.formula, first.custom.format.fill.color, first.custom.format.font.bold, second.priority, count.value, where.address]).toEqual(["Custom", 0, true, '=$B2="Open"', "#FFF2CC", true, 1, 2, "Sheet1!A2:C9"]);
    second.delete();
    sheet.getRange("A2:C5").conditionalFormats.clearAll();
    await context.sync();
    where.load("address");
    const rest = sheet.getRange().conditionalFormats;
    rest.load("items/id");
    await context.sync();
    expect(rest.items).toHaveLength(1);
  });
  expect(host.grid.conditionalFormats(host.grid.activeSheet())[0]?.rect).toEqual({ row: 5, column: 0, rows: 4, columns: 3 });
});

test("a protected sheet refuses what its protection does not allow", async () => {
  await run(async (context, sheet) => {
    sheet.getRange("B1:B2").format.protection.locked = false;
    sheet.protection.protect({ allowFormatCells: true });
    sheet.protection.load("protected,options");
    await context.sync();
    expect([sheet.protection.protected, sheet.protection.options.allowFormatCells, sheet.protection.options.allowInsertRows]).toEqual([true, true, false]);
  });
  const attempts: ((sheet: Excel.Worksheet) => void)[] = [
    (sheet) => void (sheet.getRange("A1").values = [[1]]),
    (sheet) => void sheet.tables.add("D1:E2", true),
    (sheet) => void sheet.getRange("1:1").insert("Down"),
    (sheet) => void sheet.getRange("A1").clear(),
    (sheet) => void sheet.protection.protect(),
  ];
  for (const attempt of attempts) expect((await refusal(host, (_, sheet) => attempt(sheet)))?.code).toBe("AccessDenied");
  expect(await refusal(host, (_, sheet) => void (sheet.getRange("A1").format.fill.color = "#FF0000"))).toBeNull();
  expect(await refusal(host, (_, sheet) => void (sheet.getRange("B1:B2").values = [[1], [2]]))).toBeNull();
  expect(await refusal(host, (_, sheet) => sheet.protection.unprotect())).toBeNull();
  expect(await refusal(host, (_, sheet) => void (sheet.getRange("A1").values = [[1]]))).toBeNull();
});

test("what the grid does not keep survives as a snapshot", async () => {
  await run(async (context, sheet) => {
    context.workbook.settings.add("schema", 2);
    sheet.pageLayout.orientation = "Landscape";
    sheet.protection.protect();
    await context.sync();
  });
  const saved = JSON.parse(JSON.stringify(host.workbook.snapshot())) as unknown;
  const other = await openExcel();
  other.workbook.restore(saved);
  await other.Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getFirst();
    sheet.protection.load("protected");
    sheet.pageLayout.load("orientation");
    const setting = context.workbook.settings.getItem("schema");
    setting.load("value");
    await context.sync();
    expect([sheet.protection.protected, sheet.pageLayout.orientation, setting.value]).toEqual([true, "Landscape", 2]);
  });
  expect(() => other.workbook.restore({ version: 99 })).toThrow(/snapshot/);
});
