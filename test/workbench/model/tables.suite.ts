import { parseRect } from "../../../workbench/grid/a1";
import { type Host, openExcel, refusal, shown, withTrades } from "./excel";

let host: Host;
beforeEach(async () => {
  host = await openExcel();
  await withTrades(host);
});

const run = (batch: (table: Excel.Table, sheet: Excel.Worksheet, context: Excel.RequestContext) => void | Promise<void>): Promise<void> =>
  host.Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getFirst();
    await batch(context.workbook.tables.getItem("Trades"), sheet, context);
    await context.sync();
  });
const rectangle = () => host.grid.tables().find((t) => t.name === "Trades")?.rect;
const at = (address: string) => parseRect(address);
/** As a person types, with everything that follows from it. */
async function type(address: string, value: string | number, formula = false): Promise<void> {
  const rect = parseRect(address)!;
  host.grid.asUser((grid) => grid.write(grid.activeSheet(), rect, [[formula ? { formula: String(value) } : { value }]]));
  await host.eventsDelivered();
}

describe("growth", () => {
  test("typing below makes a row that looks and behaves like the last one", async () => {
    await run((_, sheet) => {
      sheet.getRange("B3:C3").numberFormat = [["0.00", "$0.00"]];
      sheet.getRange("A2:A3").dataValidation.rule = { list: { inCellDropDown: true, source: "KO,F" } };
      const odd = sheet.getRange("A2:C3").conditionalFormats.add("Custom");
      odd.custom.rule.formula = "=$B2<0";
    });
    await type("B4", 150);
    expect(rectangle()).toEqual(at("A1:C4"));
    const sheet = host.grid.activeSheet();
    expect(host.grid.read(sheet, at("B4:C4")!)[0]?.map((c) => c.numberFormat)).toEqual(["0.00", "$0.00"]);
    expect(host.grid.validationAt(sheet, 3, 0)?.rule).toEqual({ list: { inCellDropDown: true, source: "KO,F" } });
    expect(host.grid.conditionalFormats(sheet)[0]?.rect).toEqual(at("A2:C4"));
  });
  test("writing rows below through the API does the same, for many rows at once", async () => {
    await run((table) => void (table.getDataBodyRange().getRowsBelow(2).values = [["AMD", 150, 149], ["MU", 90, 1]]));
    expect(rectangle()).toEqual(at("A1:C5"));
  });
  test("only what is directly below counts, and a blank does not", async () => {
    await type("A5", "far");
    expect(rectangle()).toEqual(at("A1:C3"));
    await type("A4", "");
    expect(rectangle()).toEqual(at("A1:C3"));
  });
  test("it does not swallow other cells of the row below, nor another table", async () => {
    await type("C4", "a note");
    await run((_, sheet) => sheet.getRange("A1").select());
    const after = rectangle();
    expect(after).toEqual(at("A1:C4"));
    await run((_, sheet) => {
      sheet.getRange("E1:E2").values = [["X"], [1]];
      sheet.tables.add("E1:E2", true);
      sheet.getRange("E4:E5").values = [["Y"], [1]];
      sheet.tables.add("E4:E5", true);
    });
    await type("E3", 7);
    expect(host.grid.tables().map((t) => t.rect)).toContainEqual(at("E1:E3"));
    await run((_, sheet) => void (sheet.getRange("E3").values = [[8]]));
    expect(host.grid.tables().map((t) => t.rect)).toContainEqual(at("E4:E5"));
  });
  test("typing beside the header, or beside a row, makes a column", async () => {
    await type("D1", "Fees");
    expect(rectangle()).toEqual(at("A1:D3"));
    await type("E2", 1);
    expect(rectangle()).toEqual(at("A1:E3"));
    expect(await shown(host, "A1:E1")).toEqual([["Ticker", "Strike", "Price", "Fees", "Column1"]]);
  });
});

