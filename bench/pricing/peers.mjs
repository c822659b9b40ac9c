import { pathToFileURL } from "node:url";
import { copiedPeer, peer } from "../peers/index.mjs";

/**
 * Who can answer what, in each one's own way of asking. `price`, `greeks` (price, delta, gamma, theta, vega, rho as the peer counts them; timed, its price compared) and
 * `volatility`. Loaded in a process of its own, so that nobody's code shapes how another's is compiled. A model that knows no dividend yield is given the spot less the yield.
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
    const { blackScholes } = peer("black-scholes");
    const greeks = peer("greeks");
    const { getImpliedVolatility } = peer("implied-volatility");
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
    const { Option } = await import(pathToFileURL(peer.resolve("option-pricing")).href);
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
  "black-scholes-model": async () => {
    const { optionPrice, impliedVolatility } = copiedPeer("black-scholes-model");
    const ask = (o) => ({ S: o.spotLessYield, K: o.strike, t: o.years, rf: o.rate, type: o.type });
    return {
      price: (o) => optionPrice({ ...ask(o), sigma: o.volatility }),
      volatility: (o) => impliedVolatility({ ...ask(o), derivativePrice: o.price }),
    };
  },
  "black-scholes-js": async () => {
    // its constructor asks the network for the stock's price and its option the clock for the time: both are told instead, the formula is its own
    const { BlackScholes, Option, OptionType } = peer("black-scholes-js");
    const model = Object.assign(Object.create(BlackScholes.prototype), { stock: { price: 0 }, option: new Option() });
    let years = 0;
    model.option.getTimeToExpiry = () => years;
    return {
      price: (o) => {
        years = o.years;
        model.stock.price = o.spotLessYield;
        model.riskFree = o.rate;
        model.deviation = o.volatility;
        model.option.strikePrice = o.strike;
        model.option.type = o.isCall ? OptionType.Call : OptionType.Put;
        return model.value();
      },
    };
  },
  "@quantlib/ql": async () => {
    const ql = peer("@quantlib/ql");
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
    const { NORM } = peer("@formulajs/formulajs");
    return { price: formula((z) => NORM.S.DIST(z, true)) };
  },
  "formula with @stdlib erfc": async () => {
    const erfc = peer("@stdlib/math-base-special-erfc");
    return { price: formula((z) => 0.5 * erfc(-z * Math.SQRT1_2)) };
  },
  "formula with @stdlib normal-cdf": async () => ({ price: formula(peer("@stdlib/stats-base-dists-normal-cdf").factory(0, 1)) }),
  "formula with jstat normal.cdf": async () => {
    const { jStat } = peer("jstat");
    return { price: formula((z) => jStat.normal.cdf(z, 0, 1)) };
  },
  "formula with simple-statistics": async () => ({ price: formula(peer("simple-statistics").cumulativeStdNormalProbability) }),
};

function uqee(settings) {
  const { BlackScholes } = peer("@uqee/black-scholes");
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
