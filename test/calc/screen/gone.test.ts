import { chances, european, screen } from "../../../src/calc";

const put = (strike: number, days: number, volatility = 0.3) => {
  const price = european.price({ type: "put", spot: 100, strike, days, volatility, rate: 0, dividendYield: 0 });
  return { strike, days, bid: price - 0.01, ask: price + 0.01 };
};
const gone = (strike: number, days: number) => screen.goneAt21(put(strike, days), { spot: 100, rate: 0 });

// the stock at 100, 30 % volatility, sold at 45 days (field notes on when a put's premium melts): at the money 30 % gone, 30 delta 48 %, 20 delta 63 %
test.each([[0.5, 0.3], [0.3, 0.48], [0.2, 0.63]])("a put of delta %d has lost %d of its price when 21 of 45 days are left", (delta, share) => {
  expect(gone(chances.strikeForDelta({ type: "put", spot: 100, delta, days: 45, volatility: 0.3, rate: 0, dividendYield: 0 }), 45)).toBeCloseTo(share, 1);
});

test("it is the model's own value with 21 days left, at the volatility of the middle", () => {
  const value = (days: number) => european.price({ type: "put", spot: 100, strike: 95, days, volatility: 0.3, rate: 0, dividendYield: 0 });
  expect(gone(95, 45)).toBeCloseTo(1 - value(21) / value(45), 6);
});

test("the further out of the money, the earlier it melts", () => {
  const shares = [102, 100, 97, 94, 90].map((strike) => gone(strike, 45)!);
  expect([...shares].sort((one, other) => one - other)).toEqual(shares);
});

test("no answer where there is none: 21 days or fewer, no market, a price without a volatility", () => {
  expect(gone(95, 21)).toBeNull();
  expect(screen.goneAt21({ strike: 95, days: 45, bid: null, ask: 1 }, { spot: 100, rate: 0 })).toBeNull();
  expect(screen.goneAt21({ strike: 120, days: 45, bid: 19, ask: 19.5 }, { spot: 100, rate: 0 })).toBeNull();
});
