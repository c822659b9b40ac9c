import type { Trade } from "../../../src/calc";
import { audit } from "../../../src/calc/report/audit";
import { campaigns } from "../../../src/calc/report/campaigns";
import { chains } from "../../../src/calc/report/chains";
import { income } from "../../../src/calc/report/income";
import { lots } from "../../../src/calc/report/lots";
import { positions } from "../../../src/calc/report/positions";
import { bookOf, money, option, shares } from "./books";

const FEB = "2026-02-20";
const MAR = "2026-03-20";
const put = (day: string, action: Trade["action"], strike: number, expiry: string, price?: number, quantity = 1): Trade => option(day, action, "Put", { strike, expiry, price, quantity });
const call = (day: string, action: Trade["action"], strike: number, expiry: string, price?: number, quantity = 1): Trade => option(day, action, "Call", { strike, expiry, price, quantity });
const adds = (trades: readonly Trade[]): ReturnType<typeof bookOf> => {
  const booked = bookOf(trades);
  for (const view of ["income", "tax"] as const) expect(audit(booked, view).at(-1)).toMatchObject({ difference: 0, ok: true });
  return booked;
};

describe("rolls (§6)", () => {
  const sold = put("2026-01-05", "Sell to open", 50, FEB, 1, 2);

  test("one for two: each of the two carries half of what the one brought", () => {
    const booked = adds([put("2026-01-05", "Sell to open", 50, FEB, 1), put("2026-02-13", "Buy to close", 50, FEB, 3), put("2026-02-13", "Sell to open", 45, MAR, 1.2, 2)]);
    expect(chains(booked)).toMatchObject([{ legs: 2, rolls: 1, chainCredit: 40, banked: -200, atRisk: 240, breakeven: 44.8 }]);
  });
  test("two for one: the one carries both", () => {
    const booked = adds([sold, put("2026-02-13", "Buy to close", 50, FEB, 2, 2), put("2026-02-13", "Sell to open", 45, MAR, 1)]);
    expect(chains(booked)).toMatchObject([{ chainCredit: -100, breakeven: 46 }]);
  });
  test("a part is rolled, the rest expires: one chain, and only the rolled part is carried", () => {
    const booked = adds([sold, put("2026-02-13", "Buy to close", 50, FEB, 2), put("2026-02-13", "Sell to open", 48, MAR, 2), put(FEB, "Expired", 50, FEB)]);
    expect(chains(booked)).toMatchObject([{ state: "Open", legs: 2, chainCredit: 200, atRisk: 200, breakeven: 47 }]);
  });
  test("two rolls on one day: the lower strike goes on as the lower strike", () => {
    const booked = adds([
      put("2026-01-05", "Sell to open", 50, FEB, 1), put("2026-01-06", "Sell to open", 40, FEB, 1),
      put("2026-02-13", "Sell to open", 48, MAR, 2), put("2026-02-13", "Sell to open", 38, MAR, 2), put("2026-02-13", "Buy to close", 50, FEB, 3), put("2026-02-13", "Buy to close", 40, FEB, 1.5),
    ]);
    expect(chains(booked).map(({ breakeven, chainCredit }) => [breakeven, chainCredit])).toEqual([[48, 0], [36.5, 150]]);
  });
  test("no roll: a day trade, the same contract sold again, another type, a sale after an assignment", () => {
    const rolled = (trades: readonly Trade[]): number => chains(adds(trades)).reduce((sum, { rolls }) => sum + rolls, 0);
    expect(rolled([put("2026-01-05", "Sell to open", 50, FEB, 1), put("2026-01-05", "Buy to close", 50, FEB, 0.5), put("2026-01-05", "Sell to open", 48, FEB, 1)])).toBe(0);
    expect(rolled([put("2026-01-05", "Sell to open", 50, FEB, 1), put("2026-01-09", "Buy to close", 50, FEB, 0.5), put("2026-01-09", "Sell to open", 50, FEB, 1)])).toBe(0);
    expect(rolled([put("2026-01-05", "Sell to open", 50, FEB, 1), put("2026-01-09", "Buy to close", 50, FEB, 0.5), call("2026-01-09", "Sell to open", 55, FEB, 1)])).toBe(0);
    expect(rolled([put("2026-01-05", "Sell to open", 50, FEB, 1), put("2026-01-09", "Assigned", 50, FEB), put("2026-01-09", "Sell to open", 45, FEB, 1)])).toBe(0);
  });
});