describe("calculated columns", () => {
  beforeEach(() => run((table) => void table.columns.add(undefined, undefined, "Gap")));

  test("the first formula in an empty column fills it, as one typed by hand does", async () => {
    await type("D2", "=Trades[[#This Row],[Strike]]-Trades[[#This Row],[Price]]", true);
    expect(await shown(host, "D2:D3")).toEqual([["=[@Strike]-[@Price]"], ["=[@Strike]-[@Price]"]]);
  });
  test("new rows get the formula: typed, written, added at the end, in the middle, inserted as sheet rows", async () => {
    await run((table) => void (table.columns.getItem("Gap").getDataBodyRange().formulas = [["=[@Strike]-[@Price]"], ["=[@Strike]-[@Price]"]]));
    await type("A4", "AMD");
    await run((table) => void (table.getDataBodyRange().getRowsBelow(1).getResizedRange(0, -1).values = [["MU", 90, 1]]));
    await run((table) => void table.rows.add(undefined, [["T", 20, 1, null as never]]));
    await run((table) => void table.rows.add(0, [["first", 20, 1, null as never]]));
    await run((_, sheet) => void sheet.getRange("4:4").insert("Down"));
    await host.eventsDelivered();
    expect(await shown(host, "A2:A9")).toEqual([["first"], ["KO"], [""], ["F"], ["AMD"], ["MU"], ["T"], [""]]);
    expect((await shown(host, "D2:D8")).flat()).toEqual(new Array(7).fill("=[@Strike]-[@Price]"));
    expect(rectangle()).toEqual(at("A1:D8"));
  });
  test("relative references move with the row", async () => {
    await run((table) => void (table.columns.getItem("Gap").getDataBodyRange().getRow(0).formulas = [["=B2-C2"]]));
    await type("A4", "AMD");
    expect((await shown(host, "D2:D4")).flat()).toEqual(["=B2-C2", "=B3-C3", "=B4-C4"]);
  });
  test("a value in one row is an exception and stays; values all over end it", async () => {
    await run((table) => void (table.columns.getItem("Gap").getDataBodyRange().formulas = [["=1+1"], ["=1+1"]]));
    await type("D2", 5);
    await type("A4", "AMD");
    expect((await shown(host, "D2:D4")).flat()).toEqual([5, "=1+1", "=1+1"]);
    await run((table) => void (table.columns.getItem("Gap").getDataBodyRange().values = [[1], [2], [3]]));
    await type("A5", "MU");
    expect((await shown(host, "D5")).flat()).toEqual([""]);
  });
  test("they are known again after the workbook was saved and opened", async () => {
    await run((table) => void (table.columns.getItem("Gap").getDataBodyRange().formulas = [["=1+1"], ["=1+1"]]));
    const saved = host.workbook.snapshot();
    host.workbook.restore(saved);
    await type("A4", "AMD");
    expect((await shown(host, "D4")).flat()).toEqual(["=1+1"]);
  });
});

describe("headers and names", () => {
  const sum = () => shown(host, "H1");
  beforeEach(() => run((_, sheet) => void (sheet.getRange("H1").formulas = [["=SUM(trades[STRIKE])+ROWS(Trades)"]])));

  test("references are found whatever their case, and written as the table has them", async () => {
    expect(await sum()).toEqual([["=SUM(Trades[Strike])+ROWS(Trades)"]]);
  });
  test("a header that is changed is changed in every formula", async () => {
    await type("B1", "Strike price");
    expect(await sum()).toEqual([["=SUM(Trades[Strike price])+ROWS(Trades)"]]);
    await run((table) => void (table.columns.getItem("Strike price").name = "Gap [a] #1"));
    expect(await sum()).toEqual([["=SUM(Trades[Gap '[a'] '#1])+ROWS(Trades)"]]);
  });
  test("two headers may swap their names", async () => {
    await run((_, sheet) => void (sheet.getRange("B1:C1").values = [["Price", "Strike"]]));
    expect(await sum()).toEqual([["=SUM(Trades[Price])+ROWS(Trades)"]]);
  });
  test("a blank header gets a name, a repeated one a number, a number becomes a text", async () => {
    await type("B1", "");
    await type("C1", "Ticker");
    await type("A1", 2026);
    expect(await shown(host, "A1:C1")).toEqual([["2026", "Column1", "Ticker2"]]);
    expect(host.grid.read(host.grid.activeSheet(), at("A1")!)[0]?.[0]?.value).toBe("2026");
  });
  test("of two equal headers the one just typed gives way", async () => {
    await type("A1", "Price");
    expect(await shown(host, "A1:C1")).toEqual([["Price2", "Strike", "Price"]]);
  });
  test("a table's new name goes into every formula", async () => {
    await run((table) => void (table.name = "Log"));
    expect(await sum()).toEqual([["=SUM(Log[Strike])+ROWS(Log)"]]);
  });
});

