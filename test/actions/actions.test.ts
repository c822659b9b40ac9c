import { type Journal, layOutJournal, loadSampleYear, logTrades, readJournal, refresh, setConvention, showCells, watchJournal } from "../../src/actions";
import { STANDARD, totalCash } from "../../src/calc";
import { sampleYear } from "../../src/journal/sample";
import { everyConvention } from "../../src/journal/settings";
import { SHEETS, trades } from "../../src/journal/sheets";
import { headerOf } from "../../src/journal/schema";
import { closeExcel, columnOf, openExcel, openJournal, pictureOf, sheetId, tableNamed } from "../workbook/journalInNode";
import { asUser, refusal, trade } from "./helpers";

afterEach(closeExcel);
jest.setTimeout(60_000);

const type = (address: string, value: unknown): Promise<void> =>
  asUser((context) => {
    const [sheet = "", cells = ""] = address.split("!");
    context.workbook.worksheets.getItem(sheet).getRange(cells).values = [[value]];
  });

describe("the convention", () => {
  test("changes Settings, both formulas and both headers in one write", async () => {
    const { grid, requests } = await openJournal();
    await logTrades([trade(), trade()]);
    const [before] = columnOf(grid, "Trades", "Yield (strike)");
    requests.length = 0;
    const done = await setConvention({ base: "net", daycount: 360, compound: true });
    expect(done.words).toBe("Yields are now quoted by 360, net, compound: Yield (net) and Annualised (360, net, compound).");
    expect(requests.filter(({ write }) => write)).toHaveLength(1);
    expect(tableNamed(grid, "Trades").columns.slice(-2)).toEqual(["Yield (net)", "Annualised (360, net, compound)"]);
    expect(columnOf(grid, "Settings", "Value").slice(0, 3)).toEqual(["net", 360, "compound"]);
    const after = columnOf(grid, "Trades", "Yield (net)");
    expect(after[0]).not.toBe(before);
    expect(new Set(after).size).toBe(1);
    expect(await readJournal()).toMatchObject({ state: "ready", convention: { base: "net", daycount: 360, compound: true } });
    expect((await layOutJournal()).added).toEqual([]);
  });

  test("there and back through every convention leaves the workbook as it was, but for widths", async () => {
    const { grid } = await openJournal();
    const before = columnOf(grid, "Trades", "Annualised (365, strike)");
    for (const convention of [...everyConvention(), STANDARD]) {
      await setConvention(convention);
      expect(tableNamed(grid, "Trades").columns.at(-1)).toBe(headerOf(trades.columns.at(-1)!, convention));
    }
    expect(columnOf(grid, "Trades", "Annualised (365, strike)")).toEqual(before);
  });

  test("a formula of the user's in one of the columns is kept, and named", async () => {
    const { grid } = await openJournal();
    await asUser((context) => {
      context.workbook.tables.getItem("Trades").columns.getItem("Yield (strike)").getDataBodyRange().formulas = [["=[@Price]/[@Strike]"]];
    });
    const done = await setConvention({ ...STANDARD, base: "net" });
    expect(done.words).toContain("Yield (strike) kept: it has a formula of your own.");
    expect(columnOf(grid, "Trades", "Yield (strike)")).toEqual(["=Trades[[#This Row],[Price]]/Trades[[#This Row],[Strike]]"]);
    expect(tableNamed(grid, "Trades").columns).toContain("Annualised (365, net)");
  });

  test("typed into the Settings sheet, it is applied by Refresh", async () => {
    const { grid } = await openJournal();
    await type("Settings!B6", 252);
    const done = await refresh();
    expect(done.words).toBe("Read 0 trades. Yields are now quoted by 252, strike: Annualised (252, strike).");
    expect(tableNamed(grid, "Trades").columns.at(-1)).toBe("Annualised (252, strike)");
  });

  test("one that cannot be read is a problem in words and keeps the default", async () => {
    await openJournal();
    await type("Settings!B6", 400);
    expect(await readJournal()).toMatchObject({ convention: STANDARD, problems: [{ address: "Settings!A6:D6", words: "Settings: Day count must be 365, 360, 365.25, 364 or 252; until then it is 365" }] });
  });

  test("without a journal there is nothing to set", async () => {
    await openExcel();
    expect((await refusal(setConvention(STANDARD))).code).toBe("NoJournal");
    expect((await refusal(refresh())).code).toBe("NoJournal");
  });
});

