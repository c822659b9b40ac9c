import { excelInNode } from "../../workbench/harness/inNode";

test("the real office.js lays out a table over the memory grid, in one round trip and back", async () => {
  const { Excel, requests, leftOvers, failures, eventsDelivered } = await excelInNode();
  const seen: string[] = [];
  const result = await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.add("Journal");
    sheet.getRange("A1:E2").values = [["Opened", "Ticker", "Strike", "Price", "Gap"], ["2026-01-05", "KO", "60", 62.5, ""]];
    const table = sheet.tables.add("A1:E2", true);
    table.name = "Trades";
    table.columns.getItem("Gap").getDataBodyRange().formulas = [["=[@Strike]-[@Price]"]];
    sheet.getRange("C2:D2").numberFormat = [["$0.00", "$0.00"]];
    sheet.getRange("A:A").format.columnWidth = 90;
    sheet.freezePanes.freezeRows(1);
    sheet.getRange("B2").dataValidation.rule = { list: { inCellDropDown: true, source: "KO,F" } };
    context.workbook.names.add("Rate", sheet.getRange("H1"));
    table.onChanged.add(async (e) => void seen.push(e.address));
    table.rows.add(undefined, [["2026-01-06", "F", 12, 11.75, null as never]]);
    const all = table.getRange();
    all.load("values,formulas,numberFormat,address");
    const validation = sheet.getRange("B3").dataValidation;
    validation.load("rule");
    const name = context.workbook.names.getItem("Rate");
    name.load("value,formula");
    table.columns.load("items/name");
    await context.sync();
    return { values: all.values, formula: all.formulas[2]?.[4], formats: all.numberFormat[2], address: all.address, rule: validation.rule, name: [name.value, name.formula], columns: table.columns.items.map((c) => c.name) };
  });
  expect(failures).toEqual([]);
  expect(result).toEqual({
    values: [["Opened", "Ticker", "Strike", "Price", "Gap"], [46027, "KO", 60, 62.5, ""], [46028, "F", 12, 11.75, ""]],
    formula: "=[@Strike]-[@Price]",
    formats: ["m/d/yyyy", "General", "$0.00", "$0.00", "General"],
    address: "Journal!A1:E3",
    rule: { list: { inCellDropDown: true, source: "KO,F" } },
    name: ["Journal!H1", "=Journal!$H$1"],
    columns: ["Opened", "Ticker", "Strike", "Price", "Gap"],
  });
  await eventsDelivered();
  expect(requests.length).toBeLessThanOrEqual(2);
  expect(leftOvers().references).toBe(0);
  expect(seen.length).toBeGreaterThan(0);
});

test("what was installed is taken away again, names and all, so that a second Excel can be opened", async () => {
  const names = () => ["Excel", "Office", "OfficeExtension"].filter((name) => name in globalThis);
  expect(names()).toEqual([]);
  for (let turn = 0; turn < 2; turn++) {
    const uninstall = (await excelInNode()).install();
    expect(names()).toHaveLength(3);
    expect(await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getFirst().load("name");
      await context.sync();
      return sheet.name;
    })).toBe("Sheet1");
    uninstall();
    expect(names()).toEqual([]);
  }
  const other = { mine: true };
  Object.assign(globalThis, { Excel: other });
  (await excelInNode()).install()();
  expect((globalThis as Record<string, unknown>).Excel).toBe(other);
  Reflect.deleteProperty(globalThis, "Excel");
});
