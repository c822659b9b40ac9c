import { layOutJournal, logTrades, readJournal, showCells } from "../../src/actions";
import { STANDARD } from "../../src/calc";
import { headerOf } from "../../src/journal/schema";
import { trades } from "../../src/journal/sheets";
import { asUser, refusal, trade } from "../actions/helpers";
import { closeExcel, columnOf, contentOf, openExcel, openJournal, pictureOf, sheetId, tableNamed } from "./journalInNode";

afterEach(closeExcel);
// whole lay-outs, hundreds of them: slow on a busy machine
jest.setTimeout(120_000);

const SHEET_NAMES = ["Trades", "Watchlist", "Plans", "Positions", "Campaigns", "Income", "Audit", "Settings", "Dashboard"];
/** The dashboard comes to the front of all tabs. */
const TABS = SHEET_NAMES.slice(0, -1);
const HEADERS = trades.columns.map((column) => headerOf(column, STANDARD));

describe("an empty workbook", () => {
  test("gets the whole journal in at most 12 round trips, none over 1 MB", async () => {
    const { grid, requests, failures } = await openExcel();
    const done = await layOutJournal();
    expect(done).toMatchObject({ added: SHEET_NAMES, address: "Trades!A5", words: "Added Trades, Watchlist, Plans, Positions, Campaigns, Income, Audit, Settings and Dashboard." });
    expect(failures).toEqual([]);
    expect(requests.length).toBeLessThanOrEqual(12);
    expect(Math.max(...requests.map(({ bytes }) => bytes))).toBeLessThan(1_000_000);
    expect(tableNamed(grid, "Trades")).toMatchObject({ columns: HEADERS, rect: { row: 3, column: 0, rows: 2, columns: 19 } });
    expect(grid.sheets().map(({ name }) => name)).toEqual(["Dashboard", "Sheet1", ...TABS]);
    expect(await readJournal()).toMatchObject({ state: "ready", missing: [], trades: [], problems: [], cash: 0, convention: STANDARD });
  });

  test("is left with the first cell to type in selected", async () => {
    const { grid } = await openJournal();
    expect(grid.selection()).toEqual({ sheetId: sheetId(grid, "Trades"), rect: { row: 4, column: 0, rows: 1, columns: 1 } });
  });

  test("looks as planned: frozen header, drop-downs, header notes, tinted answers, red money, wide enough columns", async () => {
    const { grid } = await openJournal();
    const id = sheetId(grid, "Trades");
    const at = (header: string): number => HEADERS.indexOf(header);
    expect(grid.frozen(id)).toEqual({ rows: 4, columns: 0 });
    expect(grid.validationAt(id, 4, at("Action"))).toMatchObject({ rule: { list: { inCellDropDown: true } }, errorAlert: { style: "Stop", showAlert: true }, prompt: { showPrompt: true } });
    expect(grid.validationAt(id, 4, at("Quantity"))).toMatchObject({ rule: { decimal: { formula1: 0, operator: "GreaterThan" } }, errorAlert: { style: "Warning" } });
    expect(grid.validationAt(id, 3, at("Break-even"))).toMatchObject({ prompt: { showPrompt: true, title: "Break-even", message: expect.stringContaining("strike − price + fees") } });
    expect(grid.validationAt(id, 5, at("Action"))).toBeNull();
    expect(grid.styleOf(id, 4, at("Cash"))).toMatchObject({ numberFormat: "#,##0.00;[Red]-#,##0.00", fill: "#F3F7F6" });
    expect(grid.styleOf(id, 4, at("Date")).numberFormat).toBe("m/d/yyyy");
    expect(grid.styleOf(id, 4, at("Date")).fill ?? "#FFFFFF").toBe("#FFFFFF");
    expect(grid.styleOf(id, 0, 0)).toMatchObject({ bold: true, fontSize: 18 });
    expect(grid.conditionalFormats(id).map(({ formula }) => formula)).toContain("=AND(ISNUMBER($H5),ISNUMBER($A5),$H5<INT($A5))");
    // 7 pixels a character and the filter button: nothing shows ####, no header is cut
    HEADERS.forEach((header, column) => expect([header, grid.columnWidth(id, column) >= header.length * 6.5 + 16]).toEqual([header, true]));
    expect(grid.columnWidth(id, at("Date"))).toBeGreaterThanOrEqual("12/31/2026".length * 7 + 5);
    expect(grid.columnWidth(id, at("Cash"))).toBeGreaterThanOrEqual("-1,000,000.00".length * 7 + 5);
  });

  test("has the settings with their defaults and choices", async () => {
    const { grid } = await openJournal();
    expect(columnOf(grid, "Settings", "Value")).toEqual(["strike", 365, "simple", "", 30, 45, 0.1, 100, 0, 0, 0.35, 0, "", 0.2, 0.4, "mid", 0, "", 0.15, 3, 180]);
    const { sheetId: id, rect } = tableNamed(grid, "Settings");
    expect(grid.validationAt(id, rect.row + 2, 1)).toMatchObject({ rule: { list: { source: "365,360,365.25,364,252" } } });
    expect(grid.styleOf(id, rect.row + 7, 1).numberFormat).toBe("0%");
  });
});

