import fc from "../../properties";
import { readFileSync } from "node:fs";
import path from "node:path";
import { screen } from "../../../src/calc";
import { CHAIN_IMPORTERS, readChainText } from "../../../src/importers/chains";

const folder = path.resolve(__dirname, "../../fixtures/chains");
const text = (file: string): string => readFileSync(path.join(folder, file), "utf8");
const SAMPLES = [
  ["cboe.csv", "Cboe delayed quotes"],
  ["broker.json", "Schwab or TD Ameritrade JSON"],
  ["clipboard.txt", "Clipboard"],
  ["vendor.csv", "CSV file"],
  ["wdgt-options-exp-2026-04-17-monthly.csv", "CSV file"],
] as const;
const EXPIRY = 46129; // 2026-04-17
const DAY = 46083; // 2026-03-02
const at47 = { type: "put", expiry: EXPIRY, strike: 47.5, bid: 0.55, ask: 0.59, volume: 40, openInterest: 820, delta: -0.16 };
const at50 = { type: "put", expiry: EXPIRY, strike: 50, bid: 0.95, ask: 1.01, volume: 133, openInterest: 1500, delta: -0.24 };
const puts = (file: string) => readChainText(text(file), file).quotes.filter(({ type }) => type === "put");

test.each(SAMPLES)("%s is read by one importer, and refused by every other", (file, name) => {
  expect(CHAIN_IMPORTERS.filter((each) => each.recognises(text(file))).map((each) => each.name)).toEqual([name]);
  expect(readChainText(text(file), file).format).toBe(name);
});

test.each(SAMPLES)("%s: the same two puts, whatever the format", (file) => {
  const [one, other] = puts(file);
  expect([one, other]).toMatchObject([at47, at50]);
  expect([one!.impliedVolatility, other!.impliedVolatility].map((each) => each!.toFixed(6))).toEqual(["0.361200", "0.340500"]);
});

test("Cboe: calls beside puts, share price, day and ticker; a row is a line of the file", () => {
  const chain = readChainText(text("cboe.csv"));
  expect(chain).toMatchObject({ spot: 52.4, day: DAY, ticker: "WDGT", problems: [] });
  expect(chain.quotes.map(({ row, type, bid, delta }) => [row, type, bid, delta])).toEqual([[5, "call", 5.4, 0.8402], [5, "put", 0.55, -0.16], [6, "call", 3.3, 0.7611], [6, "put", 0.95, -0.24], [7, "call", 0, null], [7, "put", 3.6, -0.62]]);
});

test("Cboe: an adjusted contract, whose ticker has a digit, is named and left out", () => {
  const [line] = text("cboe.csv").split("\n").filter((each) => /WDGT\d{6}C/.test(each));
  const chain = readChainText(`${text("cboe.csv").trimEnd()}\n${line!.replace(/WDGT(?=\d{6}[CP])/g, "WDGT1")}\n`);
  expect(chain.quotes).toEqual(readChainText(text("cboe.csv")).quotes);
  expect(chain.problems).toEqual([expect.objectContaining({ row: 8, words: expect.stringMatching(/^WDGT1\d{6}C\d{8} is no standard contract of 100 shares: left out$/) })]);
});

test("broker JSON: volatility is a percentage, NaN and -999 are none, and what is no standard contract is named", () => {
  const chain = readChainText(text("broker.json"));
  expect(chain).toMatchObject({ spot: 52.4, day: DAY, ticker: "WDGT", problems: [{ row: 5, words: "WDGT1_041726P52.5 is no standard contract of 100 shares: left out" }] });
  expect(chain.quotes).toHaveLength(4);
  expect(chain.quotes.at(-1)).toMatchObject({ strike: 52.5, impliedVolatility: null, delta: null });
});

test("vendors' CSV: numbers in quotes, a crossed market and a type that is none are kept for the screen to say", () => {
  const chain = readChainText(text("vendor.csv"));
  expect(chain).toMatchObject({ spot: 52.4, day: DAY, ticker: "WDGT", problems: [{ row: 5, words: 'Type "putt" is neither put nor call', strike: 52.5 }] });
  expect(chain.quotes.map(({ row, bid, ask }) => [row, bid, ask])).toEqual([[2, 0.55, 0.59], [3, 0.95, 1.01], [4, 3.6, 3.3]]);
});

test("Barchart: the expiration is in the file's name; its last line is no quote", () => {
  const file = "wdgt-options-exp-2026-04-17-monthly.csv";
  expect(readChainText(text(file), file).problems).toEqual([{ row: 4, expiry: EXPIRY, strike: null, words: 'Strike "Downloaded from Barchart.com a" is not a number; Type is blank' }]);
  expect(readChainText(text(file), "chain.csv")).toMatchObject({ quotes: [], problems: [{ row: 1, words: expect.stringMatching(/^the chain lacks the column Expiry; .* in a line above them: "Expiration: 2026-04-17"$/) }] });
});

