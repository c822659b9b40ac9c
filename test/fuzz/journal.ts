import fc from "../properties";
import { reportsOf } from "../../src/actions/reports";
import { ACTIONS, STANDARD, TRADE_TYPES, cashOf, columnValue } from "../../src/calc";
import { fieldsFor, readDraft } from "../../src/journal/draft";
import { fingerprintOf } from "../../src/journal/fingerprint";
import type { Draft, FieldName } from "../../src/journal/form";
import { readNumber } from "../../src/journal/numberText";
import { previewTrade } from "../../src/journal/preview";
import { TYPED_HEADERS, type TypedCells, readRow, sameCells, toCells } from "../../src/journal/row";
import { readConvention } from "../../src/journal/settings";
import { cellText, isErrorText, shown } from "../../src/journal/text";
import { readWatchlist } from "../../src/journal/watched";
import { checkCell } from "./customFunctions";
import { logRow } from "./tables";
import type { Target } from "./target";
import { hostileText, mostly, oddCell, price } from "./values";

/** What a row of the sheet says, what is typed into the form, and what is written back into cells. */
export const journalTargets: readonly Target[] = [
  { name: "text into a cell", weight: 60, input: hostileText, run: (text) => asTyped(text as string) },
  { name: "row of the log", weight: 120, input: fc.oneof(logRow(30), logRow(3)), run: row },
  { name: "form of a trade", weight: 60, input: draft(), run: (typed) => form(typed as Draft) },
  { name: "reports in cells", weight: 12, input: fc.array(fc.oneof({ weight: 4, arbitrary: logRow(50) }, { weight: 1, arbitrary: logRow(4) }), { maxLength: 16, size: "max" }), run: reports },
  { name: "Settings", weight: 20, input: fc.array(fc.record({ name: mostly(fc.constantFrom("Capital base", "Day count", "Compounding"), 4), value: oddCell }), { maxLength: 5 }), run: settings },
  { name: "Watchlist", weight: 20, input: fc.tuple(fc.array(mostly(fc.constantFrom("Ticker", "Price", "Sector", "Why", "Ex-date"), 5), { maxLength: 6 }), fc.array(fc.array(oddCell, { maxLength: 6 }), { maxLength: 5 })), run: watchlist },
];

/** Excel takes the first apostrophe for "this is text" and shows the rest: what was typed. Without one it must be nothing that Excel would read otherwise. */
export function asTyped(text: string): void {
  const cell = cellText(text);
  if (!cell.startsWith("'")) {
    if (cell !== text) throw new Error(`"${text}" is not shown as typed`);
    if (!/^[A-Za-z ]*$/.test(cell)) throw new Error(`"${text}" goes into a cell as if it were typed there`);
  } else if (showable(cell.slice(1)) !== showable(text)) throw new Error(`"${text}" is not shown as typed`);
}
/** What no file can hold is shown as the sign for that. */
const showable = (text: string): string => text.replace(/\u0000|\p{Surrogate}/gu, "\uFFFD");

function row(input: unknown): void {
  const cells = cellsOf(input as unknown[]);
  const read = readRow(cells);
  fingerprintOf([cells], { sheet: "Trades", row: 4 });
  if (read.kind === "problem") checkCell(read.problem.words, input);
  if (read.kind !== "trade") return;
  // beyond what cash can be added up in, the row is refused by the books, with words
  checkCell(cashOf(read.trade), input);
  for (const name of ["days", "breakeven", "collateral", "yield", "annualised"] as const) checkCell(columnValue(name, read.trade, STANDARD), input);
  const again = readRow(asKept(toCells(read.trade)));
  if (again.kind !== "trade" || !sameCells(toCells(again.trade), asKept(toCells(read.trade)))) throw new Error(`written and read again it is ${JSON.stringify(again)}`);
}

