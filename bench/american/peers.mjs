import { pathToFileURL } from "node:url";
import { peer } from "../peers/index.mjs";

/** Who prices American options, in each one's own way of asking; and what else of ours has a price of its own. Each is loaded in a process of its own. */
export const PEERS = {
  ours: async (built) => ours(built, ({ american }) => (o) => american.price(o)),
  "ours, accurate": async (built) => ours(built, ({ american }) => (o) => american.price(o, american.ACCURATE)),
  "ours, with five greeks": async (built) => ours(built, ({ american }) => (o) => american.greeks(o).price),
  "ours, by finite differences": async (built) => ours(built, ({ dividends }) => (o) => dividends.price({ ...o, style: "american", dividends: [{ days: o.days / 2, amount: 1e-9 }] })),
  "option-pricing, bt 50": async () => tree(50),
  "option-pricing, bt 100": async () => tree(100),
  "option-pricing-tree, 100": async () => ownTree(100),
  "@quantlib/ql, Barone-Adesi and Whaley": async () => quantlib("BaroneAdesiWhaleyApproximationEngine"),
  "@quantlib/ql, Ju": async () => quantlib("JuQuadraticApproximationEngine"),
  "@quantlib/ql, Bjerksund and Stensland": async () => quantlib("BjerksundStenslandApproximationEngine"),
};

async function ours(built, choose) {
  return choose(await import(built));
}

async function tree(steps) {
  const { Option } = await import(pathToFileURL(peer.resolve("option-pricing")).href);
  return (o) => {
    const terms = { style: "american", type: o.type, initialSpotPrice: o.spot, strikePrice: o.strike, timeToMaturity: o.days / 365, volatility: o.volatility, riskFreeRate: o.rate, dividendYield: o.dividendYield };
    return new Option(terms).price("bt", { timeSteps: steps });
  };
}

/** Its binomial tree does not drift: it is right (but for early exercise, which it overwrites) when its underlying is the forward, so that is what it is given. */
function ownTree(steps) {
  const Tree = peer("option-pricing-tree");
  return (o) => {
    const years = o.days / 365;
    const forward = o.spot * Math.exp((o.rate - o.dividendYield) * years);
    return new Tree("binomial", "american", o.type, years, o.strike, forward, o.volatility, o.rate).build(steps);
  };
}

/** Its objects are built anew for each option, as for a cell; days are whole, as its dates are. */
function quantlib(name) {
  const ql = peer("@quantlib/ql");
  const today = new Date(Date.UTC(2026, 0, 5));
  ql.Settings.evaluationDate.set(today);
  const count = new ql.Actual365Fixed();
  const calendar = new ql.NullCalendar();
  const flat = (rate) => new ql.Handle(new ql.FlatForward().ffInit2(today, rate, count));
  return (o) => {
    const volatility = new ql.Handle(new ql.BlackConstantVol().bcvInit1(today, calendar, o.volatility, count));
    const process = new ql.BlackScholesMertonProcess(new ql.Handle(new ql.SimpleQuote(o.spot)), flat(o.dividendYield), flat(o.rate), volatility);
    const payoff = new ql.PlainVanillaPayoff(o.type === "call" ? ql.Option.Type.Call : ql.Option.Type.Put, o.strike);
    const option = new ql.VanillaOption(payoff, new ql.AmericanExercise().aeInit1(today, new Date(today.getTime() + o.days * 86_400_000)));
    option.setPricingEngine(new ql[name](process));
    return option.NPV();
  };
}