describe("columns and rows", () => {
  test("are counted, found by name and id, read and written", async () => {
    await run(async (table, _, context) => {
      table.columns.load("count,items/id,items/name,items/index");
      table.rows.load("count");
      const strike = table.columns.getItem("strike");
      strike.load("values,index");
      const row = table.rows.getItemAt(1);
      row.load("values,index");
      const none = table.columns.getItemOrNullObject("Nothing");
      const counts = [table.columns.getCount(), table.rows.getCount()];
      await context.sync();
      expect(table.columns.items.map((c) => [c.id, c.name, c.index])).toEqual([[1, "Ticker", 0], [2, "Strike", 1], [3, "Price", 2]]);
      expect([table.columns.count, table.rows.count, strike.values, strike.index, row.values, none.isNullObject]).toEqual([3, 2, [["Strike"], [60], [12]], 1, [["F", 12, 11.75]], true]);
      expect(counts.map((c) => c.value)).toEqual([3, 2]);
      row.values = [["F", 13, 11]];
      strike.getDataBodyRange().getRow(0).values = [[61]];
    });
    expect(await shown(host, "A2:C3")).toEqual([["KO", 61, 62.5], ["F", 13, 11]]);
  });
  test("a column keeps its id when another one comes before it", async () => {
    await run(async (table, _, context) => {
      const price = table.columns.getItem("Price");
      price.load("id");
      await context.sync();
      table.columns.add(0, [["Date"], [1], [2]]);
      await context.sync();
      price.getDataBodyRange().values = [[7], [8]];
    });
    expect(await shown(host, "A1:D3")).toEqual([["Date", "Ticker", "Strike", "Price"], [1, "KO", 60, 7], [2, "F", 12, 8]]);
  });
  test("a deleted column closes up, and formulas that used it say so", async () => {
    await run((_, sheet) => void (sheet.getRange("H1").formulas = [["=C2"]]));
    await run((table) => table.columns.getItem("Strike").delete());
    expect(await shown(host, "A1:D2")).toEqual([["Ticker", "Price", "", ""], ["KO", 62.5, "", ""]]);
    expect(rectangle()).toEqual(at("A1:B3"));
    await run((table) => table.columns.getItem("Price").delete());
    expect(rectangle()).toEqual(at("A1:A3"));
    expect((await refusal(host, (context) => context.workbook.tables.getItem("Trades").columns.getItemAt(0).delete()))?.code).toBe("InvalidArgument");
  });
  test("rows are deleted; the last one leaves a blank", async () => {
    await run((table) => table.rows.getItemAt(0).delete());
    expect(await shown(host, "A1:A3")).toEqual([["Ticker"], ["F"], [""]]);
    await run((table) => table.rows.deleteRowsAt(0, 1));
    expect(rectangle()).toEqual(at("A1:C2"));
    expect(await shown(host, "A2:C2")).toEqual([["", "", ""]]);
  });
  test("a row added at the end pushes down what stands below the table", async () => {
    await run((_, sheet) => void (sheet.getRange("A5:B5").values = [["a note", "=A5"]]));
    await run((_, sheet) => void (sheet.getRange("H1").formulas = [["=A5"]]));
    await run((table) => void table.rows.add(undefined, [["A", 1, 1], ["B", 2, 2]]));
    expect(await shown(host, "A3:B7")).toEqual([["F", 12], ["A", 1], ["B", 2], ["", ""], ["a note", "=A7"]]);
    expect(await shown(host, "H1")).toEqual([["=A7"]]);
  });
  test("sorting moves whole rows", async () => {
    await run((table) => table.sort.apply([{ key: 1, ascending: true }]));
    expect(await shown(host, "A2:A3")).toEqual([["F"], ["KO"]]);
  });
  test("what a table was sorted by is known, follows its columns and can be done again until it is cleared", async () => {
    const sorting = () => host.Excel.run(async (context) => {
      const { sort } = context.workbook.tables.getItem("Trades");
      sort.load("fields,matchCase");
      await context.sync();
      return { fields: sort.fields, matchCase: sort.matchCase };
    });
    expect(await sorting()).toEqual({ fields: [], matchCase: false });
    await run((table) => table.sort.apply([{ key: 2, ascending: false }], true));
    await run((table) => {
      table.columns.add(1, undefined, "Type");
      table.rows.add(undefined, [["AMD", "Put", 150, 30]]);
    });
    expect(await sorting()).toEqual({ fields: [{ key: 3, ascending: false, sortOn: "Value" }], matchCase: true });
    await run((table) => table.sort.reapply());
    expect(await shown(host, "A2:A4")).toEqual([["KO"], ["AMD"], ["F"]]);
    host.workbook.restore(JSON.parse(JSON.stringify(host.workbook.snapshot())));
    expect((await sorting()).fields).toHaveLength(1);
    await run((table) => {
      table.columns.getItem("Price").delete();
      table.sort.reapply();
    });
    expect(await sorting()).toEqual({ fields: [], matchCase: true });
    await run((table) => table.sort.clear());
    expect(await sorting()).toEqual({ fields: [], matchCase: false });
    expect(host.workbook.state.sorts).toEqual({});
  });
});

