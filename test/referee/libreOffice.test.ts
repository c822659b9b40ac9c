import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { STANDARD, totalCash } from "../../src/calc";
import { sampleYear } from "../../src/journal/sample";
import { sampleWatchlist } from "../../src/journal/sampleWatchlist";
import { CARD, cardRowOf } from "../../src/journal/schema";
import { SHEETS, dashboardSheet } from "../../src/journal/sheets";
import { templates } from "../../workbench/template";
import { faultsOf } from "../xlsx/sound";
import { type Row, expectedTables } from "./expected";
import { expectedCards, expectedPageTables } from "./expectedPage";
import { BROKER_JOURNALS, JOURNALS, type Journal, type Watched, fileOf, today } from "./journals";
import { ODD_ROWS, expectedOddRows, oddFile } from "./oddRows";
import { findOffice, recalculated } from "./office";
import { type BookRead, type Value, readBook } from "./readBook";

/*
 * The second opinion: LibreOffice opens the workbooks that we ship, and workbooks that the add-in has filled, calculates every formula anew, and must come to the numbers of
 * the calculation module. The files carry a wrong result for each formula, so nothing that is read here was copied.
 */
jest.setTimeout(600_000);
const soffice = findOffice();
const withOffice = soffice ? describe : describe.skip;
const name = soffice ? "LibreOffice" : "LibreOffice: SKIPPED, because none of version 25.2 or later is on this machine (npm test installs it on Debian as root; else set SOFFICE)";
const all: readonly Journal[] = [...JOURNALS, ...BROKER_JOURNALS];
const goldenIndex = all.findIndex((journal) => journal.name === "golden chains A and B");

withOffice(name, () => {
  const written: BookRead[] = [];
  const books: BookRead[] = [];
  let days: readonly number[] = [];
  let faults: readonly string[] = [];
  beforeAll(async () => {
    const before = today();
    const files: Uint8Array[] = [];
    for (const journal of all) files.push(await fileOf(journal));
    const shipped = (await templates(before)).map(({ bytes }) => bytes);
    written.push(...files.map(readBook));
    faults = [...shipped, ...files].flatMap(faultsOf);
    const [golden] = files.slice(goldenIndex);
    books.push(...recalculated(soffice, [...files, ...shipped, await oddFile(), withAnotherFormula(golden ?? new Uint8Array())]).map(readBook));
    days = [...new Set([before, today()])];
  });

  test("Excel, too, would open every one of these files without a question", () => {
    expect(faults).toEqual([]);
  });

  describe.each(all.map((journal, index) => ({ name: journal.name, journal, index })))("$name", ({ journal, index }) => {
    test("the file held no right result of any formula", () => {
      const stored = SHEETS.flatMap((sheet) => written[index]?.formulas(sheet.name) ?? []);
      expect(stored.length).toBeGreaterThan(20);
      expect(stored.filter((one) => one.stored !== "not calculated")).toEqual([]);
    });

    test("no cell shows an error", () => {
      expect(SHEETS.flatMap(({ name: sheet }) => (books[index]?.cells(sheet) ?? []).filter(({ isError }) => isError).map(({ address, value }) => `${sheet}!${address} ${String(value)}`))).toEqual([]);
    });

    test.each(["Trades", "Positions", "Lots", "Campaigns", "Chains", "Income", "Audit", "Watchlist", "Plans", "Attention", "Exposure", "Sectors", "Risks", "Assigned", "Ladder"])("%s: every column is calc's", (table) => {
      const found = filled(books[index]?.rows(table) ?? []);
      // midnight may have passed between writing and reading
      const differences = days.map((day) => differencesOf(found, allTables(journal, day)[table] ?? []));
      expect(differences.find((one) => one.length === 0) ?? differences[0]).toEqual([]);
    });

    test("the cards of the first page are calc's", () => {
      const shown = cardsIn(books[index]!);
      const differences = days.map((day) => differencesOf([shown], [expectedCards(journal, day)]));
      expect(differences.find((one) => one.length === 0) ?? differences[0]).toEqual([]);
    });

    test("the totals are calc's, and every report says that it is right", () => {
      const book = books[index];
      const cash = (book?.rows("Trades") ?? []).reduce((sum, row) => sum + Number(row["Cash"]), 0);
      expect(cash).toBeCloseTo(totalCash(journal.trades), 6);
      for (const { name: sheet, kind } of SHEETS) if (kind === "report") expect([sheet, String(book?.cell(sheet, 2, 0))]).toEqual([sheet, expect.stringMatching(/^Right(, \d+ rows? to look at)? · as of /)]);
    });
  });

  test("golden chain A ends with 564.15, golden chain B with 498.05, and the running total with both", () => {
    const book = books[goldenIndex];
    expect(book?.rows("Audit").map((row) => [row["Ticker"], row["Cash now"]])).toEqual([["BBB", 498.05], ["KO", 564.15], ["", 1062.2]]);
    expect(book?.rows("Income").at(-1)?.["Running total"]).toBeCloseTo(1062.2, 9);
  });

  test("the shipped workbooks say that they are right, and show no error", () => {
    for (const book of books.slice(all.length, all.length + 2)) {
      expect(SHEETS.flatMap(({ name: sheet }) => book.cells(sheet).filter(({ isError }) => isError))).toEqual([]);
      expect(String(book.cell("Audit", 2, 0))).toMatch(/^Right · as of /);
    }
    const sample = books[all.length + 1]!;
    const open = sample.rows("Positions").filter(({ Type }) => Type !== "Shares");
    expect([open.length, sample.rows("Watchlist").length]).toEqual([4, 6]);
    const journal = sampleJournal(days[0] ?? 0);
    const differences = days.map((day) => [...Object.entries(allTables(journal, day)), ["cards", [expectedCards(journal, day)]] as const].flatMap(([table, rows]) => differencesOf(table === "cards" ? [cardsIn(sample)] : filled(sample.rows(table)), rows).map((words) => `${table}: ${words}`)));
    expect(differences.find((one) => one.length === 0) ?? differences[0]).toEqual([]);
  });

  test(`${ODD_ROWS.length} rows as people type them: numbers, blanks and words are calc's`, () => {
    const rows = books.at(-2)?.rows("Trades") ?? [];
    const shown = expectedOddRows();
    expect(new Set(shown.map((row) => (typeof row["Cash"] === "number" ? "number" : row["Cash"]))).size).toBeGreaterThan(6);
    expect(differencesOf(rows, shown)).toEqual([]);
  });

  test("a formula that is another one is noticed", () => {
    const journal = all[goldenIndex]!;
    const differences = differencesOf(filled(books.at(-1)?.rows("Trades") ?? []), expectedTables(journal, days[0] ?? 0)["Trades"] ?? []);
    expect(differences).toContain("row 1, Days: 47, not 46");
  });
});

