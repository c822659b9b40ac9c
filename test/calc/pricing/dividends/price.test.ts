import * as american from "../../../../src/calc/pricing/american";
import * as dividends from "../../../../src/calc/pricing/dividends";
import { priceTo } from "../../../../src/calc/pricing/dividends/price";
import { blackPrice } from "../../../../src/calc/pricing/black";
import * as european from "../../../../src/calc/pricing/european";
import { type OptionTerms } from "../../../../src/calc/pricing/terms";
import { gaussLegendre } from "../../../../src/calc/pricing/american/quadrature";
import { normalPdf } from "../../../../src/calc/pricing/normal";

type CashTerms = Parameters<typeof dividends.price>[0];

const option = (terms: Partial<CashTerms>): CashTerms => ({ type: "put", spot: 100, strike: 100, days: 200, volatility: 0.3, rate: 0.05, dividendYield: 0, dividends: [{ days: 80, amount: 2 }], style: "american", ...terms });

describe("one dividend, by integrating over where the share is on the ex-date", () => {
  const grid = [60, 85, 100, 112, 150].flatMap((spot) => [{ spot, days: 40, exDate: 12, volatility: 0.25 }, { spot, days: 300, exDate: 290, volatility: 0.45 }, { spot, days: 700, exDate: 100, volatility: 0.8 }]);

  test.each(["put", "call"] as const)("European %ss within 1e-5 strikes", (type) => {
    for (const { exDate, ...terms } of grid) {
      const cash = option({ ...terms, type, style: "european", dividends: [{ days: exDate, amount: 3 }] });
      expect([cash, Math.abs(dividends.price(cash) - integrated(cash, exDate, 3, false)) < 1e-3]).toEqual([cash, true]);
    }
  });

  test("American calls, which are exercised just before the ex-date or never, within 1e-5 strikes", () => {
    let worthExercising = 0;
    for (const { exDate, ...terms } of grid) {
      const cash = option({ ...terms, type: "call", dividends: [{ days: exDate, amount: 3 }] });
      const right = integrated(cash, exDate, 3, true);
      expect([cash, Math.abs(dividends.price(cash) - right) < 1e-3]).toEqual([cash, true]);
      if (right > integrated(cash, exDate, 3, false) + 0.05) worthExercising++;
    }
    expect(worthExercising).toBeGreaterThan(5);
  });
});

describe("many dividends", () => {
  const cases = Array.from({ length: 16 }, (_, at) => {
    const days = 30 + 43 * at;
    const paid = [];
    for (let exDate = 5 + ((at * 37) % 85); exDate <= days; exDate += 91) paid.push({ days: exDate, amount: 0.3 + ((at * 7) % 10) / 8 });
    const volatility = 0.12 + ((at * 5) % 13) * 0.06;
    return option({ type: at % 2 ? "call" : "put", style: at % 5 === 4 ? "european" : "american", days, volatility, spot: 100 * Math.exp(((((at * 11) % 9) - 4) / 3) * volatility * Math.sqrt(days / 365)), rate: 0.01 * (at % 7), dividends: paid });
  });

  test("within 1e-5 strikes of a grid four times as fine each way", () => {
    for (const terms of cases) expect([terms, Math.abs(dividends.price(terms) - priceTo(terms, { gaps: 600, steps: 120 })) / terms.strike < 1e-5]).toEqual([terms, true]);
  });

  test("never worth less than the European one, nor than exercising", () => {
    for (const terms of cases) {
      const price = dividends.price({ ...terms, style: "american" });
      expect(price).toBeGreaterThanOrEqual(dividends.price({ ...terms, style: "european" }) - 1e-3);
      expect(price).toBeGreaterThanOrEqual(terms.type === "put" ? terms.strike - terms.spot : terms.spot - terms.strike);
    }
  });

  test("a higher dividend makes puts dearer and calls cheaper", () => {
    for (const terms of cases.filter(({ days }) => days > 120)) {
      const higher = { ...terms, dividends: terms.dividends.map(({ days, amount }) => ({ days, amount: amount + 0.5 })) };
      const change = dividends.price(higher) - dividends.price(terms);
      expect(terms.type === "put" ? change : -change).toBeGreaterThan(-2e-4);
    }
  });
});