describe("shares (§7)", () => {
  test("bought outright: the fee is in the tax basis, not in the strike cost; a sale takes the oldest", () => {
    const booked = adds([shares("2026-01-05", "Buy", 100, 10, { fees: 1 }), shares("2026-01-06", "Buy", 100, 12), shares("2026-02-02", "Sell", 150, 13, { fees: 1 })]);
    expect(lots(booked)).toMatchObject([{ shares: 50, strikeCost: 12, taxBasis: 12, source: "Bought" }]);
    expect(lots(bookOf([shares("2026-01-05", "Buy", 100, 10, { fees: 1 })]))).toMatchObject([{ strikeCost: 10, taxBasis: 10.01, netStockCost: 10.01 }]);
    expect(income(booked, "month", "tax").map(({ net }) => net)).toEqual([0, 348]);
  });
  test("a call premium goes to the shares that it covers: the oldest that no other call covers", () => {
    const held = [shares("2026-01-05", "Buy", 100, 10), shares("2026-01-06", "Buy", 200, 12)];
    const booked = adds([...held, call("2026-01-07", "Sell to open", 15, FEB, 0.5), call("2026-01-08", "Sell to open", 16, FEB, 0.6)]);
    expect(lots(booked).map(({ netStockCost }) => netStockCost)).toEqual([9.5, 11.7]);
    expect(lots(adds([...held, call("2026-01-07", "Sell to open", 15, FEB, 0.5), call("2026-01-09", "Buy to close", 15, FEB, 0.2)])).map(({ netStockCost }) => netStockCost)).toEqual([9.7, 12]);
  });
  test("half of the shares are sold and a call is sold on the same day: it stands on the half that is kept", () => {
    const half = [shares("2026-01-07", "Sell", 100, 13), call("2026-01-07", "Sell to open", 15, FEB, 0.5)];
    expect(lots(adds([shares("2026-01-05", "Buy", 200, 10), ...half]))).toMatchObject([{ shares: 100, netStockCost: 9.5 }]);
    expect(lots(adds([shares("2026-01-05", "Buy", 100, 10), shares("2026-01-06", "Buy", 100, 12), ...half]))).toMatchObject([{ shares: 100, netStockCost: 11.5 }]);
    const calledAway = [call("2026-01-07", "Sell to open", 15, "2026-01-07", 0.5), call("2026-01-07", "Assigned", 15, "2026-01-07")];
    expect(lots(adds([shares("2026-01-05", "Buy", 100, 10), shares("2026-01-06", "Buy", 100, 12), ...calledAway]))).toMatchObject([{ shares: 100, netStockCost: 12 }]);
  });
  test("a call that is bought back on the day of its sale leaves its shares to the one that is sold instead", () => {
    const swapped = [shares("2026-01-05", "Buy", 100, 50), call("2026-01-07", "Sell to open", 51, FEB, 1), call("2026-01-07", "Buy to close", 51, FEB, 1.1), call("2026-01-07", "Sell to open", 55, FEB, 0.8)];
    expect(lots(adds(swapped))).toMatchObject([{ netStockCost: 49.3 }]); // 50 + 0.10 lost on the first, − 0.80
  });
  test("of two calls on the shares of one, the one that is bought back is the one without shares", () => {
    const booked = adds([shares("2026-01-05", "Buy", 100, 50), call("2026-01-07", "Sell to open", 55, FEB, 1, 2), call("2026-01-08", "Buy to close", 55, FEB, 3)]);
    expect(lots(booked)).toMatchObject([{ netStockCost: 49 }]);
    expect(lots(adds([shares("2026-01-05", "Buy", 100, 50), call("2026-01-07", "Sell to open", 55, FEB, 1, 2), call("2026-01-08", "Buy to close", 55, FEB, 3, 2)]))).toMatchObject([{ netStockCost: 52 }]);
  });
  test("shares are sold from under two calls: the one that was sold first keeps the rest, and the other one touches no lot any more", () => {
    const sold = [shares("2026-01-05", "Buy", 200, 50), call("2026-01-07", "Sell to open", 55, FEB, 1), call("2026-01-08", "Sell to open", 56, FEB, 1), shares("2026-01-09", "Sell", 100, 51)];
    expect(lots(adds([...sold, call("2026-01-12", "Buy to close", 56, FEB, 3)]))).toMatchObject([{ shares: 100, netStockCost: 49 }]);
    expect(lots(adds([...sold, call("2026-01-12", "Buy to close", 55, FEB, 3)]))).toMatchObject([{ shares: 100, netStockCost: 52 }]);
  });
  test("two puts are assigned on one day: the shares at the lower strike go first, whichever would have expired first", () => {
    const puts = [put("2026-01-05", "Sell to open", 50, FEB, 1), put("2026-01-05", "Sell to open", 45, "2026-03-20", 1), put("2026-01-09", "Assigned", 50, FEB), put("2026-01-09", "Assigned", 45, "2026-03-20")];
    expect(lots(adds(puts)).map(({ strikeCost }) => strikeCost)).toEqual([45, 50]);
    expect(lots(adds([...puts, shares("2026-01-12", "Sell", 100, 48)])).map(({ strikeCost }) => strikeCost)).toEqual([50]);
  });
  test("called away without enough shares: short, flagged with its row, covered by the next purchase", () => {
    const rows = [shares("2026-01-05", "Buy", 100, 10), call("2026-01-07", "Sell to open", 15, FEB, 0.5, 2), call(FEB, "Assigned", 15, FEB, undefined, 2)];
    const booked = adds(rows);
    expect(booked.problems).toEqual([{ row: 3, ticker: "KO", words: "100 KO shares went that were not there: booked as sold short", booked: true }]);
    expect(positions(booked)).toMatchObject([{ type: "Shares", quantity: -100, credit: 1500 }]);
    expect(lots(booked)).toMatchObject([{ shares: -100, strikeCost: 15, taxBasis: 15.5, source: "Assigned" }]);
    expect(campaigns(adds([...rows, shares("2026-02-23", "Buy", 100, 16)]))).toMatchObject([{ state: "Closed", callPremium: 100, stockResult: 400, total: 500 }]);
  });
  test("an exercised call raises the basis by what it cost, an exercised put lowers the proceeds", () => {
    const booked = adds([call("2026-01-05", "Buy to open", 10, FEB, 2), call(FEB, "Exercised", 10, FEB)]);
    expect(lots(booked)).toMatchObject([{ strikeCost: 10, taxBasis: 12, netStockCost: 12, source: "Exercised" }]);
    const sold = adds([shares("2026-01-05", "Buy", 100, 10), put("2026-01-06", "Buy to open", 9, FEB, 0.5), put(FEB, "Exercised", 9, FEB)]);
    expect(income(sold, "month", "tax").map(({ realisedOptions, realisedStock }) => [realisedOptions, realisedStock])).toEqual([[0, 0], [0, -150]]);
    expect(income(sold, "month", "income").map(({ realisedOptions, realisedStock }) => [realisedOptions, realisedStock])).toEqual([[0, 0], [-50, -100]]);
  });
});

