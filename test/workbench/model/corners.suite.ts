import { type Host, openExcel, withTrades } from "./excel";

let host: Host;
beforeEach(async () => {
  host = await openExcel();
  await withTrades(host);
});

const run = <T>(batch: (context: Excel.RequestContext, sheet: Excel.Worksheet) => Promise<T>): Promise<T> => host.Excel.run((context) => batch(context, context.workbook.worksheets.getFirst()));

test("the workbook and the application say what they are", async () => {
  await run(async (context) => {
    const { workbook } = context;
    workbook.load("name,readOnly,isDirty,autoSave");
    workbook.application.load("decimalSeparator,thousandsSeparator");
    workbook.application.suspendApiCalculationUntilNextSync();
    workbook.application.suspendScreenUpdatingUntilNextSync();
    await context.sync();
    expect([workbook.name, workbook.readOnly, workbook.isDirty, workbook.autoSave, workbook.application.decimalSeparator, workbook.application.thousandsSeparator]).toEqual(["Book1.xlsx", false, false, false, ".", ","]);
  });
  expect(host.workbook.suspensions).toEqual({ calculation: 1, screen: 1 });
});

test("a calculation is asked of the grid for the formulas of the range, the sheet, or all", async () => {
  const asked: number[] = [];
  const { recalculate } = host.grid;
  host.grid.recalculate = (...given: unknown[]) => (asked.push((given[0] as unknown[]).length), recalculate.call(host.grid));
  await run(async (context, sheet) => {
    sheet.getRange("H1:H3").formulas = [["=1"], ["=2"], [3]];
    context.workbook.worksheets.add("Other").getRange("A1").formulas = [["=4"]];
    sheet.getRange("H1").calculate();
    sheet.calculate(false);
    context.workbook.application.calculate("Full");
    await context.sync();
  });
  expect(asked).toEqual([1, 2, 3]);
});

test("ranges say where they are and how large, and lead back to their sheet", async () => {
  await run(async (context, sheet) => {
    const range = sheet.getRange("B2:C4");
    range.load("rowIndex,columnIndex,rowCount,columnCount,cellCount,isEntireColumn,isEntireRow,text,columnHidden,worksheet/name,worksheet/id");
    const whole = sheet.getRange("B:B");
    whole.load("isEntireColumn,values,cellCount");
    const everything = sheet.getRange();
    everything.load("cellCount");
    await context.sync();
    expect([range.rowIndex, range.columnIndex, range.rowCount, range.columnCount, range.cellCount, range.isEntireColumn, range.isEntireRow, range.columnHidden, range.worksheet.name]).toEqual([1, 1, 3, 2, 6, false, false, false, "Sheet1"]);
    expect(range.text).toEqual([["60", "62.5"], ["12", "11.75"], ["", ""]]);
    expect([whole.isEntireColumn, whole.values, whole.cellCount, everything.cellCount]).toEqual([true, null, 1048576, -1]);
    sheet.getRange("C:C").columnHidden = true;
    await context.sync();
  });
  expect(host.grid.columnWidth(host.grid.activeSheet(), 2)).toBe(0);
});

test("what is blank has no used range", async () => {
  await run(async (context, sheet) => {
    const empty = context.workbook.worksheets.add("Empty").getUsedRangeOrNullObject();
    const corner = sheet.getRange("X1:Z9").getUsedRangeOrNullObject(true);
    const used = sheet.getUsedRangeOrNullObject();
    used.load("address");
    await context.sync();
    expect([empty.isNullObject, corner.isNullObject, used.address]).toEqual([true, true, "Sheet1!A1:C3"]);
  });
});