const allTables = (journal: Journal, day: number): Readonly<Record<string, readonly Row[]>> => ({ ...expectedTables(journal, day), ...expectedPageTables(journal, day) });

/** The sample year as it is shipped: with its stocks, and options that are open. */
function sampleJournal(day: number): Journal {
  const watchlist = sampleWatchlist(day).map((row): Watched => {
    const number = (header: string): number | undefined => (typeof row[header] === "number" ? row[header] : undefined);
    const found = { price: number("Price"), targetPrice: number("Target price"), checked: number("Checked"), earnings: number("Earnings"), exDate: number("Ex-date") };
    return { ticker: String(row["Ticker"]), sector: String(row["Sector"]), ...Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined)) };
  });
  return { name: "", trades: sampleYear(day), watchlist, convention: STANDARD };
}

function cardsIn(book: BookRead): Row {
  const cards = dashboardSheet.page?.cards ?? [];
  return Object.fromEntries(cards.flatMap((line, index) => line.map(({ columns: [from] }) => {
    const at = (row: number): Value => book.cell("Dashboard", cardRowOf(index) + row, from);
    return [String(at(CARD.label)), at(CARD.figure)];
  })));
}

/** The days of an option, counted with its first one too. */
function withAnotherFormula(bytes: Uint8Array): Uint8Array {
  const files = unzipSync(bytes);
  const formula = "INT(Trades[[#This Row],[Expiry]])-INT(";
  const path = Object.keys(files).find((name) => name.startsWith("xl/worksheets/sheet") && strFromU8(files[name] ?? new Uint8Array()).includes(`MAX(${formula}`)) ?? "";
  expect(path).not.toBe("");
  const sheet = strFromU8(files[path] ?? new Uint8Array());
  return zipSync({ ...files, [path]: strToU8(sheet.replaceAll(`MAX(${formula}`, `MAX(1+${formula}`)) });
}

/** A table without rows keeps one blank row. */
function filled(rows: readonly Readonly<Record<string, Value>>[]): readonly Readonly<Record<string, Value>>[] {
  return rows.filter((row) => Object.values(row).some((value) => value !== ""));
}

/** Every cell that is not as it should be, in words. */
function differencesOf(found: readonly Readonly<Record<string, Value>>[], wanted: readonly Readonly<Record<string, Value>>[]): string[] {
  if (found.length !== wanted.length) return [`${found.length} rows, not ${wanted.length}`];
  return wanted.flatMap((row, index) => Object.entries(row).flatMap(([header, value]) => (same(found[index]?.[header] ?? "", value) ? [] : [`row ${index + 1}, ${header}: ${JSON.stringify(found[index]?.[header])}, not ${JSON.stringify(value)}`])));
}

/** Sums in another order may differ in their last digits. */
function same(found: Value, wanted: Value): boolean {
  return typeof wanted === "number" && typeof found === "number" ? Math.abs(found - wanted) <= 1e-9 * Math.max(1, Math.abs(wanted)) : found === wanted;
}