describe("splits, adjusted terms, index options", () => {
  test("a split multiplies shares and leaves options; adjusted terms are taken as typed and keep credit and chain", () => {
    const rows = [shares("2026-01-05", "Buy", 100, 50), put("2026-01-05", "Sell to open", 48, FEB, 2), put("2026-01-05", "Buy to open", 44, FEB, 1), shares("2026-01-12", "Split", 2, null)];
    const bare = adds(rows);
    expect(positions(bare).map(({ quantity, strike }) => [quantity, strike])).toEqual([[1, 44], [-1, 48], [200, null]]);
    expect(bare.problems).toMatchObject([{ row: 4, booked: true, words: "Options are open (44 Put, 48 Put), and no Adjusted row of that day has their new terms: they stay as they were until the exchange's memo is logged" }]);
    const booked = adds([...rows, put("2026-01-12", "Adjusted", 24, FEB, undefined, 2), put("2026-01-12", "Adjusted", 22, FEB, undefined, 2), put(FEB, "Assigned", 24, FEB)]);
    expect(booked.problems).toEqual([]);
    expect(positions(booked)).toMatchObject([{ quantity: 2, strike: 22 }, { quantity: -1, strike: 24, credit: 100, collateral: 2400 }, { quantity: 300 }]);
    expect(lots(booked)).toMatchObject([{ shares: 200, strikeCost: 25 }, { shares: 100, strikeCost: 24, taxBasis: 23 }]);
  });
  test("an adjustment that fits several contracts, or none, is a Problem and changes nothing", () => {
    const rows = [put("2026-01-05", "Sell to open", 48, FEB, 2), put("2026-01-05", "Sell to open", 44, FEB, 1)];
    expect(adds([...rows, put("2026-01-12", "Adjusted", 30, FEB)]).problems).toMatchObject([{ row: 3, words: expect.stringContaining("Several KO Put") }]);
    expect(adds([...rows, put("2026-01-12", "Adjusted", 24, MAR)]).problems).toMatchObject([{ row: 3, words: "No KO Put with this expiry is open on that day" }]);
  });
  test("an assigned index option is a Problem that says what to log; at its settlement value it closes", () => {
    const sold = option("2026-01-05", "Sell to open", "Put", { strike: 6000, expiry: FEB, price: 20, ticker: "SPX" });
    expect(bookOf([sold, { ...sold, action: "Assigned", price: null }]).problems).toMatchObject([{ row: 2, words: 'SPX options are settled in cash and bring no shares: log "Buy to close" at the settlement value' }]);
    expect(campaigns(adds([sold, option(FEB, "Buy to close", "Put", { strike: 6000, expiry: FEB, price: 15, ticker: "SPX" })]))).toMatchObject([{ total: 500, state: "Closed" }]);
  });
});