test("the used range of a range is around its own contents, whatever stands beside it", async () => {
  await run(async (context, sheet) => {
    sheet.getRange("F2:F9").values = Array.from({ length: 8 }, (_, i) => [i]);
    sheet.getRange("C8").values = [["note"]];
    const beside = sheet.getRange("A4:C7").getUsedRangeOrNullObject(true);
    const inside = sheet.getRange("A4:F9").getUsedRangeOrNullObject(true);
    const below = sheet.getRange("A4:C12").getUsedRange();
    for (const range of [inside, below]) range.load("address");
    await context.sync();
    expect([beside.isNullObject, inside.address, below.address]).toEqual([true, "Sheet1!C4:F9", "Sheet1!C8"]);
  });
});

test("a text is found where it stands first, whole or in part, with wildcards or without their meaning; where it is not, nothing that follows is done", async () => {
  await run(async (context, sheet) => {
    sheet.getRange("A2:A5").values = [["W1"], ["W12"], ["w*2"], ["(a.b)"]];
    const column = sheet.getRange("A1:A6");
    const ask = (words: string, criteria: Excel.SearchCriteria = {}) => column.findOrNullObject(words, criteria).load("address");
    const found = [ask("W1"), ask("W1", { completeMatch: true }), ask("w12", { completeMatch: true }), ask("w12", { matchCase: true }), ask("W*2", { completeMatch: true }), ask("w~*2"), ask("(a.b)", { completeMatch: true }), ask("1", { searchDirection: "Backwards" })];
    const there = column.find("W12", {}).load("address");
    column.findOrNullObject("nowhere", {}).getEntireRow().delete("Up");
    await context.sync();
    expect(found.map((range) => (range.isNullObject ? null : range.address.replace("Sheet1!", "")))).toEqual(["A2", "A2", "A3", null, "A3", "A4", "A5", "A3"]);
    expect(there.address).toBe("Sheet1!A3");
  });
  await expect(run(async (context, sheet) => {
    sheet.getRange("A1:A6").find("nowhere", {});
    await context.sync();
  })).rejects.toMatchObject({ code: "ItemNotFound" });
});

test("values are copied with what they are, blanks only when asked", async () => {
  await run(async (context, sheet) => {
    sheet.getRange("F1:G2").values = [["'=1+1", ""], [3, "'007"]];
    sheet.getRange("J1:K2").values = [["a", "kept"], ["b", "c"]];
    sheet.getRange("J1").copyFrom("F1:G2", "Values", true);
    const copied = sheet.getRange("J1:K2").load("values,formulas");
    await context.sync();
    expect([copied.values, copied.formulas]).toEqual([[["=1+1", "kept"], [3, "007"]], [["=1+1", "kept"], [3, "007"]]]);
  });
});

test("neighbours of sheets", async () => {
  await run(async (context, sheet) => {
    const next = context.workbook.worksheets.add("Next");
    const [previous, after, none, found] = [next.getPrevious(), sheet.getNextOrNullObject(), next.getNextOrNullObject(), context.workbook.worksheets.getItemOrNullObject("next")];
    for (const s of [previous, after, found]) s.load("name,id");
    await context.sync();
    expect([previous.name, after.name, none.isNullObject, found.name, found.id === after.id]).toEqual(["Sheet1", "Next", true, "Next", true]);
  });
});

test("looks are taken away, columns fitted", async () => {
  await run(async (context, sheet) => {
    sheet.getRange("A2").values = [["a rather long ticker, for once"]];
    sheet.getRange("A1").format.fill.color = "#FF0000";
    sheet.getRange("A1").format.fill.clear();
    sheet.getRange("A:A").format.autofitColumns();
    sheet.getRange("A2").values = [["two\nlines"]];
    sheet.getRange("A1:C3").format.autofitRows();
    const { fill, borders } = sheet.getRange("A1").format;
    fill.load("color");
    borders.load("count");
    const first = borders.getItemAt(0);
    first.load("sideIndex,style");
    await context.sync();
    expect([fill.color, borders.count, first.sideIndex, first.style]).toEqual(["#FFFFFF", 6, "EdgeTop", "None"]);
  });
  const sheet = host.grid.activeSheet();
  expect(host.grid.columnWidth(sheet, 0)).toBeGreaterThan(200);
  expect([host.grid.rowHeight(sheet, 0), host.grid.rowHeight(sheet, 1)]).toEqual([20, 40]);
});