describe("reading", () => {
  test("tells an empty workbook, a whole journal and one with something missing apart", async () => {
    await openExcel();
    expect(await readJournal()).toMatchObject({ state: "absent", missing: SHEETS.map(({ name }) => name), trades: [], cash: 0 });
    await layOutJournal();
    expect((await readJournal()).state).toBe("ready");
    await asUser((context) => {
      context.workbook.tables.getItem("Trades").columns.getItem("Fees").name = "Commission";
    });
    expect(await readJournal()).toMatchObject({ state: "incomplete", missing: ['Trades: Fees, now called "Commission"'], cash: null, problems: [{ row: 4, words: expect.stringContaining('Fees is called "Commission"') }] });
  });

  test("a row that cannot be booked is a problem with its cell, and hides no other", async () => {
    await openJournal();
    await logTrades([trade(), trade(), trade()]);
    await type("Trades!G6", "fifty");
    await type("Trades!A7", "'2026-01-05");
    const journal = await readJournal();
    expect(journal.problems).toEqual([
      { row: 6, address: "Trades!G6", words: expect.stringContaining('Row 6: Strike must be a number above zero; the cell says "fifty"') },
      { row: 7, address: "Trades!A7", words: expect.stringContaining('Row 7: Date must be a date, not text that looks like one; the cell says "2026-01-05"') },
    ]);
    expect(journal.trades.map(({ row }) => row)).toEqual([5]);
    expect(journal.cash).toBe(238.7);
    expect((await refresh()).words).toContain("Read 1 trade, 2 to look at: Row 6: Strike must be a number above zero");
  });

  test("a row that is booked though something is odd says that it counts", async () => {
    await openJournal();
    await logTrades([trade({ action: "Sell", type: "Shares", quantity: 10, strike: null, expiry: null, price: 50 })]);
    expect((await readJournal()).problems).toEqual([{ row: 5, address: "Trades!A5:S5", counted: true, words: expect.stringMatching(/^Row 5: .*booked as sold short/) }]);
  });

  test("two accounts are kept apart, the last used first", async () => {
    await openJournal();
    await logTrades([trade({ account: "Main" }), trade({ account: "IRA", ticker: "F" }), trade({ account: "Main", ticker: "VZ" }), trade({ action: "Deposit", type: "Cash", ticker: "", quantity: 0, strike: null, expiry: null, price: 10, fees: 0, account: "IRA" })]);
    const { accounts, tickers } = await readJournal();
    expect([accounts, tickers]).toEqual([["IRA", "Main"], ["VZ", "F", "KO"]]);
  });

  test("writes nothing", async () => {
    const { changes, requests } = await openJournal();
    await logTrades([trade()]);
    changes.length = requests.length = 0;
    await readJournal();
    expect(changes).toEqual([]);
    // two, and the two in which office.js gives ranges back
    expect(requests.length).toBeLessThanOrEqual(4);
  });
});

test("cells of a hidden sheet are not shown, and the words say how to", async () => {
  await openJournal();
  await asUser((context) => {
    context.workbook.worksheets.getItem("Trades").visibility = "Hidden";
  });
  expect((await refusal(showCells("Trades!A5"))).message).toBe("The sheet Trades is hidden. Right-click any sheet's tab and choose Unhide to see it.");
  const { address } = await logTrades([trade()]);
  expect(address).toBe("Trades!A5:S5");
});

describe("numbers beyond all sense", () => {
  test("in one row are told, and the other rows are read", async () => {
    await openJournal();
    await logTrades([trade(), trade(), trade()]);
    await type("Trades!F6", 1e200);
    await type("Trades!I6", 1e200);
    const read = await readJournal();
    expect(read.trades).toHaveLength(2);
    expect(read.problems).toEqual([{ row: 6, address: "Trades!F6", words: "Row 6: Quantity times price is too large to calculate with" }]);
    expect(read.cash).toBe(2 * 238.7);
  });

  test("that cannot be added up exactly are no cash, and every row is read", async () => {
    await openJournal();
    await logTrades([trade(), trade()]);
    await type("Trades!F6", 1e12);
    const read = await readJournal();
    expect(read.trades).toHaveLength(2);
    expect(read.cash).toBeNull();
  });
});

describe("the sample year", () => {
  test("comes with a journal where there is none, marked as a sample, and goes again", async () => {
    const { grid } = await openExcel();
    const done = await loadSampleYear();
    expect(done.words).toBe(`Loaded a made-up year of ${sampleYear().length} trades, account "Sample", and its 6 stocks on the Watchlist.`);
    const journal: Journal = await readJournal();
    expect(journal).toMatchObject({ state: "ready", problems: [], accounts: ["Sample"] });
    expect(journal.trades.map((one) => one.trade)).toEqual(sampleYear());
    expect(journal.cash).toBe(totalCash(sampleYear()));
    await done.undo?.();
    expect(tableNamed(grid, "Trades").rect.rows).toBe(2);
    expect((await readJournal()).trades).toEqual([]);
  });

  test("the first new cell is where to look: the rows are not selected", async () => {
    await openExcel();
    expect((await loadSampleYear()).address).toBe("Trades!A5");
  });

  test("is loaded once", async () => {
    const { grid } = await openExcel();
    await loadSampleYear();
    const before = pictureOf(grid);
    expect((await refusal(loadSampleYear())).code).toBe("SampleIsThere");
    expect(pictureOf(grid)).toEqual(before);
  });
});