describe("making, resizing and taking away", () => {
  test("resizing keeps the header row", async () => {
    await run((table) => table.resize("A1:D5"));
    expect(rectangle()).toEqual(at("A1:D5"));
    expect(await shown(host, "D1")).toEqual([["Column1"]]);
    expect((await refusal(host, (context) => context.workbook.tables.getItem("Trades").resize("A2:D5")))?.code).toBe("InvalidArgument");
  });
  test("resizing takes what stands below into the table and lets go of what is not in it any more; nothing is moved", async () => {
    await run((_, sheet) => void (sheet.getRange("A4:C5").values = [["", "", ""], ["a note", 7, ""]]));
    await run((table) => table.resize("A1:C5"));
    expect(rectangle()).toEqual(at("A1:C5"));
    expect(await shown(host, "A5:B5")).toEqual([["a note", 7]]);
    await run((table) => table.resize("A1:C2"));
    expect(rectangle()).toEqual(at("A1:C2"));
    expect(await shown(host, "A3:B5")).toEqual([["F", 12], ["", ""], ["a note", 7]]);
  });
  test("converted to a range the cells stay, deleted they go", async () => {
    await run((table) => void table.convertToRange());
    expect(host.grid.tables()).toEqual([]);
    expect(await shown(host, "A2")).toEqual([["KO"]]);
    await run((_, sheet) => sheet.getRange("A1").select()).catch(() => undefined);
    await host.Excel.run(async (context) => {
      const table = context.workbook.worksheets.getFirst().tables.add("A1:C3", true);
      table.delete();
      await context.sync();
    });
    expect(await shown(host, "A2")).toEqual([[""]]);
  });
  test("a table knows its parts", async () => {
    await run(async (table, sheet, context) => {
      const parts = [table.getRange(), table.getHeaderRowRange(), table.getDataBodyRange(), sheet.getRange("Trades[Strike]"), sheet.getRange("Trades[#All]")];
      for (const part of parts) part.load("address");
      table.worksheet.load("name");
      table.load("id,showHeaders,showTotals,style,showBandedRows");
      const touching = sheet.getRange("C3").getTables();
      touching.load("items/name");
      const none = sheet.getRange("C3").getTables(true).getCount();
      await context.sync();
      expect(parts.map((p) => p.address)).toEqual(["Sheet1!A1:C3", "Sheet1!A1:C1", "Sheet1!A2:C3", "Sheet1!B2:B3", "Sheet1!A1:C3"]);
      expect([table.worksheet.name, table.showHeaders, table.showTotals, table.showBandedRows, touching.items.map((t) => t.name), none.value]).toEqual(["Sheet1", true, false, true, ["Trades"], 0]);
    });
  });
});

describe("inserting and deleting cells", () => {
  test("cells of a part of a sheet are pushed down, with formulas that point at them", async () => {
    await run((_, sheet) => void (sheet.getRange("F1:G4").formulas = [[1, "=F2"], [2, "=SUM(F1:F4)"], [3, ""], [4, ""]]));
    await run((_, sheet) => void sheet.getRange("F2:F3").insert("Down"));
    expect(await shown(host, "F1:G6")).toEqual([[1, "=F4"], ["", "=SUM(F1:F6)"], ["", ""], [2, ""], [3, ""], [4, ""]]);
    await run((_, sheet) => sheet.getRange("F2:F3").delete("Up"));
    expect(await shown(host, "F1:G4")).toEqual([[1, "=F2"], [2, "=SUM(F1:F4)"], [3, ""], [4, ""]]);
  });
  test("a table below moves along; one that would be torn is a conflict", async () => {
    await run((_, sheet) => void sheet.getRange("1:2").insert("Down"));
    expect(rectangle()).toEqual(at("A3:C5"));
    await run((_, sheet) => void sheet.getRange("A1:C1").insert("Down"));
    expect(rectangle()).toEqual(at("A4:C6"));
    expect((await refusal(host, (_, sheet) => void sheet.getRange("A1:B1").insert("Down")))?.code).toBe("InsertDeleteConflict");
    expect((await refusal(host, (_, sheet) => sheet.getRange("4:4").delete("Up")))?.code).toBe("InsertDeleteConflict");
  });
  test("whole columns", async () => {
    await run((_, sheet) => void sheet.getRange("B:B").insert("Right"));
    await host.eventsDelivered();
    expect(rectangle()).toEqual(at("A1:D3"));
    expect(await shown(host, "A1:D1")).toEqual([["Ticker", "Column1", "Strike", "Price"]]);
    await run((_, sheet) => sheet.getRange("B:B").delete("Left"));
    expect(rectangle()).toEqual(at("A1:C3"));
  });
});

