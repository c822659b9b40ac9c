import fc from "../../properties";
import { moves } from "../../../src/calc";

/** A 50 put at 1.20 with 46 days, the stock at 52. */
const put: moves.Sale = { type: "put", strike: 50, premium: 1.2, spot: 52, days: 46, rate: 0, knownVolatility: null, breakeven: 48.8 };
const looked = (change: Partial<moves.Sale> = {}): moves.Outlook => {
  const found = moves.outlookOf({ ...put, ...change });
  if ("words" in found) throw new Error(found.words);
  return found;
};
const wordsOf = (change: Partial<moves.Sale>) => {
  const found = moves.outlookOf({ ...put, ...change });
  return "words" in found ? found.words : null;
};

/** The normal distribution by its integral, Simpson's rule: independent of the one under test. */
function normal(x: number): number {
  const steps = 2000;
  const width = x / steps;
  const density = (at: number) => Math.exp(-0.5 * at * at) / Math.sqrt(2 * Math.PI);
  let sum = density(0) + density(x);
  for (let at = 1; at < steps; at++) sum += (at % 2 === 1 ? 4 : 2) * density(at * width);
  return 0.5 + (sum * width) / 3;
}
/** Black and Scholes without interest, written out. */
function black(sale: Pick<moves.Sale, "spot" | "strike" | "days">, volatility: number): { put: number; d1: number; d2: number } {
  const deviation = volatility * Math.sqrt(sale.days / 365);
  const d1 = Math.log(sale.spot / sale.strike) / deviation + deviation / 2;
  const d2 = d1 - deviation;
  return { put: sale.strike * normal(-d2) - sale.spot * normal(-d1), d1, d2 };
}

describe("a put that is being sold", () => {
  test("its volatility is the one at which it is worth its premium, and its chances are those of that volatility", () => {
    const { volatility, unsolved, delta, inTheMoney, profit } = looked();
    const model = black(put, volatility);
    expect(model.put).toBeCloseTo(1.2, 6);
    expect(unsolved).toBeNull();
    expect(delta).toBeCloseTo(normal(-model.d1), 6);
    expect(inTheMoney).toBeCloseTo(normal(-model.d2), 8);
    expect(profit).toBeCloseTo(normal(black({ ...put, strike: 48.8 }, volatility).d2), 8);
  });

  test("with interest a put is worth less, so the same premium says more volatility; the chances drift with the rate", () => {
    const { volatility, inTheMoney, decay } = looked({ rate: 0.05 });
    expect(volatility).toBeGreaterThan(looked().volatility + 0.01);
    expect(decay[0]!.value).toBeCloseTo(1.2, 5);
    const deviation = volatility * Math.sqrt(46 / 365);
    const drift = (0.05 * 46) / 365;
    expect(inTheMoney).toBeCloseTo(normal(-((Math.log(52 / 50) + drift) / deviation - deviation / 2)), 8);
  });

  test("the three chances are three numbers: |delta| below the chance in the money, the chance of profit above its rest", () => {
    const { delta, inTheMoney, profit } = looked();
    expect(delta).toBeLessThan(inTheMoney);
    expect(profit).toBeGreaterThan(1 - inTheMoney);
  });

  test("it decays from the premium to nothing, and half of it is gone where it costs half", () => {
    const { decay, halfGone, volatility } = looked();
    expect(decay[0]).toMatchObject({ days: 46, value: expect.closeTo(1.2, 5) as number });
    expect(decay.at(-1)).toMatchObject({ days: 0, value: 0 });
    for (let at = 1; at < decay.length; at++) expect(decay[at]!.value).toBeLessThanOrEqual(decay[at - 1]!.value);
    expect(black({ ...put, days: 46 - halfGone! }, volatility).put).toBeCloseTo(0.6, 2);
  });

  test("out of the money half of the premium goes sooner than at the money", () => {
    expect(looked({ spot: 58, premium: 0.4 }).halfGone!).toBeLessThan(looked({ spot: 50, premium: 2 }).halfGone!);
    // at the money the value goes with the root of the time: half of it when a quarter of the days is left
    expect(looked({ spot: 50, premium: 2 }).halfGone!).toBeCloseTo(46 * 0.75, 1);
  });

  test("what is gone with 21 days left; nothing is said of an option that has no more than that", () => {
    const { goneAt21, volatility } = looked();
    expect(goneAt21).toBeCloseTo(1 - black({ ...put, days: 21 }, volatility).put / 1.2, 5);
    expect(looked({ days: 21 }).goneAt21).toBeNull();
    expect(looked({ days: 21.5 }).goneAt21).not.toBeNull();
  });

  test("deep in the money more than half of it stays, however long one waits", () => {
    expect(looked({ spot: 45, premium: 5.4 }).halfGone).toBeNull();
    expect(looked({ spot: 45, premium: 5.4 }).decay.at(-1)?.value).toBe(5);
  });
});

