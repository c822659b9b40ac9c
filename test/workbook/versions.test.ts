import { readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import * as actions from "../../src/actions";
import * as fillPrices from "../../src/actions/fillPrices";
import * as keepPlan from "../../src/actions/keepPlan";
import * as names from "../../src/actions/nameFunctions";
import * as share from "../../src/actions/share";
import { bareFormula } from "../../src/journal/formerFormulas";
import { SCHEMA_VERSION, findColumn } from "../../src/journal/schema";
import { everyConvention } from "../../src/journal/settings";
import { TABLES } from "../../src/journal/sheets";
import { loadHeadless } from "../../workbench/engine/load";
import { UniverGrid } from "../../workbench/grid/univer";
import { xlsxOf } from "../../workbench/xlsx";
import { isStored, openStored } from "../fixtures/workbooks/open";
import { asUser, refusal, trade } from "../actions/helpers";
import { faultsOf } from "../xlsx/sound";
import { type TestExcel, closeExcel, columnOf, contentOf, openExcel, pictureOf, sheetId, tableNamed } from "./journalInNode";

jest.setTimeout(120_000);
const FORMER = Array.from({ length: SCHEMA_VERSION - 1 }, (_, index) => index + 1);
const KEPT = `Trades before version ${SCHEMA_VERSION}`;
const { layOutJournal, readJournal } = actions;
/** What is fetched with the screens that need it. */
const elsewhere = { fillPrices, keepPlan, names, share };

let stored: Awaited<ReturnType<typeof openStored>> | null = null;
afterEach(() => {
  stored?.close();
  stored = null;
  closeExcel();
});
const open = async (version: number) => (stored = await openStored(version));

test("a journal of every version before this one is stored", () => {
  expect(FORMER.filter((version) => !isStored(version))).toEqual([]);
});

describe.each(FORMER)("a journal of version %i", (version) => {
  test("is read as it stands, and is asked to be completed", async () => {
    await open(version);
    const { state, trades, problems, settings } = await readJournal();
    expect({ state, trades: trades.length }).toEqual({ state: "incomplete", trades: 24 });
    expect(problems.filter(({ words }) => !/^The (Watchlist|Positions) table lacks the column/.test(words))).toEqual([]);
    expect(settings.find(({ name }) => name === "My own limit")?.value).toBe(7);
  });

  test("comes to this version with every row, all cash, and everything of the user's", async () => {
    const { grid } = await open(version);
    const before = await readJournal();
    const own = () => ({
      mood: columnOf(grid, "Trades", "Mood"), twice: columnOf(grid, "Trades", "Twice the fees"), notes: columnOf(grid, "Trades", "Notes"), ids: columnOf(grid, "Trades", "Id"),
      sheet: contentOf(grid, "Mine"), subtitle: contentOf(grid, "Trades")[1]![0], order: tableNamed(grid, "Trades").columns.filter((header) => header !== "Multiplier").slice(0, 8), watched: columnOf(grid, "Watchlist", "Price"),
      settings: before.settings.map(({ name }) => [name, settingOf(grid, name)]),
    });
    const standing = own();
    const { words } = await layOutJournal(46172);
    const after = await readJournal();
    expect(after.state).toBe("ready");
    expect(formulasThatDiffer(grid)).toEqual([]);
    expect(after.trades.map(({ trade: one }) => one)).toEqual(before.trades.map(({ trade: one }) => one));
    expect([after.cash, after.convention, after.problems]).toEqual([before.cash, { base: "net", daycount: 360, compound: false }, []]);
    expect(own()).toEqual(standing);
    expect(standing).toMatchObject({ subtitle: "What I did, day by day.", mood: expect.arrayContaining(["calm", "=1+1"]) });
    expect(words).toContain(`The log as it was before is kept on the hidden sheet “${KEPT}”`);
  });

  test("keeps a copy of its log, values only, hidden, and no second one", async () => {
    const { grid } = await open(version);
    const log = contentOf(grid, "Trades").slice(3);
    await layOutJournal();
    expect(grid.sheets().filter(({ name }) => name.startsWith("Trades before"))).toMatchObject([{ name: KEPT, hidden: true }]);
    const kept = contentOf(grid, KEPT);
    expect(kept.flat().filter((cell) => String(cell).startsWith("=") && cell !== "=1+1")).toEqual([]);
    const typed = log[0]!.flatMap((header, column) => (["Date", "Ticker", "Action", "Strike", "Price", "Id", "Mood"].includes(String(header)) ? [column] : []));
    expect(typed).toHaveLength(7);
    expect(kept.map((row) => typed.map((column) => row[column]))).toEqual(log.map((row) => typed.map((column) => row[column])));
    expect(grid.styleOf(sheetId(grid, KEPT), 1, 0).numberFormat).toBe("m/d/yyyy");
  });

  test("is whole afterwards: a second press writes nothing", async () => {
    const { changes, requests } = await open(version);
    await layOutJournal(46172);
    changes.length = requests.length = 0;
    expect(await layOutJournal(46172)).toMatchObject({ added: [], words: "The journal is complete: there was nothing to add." });
    expect(changes).toEqual([]);
    expect(requests.filter(({ write }) => write)).toEqual([]);
  });

  test("cut off after any request that writes, is completed by the next press", async () => {
    const whole = await open(version);
    await layOutJournal();
    const picture = pictureOf(whole.grid);
    // what only reads leaves nothing behind
    const writing = whole.requests.filter(({ housekeeping }) => !housekeeping).flatMap(({ write }, index) => (write ? [index + 1] : []));
    whole.close();
    expect(writing.length).toBeGreaterThan(3);
    // cut off before a request leaves what cut off after the one before it leaves
    for (const request of writing) {
      const { grid, faults, close } = await open(version);
      faults.loseAnswer(request);
      await refusal(layOutJournal());
      await layOutJournal();
      const now = pictureOf(grid);
      if (JSON.stringify(now) !== JSON.stringify(picture)) expect({ request, now }).toEqual({ request, now: picture });
      close();
    }
  });
});

function settingOf(grid: TestExcel["grid"], name: string): unknown {
  return columnOf(grid, "Settings", "Value")[columnOf(grid, "Settings", "Name").indexOf(name)];
}

test("a journal of this version, as it was before formulas of it changed, is completed, and no copy of its log is needed", async () => {
  const { grid } = await open(SCHEMA_VERSION);
  grid.asUser(() => {
    const { sheetId: id, rect, columns } = tableNamed(grid, "Exposure");
    grid.write(id, { row: rect.row + 1, column: rect.column + columns.indexOf("Limit"), rows: 1, columns: 1 }, [[{ formula: "=0.5" }]]);
  });
  expect((await readJournal()).missing).toEqual(expect.arrayContaining(["Watchlist: the formula of Warning", "Plans: the formula of Sold", "Exposure: the formula of Collateral"]));
  const { words } = await layOutJournal(46172);
  expect(words).toContain("the formula of");
  expect(await readJournal()).toMatchObject({ state: "ready", missing: [], problems: [] });
  expect(formulasThatDiffer(grid)).toEqual(["Exposure: Limit"]);
  expect(grid.sheets().filter(({ name }) => name.startsWith("Trades before"))).toEqual([]);
});

/** Calculated columns whose first row holds another formula than this version writes. */
function formulasThatDiffer(grid: TestExcel["grid"]): string[] {
  return TABLES.flatMap((plan) => {
    const { sheetId: id, rect, columns } = tableNamed(grid, plan.name);
    return plan.columns.flatMap((column) => {
      const { formula = "" } = grid.read(id, { row: rect.row + 1, column: rect.column + findColumn(column, columns), rows: 1, columns: 1 })[0]![0]!;
      const own = column.formula ? everyConvention().map((convention) => bareFormula(plan.name, column.formula!.text((header) => `[@${header}]`, convention))) : [""];
      return own.includes(bareFormula(plan.name, formula)) || !column.formula ? [] : [`${plan.name}: ${column.header}`];
    });
  });
}

test.each(FORMER)("version %i in a workbook that calculates: every row's cash is what it was, the reports are built and right", async (version) => {
  const grid = new UniverGrid(loadHeadless().createHeadless());
  const { workbook, close } = await openStored(version, grid);
  try {
    await grid.settled();
    const cash = () => {
      const { sheetId: id, rect, columns } = grid.tables().find(({ name }) => name === "Trades")!;
      return grid.read(id, { row: rect.row + 1, column: rect.column + columns.indexOf("Cash"), rows: rect.rows - 1, columns: 1 }).map(([one]) => one!.value);
    };
    const before = cash();
    expect(before.slice(0, 2)).toEqual([238.7, -421.3]);
    await layOutJournal(46172);
    await grid.settled();
    expect(cash()).toEqual(before);
    const audit = grid.sheets().find(({ name }) => name === "Audit")!.id;
    expect(grid.read(audit, { row: 2, column: 0, rows: 1, columns: 1 })[0]![0]!.value).toMatch(/^Right/);
    expect(grid.sheets().flatMap(({ id, name }) => grid.read(id, grid.usedRect(id) ?? { row: 0, column: 0, rows: 1, columns: 1 }).flat().filter(({ value, formula }) => formula !== undefined && /^#[A-Z]/.test(String(value))).map(({ formula }) => `${name} ${String(formula)}`))).toEqual([]);
    expect(faultsOf(xlsxOf(workbook, { results: "saved", title: "", author: "", made: new Date(0) }))).toEqual([]);
  } finally {
    close();
    grid.dispose();
  }
});

test("the copy of the log that was cut off in the middle is made anew", async () => {
  const { grid, faults } = await open(3);
  faults.failAction(3, 7, "GeneralException");
  await refusal(layOutJournal());
  await layOutJournal();
  expect(grid.sheets().filter(({ name }) => name.startsWith("Trades before")).map(({ name }) => name)).toEqual([KEPT]);
  expect(contentOf(grid, KEPT)).toHaveLength(25);
});

describe("a journal of a newer version", () => {
  const setVersion = (excel: TestExcel, { property, setting }: { property?: number | undefined; setting?: number | undefined }): void => {
    const { customProperties, settings } = excel.workbook.state;
    delete customProperties.WheelJournalSchema;
    delete settings.WheelJournalSchema;
    if (property !== undefined) customProperties.WheelJournalSchema = property;
    if (setting !== undefined) settings.WheelJournalSchema = setting;
  };

  async function openNewer(): Promise<TestExcel> {
    const excel = await openExcel();
    await layOutJournal();
    await actions.logTrades([trade({ id: "W1" })]);
    setVersion(excel, { property: SCHEMA_VERSION + 1, setting: SCHEMA_VERSION + 1 });
    excel.changes.length = 0;
    return excel;
  }

  test("can be read", async () => {
    await openNewer();
    expect(await readJournal()).toMatchObject({ state: "newer", cash: 238.7, trades: [{ trade: { ticker: "KO", id: "W1" } }] });
  });

  /** Whatever a user can do that writes; a new action has to be put down here, or among those that only read. */
  const WRITING: Readonly<Record<string, () => Promise<unknown>>> = {
    layOutJournal: () => layOutJournal(),
    logTrades: () => actions.logTrades([trade()]),
    refresh: () => actions.refresh(46172),
    setConvention: () => actions.setConvention({ base: "net", daycount: 365, compound: false }),
    loadSampleYear: () => actions.loadSampleYear(46172),
    keepPlan: () => elsewhere.keepPlan.keepPlan({ date: 46172, account: "Main", ticker: "KO", targetPrice: 57, why: "", strike: 58, expiry: 46200, quantity: 1, premium: 1, verdict: "Pass" }),
    fillPrices: () => elsewhere.fillPrices.fillPrices(),
    giveNames: () => elsewhere.names.giveNames(),
    takeNames: () => elsewhere.names.takeNames(),
    convertInPlace: () => elsewhere.share.convertInPlace(() => true),
    turnBack: () => elsewhere.share.turnBack(),
  };
  const READING = [
    "ExcelRefused", "serialOf", "readJournal", "stopWaiting", "stopWork", "watchProgress", "showCells", "watchSheets", "watchJournal", "rebuildShown", "readKeptPlans", "readNames",
    // the workbook's file, and a copy of it
    "lookThrough", "makeCopy", "openCopy", "canSave", "keptCount",
  ];

  test("is written by no action: each says why", async () => {
    const all = [actions, ...Object.values(elsewhere)].flatMap((one) => Object.keys(one));
    expect(all.filter((name) => !(name in WRITING) && !READING.includes(name))).toEqual([]);
    const folder = path.resolve(__dirname, "../../src/actions");
    const offering = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".ts") && /^export const \w+ = inTurn\(/m.test(readFileSync(path.join(folder, file), "utf8")));
    expect(offering.sort()).toEqual(["fillPrices.ts", "index.ts", "keepPlan.ts", "nameFunctions.ts", path.join("share", "index.ts")]);
    const { changes, grid } = await openNewer();
    grid.asUser(() => grid.write(sheetId(grid, "Sheet1"), { row: 0, column: 0, rows: 1, columns: 1 }, [[{ formula: "=WHEEL.CSP_BREAKEVEN(50,1)" }]]));
    changes.length = 0;
    const before = pictureOf(grid);
    for (const act of Object.values(WRITING)) {
      expect(await refusal(act())).toMatchObject({ code: "NewerJournal", message: expect.stringContaining("can be read here, and nothing in it is changed") });
    }
    expect(changes).toEqual([]);
    expect(pictureOf(grid)).toEqual(before);
  });

  test("nor by what only reads", async () => {
    const { changes, grid } = await openNewer();
    const before = pictureOf(grid);
    await actions.readJournal();
    await actions.rebuildShown("Positions", 46_200);
    await elsewhere.keepPlan.readKeptPlans();
    await elsewhere.names.readNames();
    expect(await elsewhere.share.keptCount()).toBe(0);
    expect(changes).toEqual([]);
    expect(pictureOf(grid)).toEqual(before);
  });

  test("nor by turning back functions that were turned into formulas before", async () => {
    const excel = await openExcel();
    await layOutJournal();
    excel.grid.asUser(() => excel.grid.write(sheetId(excel.grid, "Sheet1"), { row: 0, column: 0, rows: 1, columns: 1 }, [[{ formula: "=WHEEL.CSP_BREAKEVEN(50,1)" }]]));
    const { undo } = await elsewhere.share.convertInPlace(() => true);
    setVersion(excel, { setting: SCHEMA_VERSION + 1 });
    excel.changes.length = 0;
    for (const back of [undo!, elsewhere.share.turnBack]) expect(await refusal(back())).toMatchObject({ code: "NewerJournal" });
    expect(excel.changes).toEqual([]);
    expect(await elsewhere.share.keptCount()).toBe(1);
  });

  test("keeps its reports as they are when their sheet comes to the front: nobody pressed anything, so nothing is said", async () => {
    const { changes } = await openNewer();
    expect(await actions.rebuildShown("Positions", 46200)).toBeNull();
    expect(changes).toEqual([]);
  });

  test("is not written by an undo from before", async () => {
    const excel = await openExcel();
    await layOutJournal();
    const { undo } = await actions.logTrades([trade()]);
    setVersion(excel, { property: SCHEMA_VERSION + 1 });
    expect(await refusal(undo!())).toMatchObject({ code: "NewerJournal" });
  });

  test.each([
    ["the property is newer than the setting", { property: SCHEMA_VERSION + 1, setting: SCHEMA_VERSION }, "newer"],
    ["the setting is newer than the property", { property: SCHEMA_VERSION, setting: SCHEMA_VERSION + 1 }, "newer"],
    ["only the property is left", { property: SCHEMA_VERSION + 1 }, "newer"],
    ["only the setting is left", { setting: SCHEMA_VERSION + 1 }, "newer"],
    ["one of them was left behind", { property: SCHEMA_VERSION - 1, setting: SCHEMA_VERSION }, "ready"],
    ["both are older, with nothing missing", { property: SCHEMA_VERSION - 1, setting: SCHEMA_VERSION - 1 }, "incomplete"],
    ["both are gone, as when the sheets were copied into another workbook", {}, "ready"],
  ] as const)("where %s", async (_, versions, state) => {
    const excel = await openExcel();
    await layOutJournal();
    setVersion(excel, versions);
    expect((await readJournal()).state).toBe(state);
  });
});

test("sheets of an old journal copied into a workbook without any are completed there, and get their version", async () => {
  const { workbook, grid } = await open(2);
  workbook.state.settings = {};
  workbook.state.customProperties = {};
  const trades = columnOf(grid, "Trades", "Id");
  await layOutJournal();
  expect((await readJournal()).state).toBe("ready");
  expect(columnOf(grid, "Trades", "Id")).toEqual(trades);
  expect(workbook.state.customProperties.WheelJournalSchema).toBe(SCHEMA_VERSION);
});

test("an older journal takes trades before it is completed", async () => {
  const { grid } = await open(1);
  await actions.logTrades([trade({ ticker: "F" })]);
  expect(columnOf(grid, "Trades", "Ticker").at(-1)).toBe("F");
  await asUser(() => undefined);
});
