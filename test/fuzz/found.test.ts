import { inCell } from "../../src/functions/errors";
import { readChainText } from "../../src/importers/chains";
import { readPriceText } from "../../src/importers/prices";
import { readDraft } from "../../src/journal/draft";
import { readWatchlist } from "../../src/journal/watched";
import { inCellOf, spillOf } from "../functions/cell";
import { LOG_HEADERS } from "./tables";

/* What the fuzz run has found, each as a test of its own. */

const FORMATTED = (value: unknown) => ({ type: "FormattedNumber", basicType: "Double", basicValue: value, numberFormat: "$0.00" });
const ERROR = { type: "Error", basicType: "Error", basicValue: "#DIV/0!", errorType: "Div0" };
const log = (...rows: unknown[][]): unknown[][] => [LOG_HEADERS, ...rows];
const SOLD = [46027, "", "KO", "Sell to open", "Put", 1, 50, 46073, 1.2, "", "", "", ""];
const withCell = (header: string, value: unknown): unknown[] => SOLD.map((cell, at) => (LOG_HEADERS[at] === header ? value : cell));

test("numbers with a format of their own count in columns of strikes and premiums, and an error among them is words in its row", () => {
  const rows = spillOf("cspTable", [52, [[FORMATTED(50)], [ERROR]], [[FORMATTED(1.2)], [1]], 30]) as unknown[][];
  expect(rows[1]!.slice(0, 3)).toEqual([50, 1.2, 5000]);
  expect(rows[2]!.slice(0, 3)).toEqual(["#DIV/0!", 1, expect.stringMatching(/^strike must be a number/)]);
});

test("a premium that is a blank cell is blank in the table, with words beside it", () => {
  expect((spillOf("cspTable", [52, 50, null, 30]) as unknown[][])[1]!.slice(0, 3)).toEqual([50, "", expect.stringMatching(/^premium must be a number/)]);
});

test("an empty block for the cash of accounts is words, not an error of the program", () => {
  expect(inCellOf("allAssigned", [log(SOLD), []])).toBe("#VALUE! cash must be a block of cells");
});

test("no report shows minus zero: shares that were a gift cost 0", () => {
  const [, row] = spillOf("positions", [log([46027, "", "KO", "Buy", "Shares", 100, "", "", 0, "", "", "", ""]), 46100]) as unknown[][];
  expect(row).toContain(0);
  expect(row!.filter((cell) => Object.is(cell, -0))).toEqual([]);
});

test.each<[string, unknown[], RegExp]>([
  ["a strike beyond all money", withCell("Strike", 1e300), /too large to be booked exactly/],
  ["a million million contracts", withCell("Quantity", 1e12), /too large to be booked exactly/],
  ["a multiplier next to nothing", withCell("Multiplier", 5e-324), /less than a millionth of a share/],
  ["a date before all dates", withCell("Date", -1e9), /Date must be a date/],
  ["an expiry before all dates", withCell("Expiry", -5), /Expiry must be a date/],
])("%s is a problem of its row, and the other rows are booked", (_, row, words) => {
  const rows = log(SOLD, row);
  expect(spillOf("problems", [rows])).toEqual([expect.anything(), [3, "KO", expect.stringMatching(words)]]);
  for (const name of ["positions", "campaigns", "chains", "income", "audit", "campaignXirr"]) expect([name, spillOf(name, [rows, name === "positions" || name === "campaigns" ? 46100 : null])]).toEqual([name, spillOf(name, [log(SOLD), name === "positions" || name === "campaigns" ? 46100 : null])]);
});

test("words about sums beyond all money say that they are too large, not “Infinity” or “undefined”", () => {
  const chain = [["Expiry", "Strike", "Type", "Bid", "Ask"]];
  expect((spillOf("rollTable", [50, 46073, 1, chain, 46050, 52, 1, 0, null, 1e43]) as unknown[][])[1]!.at(-1)).toBe("locks in a loss of 1e+43");
  expect(inCellOf("rollTable", [50, 46073, 1, chain, 46050, 1.3e305, 1000, 0])).toBe("#VALUE! these numbers are too large to calculate with");
  expect(inCellOf("optIv", ["put", 0, 1, 1e300, 36_500, -1, 0, "american"])).toBe("#VALUE! these numbers are too large to calculate with");
  expect(inCellOf("exposure", [log(SOLD), [["Ticker", "Price"]], null, 100_000, 1.7e308])).toBe("#VALUE! these numbers are too large to calculate with");
});

test("a text as long as a cell can be does not make one that is longer", () => {
  const long = "x".repeat(32_767);
  const lengths = (spillOf("problems", [log([46027, "", long, "Buy to close", "Put", 1, 50, 46073, 1, "", "", "", ""])]) as string[][]).flat().map((cell) => String(cell).length);
  expect(Math.max(...lengths)).toBeLessThanOrEqual(32_767);
  const refused = () => inCell(() => JSON.parse(`{"${long}`) as number);
  expect(refused).toThrow(expect.objectContaining({ message: expect.stringMatching(/^.{1,1001}$/) as string }));
});

test("a number of 400 digits in a file is words, not an infinite strike", () => {
  const { quotes, problems } = readChainText(`Expiry,Strike,Type,Bid,Ask\n2026-02-20,${"9".repeat(400)},Put,1,1.1\n2026-02-20,50,Put,-0,1.1`);
  expect(quotes).toEqual([expect.objectContaining({ strike: 50, bid: 0 })]);
  expect(problems).toEqual([expect.objectContaining({ row: 2, words: expect.stringMatching(/^Strike "9{30}" is too large/) })]);
});

test("a broker's file with an object for a name, or a time beyond all days, is read without a crash", () => {
  const contract = { strikePrice: 50, putCall: "PUT", bid: 1, ask: 1.1, quoteTimeInLong: 1e300 };
  const odd = { ...contract, nonStandard: true, symbol: { toString: 1 } };
  const { day, quotes, problems } = readChainText(JSON.stringify({ putExpDateMap: { "2026-02-20:5": { "50.0": [contract, odd] } } }));
  expect([day, quotes.length, problems.map(({ words }) => words)]).toEqual([null, 1, ["this is no standard contract of 100 shares: left out"]]);
});

test("a name as long as a page is clipped where a problem quotes it", () => {
  for (const text of [`${"9".repeat(30_000)}\n1`, `${"K".repeat(30_000)}\nabc`]) for (const { words } of readPriceText(text).problems) expect(words.length).toBeLessThan(150);
});

test("a problem stands under a field that the form shows: a ticker that was left from another action is none of Interest's", () => {
  const draft = { type: "Cash", date: "2026-02-20", account: "", quantity: "", strike: "", expiry: "", price: "5", fees: "", multiplier: "", notes: "" } as const;
  expect(readDraft({ ...draft, action: "Interest", ticker: "x".repeat(50) }).problems).toEqual([]);
  expect(readDraft({ ...draft, action: "Fee", ticker: "x".repeat(50) }).problems).toEqual([{ field: "ticker", words: "Ticker must not be longer than 40 characters" }]);
});

test("an error on the Watchlist is no ticker", () => {
  expect(readWatchlist(["Ticker", "Price"], [["#FIELD!", 5], ["#N/A", 5], ["KO", 60]]).map(({ ticker }) => ticker)).toEqual(["KO"]);
});
