import { Decimal, chanceBelow, density, exact } from "./normal.mjs";

/** Price and greeks of a European option from the textbook's formulas, at eighty digits. The terms are doubles and are taken to the last bit. */
export function europeanGreeks({ type, spot, strike, days, volatility, rate, dividendYield }) {
  const [S, K, v, r, q] = [spot, strike, volatility, rate, dividendYield].map((each) => (each instanceof Decimal ? each : exact(each)));
  const T = exact(days).div(365);
  const sign = type === "call" ? 1 : -1;
  const deviation = v.times(T.sqrt());
  const d1 = S.div(K).ln().plus(r.minus(q).times(T)).div(deviation).plus(deviation.div(2));
  const d2 = d1.minus(deviation);
  const [shares, cash] = [S.times(q.times(T).neg().exp()), K.times(r.times(T).neg().exp())];
  const [near, far] = [chanceBelow(d1.times(sign)), chanceBelow(d2.times(sign))];
  const bell = shares.times(density(d1));
  const parts = [bell.times(v).div(T.sqrt().times(-2)), q.times(shares).times(near).times(sign), r.times(cash).times(far).times(-sign)];
  return {
    price: shares.times(near).minus(cash.times(far)).times(sign),
    delta: shares.div(S).times(near).times(sign),
    gamma: bell.div(S.times(S).times(deviation)),
    theta: parts.reduce((sum, part) => sum.plus(part)).div(365),
    vega: bell.times(T.sqrt()).div(100),
    rho: cash.times(T).times(far).times(sign).div(100),
    thetaParts: parts.reduce((sum, part) => sum.plus(part.abs()), new Decimal(0)).div(365),
    inTheMoney: far,
    cash,
    shares,
    near,
    far,
  };
}

/**
 * The volatility at which the textbook's price is this double, by Newton's method from a volatility near it; and by how much a rounding of the inputs moves it: the sum
 * over price, spot, strike, rate × time and yield × time of |∂σ/∂input × input| ÷ σ.
 */
export function impliedVolatility(terms, price) {
  const target = exact(price);
  let volatility = exact(terms.volatility);
  for (let step = 0; step < 200; step++) {
    const { price: value, vega } = europeanGreeks({ ...terms, volatility });
    const change = Decimal.max(target.minus(value).div(vega.times(100)), volatility.times("-0.5"));
    volatility = volatility.plus(Decimal.min(change, volatility));
    if (change.abs().lt(volatility.times("1e-45"))) break;
  }
  const { vega, shares, cash, near, far } = europeanGreeks({ ...terms, volatility });
  const [legS, legK] = [shares.times(near), cash.times(far)];
  const years = exact(terms.days).div(365);
  const moved = target
    .plus(legS.times(exact(Math.abs(terms.dividendYield)).times(years).plus(1)))
    .plus(legK.times(exact(Math.abs(terms.rate)).times(years).plus(1)));
  return { volatility, condition: moved.div(vega.times(100).times(volatility)) };
}
