import { layOutJournal, logTrades, readJournal } from "../../src/actions";
import type { Trade } from "../../src/calc";
import { MemoryGrid } from "../../workbench/grid/memory";
import { REQUIREMENTS, type Requirements } from "../../workbench/protocol/requirements";
import { closeExcel, columnOf, contentOf, openExcel, openJournal, pictureOf, sheetId, tableNamed } from "../workbook/journalInNode";
import { asUser, goldenChainA, refusal, trade } from "./helpers";

afterEach(closeExcel);
jest.setTimeout(60_000);

test("the first trade takes the blank row, the next ones come below, each with formulas, formats and checks", async () => {
  const { grid, failures } = await openJournal();
  const first = await logTrades([trade()]);
  expect(first).toMatchObject({ words: "Logged: Sell to open 2 KO 50 Put.", address: "Trades!A5:S5" });
  const second = await logTrades([trade({ ticker: "F", strike: 12 })]);
  expect(second.address).toBe("Trades!A6:S6");
  expect(failures).toEqual([]);
  expect(tableNamed(grid, "Trades").rect.rows).toBe(3);
  expect(columnOf(grid, "Trades", "Id")).toEqual(["W1", "W2"]);
  expect(new Set(columnOf(grid, "Trades", "Cash")).size).toBe(1);
  const id = sheetId(grid, "Trades");
  expect(grid.styleOf(id, 5, 0).numberFormat).toBe("m/d/yyyy");
  expect(grid.validationAt(id, 5, 3)).toEqual(grid.validationAt(id, 4, 3));
  const { trades, cash } = await readJournal();
  expect(trades.map(({ trade: { id: name, ...rest }, row }) => [name, row, rest.ticker])).toEqual([["W1", 5, "KO"], ["W2", 6, "F"]]);
  expect(cash).toBe(477.4);
});

test.each([
  [{ action: "Deposit", price: 10_000 }, "Logged: Deposit $10,000.00."],
  [{ action: "Interest", price: -3.21 }, "Logged: Interest −$3.21."],
  [{ action: "Dividend", ticker: "KO", price: 0.125 }, "Logged: Dividend KO $0.125."],
] as const)("%j is told as money", async (row, words) => {
  await openJournal();
  const none = { ticker: "", strike: null, expiry: null, quantity: 0, fees: 0 };
  expect((await logTrades([trade({ type: "Cash", ...none, ...row })])).words).toBe(words);
});

test("one trade is logged in at most 4 round trips, and the reports follow in at most 7 more", async () => {
  const { requests } = await openJournal();
  await logTrades([trade()]);
  const blankRow = requests.length;
  requests.length = 0;
  await logTrades([trade()]);
  expect([blankRow, requests.length].filter((count) => count > 11)).toEqual([]);
  expect(requests.slice(0, 4).some(({ write }) => write)).toBe(true);
});

test("what was logged is read back as it was, golden chain A and all", async () => {
  await openJournal();
  const chain = goldenChainA();
  await logTrades(chain);
  const { trades, problems, cash } = await readJournal();
  expect(problems).toEqual([]);
  expect(trades.map((one) => ({ ...one.trade, id: "" }))).toEqual(chain);
  expect(cash).toBe(564.15);
});

test("10,000 trades take at most 2 writes, none over 1 MB", async () => {
  const { grid, requests } = await openJournal();
  const many = Array.from({ length: 10_000 }, (_, index): Trade => trade({ date: 46027 + (index % 300), ticker: `T${index % 40}`, account: index % 2 ? "Main" : "IRA", price: 1 + (index % 97) / 100, notes: index % 5 ? "" : "rolled down and out" }));
  const done = await logTrades(many);
  expect(done).toMatchObject({ words: "Logged 10,000 rows.", address: "Trades!A5:S10004" });
  const writes = requests.filter(({ bytes }) => bytes > 200_000);
  expect(writes).toHaveLength(2);
  expect(Math.max(...requests.map(({ bytes }) => bytes))).toBeLessThan(1_000_000);
  expect(tableNamed(grid, "Trades").rect.rows).toBe(10_001);
  expect((await readJournal()).trades).toHaveLength(10_000);
}, 60_000);

test.each(["é \"quoted\" ".repeat(60), "輪".repeat(300), "🎡\\".repeat(150)])("with long notes the writes are more, but none is over 1 MB (%#)", async (notes) => {
  const { requests } = await openJournal();
  await logTrades(Array.from({ length: 3000 }, () => trade({ notes })));
  expect(Math.max(...requests.map(({ bytes }) => bytes))).toBeLessThan(1_000_000);
  expect((await readJournal()).trades).toHaveLength(3000);
}, 60_000);

