import { strFromU8, unzipSync } from "fflate";
import { layOutJournal, logTrades, readJournal } from "../../../src/actions";
import { sampleYear } from "../../../src/journal/sample";
import { SHEETS, TABLES } from "../../../src/journal/sheets";
import { MemoryGrid } from "../../../workbench/grid/memory";
import { excelInNode } from "../../../workbench/harness/inNode";
import { journalFile } from "../../../workbench/template";
import { pictureOf } from "../../workbook/journalInNode";
import { openInto, readWithHucre } from "./reopen";

jest.setTimeout(120_000);
/** The last day of the sample year: nothing that is open has run out. */
const TODAY = 46022;

/** A filled journal, and what another program reads in its file. */
async function written() {
  const grid = new MemoryGrid();
  const bytes = await journalFile(async () => {
    await layOutJournal(TODAY);
    await logTrades(sampleYear(), TODAY);
  }, { subject: "a test", results: "none" }, grid);
  return { grid, bytes, book: await readWithHucre(bytes) };
}
type Written = Awaited<ReturnType<typeof written>>;
let file: Written;
beforeAll(async () => {
  file = await written();
});

test("another program reads the workbook that the add-in laid out: cells, formulas, looks, sizes, checks, conditional formats, tables, names", async () => {
  const excel = await excelInNode();
  openInto(excel.workbook, file.book);
  expect(normal(pictureOf(excel.grid))).toEqual(normal(pictureOf(file.grid)));
});

test("the add-in knows the opened file as its own journal: complete, of this version, with nothing to add", async () => {
  const excel = await excelInNode();
  openInto(excel.workbook, file.book);
  const close = excel.install();
  try {
    const before = JSON.stringify(tablesOf(excel.grid));
    const { state, stale, missing, trades, problems } = await readJournal();
    expect({ state, stale, missing, trades: trades.length, problems }).toEqual({ state: "ready", stale: false, missing: [], trades: sampleYear().length, problems: [] });
    excel.changes.length = 0;
    expect((await layOutJournal(TODAY)).added).toEqual([]);
    expect(excel.changes).toEqual([]);
    expect(JSON.stringify(tablesOf(excel.grid))).toBe(before);
    expect(excel.failures).toEqual([]);
  } finally {
    close();
  }
});

test("calculated columns are the file's too, so that Excel fills new rows without the add-in", () => {
  const files = unzipSync(file.bytes);
  const tables = Object.entries(files).filter(([path]) => path.startsWith("xl/tables/")).map(([, bytes]) => strFromU8(bytes));
  for (const plan of TABLES) {
    const xml = tables.find((one) => one.includes(`displayName="${plan.name}"`)) ?? "";
    const calculated = [...xml.matchAll(/<tableColumn [^>]*name="([^"]*)"><calculatedColumnFormula>(.*?)<\/calculatedColumnFormula>/g)].map(([, header = ""]) => header.replace(/ \(.*\)$/, ""));
    expect([plan.name, calculated]).toEqual([plan.name, plan.columns.filter(({ kind }) => kind === "calculated").map(({ header }) => header)]);
  }
});

test("dates are in the reader's own short form: built-in format 14, no pattern of our own", () => {
  const styles = strFromU8(unzipSync(file.bytes)["xl/styles.xml"] ?? new Uint8Array());
  expect(styles).not.toContain("m/d/yyyy");
  expect(styles).toMatch(/<xf numFmtId="14"/);
});

test("the chart is drawn from the Income table: columns of Net, a line of the running total; the weeks of the dashboard's are days, not texts", () => {
  const [chart] = file.book.sheets.find(({ name }) => name === "Income")?.charts ?? [];
  expect(chart?.kinds).toEqual(["bar", "line"]);
  expect(chart?.series?.map(({ name, valuesRef, categoriesRef }) => [name, valuesRef, categoriesRef])).toEqual([
    ["Net", "Income!$H$6:$H$17", "Income!$A$6:$A$17"],
    ["Running total", "Income!$I$6:$I$17", "Income!$A$6:$A$17"],
  ]);
  const charts = Object.entries(unzipSync(file.bytes)).filter(([path]) => path.startsWith("xl/charts/")).map(([, bytes]) => strFromU8(bytes));
  const categories = charts.flatMap((xml) => [...xml.matchAll(/<c:cat><c:(str|num)Ref><c:f>(\w+)!/g)].map(([, kind, sheet]) => `${sheet} ${kind}`));
  expect([...new Set(categories)].sort()).toEqual(["Dashboard num", "Income str"]);
});

test("every sheet prints on one page's width, landscape, its head on every page; the dashboard is one page, upright", () => {
  for (const { name, kind, page } of SHEETS) {
    const sheet = file.book.sheets.find((one) => one.name === name);
    expect(sheet?.pageSetup).toMatchObject({ orientation: page ? "portrait" : "landscape", fitToPage: true, fitToWidth: 1, fitToHeight: page ? 1 : 0 });
    expect(sheet?.pageSetup?.printTitlesRow).toBe(kind === "report" ? "$1:$3" : "$4:$4");
  }
});

test("the same journal is the same bytes, and nothing in them is a day of today", async () => {
  const again = await written();
  expect(Buffer.from(again.bytes).equals(Buffer.from(file.bytes))).toBe(true);
});

test("text stays text: signs of formulas, markup, blanks, control characters and broken letters come back as they were, and no formula is born", async () => {
  const odd = ["=1+1", "+1", "@SUM(1)", "<b>&\"'", " blanks ", "two\nlines", "_x0041_", "right‏to left", "\u0001bell", "x".repeat(32_767)];
  const grid = new MemoryGrid();
  const bytes = await journalFile(async () => {
    const sheet = grid.sheets()[0]?.id ?? "";
    grid.write(sheet, { row: 0, column: 0, rows: odd.length, columns: 1 }, odd.map((value) => [{ value }]));
    grid.write(sheet, { row: odd.length, column: 0, rows: 1, columns: 1 }, [[{ value: "half \ud83d letter" }]]);
  }, { subject: "a test", results: "none" }, grid);
  const [sheet] = (await readWithHucre(bytes)).sheets;
  expect(sheet?.rows.map(([value]) => value)).toEqual([...odd, "half \ufffd letter"]);
  expect([...(sheet?.cells?.values() ?? [])].filter(({ formula }) => formula !== undefined)).toEqual([]);
});

const tablesOf = (grid: MemoryGrid) => grid.tables().map(({ name, sheetId, rect }) => ({ name, rect, cells: grid.read(sheetId, rect).map((row) => row.map(({ formula, value }) => formula ?? value)) }));

/** In a file "not bold", "not indented" and nothing said of it are the same. */
function normal(picture: unknown): unknown {
  return JSON.parse(JSON.stringify(picture), (key, value: unknown) => ((key === "bold" && value === false) || (key === "indent" && value === 0) ? undefined : value)) as unknown;
}
