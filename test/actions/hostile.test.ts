import { layOutJournal, logTrades, readJournal } from "../../src/actions";
import type { Trade } from "../../src/calc";
import { readDraft } from "../../src/journal/draft";
import type { Draft } from "../../src/journal/form";
import { readRow } from "../../src/journal/row";
import { isHeaderOf } from "../../src/journal/schema";
import { TABLES } from "../../src/journal/sheets";
import { cellText, clipped, unseenIn } from "../../src/journal/text";
import { findFormulas } from "../../src/workbook/share/wheelCells";
import { type Spreadsheet, openSpreadsheet } from "../functions/spreadsheet";

/*
 * Names and notes that were pasted by mistake or by somebody with bad intent, on their whole way: form, log, reports and back, in a real spreadsheet. Nothing becomes a formula, nothing is
 * lost, and the audit is right to the cent although these names mean something to criteria.
 */
jest.setTimeout(280_000);

const DRAFT: Draft = { action: "Sell to open", type: "Put", date: "2026-01-05", account: "", ticker: "KO", quantity: "1", strike: "50", expiry: "2026-02-20", price: "1.20", fees: "0.65", multiplier: "", notes: "" };
const TODAY = 46_060;

/** One trade each: what is typed as account, as ticker, as note. */
const TYPED: readonly (readonly [account: string, ticker: string, notes: string])[] = [
  ["=1+1", "=A1", "=HYPERLINK(\"https://example.com\",\"click\")"], ["+5", "-2", "+1+1"], ["@SUM(A1)", "@X", "@SUM(1,1)"], ["＝1+1", "＋A", "＝cmd|' /C calc'!A0"], ["cmd|' /C calc'!A0", "DDE", "=DDE(\"cmd\",\"/C calc\",\"x\")"],
  ["Joint ~ *", "K*", "<script>alert(1)</script>"], ["Joint ~ x", "KO", "<img src=x onerror=alert(1)>"], ["*", "?", "\u202Etxt.exe"], ["?", "~", "zero\u200Bwidth"], [">0", "<>", "-1"],
  ["0012", "TRUE", "0012"], ["12", "VERO", "1E5"], ["1E3", "MAR1", "2026-02-20"], ["1000", "false", "=WHEEL.CSP_BREAKEVEN(50,1.25)"], ["__proto__", "constructor", "__proto__"], ["toString", "hasOwnProperty", "line one\nline two"],
  ["'quoted", "'Q", "''twice"], ["O'Neil \"& Sons\"", "A&B", "a,b;c\td"], ["👨‍👩‍👧 ours", "ÄÖ", "x".repeat(32_000)], ["#N/A yet", "1/2", "#REF!"], ["Total", "TOTAL", "50%"], ["Main", "X", "$5"],
];

const trades: readonly Trade[] = TYPED.map(([account, ticker, notes]) => {
  const { trade, problems } = readDraft({ ...DRAFT, account, ticker, notes });
  if (!trade) throw new Error(JSON.stringify(problems));
  return trade;
});

test("what was typed is shown as typed, nothing becomes a formula, and every audit line is right", async () => {
  const book = await openSpreadsheet();
  try {
    await layOutJournal(TODAY);
    const done = await logTrades(trades, TODAY);
    const { trades: read, problems } = await readJournal();
    expect(read.map(({ trade }) => [trade.account, trade.ticker, trade.notes])).toEqual(trades.map(({ account, ticker, notes }) => [account, ticker, notes]));
    expect(problems).toEqual([]);

    await book.settled();
    const tables = everyTable(book);
    for (const { name, header, values, formulas } of tables) {
      // of what the add-in writes into cells, only the links of Problems are formulas
      if (isWritten(name, header) && !(name === "Problems" && header === "Row")) expect([name, header, formulas]).toEqual([name, header, []]);
      if (name === "Trades" && header === "Notes") expect(values).toEqual(TYPED.map(([, , notes]) => notes));
    }
    const column = (name: string, header: string): readonly unknown[] => tables.find((one) => one.name === name && one.header === header)!.values;
    expect(column("Audit", "Account").length).toBe(TYPED.length + 1);
    expect(column("Audit", "State").map((state, at) => [column("Audit", "Account")[at], column("Audit", "Ticker")[at], state])).toEqual(column("Audit", "State").map((_, at) => [column("Audit", "Account")[at], column("Audit", "Ticker")[at], "Right"]));
    expect([...column("Positions", "Ticker")].sort()).toEqual(trades.map(({ ticker }) => ticker).sort());

    // nor is the note that looks like one of the add-in's functions turned into anything when the workbook is shared
    expect((await findFormulas((formula) => formula.includes("WHEEL."), () => true)).cells).toEqual([]);

    expect((await done.undo!()).words).toMatch(new RegExp(`^Took back ${TYPED.length} rows`));
    expect((await readJournal()).trades).toEqual([]);
  } finally {
    book.close();
  }
});