describe("a volatility is never pretended", () => {
  test("a premium below the exercise value tells none: the Watchlist's is taken, and why", () => {
    const found = looked({ spot: 45, premium: 4, knownVolatility: 0.3 });
    expect(found.volatility).toBe(0.3);
    expect(found.unsolved).toMatch(/not above what the option is worth without any, 5$/);
  });

  test("without one there it is said in words", () => {
    for (const knownVolatility of [null, 0, 28]) expect(wordsOf({ spot: 45, premium: 4, knownVolatility })).toMatch(/^no volatility gives this price: it is not above/);
    expect(wordsOf({ premium: 60 })).toMatch(/always worth less than 50/);
  });

  test("the premium comes before the Watchlist", () => {
    expect(looked({ knownVolatility: 0.9 }).volatility).toBe(looked().volatility);
  });

  test("on the last day, and where the option is worth nothing, there is nothing to look ahead to", () => {
    expect(wordsOf({ days: 0 })).toMatch(/expires on the day of the sale/);
    expect(wordsOf({ days: -3 })).toMatch(/expires on the day of the sale/);
    expect(wordsOf({ spot: 500, premium: 0, knownVolatility: 0.2 })).toMatch(/worth less than 0.0001/);
  });

  test("a spot that is none is refused in the form's own field: here it is words, and never a number", () => {
    expect(wordsOf({ spot: 0 })).toBe("spot must be above zero");
    expect(wordsOf({ spot: -1, knownVolatility: 0.3 })).toBe("spot must be above zero");
  });
});

describe("a call", () => {
  test("its chance of profit is that of the shares' break-even, and none is named where there is none", () => {
    const call = { type: "call", strike: 55, premium: 0.8, breakeven: 47 } as const;
    const { volatility, profit, inTheMoney } = looked(call);
    expect(profit).toBeCloseTo(normal(black({ ...put, strike: 47 }, volatility).d2), 8);
    expect(inTheMoney).toBeCloseTo(normal(black({ ...put, strike: 55 }, volatility).d2), 8);
    expect(looked({ ...call, breakeven: null }).profit).toBeNull();
    expect(looked({ ...call, breakeven: -2 }).profit).toBe(1);
  });
});

test("whatever is typed, every number of an outlook is one, or there are words", () => {
  const amount = (most: number) => fc.oneof(fc.double({ min: 0.0001, max: most, noNaN: true }), fc.constantFrom(0.01, 50, most));
  const sales = fc.record({
    type: fc.constantFrom("put" as const, "call" as const), strike: amount(1e6), premium: fc.oneof(amount(1e6), fc.constant(0)), spot: amount(1e10), days: fc.integer({ min: -2, max: 4000 }),
    rate: fc.constantFrom(0, 0.04, -0.005, 0.2),
    knownVolatility: fc.option(fc.double({ min: 0, max: 50, noNaN: true })), breakeven: fc.option(fc.double({ min: -1e5, max: 1e6, noNaN: true })),
  });
  let seen = 0;
  fc.assert(
    fc.property(sales, (sale) => {
      const found = moves.outlookOf(sale);
      if ("words" in found) return expect(found.words).toMatch(/^\w/);
      seen += 1;
      const { volatility, delta, inTheMoney, profit, halfGone, goneAt21, decay } = found;
      expect(volatility).toBeGreaterThan(0);
      for (const chance of [delta, inTheMoney, profit ?? 0, goneAt21 ?? 0]) expect([chance >= -1e-9, chance <= 1 + 1e-9]).toEqual([true, true]);
      if (halfGone !== null) expect([halfGone >= 0, halfGone <= sale.days]).toEqual([true, true]);
      expect(decay.every(({ value }) => Number.isFinite(value))).toBe(true);
    }),
    { numRuns: 300 },
  );
  expect(seen).toBeGreaterThan(10);
});
