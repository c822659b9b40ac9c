import { type OfficeInJsdom, officeInJsdom } from "../../workbench/harness/jsdom";

let office: OfficeInJsdom;
beforeEach(async () => {
  office = await officeInJsdom();
});
afterEach(() => office.close());

test("office.js starts as in Excel on the web", () => {
  expect(office.info.host).toBe("Excel");
  expect(office.info.platform).toBe("OfficeOnline");
  expect(office.window.Office.context.requirements.isSetSupported("ExcelApi", "1.15")).toBe(true);
  expect(office.window.Office.context.requirements.isSetSupported("ExcelApi", "1.16")).toBe(false);
  expect(office.pageErrors).toEqual([]);
});

test("Excel.run works over the page's protocol", async () => {
  const value: unknown = await office.window.Excel.run(async (context) => {
    const range = context.workbook.worksheets.getActiveWorksheet().getRange("A1");
    range.values = [[7]];
    range.load("values");
    await context.sync();
    return range.values[0]?.[0];
  });
  expect(value).toBe(7);
  await new Promise((resolve) => setTimeout(resolve, 20)); // office.js gives its references back after the run
  expect(office.host.leftOvers().references).toBe(0);
  expect(office.unexpected).toEqual([]);
});

test("a file is opened as a new workbook, of which the host tells", async () => {
  const opened: Uint8Array[] = [];
  office.workbook.onOpened((file) => void opened.push(file));
  await office.window.Excel.createWorkbook(btoa("PK"));
  expect(opened).toEqual([Uint8Array.from([80, 75])]);
  expect(office.unexpected).toEqual([]);
});

test("custom functions are called, and errors come with their words", async () => {
  const { window, host } = office;
  window.CustomFunctions.associate("ADD", (a: number, b: number) => a + b);
  window.CustomFunctions.associate("PAIR", (a: number) => [[a, a * 2]]);
  window.CustomFunctions.associate("FAIL", () => {
    throw new (window.CustomFunctions.Error as typeof CustomFunctions.Error)(window.CustomFunctions.ErrorCode.notAvailable, "there is no answer");
  });
  const results = await Promise.all([host.callFunction("ADD", [2, 40], "Sheet1!A1"), host.callFunction("PAIR", [4], "Sheet1!A2"), host.callFunction("FAIL", [], "Sheet1!A3")]);
  expect(JSON.parse(JSON.stringify(results))).toEqual([{ ok: true, value: 42 }, { ok: true, value: [[4, 8]] }, { ok: false, message: "there is no answer", code: 1 }]);
});

test("a ribbon command runs its function and ends when the function says so", async () => {
  const { window, host } = office;
  const seen: string[] = [];
  window.Office.actions.associate("NewJournal", (event: Office.AddinCommands.Event) => {
    seen.push(event.source.id);
    event.completed();
  });
  const result = await host.invokeCommand("NewJournal", "NewJournalButton");
  expect(seen).toEqual(["NewJournalButton"]);
  expect(result.status).toBe(0);
});

test("the add-in asks for its pane, and hears of it", async () => {
  const { window, host } = office;
  const heard: string[] = [];
  await window.Office.addin.onVisibilityModeChanged((event) => void heard.push(event.visibilityMode));
  await window.Office.addin.hide();
  await window.Office.addin.showAsTaskpane();
  host.paneShown(false);
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(office.paneAsked).toEqual([false, true]);
  expect(heard).toEqual(["Hidden", "Taskpane", "Hidden"]);
});

test("the selection is told to workbook.onSelectionChanged", async () => {
  let count = 0;
  await office.window.Excel.run(async (context) => {
    context.workbook.onSelectionChanged.add(() => Promise.resolve(void count++));
    await context.sync();
    context.workbook.worksheets.getFirst().getRange("B2").select();
    await context.sync();
  });
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(count).toBe(1);
});

test("document settings are kept with the workbook", async () => {
  const { window, workbook } = office;
  window.Office.context.document.settings.set("draft", { strike: 50 });
  const status = await new Promise((resolve) => window.Office.context.document.settings.saveAsync((result) => resolve(result.status)));
  expect(status).toBe("succeeded");
  expect(JSON.parse(workbook.snapshot().documentSettings.draft ?? "null")).toEqual({ strike: 50 });
});

test("while a cell is being edited a request is refused, or waits when it asked for that", async () => {
  const { window, host } = office;
  const touch = async (context: Excel.RequestContext) => {
    context.workbook.worksheets.getActiveWorksheet().getRange("A1").values = [[1]];
    await context.sync();
    return "done";
  };
  host.faults.editing(true);
  await expect(window.Excel.run(touch)).rejects.toMatchObject({ code: "InvalidOperationInCellEditMode" });
  const waiting = window.Excel.run({ delayForCellEdit: true }, touch);
  expect(await Promise.race([waiting, new Promise((resolve) => setTimeout(() => resolve("waits"), 30))])).toBe("waits");
  host.faults.editing(false);
  expect(await waiting).toBe("done");
});
