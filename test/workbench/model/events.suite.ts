import { parseRect } from "../../../workbench/grid/a1";
import { type Host, openExcel, withTrades } from "./excel";

let host: Host;
beforeEach(async () => {
  host = await openExcel();
  await withTrades(host);
});

const type = (address: string, value: string | number) => host.grid.asUser((grid) => grid.write(grid.activeSheet(), parseRect(address)!, [[{ value }]]));

test("an edit is told once to each that asked: the sheet, all sheets, the table, all tables", async () => {
  const heard: string[] = [];
  await host.Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getFirst();
    sheet.onChanged.add(async (e) => void heard.push(`sheet ${e.address} ${e.changeType} ${e.triggerSource}`));
    context.workbook.worksheets.onChanged.add(async (e) => void heard.push(`sheets ${e.address}`));
    context.workbook.tables.getItem("Trades").onChanged.add(async (e) => void heard.push(`table ${e.address}`));
    context.workbook.tables.onChanged.add(async (e) => void heard.push(`tables ${e.address}`));
    await context.sync();
  });
  type("B2", 61);
  await host.eventsDelivered();
  expect(heard.sort()).toEqual(["sheet B2 RangeEdited Unknown", "sheets B2", "table B2", "tables B2"]);
  heard.length = 0;
  type("Z9", 1);
  await host.eventsDelivered();
  expect(heard.sort()).toEqual(["sheet Z9 RangeEdited Unknown", "sheets Z9"]);
});

test("an event leads to the cells that were changed", async () => {
  let values: unknown;
  await host.Excel.run(async (context) => {
    context.workbook.worksheets.getFirst().onChanged.add(async (e) => {
      await host.Excel.run(async (inner) => {
        const range = e.getRange(inner);
        range.load("values");
        e.getRangeOrNullObject(inner).load("address");
        await inner.sync();
        values = range.values;
      });
    });
    await context.sync();
  });
  type("B2", 61);
  await host.eventsDelivered();
  expect(values).toEqual([[61]]);
});

test("a large write that office.js cuts into pieces is one event, and the add-in's own", async () => {
  const heard: string[] = [];
  await host.Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.add("Big");
    sheet.onChanged.add(async (e) => void heard.push(`${e.address} ${e.triggerSource}`));
    await context.sync();
    sheet.getRange("A1:C2000").values = Array.from({ length: 2000 }, (_, i) => [i, 1, 2]);
    await context.sync();
  });
  await host.eventsDelivered();
  expect(heard).toEqual(["A1:C2000 ThisLocalAddin"]);
});

test("sheets and tables that come, go, are shown and selected", async () => {
  const heard: string[] = [];
  await host.Excel.run(async (context) => {
    const { worksheets, tables } = context.workbook;
    worksheets.onAdded.add(async () => void heard.push("sheet added"));
    worksheets.onDeleted.add(async () => void heard.push("sheet deleted"));
    worksheets.onActivated.add(async () => void heard.push("activated"));
    worksheets.onDeactivated.add(async () => void heard.push("deactivated"));
    worksheets.onSelectionChanged.add(async (e) => void heard.push(`selected ${e.address}`));
    tables.onAdded.add(async (e) => void heard.push(`table added ${e.tableId}`));
    tables.onDeleted.add(async (e) => void heard.push(`table deleted ${e.tableName}`));
    tables.getItem("Trades").onSelectionChanged.add(async (e) => void heard.push(`in table ${e.isInsideTable}`));
    await context.sync();
    const sheet = worksheets.add("Other");
    sheet.getRange("A1:A2").values = [["H"], [1]];
    const table = sheet.tables.add("A1:A2", true);
    table.name = "Extra";
    await context.sync();
    worksheets.getFirst().getRange("B2").select();
    sheet.activate();
    table.convertToRange();
    await context.sync();
    sheet.delete();
    await context.sync();
  });
  await host.eventsDelivered();
  expect(heard.sort()).toEqual(["activated", "activated", "deactivated", "deactivated", "in table true", "selected B2", "sheet added", "sheet deleted", "table added 2", "table deleted Extra"].sort());
});

test("no events while the add-in has switched them off, nor after a handler was removed", async () => {
  let count = 0;
  await host.Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getFirst();
    const handler = sheet.onChanged.add(async () => void count++);
    await context.sync();
    expect(host.leftOvers().handlers).toBe(1);
    context.runtime.enableEvents = false;
    sheet.getRange("A9").values = [[1]];
    await context.sync();
    await host.eventsDelivered();
    expect(count).toBe(0);
    context.runtime.enableEvents = true;
    handler.remove();
    await context.sync();
    sheet.getRange("A9").values = [[2]];
    await context.sync();
  });
  await host.eventsDelivered();
  expect(count).toBe(0);
  expect(host.leftOvers().handlers).toBe(0);
});

test("inserted and deleted rows say so", async () => {
  const heard: string[] = [];
  await host.Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getFirst();
    sheet.onChanged.add(async (e) => void heard.push(`${e.changeType} ${e.address}`));
    await context.sync();
    sheet.getRange("2:2").insert("Down");
    sheet.getRange("2:2").delete("Up");
    sheet.getRange("F1:F2").insert("Down");
    await context.sync();
  });
  await host.eventsDelivered();
  expect(heard).toEqual(["RowInserted 2:2", "RowDeleted 2:2", "CellInserted F1:F2"]);
});
