import { createRequire } from "node:module";

const require = createRequire(import.meta.url);

/**
 * Who can answer what, in each one's own way of asking. `price`, `greeks` (price, delta, gamma, theta, vega, rho as the peer counts them; timed, its price compared) and
 * `volatility`. Loaded in a process of its own, so that nobody's code shapes how another's is compiled.
 */
export const PEERS = {
  ours: async (built) => {
    const { blackPrice, blackGreeks, blackVolatility } = await import(built);
    return {
      price: (o) => blackPrice(o.isCall, o.spot, o.strike, o.years, o.volatility, o.rate, o.dividendYield),
      greeks: (o) => blackGreeks(o.isCall, o.spot, o.strike, o.years, o.volatility, o.rate, o.dividendYield),
      volatility: (o) => blackVolatility(o.isCall, o.price, o.spot, o.strike, o.years, o.rate, o.dividendYield),
    };
  },
  "ours, through european.*": async (built) => {
    const { european } = await import(built);
    return { price: (o) => european.price(o), greeks: (o) => european.greeks(o), volatility: (o) => european.impliedVolatility(o) };
  },
  "@uqee/black-scholes": async () => uqee({}),
  "@uqee/black-scholes, double": async () => uqee({ sigmaToPricePrecision: "double", priceToSigmaAccuracy: 1e-10 }),
  "black-scholes, greeks": async () => {
    const { blackScholes } = require("black-scholes");
    const greeks = require("greeks");
    const { getImpliedVolatility } = require("implied-volatility");
    return {
      price: (o) => blackScholes(o.spotLessYield, o.strike, o.years, o.volatility, o.rate, o.type),
      greeks: (o) => {
        const terms = [o.spotLessYield, o.strike, o.years, o.volatility, o.rate];
        return {
          price: blackScholes(...terms, o.type),
          delta: greeks.getDelta(...terms, o.type),
          gamma: greeks.getGamma(...terms),
          theta: greeks.getTheta(...terms, o.type),
          vega: greeks.getVega(...terms),
          rho: greeks.getRho(...terms, o.type),
        };
      },
      volatility: (o) => getImpliedVolatility(o.price, o.spotLessYield, o.strike, o.years, o.rate, o.type),
    };
  },
  "option-pricing": async () => {
    const { Option } = await import("option-pricing");
    return {
      price: (o) =>
        new Option({
          style: "european",
          type: o.type,
          initialSpotPrice: o.spot,
          strikePrice: o.strike,
          timeToMaturity: o.years,
          volatility: o.volatility,
          riskFreeRate: o.rate,
          dividendYield: o.dividendYield,
        }).price("bs"),
    };
  },
  "@quantlib/ql": async () => {
    const ql = require("@quantlib/ql");
    const kind = (o) => (o.isCall ? ql.Option.Type.Call : ql.Option.Type.Put);
    const forward = (o) => o.spot * Math.exp((o.rate - o.dividendYield) * o.years);
    const black = (o) => new ql.BlackCalculator().init2(kind(o), o.strike, forward(o), o.volatility * Math.sqrt(o.years), Math.exp(-o.rate * o.years));
    return {
      price: (o) => black(o).value(),
      greeks: (o) => {
        const all = black(o);
        return { price: all.value(), delta: all.delta(o.spot), gamma: all.gamma(o.spot), theta: all.theta(o.spot, o.years), vega: all.vega(o.years), rho: all.rho(o.years) };
      },
      volatility: (o) =>
        ql.blackFormulaImpliedStdDev1(kind(o), o.strike, forward(o), o.price, Math.exp(-o.rate * o.years), 0, undefined, 1e-14, 1000) / Math.sqrt(o.years),
    };
  },
  "formula with @formulajs NORM.S.DIST": async () => {
    const { NORM } = require("@formulajs/formulajs");
    return { price: formula((z) => NORM.S.DIST(z, true)) };
  },
  "formula with @stdlib erfc": async () => {
    const erfc = require("@stdlib/math-base-special-erfc");
    return { price: formula((z) => 0.5 * erfc(-z * Math.SQRT1_2)) };
  },
};

function uqee(settings) {
  const { BlackScholes } = require("@uqee/black-scholes");
  const model = new BlackScholes(settings);
  const ask = (o) => ({ rate: o.rate, sigma: o.volatility, strike: o.strike, time: o.years, type: o.type, underlying: o.spotLessYield });
  return {
    price: (o) => model.option(ask(o)).price,
    greeks: (o) => model.option(ask(o)),
    volatility: (o) => model.sigma({ price: o.price, rate: o.rate, strike: o.strike, time: o.years, type: o.type, underlying: o.spotLessYield }),
  };
}

/** The formula as the textbook has it, on somebody's normal distribution. */
function formula(cdf) {
  return (o) => {
    const deviation = o.volatility * Math.sqrt(o.years);
    const d1 = (Math.log(o.spot / o.strike) + (o.rate - o.dividendYield + 0.5 * o.volatility * o.volatility) * o.years) / deviation;
    const sign = o.isCall ? 1 : -1;
    const shares = o.spot * Math.exp(-o.dividendYield * o.years);
    return sign * (shares * cdf(sign * d1) - o.strike * Math.exp(-o.rate * o.years) * cdf(sign * (d1 - deviation)));
  };
}