describe("a column that is deleted", () => {
  beforeEach(() => run((table, sheet) => {
    table.columns.add(undefined, undefined, "Gap").getDataBodyRange().formulas = [["=[@Strike]-[@Price]"], ["=[@Strike]-[@Price]"]];
    sheet.getRange("H1:H2").formulas = [["=SUM(Trades[Strike])"], ["=SUM(Trades[Price])"]];
  }));

  test.each<[string, (table: Excel.Table, sheet: Excel.Worksheet) => void]>([
    ["through the table", (table) => table.columns.getItem("Strike").delete()],
    ["as a whole column of the sheet", (_, sheet) => sheet.getRange("B:B").delete("Left")],
    ["as cells", (_, sheet) => sheet.getRange("B1:B3").delete("Left")],
  ])("%s leaves #REF! in the formulas that name it, in new rows as well", async (_, remove) => {
    await run(remove);
    await host.eventsDelivered();
    await run((_, sheet) => void (sheet.getRange("A4").values = [["AMD"]]));
    expect((await shown(host, "G1:G2")).flat()).toEqual(["=SUM(#REF!)", "=SUM(Trades[Price])"]);
    expect((await shown(host, "C2:C4")).flat()).toEqual(["=#REF!-[@Price]", "=#REF!-[@Price]", "=#REF!-[@Price]"]);
  });
  test("by hand, and the last one of the table", async () => {
    host.grid.asUser((grid) => grid.deleteColumns(grid.activeSheet(), 1, 1));
    await host.eventsDelivered();
    expect((await shown(host, "G1:G2")).flat()).toEqual(["=SUM(#REF!)", "=SUM(Trades[Price])"]);
    await run((_, sheet) => void (sheet.getRange("G3").formulas = [["=SUM(Trades[Gap])"]]));
    await run((table) => table.columns.getItem("Gap").delete());
    expect((await shown(host, "G1:G3")).flat()).toEqual(["=SUM(#REF!)", "=SUM(Trades[Price])", "=SUM(#REF!)"]);
  });
  test("comes back under its name as a blank column: nothing of the old one is filled in", async () => {
    await run((table) => table.columns.getItem("Gap").delete());
    await run((table) => void table.columns.add(undefined, undefined, "Gap"));
    await run((_, sheet) => void (sheet.getRange("A4").values = [["AMD"]]));
    expect((await shown(host, "D2:D4")).flat()).toEqual(["", "", ""]);
  });
});

describe("all rows deleted", () => {
  beforeEach(() => run((table, sheet) => {
    sheet.getRange("B2:B3").numberFormat = [["0.00"], ["0.00"]];
    sheet.getRange("A2:A3").dataValidation.rule = { list: { inCellDropDown: true, source: "KO,F" } };
    sheet.getRange("A5").values = [["below"]];
    table.columns.add(undefined, undefined, "Gap").getDataBodyRange().formulas = [["=[@Strike]-[@Price]"], ["=[@Strike]-[@Price]"]];
  }));
  const expectOneBlankRow = async () => {
    expect(rectangle()).toEqual(at("A1:D2"));
    expect(await shown(host, "A2:D2")).toEqual([["", "", "", "=[@Strike]-[@Price]"]]);
    const sheet = host.grid.activeSheet();
    expect(host.grid.styleOf(sheet, 1, 1).numberFormat).toBe("0.00");
    expect(host.grid.validationAt(sheet, 1, 0)?.rule).toEqual({ list: { inCellDropDown: true, source: "KO,F" } });
    expect((await shown(host, "A3:A5")).flat()).toEqual(["", "below", ""]);
  };

  test("through the sheet leave one blank row that looks like the first", async () => {
    await run((_, sheet) => sheet.getRange("2:3").delete("Up"));
    await expectOneBlankRow();
  });
  test("by hand as well", async () => {
    host.grid.asUser((grid) => grid.deleteRows(grid.activeSheet(), 1, 2));
    await host.eventsDelivered();
    await expectOneBlankRow();
  });
  test("but not all of them: nothing is given back", async () => {
    await run((_, sheet) => sheet.getRange("2:2").delete("Up"));
    expect(rectangle()).toEqual(at("A1:D2"));
    expect((await shown(host, "A2")).flat()).toEqual(["F"]);
  });
});
