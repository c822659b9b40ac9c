import { book, moves, type Trade } from "../../../src/calc";
import { option, shares } from "../ledger/books";
import { dayNumber } from "../ledger/chains";

const rowsOf = (trades: readonly Trade[]) => trades.map((trade, at) => ({ trade, row: at + 5 }));
const effect = (log: readonly Trade[], ...added: readonly Trade[]) => moves.effectOf(rowsOf(log), added);
const open = (log: readonly Trade[]) => moves.holdings(book(rowsOf(log)));

const put = option("2026-01-05", "Sell to open", "Put", { quantity: 2, strike: 50, expiry: "2026-02-20", price: 1.2, fees: 1.3 });
const bought = shares("2026-01-05", "Buy", 200, 50, { fees: 2 });
const call = (strike: number, quantity = 1) => option("2026-01-12", "Sell to open", "Call", { quantity, strike, expiry: "2026-02-20", price: 0.5, fees: 0.65 });

describe("what is refused, in words", () => {
  test("closing, expiring or assigning more than is open", () => {
    const [holding] = open([put]);
    const contract = holding!.options[0]!;
    const typed = { date: dayNumber("2026-02-01"), quantity: 3, fees: 0 };
    for (const added of [moves.closing(contract, { ...typed, price: 1 }), moves.expiring(contract, typed), moves.assigning(contract, typed)]) {
      expect(effect([put], ...added).refusals).toEqual([expect.stringMatching(/ 3, but only 2 of the .*KO Put 50 with this expiry are open on that day/)]);
    }
  });

  test("closing before it was opened", () => {
    expect(effect([put], ...moves.closing(open([put])[0]!.options[0]!, { date: dayNumber("2026-01-02"), quantity: 1, price: 1, fees: 0 })).refusals).toHaveLength(1);
  });

  test("taking the contracts from a row that stands in the log", () => {
    const later = option("2026-02-10", "Buy to close", "Put", { quantity: 1, strike: 50, expiry: "2026-02-20", price: 1 });
    const added = moves.closing({ ...open([put])[0]!.options[0]! }, { date: dayNumber("2026-02-01"), quantity: 2, price: 1, fees: 0 });
    expect(effect([put, later], ...added).refusals).toEqual(["Row 6 could then not be booked: No sold KO Put 50 with this expiry is open on that day"]);
  });

  test("a row that was a problem before is not blamed on the move", () => {
    const lost = option("2026-01-06", "Buy to close", "Put", { strike: 45, expiry: "2026-02-20", price: 1 });
    expect(effect([put, lost], ...moves.closing(open([put])[0]!.options[0]!, { date: dayNumber("2026-02-01"), quantity: 2, price: 1, fees: 0 })).refusals).toEqual([]);
  });
});

describe("a call below a basis is warned of, strike cost first", () => {
  test("also where its account is typed in other capitals", () => {
    const found = effect([bought], { ...call(49), account: "main" });
    expect(found.warnings).toHaveLength(3);
    expect(found.holdings).toMatchObject([{ ticker: "KO", bases: { before: { netStockCost: 50.01 }, after: { netStockCost: 49.76325 } } }]);
  });
  test("below all three, and what its own premium makes of the net stock cost", () => {
    expect(effect([bought], call(49)).warnings).toEqual([
      "The strike 49 is below the strike cost 50",
      "The strike 49 is below the tax basis 50.01",
      "The strike 49 is below the net stock cost 50.01; with this call's premium it is 49.7632",
    ]);
  });

  test("at the strike cost there is nothing to say of it, but fees are in the tax basis", () => {
    expect(effect([bought], call(50)).warnings.map((words) => words.replace(/ \d.*/, ""))).toEqual(["The strike", "The strike"]);
    expect(effect([bought], call(50.01)).warnings).toEqual([]);
  });

  test("assigned shares: the premium of the put lowers the tax basis, and the warning goes with it", () => {
    const log = [put, option("2026-02-20", "Assigned", "Put", { quantity: 2, strike: 50, expiry: "2026-02-20" })];
    const sold = { ...call(49), date: dayNumber("2026-02-23"), expiry: dayNumber("2026-03-20") };
    expect(effect(log, sold).warnings).toEqual(["The strike 49 is below the strike cost 50"]);
  });

  test("of two lots the dearest one that the call covers is named, and no lot that another call covers", () => {
    const cheap = shares("2026-01-02", "Buy", 100, 40);
    expect(effect([cheap, shares("2026-01-05", "Buy", 100, 50)], call(45)).warnings).toEqual([]);
    expect(effect([cheap, shares("2026-01-05", "Buy", 100, 50)], call(45, 2)).warnings[0]).toBe("The strike 45 is below the strike cost 50 of the dearest of these shares");
    const first = { ...call(45), date: dayNumber("2026-01-09") };
    expect(effect([cheap, shares("2026-01-05", "Buy", 100, 50), first], call(45)).warnings[0]).toBe("The strike 45 is below the strike cost 50");
  });

  test("with an earlier date it is held against the shares of that day, at what they cost then", () => {
    const on = (date: string, strike: number) => ({ ...call(strike), date: dayNumber(date) });
    // dearer shares came later: they are nothing that the seller could have known
    expect(effect([bought, shares("2026-03-02", "Buy", 100, 60)], on("2026-02-02", 55)).warnings).toEqual([]);
    expect(effect([bought, shares("2026-03-02", "Buy", 100, 60)], on("2026-02-02", 49)).warnings[0]).toBe("The strike 49 is below the strike cost 50");
    // the shares have gone since, and on that day they were there
    expect(effect([bought, shares("2026-03-02", "Sell", 200, 60)], on("2026-02-02", 55)).warnings.filter((words) => words.includes("not there"))).toEqual([]);
    // they came the day after
    expect(effect([bought], on("2026-01-04", 55)).warnings[0]).toMatch(/^100 of the 100 shares under this call are not there/);
  });

  test("a call on shares that are not there", () => {
    expect(effect([bought], call(60, 3)).warnings).toEqual(["100 of the 300 shares under this call are not there, or another call covers them: that part is naked"]);
    expect(effect([], call(60)).warnings).toEqual(["100 of the 100 shares under this call are not there, or another call covers them: that part is naked"]);
  });

  test("a call on shares that an earlier call needs: they came after it, or took the place of those that were sold from under it", () => {
    const naked = "100 of the 100 shares under this call are not there, or another call covers them: that part is naked";
    const [first, second] = [option("2026-01-02", "Sell to open", "Call", { strike: 55, expiry: "2026-02-20", price: 0.5 }), shares("2026-01-06", "Buy", 100, 50)];
    expect(effect([first, second], call(60)).warnings).toEqual([naked]);
    const two = [shares("2026-01-02", "Buy", 100, 50), second, option("2026-01-07", "Sell to open", "Call", { strike: 55, expiry: "2026-02-20", price: 0.5 }), shares("2026-01-08", "Sell", 100, 51)];
    expect(effect(two, call(60)).warnings).toEqual([naked]);
    expect(open(two)[0]!.shares).toMatchObject({ shares: 100, free: 0 });
    expect(open([first, second])[0]!.shares).toMatchObject({ shares: 100, free: 0 });
  });

  test("shares that go without being there", () => {
    expect(effect([bought], shares("2026-02-02", "Sell", 300, 55)).warnings).toEqual(["100 KO shares went that were not there: booked as sold short"]);
  });
});