describe("a second press", () => {
  test("changes nothing and writes nothing", async () => {
    const { grid, changes, requests } = await openJournal();
    const before = pictureOf(grid);
    changes.length = requests.length = 0;
    expect(await layOutJournal()).toMatchObject({ added: [], words: "The journal is complete: there was nothing to add." });
    expect(changes).toEqual([]);
    expect(requests.filter(({ write }) => write)).toEqual([]);
    expect(pictureOf(grid)).toEqual(before);
  });
});

describe("a lay-out that was cut off", () => {
  const whole = async (): Promise<{ picture: unknown; requests: number; actions: number[] }> => {
    const { grid, requests } = await openJournal();
    const asked = requests.filter(({ housekeeping }) => !housekeeping);
    const laid = { picture: pictureOf(grid), requests: asked.length, actions: asked.map(({ actions }) => actions) };
    closeExcel();
    return laid;
  };

  test("before or after any of its requests is completed by the next press", async () => {
    const { picture, requests } = await whole();
    for (let request = 1; request <= requests; request += 1) {
      for (const fault of ["refuse", "loseAnswer"] as const) {
        const { grid, faults } = await openExcel();
        if (fault === "refuse") faults.refuse(request, 5012);
        else faults.loseAnswer(request);
        expect((await refusal(layOutJournal())).message).toBe("The connection to Excel was lost. Reload the workbook and try again.");
        await layOutJournal();
        expect(pictureOf(grid)).toEqual(picture);
        closeExcel();
      }
    }
  });

  test("in the middle of a request, after any of its actions, is completed too", async () => {
    const { picture, actions } = await whole();
    for (const [index, count] of actions.entries()) {
      for (let action = 1 + ((31 * index) % STEP); action <= count; action += STEP) {
        const { grid, faults } = await openExcel();
        faults.failAction(index + 1, action, "GeneralException");
        const error = await refusal(layOutJournal());
        expect(error.code).toBe("GeneralException");
        await layOutJournal();
        const now = pictureOf(grid);
        if (JSON.stringify(now) !== JSON.stringify(picture)) expect({ index, action, now }).toEqual({ index, action, now: picture });
        closeExcel();
      }
    }
  }, 300_000);
  /** Every so many actions; a prime, and each request begins elsewhere, so that all kinds of them are met. */
  const STEP = 149;

  test("keeps the rows that were typed under the headers in the meantime", async () => {
    const { grid, faults } = await openExcel();
    faults.failAction(2, 200, "GeneralException");
    await refusal(layOutJournal());
    expect(grid.tables().map(({ name }) => name)).not.toContain("Trades");
    await asUser((context) => {
      const sheet = context.workbook.worksheets.getItem("Trades");
      sheet.getRange("A5:F6").values = [[46027, "", "KO", "Sell to open", "Put", 1], [46028, "", "F", "Expired", "Put", 2]];
    });
    await layOutJournal();
    expect(tableNamed(grid, "Trades").rect.rows).toBe(3);
    expect(columnOf(grid, "Trades", "Ticker")).toEqual(["KO", "F"]);
    expect(columnOf(grid, "Trades", "Cash").every((formula) => String(formula).startsWith("="))).toBe(true);
  });
});