test.each(["=1+1", "=HYPERLINK(\"http://x\",\"y\")", "+5", "-2+3", "@SUM(A1:A9)", "'already", "0012", "1/2", "MAR1", "TRUE", "1E5", "#N/A", "  ", "50%", "a\nb", "emoji 🎡", "=", "-"])("notes and account typed as %j are shown as typed", async (text) => {
  const { grid } = await openJournal();
  await logTrades([trade({ notes: text, account: text, ticker: "TRUE" })]);
  const id = sheetId(grid, "Trades");
  const [row = []] = grid.read(id, { row: 4, column: 0, rows: 1, columns: 13 });
  for (const column of [1, 2, 11]) expect(row[column]?.formula).toBeUndefined();
  expect(row[11]?.value).toBe(text);
  expect(row[2]?.value).toBe("TRUE");
  const { trades } = await readJournal();
  expect(trades[0]?.trade).toMatchObject({ notes: text.trim(), account: text.trim() || "Main", ticker: "TRUE" });
});

test("own columns between ours keep what the user has there, and their formulas", async () => {
  const { grid } = await openJournal();
  await logTrades([trade()]);
  await asUser((context) => {
    const { columns } = context.workbook.tables.getItem("Trades");
    columns.add(5, [["Mood"], ["calm"]]);
    columns.add(10, [["Double"], ["=[@Price]*2"]]);
  });
  await logTrades([trade({ price: 3 }), trade({ price: 4 })]);
  expect(columnOf(grid, "Trades", "Mood")).toEqual(["calm", "", ""]);
  expect(columnOf(grid, "Trades", "Price")).toEqual([1.2, 3, 4]);
  expect(columnOf(grid, "Trades", "Double")[0]).toBe("=Trades[[#This Row],[Price]]*2");
});

test("what stands below the table is moved down, never written over", async () => {
  const { grid } = await openJournal();
  await logTrades([trade()]);
  await asUser((context) => {
    const sheet = context.workbook.worksheets.getItem("Trades");
    sheet.getRange("B7").values = [["my own sum"]];
    sheet.getRange("N7").formulas = [["=SUM(N5:N5)"]];
  });
  await logTrades([trade(), trade(), trade()]);
  expect(tableNamed(grid, "Trades").rect.rows).toBe(5);
  const content = contentOf(grid, "Trades");
  expect(content.filter((row) => row[1] === "my own sum")).toHaveLength(1);
  expect(columnOf(grid, "Trades", "Ticker")).toEqual(["KO", "KO", "KO", "KO"]);
  expect((await readJournal()).problems).toEqual([]);
});

test("when moving it would cut another table in two, nothing is written and the words say so", async () => {
  const { grid, changes } = await openJournal();
  await logTrades([trade()]);
  await asUser((context) => {
    const sheet = context.workbook.worksheets.getItem("Trades");
    sheet.getRange("B7").values = [["note"]];
    sheet.getRange("V4:V9").values = [["Other"], [1], [2], [3], [4], [5]];
    sheet.tables.add("V4:V9", true).name = "Other";
  });
  const before = pictureOf(grid);
  changes.length = 0;
  const error = await refusal(logTrades([trade(), trade()]));
  expect(error.code).toBe("NoRoom");
  expect(error.message).toMatch(/^There is something \(Trades!.*7\) under the Trades table, and another table beside it\. Move one of them/);
  expect(changes).toEqual([]);
  expect(pictureOf(grid)).toEqual(before);
});

test("a totals row stays at the end", async () => {
  const { grid } = await openJournal();
  await logTrades([trade()]);
  // the workbench has no switch for a totals row: the grid is told that the last row is one
  const table = tableNamed(grid, "Trades");
  grid.setTableRect(table.id, { ...table.rect, rows: table.rect.rows + 1 });
  const tables = grid.tables.bind(grid);
  grid.tables = () => tables().map((one) => (one.name === "Trades" ? { ...one, totals: true } : one));
  await logTrades([trade({ ticker: "F" }), trade({ ticker: "VZ" })]);
  const { totals, rect } = tableNamed(grid, "Trades");
  expect([totals, rect.rows]).toEqual([true, 5]);
  expect(columnOf(grid, "Trades", "Ticker").slice(0, 3)).toEqual(["KO", "F", "VZ"]);
  expect((await readJournal()).trades).toHaveLength(3);
});