test("every line of a border is drawn and taken away", async () => {
  const sides = ["EdgeTop", "EdgeBottom", "EdgeLeft", "EdgeRight", "InsideVertical", "InsideHorizontal"] as const;
  const styles = ["Continuous", "Dash", "Dot", "Double"] as const;
  await run(async (context, sheet) => {
    const { borders } = sheet.getRange("E5:F6").format;
    for (const [i, side] of sides.entries()) {
      const border = borders.getItem(side);
      const style = styles[i % 4]!;
      border.style = style;
      await context.sync();
      border.load("style,weight,color");
      await context.sync();
      expect([side, border.style, border.weight, border.color]).toEqual([side, style, "Thin", "#000000"]);
      border.style = "None";
    }
    await context.sync();
  });
  expect(host.grid.styleOf(host.grid.activeSheet(), 4, 4)).toEqual({});
});

test("validations are taken away, and say when cells disagree", async () => {
  await run(async (context, sheet) => {
    sheet.getRange("E1:E2").dataValidation.rule = { wholeNumber: { formula1: 1, formula2: 9, operator: "Between" } };
    sheet.getRange("E2").dataValidation.clear();
    const validation = sheet.getRange("E1:E2").dataValidation;
    validation.load("type,rule");
    const listed = sheet.getRange("F1").dataValidation;
    listed.rule = { list: { inCellDropDown: true, source: sheet.getRange("A2:A3") as never } };
    listed.load("rule");
    await context.sync();
    expect([validation.type, validation.rule]).toEqual(["Inconsistent", null]);
    expect(listed.rule).toEqual({ list: { inCellDropDown: true, source: "=Sheet1!$A$2:$A$3" } });
  });
});

test("conditional formats are found, and their looks taken away", async () => {
  await run(async (context, sheet) => {
    const format = sheet.getRange("A2:A3").conditionalFormats.add("Custom");
    const { fill, font } = format.customOrNullObject.format;
    fill.color = "#FF0000";
    font.italic = true;
    font.strikethrough = true;
    font.color = "#00FF00";
    format.load("id");
    await context.sync();
    font.load("italic,strikethrough,color");
    const { conditionalFormats } = sheet.getRange("A3");
    const found = conditionalFormats.getItemOrNullObject(format.id);
    const first = conditionalFormats.getItemAt(0);
    first.load("id");
    const where = found.getRangeOrNullObject();
    where.load("address");
    await context.sync();
    expect([font.italic, font.strikethrough, font.color, first.id === format.id, where.address]).toEqual([true, true, "#00FF00", true, "Sheet1!A2:A3"]);
    fill.clear();
    font.clear();
    await context.sync();
    conditionalFormats.getItem(format.id).delete();
    await context.sync();
  });
  expect(host.grid.conditionalFormats(host.grid.activeSheet())).toEqual([]);
});

test("collections count, tables, columns and rows lead to their ranges", async () => {
  await run(async (context, sheet) => {
    const table = sheet.tables.getItemOrNullObject("trades");
    sheet.tables.load("count");
    table.columns.load("count");
    table.rows.load("count");
    const column = table.columns.getItem("Price");
    const parts = [column.getRange(), column.getHeaderRowRange(), column.getDataBodyRange(), table.rows.getItemAt(1).getRange()];
    for (const part of parts) part.load("address");
    const { names, properties } = context.workbook;
    names.add("Cash", "=Sheet1!$B$2");
    properties.custom.add("one", 1);
    properties.custom.add("two", true);
    sheet.customProperties.add("kind", "typed");
    const cash = names.getItemOrNullObject("Cash");
    const [range, same] = [cash.getRange(), cash.getRangeOrNullObject()];
    range.load("address");
    same.load("address");
    const custom = properties.custom.getItemOrNullObject("ONE");
    custom.load("value");
    const kind = sheet.customProperties.getItemOrNullObject("kind");
    kind.load("key,value");
    const setting = context.workbook.settings.add("schema", 1);
    setting.load("key");
    const counts = [names.getCount(), properties.custom.getCount(), sheet.customProperties.getCount(), sheet.tables.getCount()];
    await context.sync();
    expect([sheet.tables.count, table.columns.count, table.rows.count]).toEqual([1, 3, 2]);
    expect(parts.map((p) => p.address)).toEqual(["Sheet1!C1:C3", "Sheet1!C1", "Sheet1!C2:C3", "Sheet1!A3:C3"]);
    expect([range.address, same.address, custom.value, kind.key, kind.value, setting.key]).toEqual(["Sheet1!B2", "Sheet1!B2", 1, "kind", "typed", "schema"]);
    expect(counts.map((c) => c.value)).toEqual([1, 2, 1, 1]);
    properties.custom.deleteAll();
    await context.sync();
  });
  expect(host.workbook.snapshot().customProperties).toEqual({});
});