describe("a roll", () => {
  const contract = open([put])[0]!.options[0]!;
  const typed = { date: dayNumber("2026-02-13"), price: 2.1, fees: 0, strike: 48, expiry: dayNumber("2026-03-20"), newPrice: 2.35, newFees: 0 };

  test("of a part leaves the rest where it is", () => {
    const { roll, holdings } = effect([put], ...moves.rolling(contract, { ...typed, quantity: 1 }));
    expect(roll).toMatchObject({ credit: 25, perShare: 0.25 });
    expect(holdings[0]!.contracts.map(({ contract: { strike }, before, after }) => [strike, before, after])).toEqual([[50, 2, 1], [48, 0, 1]]);
  });

  test("on the day on which the put was sold is none, by the books' rule", () => {
    expect(effect([put], ...moves.rolling(contract, { ...typed, quantity: 2, date: put.date })).roll).toBeNull();
  });

  test("of a call is warned of as any call is", () => {
    const log = [bought, call(55)];
    const sold = open(log)[0]!.options[0]!;
    const { warnings, roll } = effect(log, ...moves.rolling(sold, { ...typed, quantity: 1, price: 0.1, strike: 49, newPrice: 0.6 }));
    expect(warnings[0]).toBe("The strike 49 is below the strike cost 50");
    expect(roll!.perShare).toBe(0.5);
    // the bought shares' net stock cost stands in the bases; the call's own break-even is above its strike
    expect(roll!.breakeven).toBeGreaterThan(49);
  });
});

test("bought options: sold to close, exercised, their break-even is the strike and what they cost", () => {
  const log = [option("2026-01-05", "Buy to open", "Put", { strike: 50, expiry: "2026-02-20", price: 2, fees: 1 }), option("2026-01-05", "Buy to open", "Call", { strike: 50, expiry: "2026-02-20", price: 2, fees: 1 })];
  const [long, longCall] = open(log)[0]!.options;
  expect([long!.breakeven, longCall!.breakeven]).toEqual([47.99, 52.01]);
  const typed = { date: dayNumber("2026-02-01"), quantity: 1, fees: 0 };
  expect(moves.closing(long!, { ...typed, price: 3 })[0]!.action).toBe("Sell to close");
  expect(moves.assigning(long!, typed)[0]!.action).toBe("Exercised");
  expect(effect(log, ...moves.assigning(longCall!, typed)).holdings[0]!.shares).toEqual({ before: 0, after: 100 });
});

test("shares that sold calls would take and that are not there are naked, but for those of bought calls that last as long", () => {
  const naked = (...log: readonly Trade[]) => moves.nakedShares(open(log)[0]!);
  expect(naked(bought, call(55, 2))).toBe(0);
  expect(naked(bought, call(55, 3))).toBe(100);
  const bull = (expiry: string) => option("2026-01-12", "Buy to open", "Call", { quantity: 2, strike: 60, expiry, price: 0.2 });
  expect(naked(call(55, 3), bull("2026-02-20"))).toBe(100);
  expect(naked(call(55, 3), bull("2026-02-13"))).toBe(300);
});