describe("what is the user's", () => {
  test("a sheet called Trades with something on it stays as it is; the table goes to another sheet and keeps its name", async () => {
    const { grid } = await openExcel();
    await asUser((context) => {
      const sheet = context.workbook.worksheets.add("Trades");
      sheet.getRange("B2:C3").values = [["my", "trades"], [1, 2]];
      sheet.getRange("C4").formulas = [["=SUM(C3,1)"]];
    });
    const before = contentOf(grid, "Trades");
    const done = await layOutJournal();
    expect(done.words).toContain('Trades is on the sheet "Trades (Wheel)", because a sheet of yours is called Trades.');
    expect(contentOf(grid, "Trades")).toEqual(before);
    expect(tableNamed(grid, "Trades").sheetId).toBe(sheetId(grid, "Trades (Wheel)"));
    expect((await layOutJournal()).added).toEqual([]);
  });

  test("an empty sheet called Trades is taken", async () => {
    const { grid } = await openExcel();
    await asUser((context) => void context.workbook.worksheets.add("trades"));
    await layOutJournal();
    expect(grid.sheets().map(({ name }) => name)).toEqual(["Dashboard", "Sheet1", "trades", ...TABS.slice(1)]);
    expect(tableNamed(grid, "Trades").sheetId).toBe(sheetId(grid, "trades"));
  });

  test("a table called Trades with other columns stops everything before it begins", async () => {
    const { grid, changes } = await openExcel();
    await asUser((context) => {
      const sheet = context.workbook.worksheets.getItem("Sheet1");
      sheet.getRange("A1:C2").values = [["Date", "Ticker", "Profit"], [1, "KO", 3]];
      sheet.tables.add("A1:C2", true).name = "Trades";
    });
    const before = pictureOf(grid);
    changes.length = 0;
    const error = await refusal(layOutJournal());
    expect(error).toMatchObject({ name: "ExcelRefused", code: "ForeignTable" });
    expect(error.message).toContain("There is already a table called Trades (on the sheet Sheet1) with other columns than the journal's.");
    expect(changes).toEqual([]);
    expect(pictureOf(grid)).toEqual(before);
    expect(await readJournal()).toMatchObject({ state: "absent", problems: [{ words: error.message }] });
  });

  test("a defined name Watchlist stops everything before it begins", async () => {
    const { changes } = await openExcel();
    await asUser((context) => void context.workbook.names.add("Watchlist", context.workbook.worksheets.getItem("Sheet1").getRange("A1:A3")));
    changes.length = 0;
    expect(await refusal(layOutJournal())).toMatchObject({ code: "NameTaken", message: expect.stringContaining("The name Watchlist is given to something else") });
    expect(changes).toEqual([]);
  });

  test("own columns, own order, own formulas and a moved table survive; only what is missing is added", async () => {
    const { grid } = await openExcel();
    await asUser((context) => {
      const sheet = context.workbook.worksheets.add("My log");
      const headers = ["Id", "Mood", " ticker ", "Date", "ACTION", "Type", "Quantity", "Strike", "Expiry", "Price", "Half", "Multiplier", "Notes", "Account", "Cash"];
      sheet.getRange("C7:Q7").values = [headers];
      sheet.getRange("C8:Q8").values = [["x1", "calm", "KO", 46027, "Sell to open", "Put", 1, 50, 46073, 1.2, "", "", "", "", ""]];
      sheet.tables.add("C7:Q8", true).name = "Trades";
      sheet.getRange("M8").formulas = [["=[@Price]/2"]];
      sheet.getRange("Q8").formulas = [["=[@Price]*100"]];
    });
    const done = await layOutJournal();
    expect(done.added).toEqual(["Trades: Fees", "Trades: Days", "Trades: Break-even", "Trades: Collateral", "Trades: Yield", "Trades: Annualised", ...SHEET_NAMES.slice(1)]);
    const { columns, sheetId: id } = tableNamed(grid, "Trades");
    expect(id).toBe(sheetId(grid, "My log"));
    expect(columns).toEqual([
      "Id", "Mood", " ticker ", "Date", "ACTION", "Type", "Quantity", "Strike", "Expiry", "Price", "Fees", "Half", "Multiplier", "Notes", "Account", "Cash",
      "Days", "Break-even", "Collateral", "Yield (strike)", "Annualised (365, strike)",
    ]);
    expect(columnOf(grid, "Trades", "Cash")).toEqual(["=Trades[[#This Row],[Price]]*100"]);
    expect(columnOf(grid, "Trades", "Half")).toEqual(["=Trades[[#This Row],[Price]]/2"]);
    expect(columnOf(grid, "Trades", "Mood")).toEqual(["calm"]);
    expect(String(columnOf(grid, "Trades", "Break-even")[0])).toContain("[ACTION]");
    expect((await layOutJournal()).added).toEqual([]);
    expect(await readJournal()).toMatchObject({ state: "ready", trades: [{ row: 8, trade: { ticker: "KO", id: "x1" } }] });
  });

  test("a column that is cut off while it is added is finished by the next press, once", async () => {
    const { grid, faults, requests } = await openJournal();
    const before = contentOf(grid, "Trades");
    const deleteFees = () => asUser((context) => context.workbook.tables.getItem("Trades").columns.getItem("Fees").delete());
    await deleteFees();
    requests.length = 0;
    await layOutJournal();
    const write = requests.findIndex((request) => request.write) + 1;
    const actions = requests[write - 1]?.actions ?? 0;
    expect(contentOf(grid, "Trades")).toEqual(before);
    for (let action = 1; action <= actions; action += 3) {
      await deleteFees();
      faults.failAction(write, action, "GeneralException");
      await refusal(layOutJournal());
      faults.clear();
      await layOutJournal();
      expect(contentOf(grid, "Trades")).toEqual(before);
    }
  });

  test("a formula that lost a column is mended when the column is back; a formula of the user's is not", async () => {
    const { grid } = await openJournal();
    const calculated = ["Cash", "Break-even", "Collateral", "Yield (strike)", "Annualised (365, strike)"];
    const formulas = () => calculated.map((header) => columnOf(grid, "Trades", header));
    const before = formulas();
    await asUser((context) => {
      const { columns } = context.workbook.tables.getItem("Trades");
      columns.getItem("Days").getDataBodyRange().formulas = [["=[@Expiry]-[@Date]"]];
      columns.getItem("Multiplier").delete();
    });
    expect(formulas().flat().every((formula) => String(formula).includes("#REF!"))).toBe(true);
    const missing = ["Trades: Multiplier", ...["Cash", "Break-even", "Collateral", "Yield", "Annualised"].map((header) => `Trades: the formula of ${header}`)];
    expect((await readJournal()).missing).toEqual(missing);
    expect((await layOutJournal()).added).toEqual(missing);
    expect(formulas()).toEqual(before);
    expect(columnOf(grid, "Trades", "Days")).toEqual(["=Trades[[#This Row],[Expiry]]-Trades[[#This Row],[Date]]"]);
    expect((await layOutJournal()).added).toEqual([]);
  });

  test("a renamed column is known by its note: it gets its name back with all that stands in it, and no second one is added", async () => {
    const { grid } = await openJournal();
    await logTrades([trade()]);
    const before = pictureOf(grid);
    await asUser((context) => {
      const { columns } = context.workbook.tables.getItem("Trades");
      columns.getItem("Price").name = "Premium";
      columns.getItem("Account").name = "Broker";
      columns.getItem("Cash").name = "My cash";
    });
    const words = 'Columns of the Trades table have another name now: Account is called "Broker", Price is called "Premium". “Complete the journal” gives them their names back; nothing else changes.';
    const read = await readJournal();
    expect(read).toMatchObject({ state: "incomplete", cash: null, trades: [], missing: ['Trades: Account, now called "Broker"', 'Trades: Price, now called "Premium"', 'Trades: Cash, now called "My cash"'] });
    expect(read.problems.map((one) => one.words)).toEqual([words]);
    expect((await refusal(logTrades([trade()]))).message).toContain('Price is called "Premium"');
    const done = await layOutJournal();
    expect(done).toMatchObject({ words: 'Gave Account (which was called "Broker"), Price (which was called "Premium") and Cash (which was called "My cash") their names back.', added: [] });
    expect(pictureOf(grid)).toEqual(before);
    expect((await readJournal()).cash).toBe(238.7);
  });

  test("a column that was deleted is not looked for under another name, and a column of the user's stays the user's", async () => {
    const { grid } = await openJournal();
    await asUser((context) => {
      const { columns } = context.workbook.tables.getItem("Trades");
      columns.add(9, [["Mine"], ["x"]]);
      columns.getItem("Mine").getHeaderRowRange().dataValidation.rule = { custom: { formula: "=TRUE" } };
      columns.getItem("Mine").getHeaderRowRange().dataValidation.prompt = { showPrompt: true, title: "Price", message: "copied along" };
      columns.getItem("Price").delete();
    });
    expect((await layOutJournal()).added[0]).toBe("Trades: Price");
    expect(columnOf(grid, "Trades", "Mine")).toEqual(["x"]);
  });

  test("settings that were changed stay, a deleted row comes back at the end", async () => {
    const { grid } = await openJournal();
    await asUser((context) => {
      const table = context.workbook.tables.getItem("Settings");
      table.getDataBodyRange().getCell(1, 1).values = [[360]];
      table.rows.getItemAt(6).delete();
      table.rows.getItemAt(0).delete();
    });
    expect((await layOutJournal()).added).toEqual(["Settings: Capital base", "Settings: Most spread of mid"]);
    expect(columnOf(grid, "Settings", "Name").slice(-2)).toEqual(["Capital base", "Most spread of mid"]);
    expect(columnOf(grid, "Settings", "Value")[0]).toBe(360);
    const { sheetId: id, rect } = tableNamed(grid, "Settings");
    expect(grid.styleOf(id, rect.row + rect.rows - 1, 1).numberFormat).toBe("0%");
    expect(grid.validationAt(id, rect.row + rect.rows - 2, 1)).toMatchObject({ rule: { list: { source: "strike,net" } } });
    expect(grid.validationAt(id, rect.row + rect.rows - 1, 1)).toMatchObject({ rule: { decimal: { formula1: 0, operator: "GreaterThanOrEqualTo" } }, errorAlert: { style: "Warning" } });
  });

  test("a deleted sheet comes back, the others are not touched", async () => {
    const { grid } = await openJournal();
    const before = contentOf(grid, "Trades");
    await asUser((context) => {
      context.workbook.worksheets.getItem("Watchlist").delete();
    });
    expect(await readJournal()).toMatchObject({ state: "incomplete", missing: ["Watchlist"] });
    expect((await layOutJournal()).added).toEqual(["Watchlist"]);
    expect(contentOf(grid, "Trades")).toEqual(before);
  });

  test("a journal of version 1 gets the reports that it lacks, filled from its log, and nothing else is touched", async () => {
    const { grid } = await openJournal();
    await logTrades([trade()]);
    await asUser((context) => {
      ["Positions", "Campaigns", "Income", "Audit"].forEach((name) => context.workbook.worksheets.getItem(name).delete());
      context.workbook.settings.add("WheelJournalSchema", 1);
      context.workbook.properties.custom.add("WheelJournalSchema", 1);
    });
    const before = ["Trades", "Watchlist", "Settings"].map((name) => contentOf(grid, name));
    expect((await layOutJournal()).added).toEqual(["Positions", "Campaigns", "Income", "Audit"]);
    expect(["Trades", "Watchlist", "Settings"].map((name) => contentOf(grid, name))).toEqual(before);
    expect(columnOf(grid, "Positions", "Ticker")).toEqual(["KO"]);
    expect(columnOf(grid, "Audit", "Cash")).toEqual([238.7, 238.7]);
    expect((await layOutJournal()).added).toEqual([]);
  });

  test("a table that was deleted from under another comes back to the end of their sheet, and is filled", async () => {
    const { grid } = await openJournal();
    await logTrades([trade()]);
    await asUser((context) => context.workbook.tables.getItem("Chains").delete());
    expect(await readJournal()).toMatchObject({ state: "incomplete", missing: ["Chains"] });
    expect((await layOutJournal()).added).toEqual(["Chains"]);
    expect(columnOf(grid, "Chains", "State")).toEqual(["Open"]);
    expect(columnOf(grid, "Campaigns", "State")).toEqual(["Short put"]);
  });

  test("a renamed sheet is still the journal's", async () => {
    const { grid } = await openJournal();
    await asUser((context) => {
      context.workbook.worksheets.getItem("Trades").name = "Log 2026";
    });
    expect((await layOutJournal()).added).toEqual([]);
    expect(grid.sheets().map(({ name }) => name)).toContain("Log 2026");
    expect(await readJournal()).toMatchObject({ state: "ready" });
  });
});