describe("what cannot be booked is said in words, with its row (§2)", () => {
  const sold = put("2026-01-05", "Sell to open", 50, FEB, 1, 2);
  test.each<[string, Trade[]]>([
    ["Buy to close 3, but only 2 of the sold KO Put 50 with this expiry are open on that day", [sold, put("2026-01-06", "Buy to close", 50, FEB, 1, 3)]],
    ["No sold KO Put 50 with this expiry is open on that day", [sold, put("2026-01-02", "Buy to close", 50, FEB, 1)]],
    ["No bought KO Put 50 with this expiry is open on that day", [sold, put("2026-01-06", "Sell to close", 50, FEB, 1)]],
    ["The multiplier is 150, but the open sold KO Put 50 has another one", [sold, { ...put("2026-01-06", "Buy to close", 50, FEB, 1), multiplier: 150 }]],
    ["Strike must be a number above zero", [sold, { ...sold, strike: null }]],
    ["Quantity must be a number above zero, and whole for contracts", [sold, { ...sold, quantity: 1.5 }]],
    ["No KO shares are held on that day, so there is nothing to split", [sold, shares("2026-01-06", "Split", 2, null)]],
    ["The amount is too large to be booked exactly", [sold, money("2026-01-06", "Deposit", 1e12)]],
  ])("%s", (words, trades) => {
    expect(adds(trades).problems).toMatchObject([{ row: 2, words, booked: false }]);
  });
});

