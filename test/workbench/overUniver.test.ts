import { connectAddinFunctions } from "../../workbench/addinFunctions";
import { loadHeadless } from "../../workbench/engine/load";
import { UniverGrid } from "../../workbench/grid/univer";
import { UniverFunctions } from "../../workbench/grid/univer/functions";
import { type ExcelInNode, excelInNode } from "../../workbench/harness/inNode";

// The whole workbench without a page: Microsoft's object model, our model and table layer, and Univer's engine.
let host: ExcelInNode<UniverGrid>;
let engine: ReturnType<ReturnType<typeof loadHeadless>["createHeadless"]>;
beforeEach(async () => {
  engine = loadHeadless().createHeadless();
  host = await excelInNode({ grid: new UniverGrid(engine) });
});
afterEach(() => host.grid.dispose());

const read = (address: string): Promise<unknown[][]> =>
  host.Excel.run(async (context) => {
    const range = context.workbook.worksheets.getFirst().getRange(address);
    range.load("values");
    await context.sync();
    return range.values as unknown[][];
  });

async function layOut(): Promise<void> {
  await host.Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getFirst();
    sheet.getRange("A1:D3").values = [["Opened", "Strike", "Price", "Gap"], ["2026-01-05", 60, 62.5, ""], ["2026-01-06", 12, 11.75, ""]];
    const table = sheet.tables.add("A1:D3", true);
    table.name = "Trades";
    table.columns.getItem("Gap").getDataBodyRange().formulas = [["=[@Strike]-[@Price]"], ["=[@Strike]-[@Price]"]];
    sheet.getRange("F1:F2").formulas = [["=SUM(trades[gap])"], ["=SORT(Trades[Strike])"]];
    await context.sync();
  });
}

test("written, calculated and read in one round trip", async () => {
  const values = await host.Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.add("Log");
    sheet.getRange("A1:B2").values = [["Strike", "Twice"], [60, "=[@Strike]*2"]].map((row, i) => (i === 1 ? [60, ""] : row));
    const table = sheet.tables.add("A1:B2", true);
    table.columns.getItem("Twice").getDataBodyRange().formulas = [["=[@Strike]*2"]];
    const range = table.getRange();
    range.load("values,formulas,text");
    await context.sync();
    return [range.values, range.formulas[1]];
  });
  expect(values).toEqual([[["Strike", "Twice"], [60, 120]], [60, "=[@Strike]*2"]]);
  expect(host.requests.filter((r) => !r.housekeeping)).toHaveLength(1);
  expect(host.failures).toEqual([]);
});

test("a table grows below, its columns fill themselves, sums follow", async () => {
  await layOut();
  expect(await read("F1:F3")).toEqual([[-2.25], [12], [60]]);
  await host.Excel.run(async (context) => {
    context.workbook.tables.getItem("Trades").getDataBodyRange().getRowsBelow(1).getResizedRange(0, -1).values = [["2026-01-07", 150, 149]];
    await context.sync();
  });
  expect(await read("A4:D4")).toEqual([[46029, 150, 149, 1]]);
  expect(await read("F1:F4")).toEqual([[-1.25], [12], [60], [150]]);
});

test("a changed header goes on being calculated", async () => {
  await layOut();
  await host.Excel.run(async (context) => {
    const table = context.workbook.tables.getItem("Trades");
    table.columns.getItem("Gap").name = "In the money";
    table.name = "Log";
    await context.sync();
    context.workbook.worksheets.getFirst().getRange("B2").values = [[70]];
    await context.sync();
  });
  expect(await read("F1")).toEqual([[7.75]]);
});

test("rows come in the middle and go", async () => {
  await layOut();
  await host.Excel.run(async (context) => {
    const table = context.workbook.tables.getItem("Trades");
    table.rows.add(1, [["2026-01-05", 20, 15, null as never]]);
    await context.sync();
    table.rows.getItemAt(0).delete();
    await context.sync();
  });
  expect(await read("A2:D3")).toEqual([[46027, 20, 15, 5], [46028, 12, 11.75, 0.25]]);
  expect(await read("F1:F3")).toEqual([[5.25], [12], [20]]);
});