test("several rows are deleted at once", async () => {
  await run(async (context, sheet) => {
    const { rows } = sheet.tables.getItem("Trades");
    rows.add(undefined, [["AMD", 150, 1], ["MU", 90, 1]]);
    await context.sync();
    rows.deleteRows([0, 2]);
    await context.sync();
    const range = sheet.getRange("Trades");
    range.load("values");
    await context.sync();
    expect(range.values.map((r) => r[0])).toEqual(["F", "MU"]);
  });
});

test("cells are copied as values, or their looks are; texts stay texts, and nothing else is known", async () => {
  await run(async (context, sheet) => {
    const source = sheet.getRange("A1:C3");
    sheet.getRange("A2").values = [["'=1+1"]];
    sheet.getRange("C2").format.font.bold = true;
    const target = context.workbook.worksheets.add("Copy");
    target.getRange("B2").copyFrom(source, "Values");
    target.getRange("B2").copyFrom(sheet.getRange("A2:C2"), "Formats");
    await context.sync();
    const copied = target.getRange("B2:D4").load("values,formulas");
    const bold = target.getRange("D2").format.font.load("bold");
    await context.sync();
    expect(copied.values).toEqual([["Ticker", "Strike", "Price"], ["=1+1", 60, 62.5], ["F", 12, 11.75]]);
    expect([host.grid.read(host.grid.sheets()[1]!.id, { row: 2, column: 1, rows: 1, columns: 1 })[0]![0]!.formula, bold.bold]).toEqual([undefined, true]);
  });
  const all = run(async (context, sheet) => {
    sheet.getRange("E1").copyFrom("A1:C3");
    await context.sync();
  });
  await expect(all).rejects.toMatchObject({ code: "NotImplemented" });
});

test("every setting of the page and the document is kept", async () => {
  await run(async (context, sheet) => {
    const page = { blackAndWhite: true, draftMode: true, centerVertically: true, printHeadings: true, printOrder: "OverThenDown" as const, bottomMargin: 10, headerMargin: 11, footerMargin: 12 };
    const headers = { centerHeader: "a", rightHeader: "b", leftFooter: "c", rightFooter: "d" };
    const texts = { subject: "s", keywords: "k", comments: "c", category: "g", manager: "m", company: "o" };
    sheet.pageLayout.set(page);
    sheet.pageLayout.headersFooters.defaultForAllPages.set(headers);
    context.workbook.properties.set(texts);
    sheet.pageLayout.setPrintArea("A1:C9");
    await context.sync();
    sheet.pageLayout.load(Object.keys(page).join(","));
    sheet.pageLayout.headersFooters.defaultForAllPages.load(Object.keys(headers).join(","));
    context.workbook.properties.load(Object.keys(texts).join(","));
    await context.sync();
    expect(sheet.pageLayout.toJSON()).toMatchObject(page);
    expect(sheet.pageLayout.headersFooters.defaultForAllPages.toJSON()).toMatchObject(headers);
    expect(context.workbook.properties.toJSON()).toMatchObject(texts);
  });
});
