import { readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import fc from "../properties";
import { readChainText } from "../../src/importers/chains";
import { readPriceText } from "../../src/importers/prices";
import { checkCell } from "./customFunctions";
import type { Target } from "./target";
import { hostileText, wildNumber } from "./values";

const FOLDER = path.resolve(__dirname, "../fixtures/chains");
/** Each sample's first lines: what is wrong with a file shows in a few of them. */
const SAMPLES = readdirSync(FOLDER).sort().map((name) => ({ name, text: readFileSync(path.join(FOLDER, name), "utf8") }));
const PRICES = "Date\tKO\tPEP\n2026-01-05\t60.1\t140\n2026-01-06\t60.4\t141.5\n2026-01-07\t59.9\t139.25\n";

/** Files and what comes out of the clipboard: samples of every format, spoilt in every way that a download, an editor or an attacker can think of. */
export const importerTargets: readonly Target[] = [
  { name: "chain from a file", weight: 40, input: fc.tuple(fc.constantFrom(...SAMPLES), edits()).map(([{ name, text }, spoil]) => [name, spoil(text)]), run: (input) => chain(...(input as [string, string])) },
  { name: "chain from anything", weight: 20, input: fc.tuple(fc.constantFrom("", "chain-exp-2026-13-45.csv"), anyText()), run: (input) => chain(...(input as [string, string])) },
  { name: "prices from the clipboard", weight: 30, input: fc.oneof(edits().map((spoil) => spoil(PRICES)), anyText()), run: (text) => prices(text as string) },
];

/** Some cuts and insertions: of a cell's text, a sign that separates, a quote, a number too large; or the end is missing. */
function edits(): fc.Arbitrary<(text: string) => string> {
  const piece = fc.oneof({ weight: 3, arbitrary: hostileText }, { weight: 2, arbitrary: fc.constantFrom(",", ";", "\t", "\n", "\r", "\"", "\"\"", "{", "}", "[", "null", "\\u0000", "{\"toString\":1}", "1e999", "-1e308") }, { weight: 1, arbitrary: wildNumber.map(String) });
  const edit = fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(30), fc.constantFrom("replace", "insert", "cut", "cell", "repeat"), piece);
  return fc.array(edit, { minLength: 1, maxLength: 4 }).map((all) => (text: string) =>
    all.reduce((spoilt, [at, length, how, put]) => {
      const from = Math.floor(at * spoilt.length);
      if (how === "cut") return spoilt.slice(0, from);
      if (how === "insert") return spoilt.slice(0, from) + put + spoilt.slice(from);
      if (how === "repeat") return spoilt.slice(0, from) + spoilt.slice(from, from + length).repeat(20) + spoilt.slice(from);
      if (how === "replace") return spoilt.slice(0, from) + put + spoilt.slice(from + length);
      const end = from + spoilt.slice(from).search(/[,;\t\n}]/);
      return end < from ? spoilt : spoilt.slice(0, from) + put + spoilt.slice(end);
    }, text),
  );
}

function anyText(): fc.Arbitrary<string> {
  const cell = fc.oneof(hostileText, fc.constantFrom("Strike", "Bid", "Ask", "Expiration Date", "Calls", "50", "\"a\"\"b\"", "\"open"), fc.string({ maxLength: 6 }));
  const lines = fc.tuple(fc.constantFrom(",", ";", "\t"), fc.constantFrom("\n", "\r\n", "\r"), fc.array(fc.array(cell, { maxLength: 6 }), { maxLength: 6 })).map(([separator, end, rows]) => rows.map((row) => row.join(separator)).join(end));
  const json = fc.jsonValue({ maxDepth: 3 }).map((value) => `{"putExpDateMap":{"2026-02-20:5":{"50.0":${JSON.stringify(value)}}},"symbol":${JSON.stringify(value)}}`);
  return fc.oneof({ weight: 3, arbitrary: lines }, { weight: 1, arbitrary: json });
}

/** Quotes are numbers within reason, problems are words with a row; the text of the file is in neither but as a quotation. */
function chain(fileName: string, text: string): void {
  const file = readChainText(text, fileName);
  for (const quote of file.quotes) for (const fact of Object.values(quote)) checkCell(fact ?? "", "");
  checkCell(file.spot ?? "", "");
  if (file.day !== null && !(file.day >= 1 && file.day < 2_958_466)) throw new Error(`no day: ${file.day}`);
  if (file.ticker !== null) checkCell(file.ticker, text);
  checkProblems(file.problems, text);
}

function prices(text: string): void {
  const { block, problems } = readPriceText(text);
  for (const { prices: line, day } of block.lines) {
    if (line.length !== block.tickers.length) throw new Error("a line with another number of prices than tickers");
    for (const each of [...line, day]) checkCell(each ?? "", "");
  }
  checkProblems(problems, text);
}

function checkProblems(problems: readonly { readonly row: number; readonly words: string }[], text: string): void {
  for (const { row, words } of problems) {
    if (!Number.isInteger(row) || row < 1) throw new Error(`a problem of row ${row}`);
    checkCell(words, text);
  }
}
