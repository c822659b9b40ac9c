import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { screen } from "../../../src/calc";
import { type ChainFile, readChainText } from "../../../src/importers/chains";

/* Real chains, with what a program that is not ours found in them. They are not part of the repository. */
const folder = path.resolve(__dirname, "../../../../shared/data/chains");
const there = existsSync(folder);
if (!there) process.stderr.write("skipped: the real option chains are not beside the repository\n");

interface Expected {
  readonly underlying_last: number;
  readonly quote_date: string;
  readonly contracts: number;
  readonly calls: number;
  readonly expirations: number;
  readonly zero_bid: number;
  readonly no_delta: number;
  readonly cash_secured_puts: { readonly count: number; readonly top5: readonly { exp: string; dte: number; strike: number; bid: number; ask: number; delta: number; iv: number; oi: number; spread_pct: number; yield_on_strike_annual_pct: number; breakeven: number }[] };
}
const day = (text: string): number => Date.parse(`${text}T00:00:00Z`) / 86_400_000 + 25569;
const read = (file: string): string => readFileSync(path.join(folder, file), "utf8");
/** "25<=dte<=45, 0.15<=|delta|<=0.30, spread<=10% of mid, OI>=100", at the bid. */
const RULES = screen.readRules([["Days from", 25], ["Days to", 45], ["Least |delta|", 0.15], ["Most |delta|", 0.3], ["Most spread of mid", "10%"], ["Least open interest", 100], ["Price to use", "bid"]]).rules;

(there ? describe : describe.skip).each([
  ["cboe-spy-2025-09-25.csv", "Cboe delayed quotes"],
  ["tda-api-msft-2021-05-17.json", "Schwab or TD Ameritrade JSON"],
])("%s", (file, format) => {
  let chain: ChainFile & { readonly format: string | null };
  let expected: Expected;
  beforeAll(() => {
    chain = readChainText(read(file), file);
    expected = JSON.parse(read(`${file}.expected-screen.json`)) as Expected;
  });

  test("is read whole", () => {
    expect(chain).toMatchObject({ format, problems: [], spot: expected.underlying_last, day: day(expected.quote_date) });
    expect(chain.quotes).toHaveLength(expected.contracts);
    expect(chain.quotes.filter(({ type }) => type === "call")).toHaveLength(expected.calls);
    expect(new Set(chain.quotes.map(({ expiry }) => expiry)).size).toBe(expected.expirations);
    expect(chain.quotes.filter(({ bid }) => bid === null || bid === 0)).toHaveLength(expected.zero_bid);
  });

  test("gives the expected screen", () => {
    const { candidates } = screen.screenPuts({ chain, spot: chain.spot!, asOf: chain.day!, rules: RULES, rate: 0, dividendYield: 0 });
    expect(candidates).toHaveLength(chain.quotes.filter(({ type }) => type === "put").length);
    const pass = candidates.filter(({ rank }) => rank !== null);
    expect(pass).toHaveLength(expected.cash_secured_puts.count);
    pass.slice(0, 5).forEach((found, at) => {
      const wanted = expected.cash_secured_puts.top5[at]!;
      expect(found).toMatchObject({ rank: at + 1, expiry: day(wanted.exp), days: wanted.dte, strike: wanted.strike, bid: wanted.bid, ask: wanted.ask, delta: wanted.delta, openInterest: wanted.oi, reasons: [] });
      expect(found.spread! * 100).toBeCloseTo(wanted.spread_pct, 4);
      expect(found.annualised! * 100).toBeCloseTo(wanted.yield_on_strike_annual_pct, 4);
      expect(found.breakeven).toBeCloseTo(wanted.breakeven, 10);
    });
    for (const { reasons } of candidates.slice(pass.length)) expect(reasons.length).toBeGreaterThan(0);
  });
});

(there ? describe : describe.skip)("data vendors' files", () => {
  test("all rows of SPX options, puts and calls; that they are of sixty days is said, and there is no one price of the share", () => {
    const text = read("lambdaclass-options-2014-spx.csv");
    const chain = readChainText(text);
    expect(chain).toMatchObject({ format: "CSV file", problems: [{ row: 1, words: "there are quotes of 61 different days: a chain is of one day" }], spot: null, day: null, ticker: "SPX" });
    expect(chain.quotes).toHaveLength(text.trim().split("\n").length - 1);
  });
  test("Barchart: the expiration is in the file's name, else every row says that it lacks it", () => {
    const text = read("barchart-amzn-2rows.csv");
    expect(readChainText(text, "amzn-options-exp-2026-02-20-weekly.csv").quotes).toMatchObject([
      { type: "call", expiry: day("2026-02-20"), strike: 115, bid: 140, ask: 145, volume: 37, openInterest: 129, impliedVolatility: 0.4304, delta: 0.933 },
      { type: "call", strike: 120 },
    ]);
    expect(readChainText(text).problems.map(({ words }) => words)).toEqual([expect.stringMatching(/^the chain lacks the column Expiry;/)]);
  });
});