describe("campaigns (§9)", () => {
  test("a put sold on the day on which the last one ends goes on; a day later is another campaign", () => {
    const rows = (day: string): Trade[] => [put("2026-01-05", "Sell to open", 50, FEB, 1), put(FEB, "Expired", 50, FEB), put(day, "Sell to open", 50, MAR, 1)];
    expect(campaigns(adds(rows(FEB)))).toMatchObject([{ state: "Short put", putPremium: 200 }]);
    expect(campaigns(adds(rows("2026-02-21"))).map(({ state, days }) => [state, days])).toEqual([["Closed", 46], ["Short put", 0]]);
  });
  test("a dividend that comes late belongs to the campaign that ended; interest and deposits to none", () => {
    const booked = adds([shares("2026-01-05", "Buy", 100, 10), shares("2026-01-15", "Sell", 100, 11), shares("2026-02-02", "Dividend", 100, 0.5), money("2026-02-03", "Interest", 7), money("2026-02-03", "Deposit", 1000), money("2026-02-04", "Fee", 2)]);
    expect(campaigns(booked)).toMatchObject([{ total: 150, dividends: 50, days: 10 }]);
    expect(income(booked).map(({ period, dividends, interest, fees, net }) => [period, dividends, interest, fees, net])).toEqual([["2026-01", 0, 0, 0, 100], ["2026-02", 50, 7, 2, 55]]);
  });
  test("a spread counts in its campaign, and has a chain for the sold leg only", () => {
    const booked = adds([put("2026-01-05", "Sell to open", 50, FEB, 2), put("2026-01-05", "Buy to open", 45, FEB, 0.8), put(FEB, "Expired", 50, FEB), put(FEB, "Expired", 45, FEB)]);
    expect(campaigns(booked)).toMatchObject([{ putPremium: 120, total: 120, averageCapital: 5000 }]);
    expect(chains(booked)).toMatchObject([{ legs: 1, state: "Expired", chainCredit: 200, breakeven: null }]);
  });
  test("accounts that differ only in case are one, whatever the order of the rows; a blank one and main are Main", () => {
    const rows = [{ ...put("2026-01-05", "Sell to open", 50, FEB, 1), account: "ira" }, { ...put("2026-01-09", "Buy to close", 50, FEB, 0.5), account: "IRA" }, shares("2026-01-05", "Buy", 100, 10, { account: "" }), shares("2026-01-06", "Sell", 100, 11, { account: "main" })];
    for (const order of [rows, [...rows].reverse()]) {
      const booked = adds(order);
      expect(booked.problems).toEqual([]);
      expect(campaigns(booked).map(({ account, state, total }) => [account, state, total])).toEqual([["IRA", "Closed", 50], ["Main", "Closed", 100]]);
      expect(income(booked, "account").map(({ period, net }) => [period, net])).toEqual([["IRA", 50], ["Main", 100]]);
    }
  });
  test("two accounts do not touch each other", () => {
    const booked = adds([put("2026-01-05", "Sell to open", 50, FEB, 1), { ...put("2026-01-06", "Buy to close", 50, FEB, 0.5), account: "IRA" }]);
    expect(booked.problems).toMatchObject([{ row: 2 }]);
    expect(positions(booked, 46_042)).toMatchObject([{ account: "Main", quantity: -1, days: 31 }]);
  });
});

test("two purchases of one day at different prices leave in the same order, however the rows stand (§3, §7.1)", () => {
  const [low, high, sale] = [shares("2026-01-05", "Buy", 100, 10), shares("2026-01-05", "Buy", 100, 12), shares("2026-01-06", "Sell", 100, 13)];
  for (const rows of [[low, high, sale], [high, low, sale], [sale, high, low]]) {
    expect(lots(adds(rows))).toMatchObject([{ shares: 100, strikeCost: 12 }]);
    expect(income(adds(rows), "year")).toMatchObject([{ realisedStock: 300 }]);
  }
});