test("shares that no call covers are free", () => {
  expect(open([bought, call(55)])[0]!.shares).toMatchObject({ shares: 200, free: 100 });
});

describe("past the expiration", () => {
  const today = dayNumber("2026-02-23");
  const [contract] = moves.pastExpiry(book(rowsOf([put])), today);

  test("is what is open the day after, not on the day", () => {
    expect(contract!.contracts).toBe(2);
    expect(moves.pastExpiry(book(rowsOf([put])), put.expiry!)).toEqual([]);
    expect(moves.pastExpiry(book(rowsOf([put, ...moves.endingRows(contract!, { how: "expired" })])), today)).toEqual([]);
  });

  test("every answer accounts for all contracts, on the right day", () => {
    expect(moves.endingRows(contract!, { how: "assigned", contracts: 1 }).map(({ action, quantity, date }) => [action, quantity, date])).toEqual([["Assigned", 1, put.expiry], ["Expired", 1, put.expiry]]);
    expect(moves.endingRows(contract!, { how: "assigned", contracts: 2 })).toHaveLength(1);
    expect(moves.endingRows(contract!, { how: "closed", date: today - 4, price: 0.05, fees: 1.3 })).toMatchObject([{ action: "Buy to close", quantity: 2, date: today - 4, price: 0.05, fees: 1.3 }]);
    for (const ending of [{ how: "expired" }, { how: "assigned", contracts: 1 }, { how: "closed", date: today - 4, price: 0.05, fees: 0 }] as const) {
      expect(open([put, ...moves.endingRows(contract!, ending)]).flatMap(({ options }) => options)).toEqual([]);
    }
  });

  test("a cent in the money is assigned", () => {
    expect([49.98, 49.99, 50, 51].map((price) => moves.likelyEnding(contract!, price))).toEqual(["assigned", "assigned", "expired", "expired"]);
    expect(moves.likelyEnding({ ticker: "KO", type: "Call", strike: 50.01 }, 50.02)).toBe("assigned");
  });

  test("an index option that is settled in cash is closed at its settlement value, never assigned", () => {
    const index = { ticker: "XSP", type: "Put", strike: 600 } as const;
    expect([599.98, 600].map((price) => moves.likelyEnding(index, price))).toEqual(["closed", "expired"]);
    expect(["XSP", "SPX", "KO", "SPY"].map(moves.settlesInCash)).toEqual([true, true, false, false]);
  });
});

test("how far a sold option has come", () => {
  const contract = open([put])[0]!.options[0]!;
  expect(moves.inTheMoney(contract, 49.25)).toBe(0.75);
  expect(moves.inTheMoney({ type: "Call", strike: 50 }, 49.25)).toBe(-0.75);
  expect(moves.profitShare({ premium: 1.2, mark: 0.3 })).toBeCloseTo(0.75, 12);
  expect(moves.keptAtExpiry(contract, 60)).toBe(1);
  expect(moves.keptAtExpiry(contract, 49.4)).toBeCloseTo(0.5, 12);
  expect(moves.keptAtExpiry(contract, 48)).toBeLessThan(0);
  expect(() => moves.profitShare({ premium: 0, mark: 1 })).toThrow("premium must be above zero");
});

describe("what a position comes to at the expiration", () => {
  test("a sold put: nothing at its break-even, at most what it brought", () => {
    const contract = open([put])[0]!.options[0]!;
    const payoff = moves.payoffOf(contract, null)!;
    expect(payoff.most).toBeCloseTo(238.7, 9);
    expect(payoff.at(60)).toBe(payoff.most);
    expect(payoff.at(payoff.breakeven)).toBe(0);
    // assigned with the stock at 45: −10,000 + 238.70 + 2 × 100 × 45
    expect(payoff.at(45)).toBeCloseTo(-761.3, 9);
  });

  test("a covered call: what the shares and the calls on them make when they are called away", () => {
    const log = [shares("2026-01-05", "Buy", 100, 50), call(52)];
    const [holding] = open(log);
    const payoff = moves.payoffOf(holding!.options[0]!, holding!.shares)!;
    const away = effect(log, option("2026-02-20", "Assigned", "Call", { strike: 52, expiry: "2026-02-20" }));
    // 49.35 was realised with nothing yet: the premium of the open call
    expect(payoff.most).toBeCloseTo(away.realised.tax, 9);
    expect(payoff.breakeven).toBeCloseTo(49.5065, 9);
  });

  test("bought options and naked calls have no such picture", () => {
    expect(moves.payoffOf(open([{ ...put, action: "Buy to open" }])[0]!.options[0]!, null)).toBeNull();
    const [holding] = open([shares("2026-01-05", "Buy", 50, 50), call(52)]);
    expect(moves.payoffOf(holding!.options[0]!, holding!.shares)).toBeNull();
  });
});
