import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { type Action, type Trade, needsPrice } from "../../../src/calc";
import { audit } from "../../../src/calc/report/audit";
import { campaigns } from "../../../src/calc/report/campaigns";
import { chains } from "../../../src/calc/report/chains";
import { lots } from "../../../src/calc/report/lots";
import { BROKERS, type BrokerEvent, LOGS, brokerTrade, hasLogs, toTrades } from "../../fixtures/brokerLogs";
import { bookOf, option } from "./books";
import { dayNumber } from "./chains";

/*
 * Real logs of three brokers and worked examples of others. The files are kept beside the project, not in it; the golden chains and the chains below stand in where they are absent.
 */
const present = hasLogs;
const withLogs = present ? describe : describe.skip;
const name = present ? "real broker logs" : "real broker logs: skipped, because the folder with the brokers' files is not beside the project";

withLogs(name, () => {
  const read = (file: string): Trade[] => toTrades(readFileSync(path.join(LOGS, file), "utf8"));
  const truth = (file: string): Record<string, never> => JSON.parse(readFileSync(path.join(LOGS, file), "utf8"));

  test.each([
    ["pltr-schwab-2026", 901.36],
    ["pltr-robinhood-2026", 1047.25],
    ["pcg-tastytrade-2020", 399.83],
  ])("%s realises %d, cash to the cent, in both views", (file, dollars) => {
    const booked = bookOf(read(`${file}.csv`));
    expect(booked.problems).toEqual([]);
    expect(booked.holdings).toEqual([]);
    expect(Number(truth(`${file}.truth.json`)["realised_pl_total"])).toBe(dollars);
    for (const view of ["income", "tax"] as const) expect(audit(booked, view).at(-1)).toMatchObject({ cash: dollars, realised: dollars, ok: true });
    expect(campaigns(booked).reduce((sum, { total }) => sum + total, 0)).toBeCloseTo(dollars, 8);
  });

  test("PLTR at Schwab: two rolls are one chain; with both calls a share cost 138.9862 net, and cash breaks even there too", () => {
    const held = read("pltr-schwab-2026.csv").filter(({ date }) => date < dayNumber("2026-03-06"));
    const booked = bookOf(held);
    expect(lots(booked)).toMatchObject([{ shares: 100, strikeCost: 150, taxBasis: 130.7566, netStockCost: 138.9862 }]);
    expect(campaigns(booked)).toMatchObject([{ cashBreakeven: 138.9862 }]);
    expect(chains(booked).filter(({ type }) => type === "Put")).toMatchObject([{ legs: 3, rolls: 2, state: "Assigned", chainCredit: 572.7 }]);
  });

  test("SOFI at Schwab: five contracts rolled and assigned cost 23.1899 a share", () => {
    const booked = bookOf(read("sofi-schwab-2026.csv"));
    expect(Number(lots(booked)[0]!.netStockCost.toFixed(4))).toBe(23.1899);
    expect(Number(campaigns(booked)[0]!.cashBreakeven!.toFixed(4))).toBe(23.1899);
    expect(chains(booked)).toMatchObject([{ legs: 2, rolls: 1, state: "Assigned", chainCredit: 405.06 }]);
    expect(audit(booked)).toMatchObject([{ openShares: -12_000, ok: true }, { cash: -11_594.94, ok: true }]);
  });
});

/** Rows of the two JSON logs: day, STO/BTC/ASSIGNED/EXPIRED/CALLED_AWAY, P/C, strike, expiry. */
type JsonRow = readonly (string | number | null)[];
const JSON_ACTIONS: Readonly<Record<string, Action>> = { STO: "Sell to open", BTC: "Buy to close", ASSIGNED: "Assigned", CALLED_AWAY: "Assigned", EXPIRED: "Expired" };
function jsonTrade([day, what, right, strike]: JsonRow, expiry: string, quantity: number, price: number | null, fees: number): Trade {
  const action = JSON_ACTIONS[String(what)];
  if (action === undefined) throw new Error(`unknown action ${String(what)}`);
  return { ...option(String(day), action, right === "P" ? "Put" : "Call", { quantity, strike: Number(strike), expiry, fees }), price: needsPrice(action) ? price : null };
}

withLogs(`${name}, worked examples`, () => {
  const read = <T>(file: string): T => JSON.parse(readFileSync(path.join(LOGS, file), "utf8")) as T;

  test("WDGT (OptionsWheelLab): 498.05, 9.961 % on 5,000, 109 days, 49.0565 net after the put", () => {
    const { wheel_50_put: truth } = read<{ wheel_50_put: { rows: JsonRow[]; total: number; committed: number; return_pct: number; days: number; net_basis: number; gross_basis: number } }>("wdgt-worked-example.json");
    // an assignment has no expiry in the file: it is of the option that is open
    const trades = truth.rows.map((row, at) => jsonTrade(row, String(row[4] ?? truth.rows.slice(0, at).reverse().find((other) => other[1] === "STO")![4]), 1, row[5] as number | null, Number(row[6])));
    const [campaign] = campaigns(bookOf(trades));
    expect(campaign).toMatchObject({ total: truth.total, averageCapital: truth.committed, days: truth.days, state: "Closed" });
    expect(campaign!.return! * 100).toBeCloseTo(truth.return_pct, 9);
    expect(lots(bookOf(trades.slice(0, 2)))).toMatchObject([{ netStockCost: truth.net_basis, strikeCost: truth.gross_basis }]);
    expect(audit(bookOf(trades)).at(-1)).toMatchObject({ cash: truth.rows.reduce((sum, row) => sum + Math.round(Number(row[7]) * 100), 0) / 100, ok: true });
  });

  test("SOXL: two puts of one expiry stay two chains, with the file's own sums", () => {
    const { rows, expected } = read<{ rows: JsonRow[]; expected: { status: string; net: number; legs?: string[] }[] }>("soxl-same-expiry-chains.json");
    const found = chains(bookOf(rows.map((row) => jsonTrade(row, String(row[4]), Number(row[5]), Math.abs(Number(row[6])) / (Number(row[5]) * 100), 0))));
    expect(found.map(({ state, chainCredit }) => [state.toUpperCase(), chainCredit]).sort()).toEqual(expected.map(({ status, net }) => [status, net]).sort());
    const rolled = expected.find(({ legs }) => legs)!.legs!.filter((leg) => leg === "roll_open").length;
    expect(found.find(({ state }) => state === "Open")).toMatchObject({ rolls: rolled, legs: rolled + 1 });
  });
});