describe("Excel says no", () => {
  test("a protected sheet that lacks a column is named, and nothing is changed", async () => {
    const { grid, changes } = await openJournal();
    await asUser((context) => {
      context.workbook.tables.getItem("Trades").columns.getItem("Multiplier").delete();
      context.workbook.worksheets.getItem("Trades").protection.protect();
    });
    const before = pictureOf(grid);
    changes.length = 0;
    expect(await refusal(layOutJournal())).toMatchObject({ code: "AccessDenied", message: "The sheet Trades is protected. Unprotect it (Review, Unprotect Sheet) and try again." });
    expect(changes).toEqual([]);
    expect(pictureOf(grid)).toEqual(before);
  });

  test("while a cell is being edited it waits for the end of the edit", async () => {
    const { grid, faults } = await openExcel();
    faults.editing(true);
    const laying = layOutJournal();
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(grid.tables()).toEqual([]);
    faults.editing(false);
    expect((await laying).added).toHaveLength(SHEET_NAMES.length);
  });

  test("a journal of a newer version is left alone", async () => {
    const { changes } = await openJournal();
    await asUser((context) => void context.workbook.properties.custom.add("WheelJournalSchema", 99));
    changes.length = 0;
    expect((await refusal(layOutJournal())).code).toBe("NewerJournal");
    expect(changes).toEqual([]);
    expect(await readJournal()).toMatchObject({ state: "newer" });
  });

  test("a place that is gone is named", async () => {
    await openExcel();
    expect((await refusal(showCells("Nowhere!A1"))).message).toBe("The sheet Nowhere is not there any more.");
  });
});