describe("an Excel whose AutoCorrect neither grows tables nor fills columns", () => {
  const openStubborn = async (requirements?: Requirements) => {
    const grid = new MemoryGrid();
    grid.on = () => () => undefined; // the workbench's table behaviour hears of no edit
    const excel = await openExcel({ grid, ...(requirements && { requirements }) });
    await layOutJournal();
    await logTrades([trade()]);
    return excel;
  };

  test("gets the same table: it is resized, filled and formatted", async () => {
    const { grid } = await openStubborn();
    await logTrades([trade({ ticker: "F" }), trade({ ticker: "VZ" })]);
    expect(tableNamed(grid, "Trades").rect.rows).toBe(4);
    expect(columnOf(grid, "Trades", "Ticker")).toEqual(["KO", "F", "VZ"]);
    for (const header of ["Cash", "Days", "Annualised (365, strike)"]) {
      const formulas = columnOf(grid, "Trades", header);
      expect(String(formulas[0])).toMatch(/^=/);
      expect(new Set(formulas).size).toBe(1);
    }
    expect(grid.styleOf(sheetId(grid, "Trades"), 6, 0).numberFormat).toBe("m/d/yyyy");
  });

  test("and is too old to resize one says where the rows are and what to do", async () => {
    await openStubborn({ ...REQUIREMENTS, ExcelApi: "1.12" });
    const error = await refusal(logTrades([trade({ ticker: "F" })]));
    expect(error).toMatchObject({ code: "NotGrown", message: expect.stringContaining("The rows were written to Trades!A6:S6, but the Trades table did not grow") });
  });
});

describe("it is refused in words, and nothing is changed,", () => {
  const refused = async (prepare: (context: Excel.RequestContext) => void) => {
    const { grid, changes } = await openJournal();
    await logTrades([trade()]);
    await asUser(prepare);
    const before = pictureOf(grid);
    changes.length = 0;
    const error = await refusal(logTrades([trade()]));
    expect(changes).toEqual([]);
    expect(pictureOf(grid)).toEqual(before);
    return error;
  };

  test("when a column is gone", async () => {
    const error = await refused((context) => context.workbook.tables.getItem("Trades").columns.getItem("Fees").delete());
    expect(error).toMatchObject({ code: "MissingColumn", message: "The Trades table lacks the column Fees. If a header was renamed, give it its name back; if a column was deleted, “Complete the journal” adds it again." });
  });

  test("when columns were renamed", async () => {
    const error = await refused((context) => {
      const { columns } = context.workbook.tables.getItem("Trades");
      columns.getItem("Fees").name = "Commission";
      columns.getItem("Notes").name = "Remarks";
    });
    expect(error.message).toBe('Columns of the Trades table have another name now: Fees is called "Commission", Notes is called "Remarks". “Complete the journal” gives them their names back; nothing else changes.');
  });

  test("when the sheet is protected", async () => {
    const error = await refused((context) => {
      context.workbook.worksheets.getItem("Trades").protection.protect();
    });
    expect(error).toMatchObject({ code: "AccessDenied", message: "The sheet Trades is protected. Unprotect it (Review, Unprotect Sheet) and try again." });
  });

  test("when there is no journal", async () => {
    await openExcel();
    expect((await refusal(logTrades([trade()]))).code).toBe("NoJournal");
  });

  test("when a trade is none", async () => {
    const { changes } = await openJournal();
    const error = await refusal(logTrades([trade(), trade({ strike: 0 })]));
    expect(error.message).toContain("Strike must be");
    expect(changes).toEqual([]);
  });
});

test.each([
  ["AccessDenied", "protected"],
  ["InsertDeleteConflict", "in the way"],
  ["FilteredRangeConflict", "filter"],
  ["GeneralException", "did not say why"],
  [5012, "connection to Excel was lost"],
  [5103, "more than Excel takes at once"],
  [7000, "protected"],
])("Excel's %s is told in plain words, without codes or jargon", async (code, words) => {
  const { faults } = await openJournal();
  faults.refuse(2, code);
  const { message } = await refusal(logTrades([trade()]));
  expect(message).toContain(words);
  expect(message).not.toMatch(/Exception|API|sync|undefined/);
});