test("Yahoo: expiration, type and ticker are in the contract's name; an adjusted contract is named and left out", () => {
  const headers = "Contract Name\tLast Trade Date (EDT)\tStrike\tLast Price\tBid\tAsk\tChange\t% Change\tVolume\tOpen Interest\tImplied Volatility";
  const line = (symbol: string, strike: string) => `${symbol}\t3/2/2026 3:59 PM\t${strike}\t1.05\t0.95\t1.01\t0.00\t-\t133\t1,500\t34.05%`;
  const chain = readChainText([headers, line("WDGT260417P00050000", "50"), line("WDGT260417C00050000", "50"), line("WDGT1260417P00050000", "50"), line("BRK.B260417P00050000", "50")].join("\n"));
  expect(chain.quotes).toMatchObject([{ row: 2, type: "put", expiry: EXPIRY, strike: 50, bid: 0.95, ask: 1.01, openInterest: 1500 }, { row: 3, type: "call" }, { row: 5, type: "put" }]);
  expect(chain.problems).toMatchObject([{ row: 4, words: "WDGT1260417P00050000 is no standard contract of 100 shares: left out" }]);
  expect(chain.ticker).toBeNull(); // of two stocks
  expect(readChainText(`Symbol,Strike,Bid,Ask\n-WDGT260417P47.5,47.50,0.55,0.59\nWDGT  260417P00050000,50,0.95,1.01`)).toMatchObject({ ticker: "WDGT", problems: [], quotes: [{ type: "put", expiry: EXPIRY, strike: 47.5 }, { type: "put", expiry: EXPIRY, strike: 50 }] });
});

test("semicolons and headers under other lines", () => {
  const chain = readChainText("WDGT\nas of today\nStrike;Type;Expiry;Bid;Ask\n50;P;2026-04-17;0.95;1.01\n");
  expect(chain.quotes).toMatchObject([{ row: 4, strike: 50, bid: 0.95 }]);
});

test("the expiration and the side are said once, in a line above the rows: brokers' pages on which one chooses them", () => {
  const quotes = (...lines: readonly string[]) => readChainText(lines.join("\n")).quotes.map(({ row, type, expiry, strike }) => [row, type, expiry, strike]);
  const headers = "Strike\tBid\tAsk";
  expect(quotes("Puts", "Expiration: 2026-04-17", headers, "50\t0.95\t1.01")).toEqual([[4, "put", EXPIRY, 50]]);
  expect(quotes(headers, "Calls", " 17 APR 26  (46)  100", "50\t3\t3.1", "Puts", "50\t0.95\t1.01", "April 24, 2026", "50\t1.05\t1.1")).toEqual([[4, "call", EXPIRY, 50], [6, "put", EXPIRY, 50], [8, "put", EXPIRY + 7, 50]]);
  // a day above the headers may be that of the quotes
  expect(readChainText(`Mar 2, 2026\n${headers}\tType\n50\t1\t1.1\tPut`).problems).toMatchObject([{ words: expect.stringMatching(/^the chain lacks the column Expiry/) }]);
});

test("headers that stand there again, as at the top of a second page: each row is read under those above it", () => {
  const chain = readChainText(["Strike\tType\tExpiry\tBid\tAsk\tOI", "50\tPut\t2026-04-17\t0.95\t1.01\t1500", "Expiry\tStrike\tType\tAsk\tBid", "2026-04-17\t47.5\tPut\t0.59\t0.55"].join("\n"));
  expect(chain).toMatchObject({ problems: [], has: ["openInterest"], quotes: [{ row: 2, strike: 50, bid: 0.95, openInterest: 1500 }, { row: 4, strike: 47.5, bid: 0.55, ask: 0.59, openInterest: null }] });
});

test("a broker's JSON inside of other levels; of two chains the first is read, and the other is not passed over in silence", () => {
  const contract = { bid: 0.95, ask: 1.01, openInterest: 1500 };
  const answer = { symbol: "wdgt", underlying: { last: 52.4 }, putExpDateMap: { "2026-04-17:46": { "50.0": [contract] } } };
  const quote = { type: "put", expiry: EXPIRY, strike: 50, bid: 0.95, ask: 1.01, openInterest: 1500 };
  for (const around of [{ data: { chains: { wdgt: answer } } }, [answer], { saved: [{ at: "noon" }, answer] }]) expect(readChainText(JSON.stringify(around))).toMatchObject({ ticker: "WDGT", spot: 52.4, problems: [], quotes: [quote] });
  expect(readChainText(JSON.stringify([answer, { ...answer, symbol: "ACME" }]))).toMatchObject({ quotes: [quote], problems: [{ words: "there are 2 chains in it: only the first, of WDGT, is read" }] });
});

