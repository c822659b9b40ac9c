import { layOutJournal, logTrades } from "../../src/actions";
import { readDraft } from "../../src/journal/draft";
import { MemoryGrid } from "../../workbench/grid/memory";
import { journalFile } from "../../workbench/template";
import { findOffice, recalculated } from "./office";
import { type BookRead, readBook } from "./readBook";

/** Accounts and tickers that mean something to criteria, and notes that look like formulas, as LibreOffice has them. docs/spec/hostile-input.md §1. */
jest.setTimeout(600_000);
const soffice = findOffice();
const withOffice = soffice ? describe : describe.skip;
const NAMES: readonly (readonly [account: string, ticker: string])[] = [
  ["Joint ~ *", "K*"], ["Joint ~ x", "KO"], ["*", "?"], ["?", "~"], [">0", "<>"], ["0012", "TRUE"], ["12", "VERO"], ["1E3", "MAR1"], ["1000", "FALSE"], ["=1+1", "=A1"], ["Main", "X"], ["#N/A yet", "1/2"],
];

withOffice(soffice ? "LibreOffice" : "LibreOffice: SKIPPED, because none of version 25.2 or later is on this machine", () => {
  let book: BookRead;
  beforeAll(async () => {
    const draft = { action: "Sell to open", type: "Put", date: "2026-01-05", quantity: "1", strike: "50", expiry: "2026-02-20", fees: "0.65", multiplier: "", notes: "=1+1" } as const;
    // each has another price: a sum over the wrong rows is another number
    const trades = NAMES.map(([account, ticker], at) => readDraft({ ...draft, account, ticker, price: String(at + 1) }).trade!);
    const fill = async (): Promise<void> => {
      await layOutJournal(46_060);
      await logTrades(trades, 46_060);
    };
    [book] = recalculated(soffice, [await journalFile(fill, { subject: "for the referee", results: "wrong" }, new MemoryGrid())]).map(readBook) as [BookRead];
  });

  test("each line of the audit is the cash of its own rows", () => {
    const lines = book.rows("Audit").filter(({ Ticker }) => Ticker !== "");
    expect(Object.fromEntries(lines.map((line) => [JSON.stringify([line.Account, line.Ticker]), line["Cash now"]]))).toEqual(
      Object.fromEntries(NAMES.map((name, at) => [JSON.stringify(name), 100 * (at + 1) - 0.65])),
    );
  });

  test("what was typed stands in the file as text", () => {
    expect(book.rows("Trades").map(({ Account, Ticker, Notes }) => [Account, Ticker, Notes])).toEqual(NAMES.map(([account, ticker]) => [account, ticker, "=1+1"]));
    expect(book.formulas("Trades").filter(({ formula }) => formula === "1+1" || formula === "A1")).toEqual([]);
  });
});