describe("when Excel fails on the way", () => {
  const three = () => [trade({ ticker: "A" }), trade({ ticker: "B" }), trade({ ticker: "C" })];
  const tickers = async () => (await readJournal()).trades.map((one) => one.trade.ticker);
  const openWithOwnColumns = async () => {
    const excel = await openJournal();
    await asUser((context) => void context.workbook.tables.getItem("Trades").columns.add(5, [["Mood"], ["calm"]]));
    return excel;
  };

  test.each([1, 2, 3, 4])("and the answer to request %i is lost, the trade is in the log once after the next press, or at once", async (request) => {
    const { faults } = await openWithOwnColumns();
    faults.loseAnswer(request);
    const first = await logTrades(three()).then(() => true, () => false);
    faults.clear();
    expect(await tickers()).toEqual(first ? ["A", "B", "C"] : []);
    // the third request writes: it was carried out, and that is found out
    expect(first).toBe(request > 2);
    if (!first) await logTrades(three());
    expect(await tickers()).toEqual(["A", "B", "C"]);
  });

  test("in the middle of the write, whatever was written is taken back, and pressing again succeeds", async () => {
    for (let action = 1, failed = true; failed; action++) {
      const { faults, grid } = await openWithOwnColumns();
      const before = pictureOf(grid);
      faults.failAction(3, action, "GeneralException");
      failed = await logTrades(three()).then(() => false, () => true);
      faults.clear();
      if (!failed) expect(action).toBeGreaterThan(2);
      else {
        const { trades, problems } = await readJournal();
        expect([action, trades, problems]).toEqual([action, [], []]);
        if (action === 1) expect(pictureOf(grid)).toEqual(before);
        await logTrades(three());
      }
      expect([action, await tickers()]).toEqual([action, ["A", "B", "C"]]);
      closeExcel();
    }
  });

  test("and cannot be asked afterwards, the words say that nobody knows, and where to look", async () => {
    const { faults } = await openJournal();
    faults.loseAnswer(3);
    faults.refuse(4, 5012);
    expect((await refusal(logTrades([trade()]))).message).toBe(
      "The connection to Excel was lost. Reload the workbook and try again. Whether the log has the trade could not be seen: look at its last row before you log it again.",
    );
  });

  test("and what was written cannot be taken back either, the words say how many rows there are, and where", async () => {
    const outcomes: string[] = [];
    const { requests } = await openJournal();
    await logTrades(three());
    const { actions } = requests.filter(({ housekeeping }) => !housekeeping)[2]!;
    closeExcel();
    // the rows go in two steps, the first one into the blank row; after them it is asked how the table ends
    for (let action = actions - 25; action < actions && !outcomes.includes("PartlyWritten"); action += 2) {
      const { faults } = await openJournal();
      faults.failAction(3, action, "GeneralException");
      faults.refuse(8, "AccessDenied"); // after the look at the log, and the reading before the removal
      const { code, message } = await refusal(logTrades(three()));
      if (code === "PartlyWritten") expect(message).toBe("Excel stopped half-way: 1 of 3 rows are in the log (Trades!A5:S5). Delete them before you try again.");
      outcomes.push(code);
      closeExcel();
    }
    expect(outcomes.at(-1)).toBe("PartlyWritten");
  });

  test("rows of the log that have the ids of those that failed are left alone", async () => {
    const { faults } = await openJournal();
    await logTrades([trade({ id: "broker 7" })]);
    faults.refuse(3, "GeneralException");
    expect((await refusal(logTrades([trade({ id: "broker 7" })]))).code).toBe("GeneralException");
    expect(await tickers()).toEqual(["KO"]);
  });
});

describe("undo", () => {
  test("takes back exactly these rows, wherever they are by now", async () => {
    const { grid } = await openJournal();
    await logTrades([trade({ ticker: "A" })]);
    const done = await logTrades([trade({ ticker: "B", notes: "=1+1", account: "0012" }), trade({ ticker: "C" })]);
    await logTrades([trade({ ticker: "D" })]);
    await asUser(async (context) => {
      // sorted by the user: C comes first
      const body = context.workbook.tables.getItem("Trades").getDataBodyRange().load("values");
      await context.sync();
      const rows = body.values.map((row: unknown[]) => row.slice(0, 13).map((cell) => (typeof cell === "string" && cell !== "" ? `'${cell}` : cell)));
      body.getCell(0, 0).getAbsoluteResizedRange(4, 13).values = [rows[2], rows[0], rows[3], rows[1]] as unknown[][];
    });
    expect(await done.undo?.()).toEqual({ words: "Took back 2 rows." });
    expect(columnOf(grid, "Trades", "Ticker")).toEqual(["A", "D"]);
    expect(tableNamed(grid, "Trades").rect.rows).toBe(3);
  });

  test("empties the only row, so that the table keeps one", async () => {
    const { grid } = await openJournal();
    const before = contentOf(grid, "Trades");
    const done = await logTrades([trade(), trade()]);
    await done.undo?.();
    expect(contentOf(grid, "Trades")).toEqual(before);
    expect((await logTrades([trade()])).address).toBe("Trades!A5:S5");
  });

  test("refuses when a row was changed since, and takes nothing back", async () => {
    const { grid } = await openJournal();
    const done = await logTrades([trade(), trade()]);
    await asUser((context) => {
      context.workbook.worksheets.getItem("Trades").getRange("I6").values = [[1.25]];
    });
    expect(await refusal(done.undo!())).toMatchObject({ code: "RowChanged", message: "Row 6 was changed since it was logged. Nothing was taken back: delete it yourself if you do not want it." });
    expect(columnOf(grid, "Trades", "Price")).toEqual([1.2, 1.25]);
  });

  test("refuses a second time, and when the row is gone", async () => {
    await openJournal();
    const done = await logTrades([trade(), trade()]);
    await done.undo?.();
    expect((await refusal(done.undo!())).code).toBe("RowGone");
  });
});