test("decimal commas: after semicolons, and after tabs where a number says so; days are then before months", () => {
  const quotes = (given: string) => readChainText(given).quotes.map(({ strike, bid, ask, expiry, impliedVolatility, openInterest }) => [strike, bid, ask, expiry, impliedVolatility, openInterest]);
  const rows = (...given: readonly string[]) => ["Strike;Type;Expiry;Bid;Ask;IV;OI", ...given].join("\n");
  const both = [[47.5, 1.25, 1.3, 46087, 0.255, 1500], [1250, 0.955, 1.01, 46087, 0.34, 900]];
  const european = rows("47,50;P;06/03/2026;1,250;1,300;25,50%;1.500", "1.250,00;P;6.3.2026;0,955;1,01 €;34 %;900");
  expect(quotes(european)).toEqual(both);
  expect(quotes(european.replace(/;/g, "\t"))).toEqual(both);
  expect(quotes("\uFEFF" + european.replace(/\n/g, "\r\n"))).toEqual(both);
  expect(quotes(rows("47.5;P;3/6/2026;1.25;1.30;25.50%;1,500", "1,250;P;3/6/2026;0.955;1.01;34%;900"))).toEqual(both);
  // thousands of a US clipboard stay thousands, and a date that only fits month first keeps all of them month first
  expect(quotes("Strike\tType\tExpiry\tBid\tAsk\n1,250\tP\t3/6/2026\t30\t31")).toEqual([[1250, 30, 31, 46087, null, null]]);
  expect(quotes(rows("47,5;P;3/6/2026;1,25;1,30;;", "47,5;P;3/20/2026;1,25;1,30;;")).map(([, , , expiry]) => expiry)).toEqual([46087, 46101]);
  expect(readChainText("Strike,Type,Expiry,Bid,Ask\n50,P,2026/3/6,\"0,950\",\"1,01\"").problems).toMatchObject([{ words: 'Bid "0,950" is not a number; Ask "1,01" is not a number' }]);
});

test("cells copied from a sheet with calls and puts side by side", () => {
  const tabs = text("cboe.csv").replace(/"[^"]*"/g, "x").replace(/,/g, "\t");
  const chain = readChainText(tabs);
  expect(chain).toMatchObject({ format: "Clipboard", problems: [] });
  expect(chain.quotes).toEqual(readChainText(text("cboe.csv")).quotes);
});

test("what is no chain, or only a part of one, is said", () => {
  const words = (given: string) => readChainText(given).problems.map((problem) => problem.words);
  for (const none of ["", "hello", "Date,Ticker,Amount\n1,2,3", "{}", '{"putExpDateMapping": 1}']) expect(words(none)).toEqual([expect.stringMatching(/^this is no chain of quotes that is known here\./)]);
  expect(words(text("broker.json").slice(0, 900))).toEqual([expect.stringMatching(/^the text is cut off or no JSON: /)]);
  expect(words("Strike,Bid\n50,1")).toEqual([expect.stringMatching(/^the chain lacks the columns Expiry, Type, Ask; .* "Expiration: 2026-04-17" and "Puts"$/)]);
  for (const empty of ["Strike\tType\tExpiry\tBid\tAsk", '{"symbol":"WDGT","status":"FAILED","putExpDateMap":{}}', '[{"putExpDateMap":null}]']) expect(words(empty)).toEqual(["there are no quotes in it"]);
  expect(words('[{"strike":50,"bid":1,"ask":1.1}]')).toEqual([expect.stringMatching(/^this is no chain/)]);
  expect(words(`Strike,Type,Expiry,Bid,Ask\n50,P,2026-04-17,1,1\n"51,P,2026-04-17,1,1\n52,P,2026-04-17,1,1`)).toEqual(["a quote is opened and never closed: nothing is read from here on"]);
});

test("a sample that is cut off or garbled anywhere gives quotes and problems, and never throws", () =>
  fc.assert(
    fc.property(fc.constantFrom(...SAMPLES), fc.nat(4000), fc.nat(60), fc.constantFrom("", '"', ",", "\t", "\n", "NaN", "{", "☃"), ([file], at, gone, put) => {
      const whole = text(file);
      const from = at % whole.length;
      const read = readChainText(whole.slice(0, from) + put + whole.slice(from + gone), file);
      for (const { strike, expiry } of read.quotes) expect(strike > 0 && Number.isInteger(expiry)).toBe(true);
      for (const { words, row } of read.problems) expect(words.length > 3 && row >= 1).toBe(true);
    }),
    { numRuns: 400 },
  ));

test("an imported chain is screened as it is", () => {
  const chain = readChainText(text("cboe.csv"));
  const { rules } = screen.readRules([["Days to", 46], ["Price to use", "bid"]]);
  const { candidates } = screen.screenPuts({ chain, spot: chain.spot!, asOf: chain.day!, rules, rate: 0, dividendYield: 0 });
  expect(candidates.map(({ rank, strike, reasons }) => [rank, strike, ...reasons])).toEqual([[1, 50], [2, 47.5], [null, 55, "open interest 61 is below 100", "|delta| 0.62 is above 0.35"]]);
});