describe("several presses at once", () => {
  test("take turns: every trade has a row of its own, there is one journal and one sample year", async () => {
    const { grid } = await openExcel();
    const presses = [layOutJournal(), layOutJournal(), logTrades([trade({ notes: "one" })]), logTrades([trade({ notes: "two" })]), refresh(), loadSampleYear(), loadSampleYear()];
    const outcomes = (await Promise.allSettled(presses)).map(({ status }) => status === "fulfilled");
    expect(outcomes).toEqual([true, true, true, true, true, true, false]);
    expect(grid.sheets().map(({ name }) => name)).toEqual(["Dashboard", "Sheet1", ...SHEETS.map(({ name }) => name).slice(0, -1)]);
    const read = await readJournal();
    expect(read.trades.slice(0, 2).map(({ trade: { notes, id } }) => [notes, id])).toEqual([["one", "W1"], ["two", "W2"]]);
    expect(read.trades).toHaveLength(2 + sampleYear().length);
    expect(read.problems).toEqual([]);
  });

  test("one that fails does not stop the next, and taking back waits for its turn", async () => {
    await openJournal();
    const refused = refusal(logTrades([trade({ quantity: -1 })]));
    const { undo } = await logTrades([trade()]);
    expect((await refused).message).toMatch(/Quantity must be a number above zero/i);
    const again = logTrades([trade({ account: "Other" })]);
    await Promise.all([undo?.(), again]);
    expect((await readJournal()).trades.map((one) => one.trade.account)).toEqual(["Other"]);
  });
});

describe("watching", () => {
  test("what is typed into the table, and a deleted table, are told once each; after that nothing is", async () => {
    const { grid, eventsDelivered, leftOvers } = await openJournal();
    let told = 0;
    const stop = await watchJournal(async () => {
      told += 1;
      return 0;
    });
    const quiet = async (): Promise<number> => {
      await eventsDelivered();
      await new Promise((resolve) => setTimeout(resolve, 150));
      return told;
    };
    const id = sheetId(grid, "Trades");
    grid.write(id, { row: 4, column: 2, rows: 1, columns: 1 }, [[{ value: "KO" }]]);
    expect(await quiet()).toBe(1);
    await asUser((context) => context.workbook.worksheets.getItem("Watchlist").delete());
    expect(await quiet()).toBe(2);
    await stop();
    expect(leftOvers().handlers).toBe(0);
    await type("Trades!C5", "F");
    expect(await quiet()).toBe(2);
  });

  test("what an action changes step by step is told when it has come to its end, and the next reading of a long log waits until nothing was typed for five times as long as that one took; a short one is read at once", async () => {
    await openJournal();
    const readings: { begun: number; ended: number }[] = [];
    const stop = await watchJournal(async () => {
      const begun = performance.now();
      await new Promise((resolve) => setTimeout(resolve, readings.length === 1 ? 600 : 50));
      readings.push({ begun, ended: performance.now() });
      return readings.length === 1 ? 2_000 : 20;
    });
    const read = async (count: number): Promise<void> => {
      while (readings.length < count) await new Promise((resolve) => setTimeout(resolve, 10));
    };
    await logTrades([trade()], 46_000);
    const logged = performance.now();
    await read(1);
    expect(readings[0]?.begun).toBeGreaterThanOrEqual(logged);
    const typed = performance.now();
    await type("Trades!C5", "F");
    await read(2);
    const [first, second] = readings as [{ begun: number; ended: number }, { begun: number; ended: number }];
    expect(second.begun - typed).toBeGreaterThanOrEqual(5 * (first.ended - first.begun) - 2);
    const typedAgain = performance.now();
    await type("Trades!C5", "KO");
    await read(3);
    expect(readings[2]!.begun - typedAgain).toBeLessThan(3_000);
    await stop();
  });
});

test("showing cells selects them on their sheet, with odd names too", async () => {
  const { grid } = await openExcel();
  await asUser((context) => void context.workbook.worksheets.add("My 'odd' sheet!"));
  await showCells("'My ''odd'' sheet!'!B2:C3");
  expect(grid.selection()).toEqual({ sheetId: sheetId(grid, "My 'odd' sheet!"), rect: { row: 1, column: 1, rows: 2, columns: 2 } });
});