/** Typed, or written by the add-in as values: all but the journal's native columns. */
const isWritten = (table: string, header: string): boolean => TABLES.find(({ name }) => name === table)!.columns.some((column) => column.kind !== "calculated" && isHeaderOf(column, header));

/** Every column of every table, as the spreadsheet itself holds it: a text that looks like a formula is none. */
function everyTable({ grid }: Spreadsheet): readonly { readonly name: string; readonly header: string; readonly values: readonly unknown[]; readonly formulas: readonly string[] }[] {
  return grid.tables().flatMap(({ name, sheetId, rect, columns }) => {
    const [, ...rows] = grid.read(sheetId, rect);
    return columns.map((header, at) => ({ name, header, values: rows.map((row) => row[at]!.value), formulas: rows.flatMap((row) => row[at]!.formula ?? []) }));
  });
}

describe("characters that cannot be seen", () => {
  const problemsWith = (more: Partial<Draft>): readonly unknown[] => readDraft({ ...DRAFT, ...more }).problems;

  test.each([["a zero-width space", "KO\u200B", "U+200B"], ["an override of direction", "\u202EOK", "U+202E"], ["an isolate", "\u2066KO\u2069", "U+2066"], ["a byte order mark inside", "K\uFEFFO", "U+FEFF"], ["half a character", "KO\uD800", "U+D800"], ["a character of number 0", "K\u0000O", "U+0000"], ["a line separator", "K\u2028O", "U+2028"], ["a soft hyphen", "K\u00ADO", "U+00AD"]])(
    "%s in a name is refused with words that name it: two tickers or accounts that look the same must be the same",
    (_, name, code) => {
      expect(problemsWith({ ticker: name })).toEqual([{ field: "ticker", words: `Ticker holds a character that cannot be seen (${code}): type it anew` }]);
      expect(problemsWith({ account: name })).toEqual([{ field: "account", words: `Account holds a character that cannot be seen (${code}): type it anew` }]);
    },
  );

  test("an emoji is made of several characters, and is seen", () => expect(["👨‍👩‍👧", "❤️‍🔥 fund", "é", "株"].map(unseenIn)).toEqual([null, null, null, null]));

  test("a message that quotes one shows a sign in its place, so that it cannot turn the words around", () => {
    expect(clipped("\u202Etxt.exe\u0007")).toBe("\uFFFDtxt.exe\uFFFD");
    const row = { Date: 46_027, Account: "", Ticker: "KO", Action: "\u202ESTO", Type: "Put", Quantity: 1, Strike: 50, Expiry: 46_073, Price: 1, Fees: "", Multiplier: "", Notes: "", Id: "" };
    expect(readRow(row)).toEqual({ kind: "problem", problem: { header: "Action", words: expect.stringMatching(/the cell says "\uFFFDSTO"$/) as string } });
  });
});

test.each([["half a character", "a\uD800b", "'a\uFFFDb"], ["the other half", "\uDC00", "'\uFFFD"], ["a character of number 0", "a\u0000", "'a\uFFFD"], ["a whole pair", "😀", "'😀"]])("%s goes into a cell as a file can hold it", (_, text, cell) => expect(cellText(text)).toBe(cell));

test.each(["WAHR", "falsch", "VERO", "Faux", "VERDADERO", "pravda"])("%s is text in every language of Excel", (word) => expect(cellText(word)).toBe(`'${word}`));
