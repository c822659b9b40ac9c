import { inCellOf, spillOf } from "./cell";
import { type Spreadsheet, openSpreadsheet } from "./spreadsheet";

/*
 * Option values as a person types them: a real spreadsheet without a window, cells with strikes, volatilities, a blank, a text and an error among them,
 * and what the formulas spill, read from the cells.
 */
jest.setTimeout(120_000);

let book: Spreadsheet;
beforeAll(async () => {
  book = await openSpreadsheet();
});
afterAll(() => book.close());

async function type(row: number, column: number, ...texts: readonly string[]): Promise<void> {
  texts.forEach((text, at) => book.grid.type(book.sheet, row + at, column, text));
  await book.settled();
}
const read = (row: number, column: number, rows: number, columns: number) => book.read(row, column, rows, columns);

test("a chain in one formula: a blank line stays blank, a text and an error say so, the others are answered", async () => {
  await type(0, 0, "48", "50", "", "fifty", "=1/0", "52.5");
  await type(0, 1, "0.35", "0.34", "", "0.3", "0.3", "0.33");
  await type(0, 3, '=WHEEL.OPT_CHAIN("put",52,A1:A6,30,B1:B6,0.04)');
  const [headers, ...rows] = read(0, 3, 7, 6);
  const alone = (strike: number, volatility: number): unknown[] => (spillOf("optGreeks", ["put", 52, strike, 30, volatility, 0.04]) as unknown[][])[0]!;
  expect(headers).toEqual(["Price", "Delta", "Gamma", "Theta", "Vega", "Rho"]);
  expect([rows[0], rows[1], rows[5]]).toEqual([alone(48, 0.35), alone(50, 0.34), alone(52.5, 0.33)]);
  expect(rows.slice(2, 5).map(([first]) => first)).toEqual(["", "strike must be a number", "strike must be a number"]);
});

test("the table of puts follows its cells", async () => {
  await type(10, 0, "48", "50");
  await type(10, 1, "0.7", "1.25");
  await type(10, 3, "=WHEEL.CSP_TABLE(52,A11:A12,B11:B12,30,0.04)");
  expect(read(11, 10, 2, 1)).toEqual([[inCellOf("optIv", ["put", 0.7, 52, 48, 30, 0.04])], [inCellOf("optIv", ["put", 1.25, 52, 50, 30, 0.04])]]);
  await type(11, 1, "1.5");
  expect(read(12, 10, 1, 1)).toEqual([[inCellOf("optIv", ["put", 1.5, 52, 50, 30, 0.04])]]);
});

test("a scalar function over a range is lifted, and one row spills six numbers", async () => {
  await type(20, 3, '=WHEEL.OPT_PRICE("put",52,A11:A12,30,0.35,0.04)');
  expect(read(20, 3, 2, 1)).toEqual([[inCellOf("optPrice", ["put", 52, 48, 30, 0.35, 0.04])], [inCellOf("optPrice", ["put", 52, 50, 30, 0.35, 0.04])]]);
  await type(24, 3, '=WHEEL.OPT_GREEKS("call",52,55,30,0.35,0.04,0.01,"european")');
  expect(read(24, 3, 1, 6)).toEqual(spillOf("optGreeks", ["call", 52, 55, 30, 0.35, 0.04, 0.01, "european"]));
});

test("decay spills a line a step; dividends come from a range", async () => {
  await type(30, 3, '=WHEEL.OPT_DECAY("put",52,50,45,0.35,0.04,,4)');
  expect(read(30, 3, 5, 1)).toEqual([["Days left"], [45], [30], [15], [0]]);
  await type(40, 0, "20", "50");
  await type(40, 1, "0.5", "0.5");
  await type(40, 3, '=WHEEL.OPT_PRICE_DIVS("put",52,50,60,0.35,0.04,A41:A42,B41:B42)');
  expect(read(40, 3, 1, 1)).toEqual([[inCellOf("optPriceDivs", ["put", 52, 50, 60, 0.35, 0.04, [[20], [50]], [[0.5], [0.5]]])]]);
});