describe("the add-in's functions", () => {
  let asked = 0;
  const connect = () =>
    connectAddinFunctions({
      host: new UniverFunctions(engine, host.grid),
      prefix: "WHEEL.",
      sheetName: () => "Sheet1",
      functions: [{ id: "BREAKEVEN", name: "BREAKEVEN", description: "strike less premium", parameters: [{ name: "strike", type: "number" }, { name: "premium", type: "number" }, { name: "fees", type: "number", optional: true }] }],
      invoke: async (_, [strike, premium, fees]) => (asked++, (strike as number) > 0 ? { ok: true, value: (strike as number) - (premium as number) + ((fees as number | null) ?? 0) } : { ok: false, message: "strike must be above zero", code: 7 }),
    });
  /** What was written is calculated, the add-in has answered, and what waited for it is calculated, too. */
  const calm = async (functions: ReturnType<typeof connect>) => {
    await host.grid.settled();
    await functions.idle();
    await host.grid.settled();
  };
  const write = (rows: [string, string | number][]) =>
    host.Excel.run(async (context) => {
      for (const [address, value] of rows) context.workbook.worksheets.getFirst().getRange(address).formulas = [[value]];
      await context.sync();
    });

  test("answer in cells, with their errors' words, and follow what they depend on", async () => {
    const functions = connect();
    await write([["A1", 50], ["B1", "=WHEEL.BREAKEVEN(A1,1.25)"], ["B2", "=B1*2"], ["B3", "=WHEEL.BREAKEVEN(-1,1)"], ["B4", "=WHEEL.BREAKEVEN(A1,1.25,)"]]);
    await calm(functions);
    expect(await read("B1:B4")).toEqual([[48.75], [97.5], ["#VALUE!"], [48.75]]);
    expect(functions.wordsAt({ sheetId: host.grid.activeSheet(), row: 2, column: 1 })).toEqual({ error: "#VALUE!", words: "strike must be above zero" });
    await write([["A1", 60]]);
    await calm(functions);
    expect(await read("B1:B2")).toEqual([[58.75], [117.5]]);
  });

  test("are lifted over ranges and spill", async () => {
    const functions = connect();
    await write([["A1", 50], ["A2", 60], ["A3", -1], ["C1", "=WHEEL.BREAKEVEN(A1:A3,1)"], ["D1", "=SUM(C1:C2)"]]);
    await calm(functions);
    expect(await read("C1:D1")).toEqual([[49, 108]]);
    expect(await read("C2:C3")).toEqual([[59], ["#VALUE!"]]);
    expect(functions.wordsAt({ sheetId: host.grid.activeSheet(), row: 2, column: 2 })?.words).toBe("strike must be above zero");
  });

  test("200 cells at once, and their dependants, within two seconds of computing", async () => {
    const functions = connect();
    asked = 0;
    const started = process.cpuUsage();
    await host.Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getFirst();
      sheet.getRange("A1:C200").formulas = Array.from({ length: 200 }, (_, i) => [50 + i, `=WHEEL.BREAKEVEN(A${i + 1},1)`, `=B${i + 1}+1`]);
      await context.sync();
    });
    await calm(functions);
    const values = await read("C1:C200");
    expect(values[199]).toEqual([249]);
    expect(asked).toBe(200);
    const { user, system } = process.cpuUsage(started);
    expect((user + system) / 1000).toBeLessThan(15_000);
  });
});

test("a table's column that is deleted leaves #REF! behind, which the engine calculates as an error", async () => {
  await layOut();
  await host.Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getFirst();
    sheet.getRange("F8:F9").formulas = [["=SUM(Trades[Strike])"], ["=IFERROR(SUM(Trades[Strike]),\"gone\")"]];
    context.workbook.tables.getItem("Trades").columns.getItem("Strike").delete();
    await context.sync();
  });
  expect(await read("C2:C3")).toEqual([["#REF!"], ["#REF!"]]);
  expect(await read("F8:F9")).toEqual([["#REF!"], ["gone"]]);
  const formulas = await host.Excel.run(async (context) => {
    const range = context.workbook.worksheets.getFirst().getRange("C2").load("formulas");
    await context.sync();
    return range.formulas as unknown;
  });
  expect(formulas).toEqual([["=#REF!-[@Price]"]]);
  expect(host.failures).toEqual([]);
});

test.each(["through the sheet", "by hand"])("a column inserted %s in the middle of a table shifts no formula into its neighbour, also in new rows", async (how) => {
  await layOut();
  await host.Excel.run(async (context) => {
    const table = context.workbook.tables.getItem("Trades");
    table.columns.add(undefined, undefined, "Twice").getDataBodyRange().formulas = [["=[@Gap]*2"], ["=[@Gap]*2"]];
    await context.sync();
  });
  if (how === "by hand") engine.api.getActiveWorkbook()!.getActiveSheet().insertColumnsBefore(1, 1);
  else await host.Excel.run(async (context) => {
    context.workbook.worksheets.getFirst().getRange("B:B").insert("Right");
    context.workbook.tables.getItem("Trades").getDataBodyRange().getRowsBelow(1).getCell(0, 2).getResizedRange(0, 1).values = [[100, 1]];
    await context.sync();
  });
  await host.eventsDelivered();
  expect(host.grid.tables()[0]?.columns).toEqual(["Opened", "Column1", "Strike", "Price", "Gap", "Twice"]);
  await host.Excel.run(async (context) => {
    context.workbook.tables.getItem("Trades").getDataBodyRange().getRowsBelow(1).getCell(0, 2).getResizedRange(0, 1).values = [[200, 1]];
    await context.sync();
  });
  const values = await host.Excel.run(async (context) => {
    const table = context.workbook.tables.getItem("Trades");
    const [gap, twice] = ["Gap", "Twice"].map((name) => table.columns.getItem(name).getDataBodyRange().load("values"));
    await context.sync();
    return [gap, twice].map((range) => range?.values.at(-1) as unknown);
  });
  expect(values).toEqual([[199], [398]]);
});