/** What Excel keeps of what is written. */
const asKept = (cells: TypedCells): TypedCells => Object.fromEntries(Object.entries(cells).map(([header, cell]) => [header, typeof cell === "string" ? cell.replace(/^'/, "") : cell])) as unknown as TypedCells;

/** As Excel's values are: texts, numbers (no minus zero), TRUE and FALSE; errors as text. */
function cellsOf(cells: readonly unknown[]): TypedCells {
  return Object.fromEntries(TYPED_HEADERS.map((header, at) => [header, valueOf(cells[at])])) as unknown as TypedCells;
}
function valueOf(cell: unknown): string | number | boolean {
  if (typeof cell === "object" && cell !== null) return "#DIV/0!";
  return cell === 0 ? 0 : ((cell ?? "") as string | number | boolean);
}

function draft(): fc.Arbitrary<Draft> {
  const number = fc.oneof({ weight: 4, arbitrary: price(0, 100).map(String) }, { weight: 1, arbitrary: hostileText });
  const day = fc.oneof({ weight: 5, arbitrary: fc.constantFrom("2026-02-20", "2026-03-20") }, { weight: 1, arbitrary: hostileText });
  const word = fc.oneof({ weight: 2, arbitrary: fc.constantFrom("KO", "Main", "") }, { weight: 2, arbitrary: hostileText });
  return fc.record({
    action: fc.constantFrom(...ACTIONS), type: fc.constantFrom(...TRADE_TYPES), date: day, account: word, ticker: word, quantity: fc.oneof(fc.constantFrom("1", "2"), number),
    strike: number, expiry: day, price: number, fees: number, multiplier: fc.oneof(fc.constant(""), number), notes: word,
  });
}

/** Problems in words, each under a field that is there; or a trade that the log takes, with every text as it was typed. */
function form(typed: Draft): void {
  const { trade, problems, warnings } = readDraft(typed);
  const fields = new Set<FieldName>([...fieldsFor(typed.action, typed.type).map(({ name }) => name), "type"]);
  for (const { field, words } of [...problems, ...warnings]) {
    if (!fields.has(field)) throw new Error(`a problem under the field ${field}, which is not shown: ${words}`);
    checkCell(words, typed);
  }
  if ((trade === null) !== problems.length > 0) throw new Error("neither a trade nor a problem");
  for (const text of Object.values(typed)) readNumber(text);
  if (!trade) return;
  for (const { value } of previewTrade(trade, STANDARD)) checkCell(value, typed);
  for (const text of [trade.account, trade.ticker, trade.notes]) asTyped(text);
  if (trade.notes !== typed.notes.trim() && fields.has("notes")) throw new Error("the note is not what was typed");
  const read = readRow(asKept(toCells(trade)));
  if (read.kind !== "trade" && ![trade.account, trade.ticker, trade.notes].some(isErrorText)) throw new Error(`what the form takes the sheet does not: ${JSON.stringify(read)}`);
}

/** Every report of a log is a block of cells, no text in them becomes a formula, and the only formulas are the links of Problems. */
function reports(input: unknown): void {
  const rows = (input as unknown[][]).map(cellsOf);
  for (const [table, { headers, rows: cells }] of reportsOf({ rows, sheet: "Trades", row: 4, column: 0, settings: [], watchlist: [] }, 46_100)) {
    for (const line of cells) {
      if (line.length !== headers.length) throw new Error(`${table}: a row of ${line.length} cells under ${headers.length} headers`);
      line.forEach((cell, at) => {
        checkCell(cell, input);
        const isLink = table === "Problems" && at === 0 && /^=HYPERLINK\("#Trades![A-Z]+\d+",\d+\)$/.test(String(cell));
        if (typeof cell === "string" && !isLink && !cell.startsWith("'") && cellText(cell) !== cell && !OWN_WORDS.test(cell)) throw new Error(`${table}, ${headers[at]}: "${cell}" goes into a cell as if it were typed there`);
      });
    }
  }
}
/** Of the ladder: not of the log. */
const OWN_WORDS = /^Fits best here: \d+ days to its (Friday|Thursday \(Friday is [A-Z][A-Za-z\' .]+\))$/;

function settings(input: unknown): void {
  const { convention, problems } = readConvention((input as { name: unknown; value: unknown }[]).map(({ name, value }) => ({ name: shown(valueOf(name)), value: valueOf(value) })));
  if (!["strike", "net"].includes(convention.base)) throw new Error(`base ${shown(convention.base)}`);
  for (const { words } of problems) checkCell(words, input);
}

function watchlist(input: unknown): void {
  const [headers, rows] = input as [unknown[], unknown[][]];
  for (const stock of readWatchlist(headers.map((header) => shown(valueOf(header))), rows.map((row) => row.map(valueOf)))) for (const fact of Object.values(stock)) if (typeof fact === "number" && !Number.isFinite(fact)) throw new Error(`${stock.ticker} has ${fact}`);
}