/** A broker's own figures: called away, the premium goes to the proceeds, and the option itself shows nothing. */
(present ? test : test.skip)("IBKR's realised results of assigned calls are those of the tax view", () => {
  const { cases } = JSON.parse(readFileSync(path.join(LOGS, "ibkr-covered-call-realised.json"), "utf8")) as { cases: Record<string, number>[] };
  for (const { contracts, strike, sell_fee, stock_basis, premium_net, realised_pl } of cases as Record<"contracts" | "strike" | "sell_fee" | "stock_basis" | "premium_net" | "realised_pl", number>[]) {
    const shares = contracts * 100;
    const booked = bookOf([
      { ...option("2025-01-02", "Buy to close", "Call", { strike, expiry: "2025-02-21" }), action: "Buy", type: "Shares", quantity: shares, strike: null, expiry: null, price: -stock_basis / shares },
      option("2025-01-03", "Sell to open", "Call", { quantity: contracts, strike, expiry: "2025-02-21", price: premium_net / shares }),
      option("2025-02-21", "Assigned", "Call", { quantity: contracts, strike, expiry: "2025-02-21", fees: -sell_fee }),
    ]);
    const tax = booked.tickers[0]!.realised.filter(({ tax: units }) => units !== 0);
    expect(tax.map(({ kind }) => kind)).toEqual(["stock"]);
    expect(tax[0]!.tax / 10_000).toBeCloseTo(realised_pl, 3);
  }
});

test("two puts of one expiry are two chains: the one that was rolled twice is open, the other one expired (a trader's SOXL log)", () => {
  const rows: [string, Action, number, string, number][] = [
    ["2026-07-01", "Sell to open", 175, "2026-07-10", 1458.63],
    ["2026-07-02", "Sell to open", 135, "2026-07-10", 974.64],
    ["2026-07-06", "Buy to close", 175, "2026-07-10", 1373.33],
    ["2026-07-06", "Sell to open", 175, "2026-07-17", 2890.6],
    ["2026-07-09", "Buy to close", 175, "2026-07-17", 2311.33],
    ["2026-07-09", "Sell to open", 175, "2026-07-24", 3748.58],
    ["2026-07-10", "Expired", 135, "2026-07-10", 0],
  ];
  const found = chains(bookOf(rows.map(([day, action, strike, expiry, net]) => option(day, action, "Put", { quantity: 2, strike, expiry, price: net / 200, ticker: "SOXL" }))));
  expect(found.map(({ state, legs, rolls, chainCredit }) => [state, legs, rolls, chainCredit])).toEqual([["Open", 3, 2, 4413.15], ["Expired", 1, 0, 974.64]]);
});

/** The brokers' files of many underlyings: every one that is flat at the end realised exactly its cash. */
withLogs(`${name}, underlyings that are flat at the end`, () => {
  const { files } = (present ? JSON.parse(readFileSync(path.join(LOGS, "flat-underlyings-truth.json"), "utf8")) : { files: {} }) as { files: Record<string, Record<string, { realised_pl_ex_dividends: string }>> };
  const cases = Object.entries(files).flatMap(([file, underlyings]) => {
    const [broker, , base] = file.split("/");
    const events = path.join(BROKERS, broker!, "expected", `${base}.events.jsonl`);
    return existsSync(events) ? [{ file: base!, events, underlyings }] : [];
  });
  test.each(cases)("$file", ({ file, events, underlyings }) => {
    const all = readFileSync(events, "utf8").trim().split("\n").map((line) => JSON.parse(line) as BrokerEvent);
    for (const [ticker, { realised_pl_ex_dividends: truth }] of Object.entries(underlyings)) {
      const booked = bookOf(all.flatMap((event) => (event.underlying === ticker ? brokerTrade(event, all, ticker) : [])));
      expect([ticker, booked.problems.filter(({ booked: counts }) => !counts)]).toEqual([ticker, []]);
      const total = audit(booked).at(-1)!;
      expect([ticker, total.ok, total.cash.toFixed(2)]).toEqual([ticker, true, Number(truth).toFixed(2)]);
      if (MISLABELLED.includes(`${file} ${ticker}`)) continue;
      expect([ticker, booked.holdings.length]).toEqual([ticker, 0]);
      for (const view of ["income", "tax"] as const) expect([ticker, audit(booked, view).at(-1)!.realised.toFixed(2)]).toEqual([ticker, Number(truth).toFixed(2)]);
    }
  });
});

/** The broker calls the purchase that closes a sold put an opening one: both sides stay open, and only the cash can be compared. */
const MISLABELLED = ["fidelity-13col-history-2024.csv DAL"];