test("all rows of a table deleted by hand: a blank one stays, and takes the next trade", async () => {
  await layOut();
  engine.api.getActiveWorkbook()!.getActiveSheet().deleteRows(1, 2);
  await host.eventsDelivered();
  expect(host.grid.tables()[0]?.rect).toEqual({ row: 0, column: 0, rows: 2, columns: 4 });
  await host.Excel.run(async (context) => {
    context.workbook.tables.getItem("Trades").getDataBodyRange().getRow(0).getResizedRange(0, -1).values = [["2026-01-07", 150, 149]];
    await context.sync();
  });
  expect(await read("A2:D2")).toEqual([[46029, 150, 149, 1]]);
  expect(host.failures).toEqual([]);
});

test.each(["'0012", "'+5", "'TRUE", "'1E5", "'-2", "'50%", "'1/2", "'=1+1", "'  "])("%s stays a text, also after it was calculated and moved", async (text) => {
  await host.Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getFirst();
    sheet.getRange("B2:B3").values = [[text], ["=B2&\"!\""]] as string[][];
    sheet.getRange("1:1").insert("Down");
    await context.sync();
  });
  expect(await read("B3:B4")).toEqual([[text.slice(1)], [`${text.slice(1)}!`]]);
});

describe("Ctrl+Z", () => {
  const type = async (address: string, row: number, column: number, text: string) => {
    host.grid.type(host.grid.activeSheet(), row, column, text);
    await host.eventsDelivered();
    expect(address).not.toBe("");
  };
  const undo = async () => {
    engine.api.getActiveWorkbook()!.undo();
    await host.eventsDelivered();
  };
  const redo = async () => {
    engine.api.getActiveWorkbook()!.redo();
    await host.eventsDelivered();
  };
  const rect = () => host.grid.tables()[0]?.rect.rows;

  test("takes back an edit together with the row that it made, and doing it again makes the row again", async () => {
    await layOut();
    await type("A4", 3, 0, "2026-01-08");
    expect([rect(), (await read("D4"))[0]]).toEqual([4, [0]]);
    await undo();
    expect([rect(), await read("A4:D4")]).toEqual([3, [["", "", "", ""]]]);
    await redo();
    expect([rect(), await read("A4:D4")]).toEqual([4, [[46030, "", "", 0]]]);
    await undo();
    expect(rect()).toBe(3);
  });
  test("leaves a row that holds something else", async () => {
    await layOut();
    await type("A4", 3, 0, "2026-01-08");
    await type("B4", 3, 1, "70");
    await undo();
    expect([rect(), await read("A4:D4")]).toEqual([4, [[46030, "", "", 0]]]);
  });
  test("takes back a column that filled itself, which is no calculated column any more", async () => {
    await layOut();
    await host.Excel.run(async (context) => {
      context.workbook.tables.getItem("Trades").columns.add(undefined, undefined, "Twice");
      await context.sync();
    });
    await type("E2", 1, 4, "=[@Gap]*2");
    expect(await read("E2:E3")).toEqual([[-5], [0.5]]);
    await undo();
    expect(await read("E2:E3")).toEqual([[""], [""]]);
    await type("A4", 3, 0, "2026-01-08");
    expect(await read("E4")).toEqual([[""]]);
  });
  test("reaches no further back than the add-in's last change", async () => {
    await layOut();
    await type("H8", 7, 7, "mine");
    await host.Excel.run(async (context) => {
      context.workbook.worksheets.getFirst().getRange("1:1").insert("Down");
      await context.sync();
    });
    await undo();
    expect(await read("H9")).toEqual([["mine"]]);
  });
});

test("a name that is a formula says what it comes to: a function that nobody calls is #CALC!", async () => {
  const names = await host.Excel.run(async (context) => {
    const { names: all } = context.workbook;
    const items = [["TWICE", "=LAMBDA(x,[y],x*2)"], ["FOUR", "=TWICE(2)"], ["NOW_ONE", "=LAMBDA(x,[y],IF(ISOMITTED(y),x,0))(1)"], ["WORDS", "=\"a\"&\"b\""], ["LOST", "=NO_SUCH(1)"], ["FIVE", "=5"]].map(([name, formula]) => all.add(name!, formula!).load("value,type"));
    await context.sync();
    return items.map(({ value, type }) => [value, type]);
  });
  expect(names).toEqual([["#CALC!", "Error"], [4, "Double"], [1, "Double"], ["ab", "String"], ["#NAME?", "Error"], ["5", "Double"]]);
});
