import { portfolio } from "../../../src/calc";
import { readPriceText } from "../../../src/importers/prices";

const lines = (...rows: readonly string[]): string => rows.join("\n");
const pricesIn = (text: string) => readPriceText(text).block.lines.map(({ prices }) => prices);

test("a block copied from a sheet: tickers above, dates in the first column", () => {
  const { block, problems } = readPriceText(lines("Date\tKO\tpep", "1/5/2026\t60.10\t$140.00", "1/6/2026\t60.50\t1,141.20", "2026-01-07\t61\t142"));
  expect(problems).toEqual([]);
  expect(block.tickers).toEqual(["KO", "PEP"]);
  expect(block.dated).toBe(true);
  expect(block.lines.map(({ day, prices }) => [day, ...prices])).toEqual([[46027, 60.1, 140], [46028, 60.5, 1141.2], [46029, 61, 142]]);
});

test("commas and semicolons separate as well, dates may have no name or not be there, and a column without anything is none", () => {
  expect(pricesIn(lines("KO,PEP,", "60,140,", "61,141,"))).toEqual([[60, 140], [61, 141]]);
  const { block } = readPriceText(lines(";KO;PEP", "5 Jan 2026;60;140", "6 Jan 2026;61;141"));
  expect([block.dated, block.tickers]).toEqual([true, ["KO", "PEP"]]);
});

test("decimal commas, days before months", () => {
  const { block, problems } = readPriceText(lines("Datum;KO;PEP", "05/01/2026;60,10;1.140,00", "06/01/2026;60,5;1.141,2"));
  expect(problems).toEqual([]);
  expect(block.lines.map(({ day, prices }) => [day, ...prices])).toEqual([[46027, 60.1, 1140], [46028, 60.5, 1141.2]]);
});

test("a blank, a dash or n/a is a missing day; what is no price is said with its line and ticker", () => {
  const { block, problems } = readPriceText(lines("Date\tKO\tPEP", "1/5/2026\t\t140", "1/6/2026\tn/a\t-3", "1/7/2026\tsixty\t0", "soon\t60\t141", "\t61\t142"));
  expect(block.lines.map(({ prices }) => prices)).toEqual([[null, 140], [null, null], [null, null], [60, 141], [61, 142]]);
  expect(problems.map(({ row, words }) => `${row}: ${words}`)).toEqual(['3: PEP "-3" is no price', '4: KO "sixty" is no price', '4: PEP "0" is no price', '5: "soon" is not a date', "6: there is no date"]);
});

test("text that is no block of prices is refused with what is wrong in its first line", () => {
  const words = (text: string) => readPriceText(text).problems[0]!.words;
  expect(words("")).toBe("there is nothing in it");
  expect(words(lines("60\t140", "61\t141"))).toBe('the first line must name the tickers, and "60" is a number');
  expect(words(lines("KO\t\tPEP", "60\t1\t140"))).toBe("column 2 has no ticker in the first line");
  expect(words(lines("Date", "2026-01-05"))).toBe("the first line names no ticker");
  expect(words(lines("Date,Open,High,Low,Close,Volume", "2026-01-05,60,61,59,60,1000"))).toMatch(/^these are the prices of one stock, day by day/);
});

test("what was read can be asked for its correlation, and what was left out is said", () => {
  const { block } = readPriceText(lines("Date,A,B", "2026-01-08,12,24", "2026-01-05,10,20", "2026-01-06,11,22", "2026-01-07,,23", "2026-01-09,11,22"));
  const found = portfolio.correlation(block, "log");
  // both move by the same returns, in the order of their dates
  expect(found.average).toBeCloseTo(1, 12);
  expect([found.returns, found.words]).toEqual([3, "1 of 5 lines left out: A has no price on 1 of them (the first: 2026-01-07)"]);
});