describe("no dividends", () => {
  const { style: _, dividends: __, ...terms } = option({ dividendYield: 0.01 });

  test("is the plain option", () => {
    expect(dividends.price(option({ dividendYield: 0.01, dividends: [] }))).toBe(american.price(terms));
    expect(dividends.price(option({ dividendYield: 0.01, dividends: [], style: "european" }))).toBe(european.price(terms));
  });

  test("and one too small to matter is so within 1e-5 strikes", () => {
    for (const spot of [70, 85, 100, 130])
      for (const type of ["put", "call"] as const)
        for (const volatility of [0.01, 0.1, 0.6]) {
          const plain = { ...terms, type, spot, volatility, dividendYield: type === "call" ? 0.08 : 0.01 };
          const cash = { ...plain, dividends: [{ days: 80, amount: 1e-9 }], style: "american" } as const;
          expect([cash, Math.abs(dividends.price(cash) - american.price(plain)) < 1e-3]).toEqual([cash, true]);
        }
  });

  test("of today or before, or after expiration, count for nothing; on the day of expiration they count", () => {
    expect(dividends.price(option({ dividends: [{ days: 0, amount: 2 }, { days: -30, amount: 2 }, { days: 201, amount: 2 }, { days: 50, amount: 0 }] }))).toBe(dividends.price(option({ dividends: [] })));
    expect(dividends.price(option({ dividends: [{ days: 200, amount: 2 }] }))).toBeGreaterThan(dividends.price(option({ dividends: [] })) + 0.5);
  });
});

test("their order does not matter, and two on one day are one", () => {
  const [one, other] = [{ days: 40, amount: 1 }, { days: 130, amount: 2 }];
  expect(dividends.price(option({ dividends: [other, one] }))).toBe(dividends.price(option({ dividends: [one, other] })));
  expect(dividends.price(option({ dividends: [one, one] }))).toBeCloseTo(dividends.price(option({ dividends: [{ days: 40, amount: 2 }] })), 3);
});

test("a dividend takes no share below nothing: the put is then worth its strike", () => {
  expect(dividends.price(option({ spot: 5, days: 100, rate: 0, style: "european", dividends: [{ days: 50, amount: 90 }] }))).toBeCloseTo(100, 3);
});

describe("without volatility", () => {
  test("a call is exercised just before the ex-date where the dividend is more than the interest", () => {
    const terms = option({ type: "call", spot: 110, volatility: 0, dividends: [{ days: 80, amount: 4 }] });
    expect(dividends.price(terms)).toBeCloseTo(110 - 100 * Math.exp((-0.05 * 80) / 365), 12);
    expect(dividends.price({ ...terms, volatility: 1e-3 })).toBeCloseTo(dividends.price(terms), 2);
  });

  test("a put waits for the fall", () => {
    const terms = option({ spot: 99, volatility: 0, rate: 0.02, dividends: [{ days: 80, amount: 4 }] });
    expect(dividends.price(terms)).toBeCloseTo(100 * Math.exp((-0.02 * 80) / 365) - (99 - 4 * Math.exp((-0.02 * 80) / 365)), 12);
    expect(dividends.price({ ...terms, volatility: 1e-3 })).toBeCloseTo(dividends.price(terms), 2);
  });

  test("at expiration it is what exercising pays", () => {
    expect(dividends.price(option({ spot: 93, days: 0 }))).toBe(7);
  });
});

test("rates below zero with two boundaries, as a grid four times as fine has them", () => {
  const terms = option({ rate: -0.01, dividendYield: -0.04, dividends: [{ days: 80, amount: 0.5 }] });
  expect(Math.abs(dividends.price(terms) - priceTo(terms, { gaps: 600, steps: 120 }))).toBeLessThan(1e-3);
  expect(dividends.price(terms)).toBeGreaterThan(dividends.price({ ...terms, style: "european" }) + 0.01);
});

test("what is no dividend or no style is refused in words", () => {
  expect(() => dividends.price(option({ dividends: [{ days: NaN, amount: 1 }] }))).toThrow("dividend_days must be a number");
  expect(() => dividends.price(option({ dividends: [{ days: 5, amount: -1 }] }))).toThrow("dividend_amounts must be zero or above");
  expect(() => dividends.price(option({ style: "bermudan" as "american" }))).toThrow('style must be "american" or "european"');
  expect(() => dividends.price(option({ spot: -1 }))).toThrow("spot must be above zero");
});

/** ∫ of what the option is worth just before the ex-date over where the share may be then; for calls without a yield exercise pays at no other time. */
function integrated(terms: CashTerms, exDate: number, amount: number, isAmerican: boolean): number {
  const { type, spot, strike, volatility, rate } = terms as OptionTerms;
  const before = exDate / 365;
  const after = (terms.days - exDate) / 365;
  const deviation = volatility * Math.sqrt(before);
  const worth = (z: number) => {
    const price = spot * Math.exp((rate - volatility ** 2 / 2) * before + deviation * z);
    const held = price > amount ? blackPrice(type === "call", price - amount, strike, after, volatility, rate, 0) : type === "call" ? 0 : strike * Math.exp(-rate * after);
    return isAmerican ? Math.max(held, price - strike) : held;
  };
  const { points, weights } = gaussLegendre(8);
  const panels = 600;
  let sum = 0;
  for (let panel = 0; panel < panels; panel++)
    for (let k = 0; k < 8; k++) {
      const z = -9 + (18 * (panel + (1 + points[k]!) / 2)) / panels;
      sum += (9 / panels) * weights[k]! * worth(z) * normalPdf(z);
    }
  return Math.exp(-rate * before) * sum;
}
