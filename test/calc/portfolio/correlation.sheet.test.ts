import { correlation } from "../../../src/calc/portfolio";
import { calculatedInSheet, cellOf } from "../sheet";
import { madeUp, pricesArePresent, realPrices, whenPresent } from "./prices";

jest.setTimeout(120_000);

/** Each pair by the CORREL of a real spreadsheet, over columns of returns that its own formulas made of the prices. */
function inSheet({ tickers, lines }: ReturnType<typeof madeUp>, returnsOf: "log" | "simple"): number[] {
  const headers = tickers.flatMap((ticker) => [`${ticker} before`, `${ticker} after`]);
  const rows = lines.slice(1).map(({ prices }, at) => prices.flatMap((price, column) => [lines[at]!.prices[column]!, price!]));
  const ratio = (ticker: string): string => `${cellOf(`${ticker} after`)}/${cellOf(`${ticker} before`)}`;
  const returns = tickers.map((ticker) => (returnsOf === "log" ? `=LN(${ratio(ticker)})` : `=${ratio(ticker)}-1`));
  const made = calculatedInSheet(headers, rows, returns);
  const pairs = tickers.flatMap((one, at) => tickers.slice(at + 1).map((other) => `=CORREL(Rows[${one}],Rows[${other}])`));
  return calculatedInSheet(tickers, made, pairs)[0]!.map(Number);
}

function agrees(prices: () => ReturnType<typeof madeUp>): void {
  test.each(["log", "simple"] as const)("%s returns agree to 1e-12", (returnsOf) => {
    const { matrix } = correlation(prices(), returnsOf);
    const ours = matrix.flatMap((row, at) => row.slice(at + 1)) as number[];
    const native = inSheet(prices(), returnsOf);
    expect(native).toHaveLength(ours.length);
    ours.forEach((one, at) => expect(Math.abs(one - native[at]!)).toBeLessThan(1e-12));
  });
}

describe("native CORREL, made-up prices", () => agrees(() => madeUp(["A", "B", "C"], 40)));
(pricesArePresent ? describe : describe.skip)(whenPresent("native CORREL, a year of days of four real shares"), () => agrees(() => realPrices(["AAPL", "BAC", "IBM", "SPY"], "2008-07-01", "2009-06-30")));
