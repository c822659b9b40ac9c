import { answer } from "../../check";
import { blackGreeks } from "../black";
import { DAYS_A_YEAR, type Greeks, ONE_POINT, type OptionTerms, checkTerms } from "../terms";
import { betweenValues } from "./between";
import { certainPut } from "./certain";
import { type AsPut, exerciseRegion } from "./market";
import { type Slopes } from "./premium";
import { isCertain, type Valued, valued } from "./price";
import { USUAL } from "./scheme";

/**
 * Value of an American option and how it changes. Delta and gamma are derivatives of the same integral that the price is, theta follows from both by
 * Black's equation, vega and rho are central differences of prices whose boundaries are found alike. Where it is best exercised today it moves with the share
 * only. docs/spec/american.md §4.
 */
export function greeks(terms: OptionTerms): Greeks {
  checkTerms(terms);
  const found = valued(terms, USUAL, null, "forPrice");
  const sloped = forSlopes(terms, found);
  const { delta, gamma, theta } = slopesOf(terms, sloped);
  const { vega, rho } = pointsOf(terms, sloped);
  return { price: answer(found.value), delta: answer(delta), gamma: answer(gamma), theta: answer(theta), vega: answer(vega), rho: answer(rho) };
}

/** The three that follow from one boundary, at a third of the work: the same numbers as among all greeks. */
export function slopes(terms: OptionTerms): Pick<Greeks, "delta" | "gamma" | "theta"> {
  checkTerms(terms);
  const { delta, gamma, theta } = slopesOf(terms, forSlopes(terms, valued(terms, USUAL, null, "forPrice")));
  return { delta: answer(delta), gamma: answer(gamma), theta: answer(theta) };
}

type Changes = Omit<Greeks, "price">;

function forSlopes(terms: OptionTerms, found: Valued): Valued {
  return found.kept ? valued(terms, USUAL, found.kept.boundary.equation, "forSlopes") : found;
}

function slopesOf(terms: OptionTerms, { put, kept }: Valued): Pick<Greeks, "delta" | "gamma" | "theta"> {
  const region = exerciseRegion(put.market);
  if (terms.days === 0 || region === "none") return european(terms);
  if (isCertain(put)) return certainChanges(terms, put);
  if (region === "between") return ofTerms(terms, put, slopesBetween(terms, put));
  return kept ? ofTerms(terms, put, slopesKept(put, kept.premium, kept.unbent)) : { delta: terms.type === "call" ? 1 : -1, gamma: 0, theta: 0 };
}

function pointsOf(terms: OptionTerms, found: Valued): Pick<Greeks, "vega" | "rho"> {
  const region = exerciseRegion(found.put.market);
  if (terms.days === 0 || region === "none") return european(terms);
  if (isCertain(found.put)) return certainChanges(terms, found.put);
  return found.kept || region === "between" ? perPoint(terms, found) : { vega: 0, rho: 0 };
}

function european({ type, spot, strike, days, volatility, rate, dividendYield }: OptionTerms): Greeks {
  return blackGreeks(type === "call", spot, strike, days / DAYS_A_YEAR, volatility, rate, dividendYield);
}

/** Delta and gamma of the put on a strike of 1: the European put's and the premium's. */
function slopesKept({ market, spot, unit }: AsPut, premium: Slopes, value: number): Slopes {
  const black = blackGreeks(false, spot, 1, market.years, market.volatility, market.rate, market.dividendYield);
  const delta = Math.min(Math.max(black.delta + premium.delta, -1), 0);
  return { value: value / unit, delta, gamma: Math.max(black.gamma + premium.gamma, 0) };
}

/** The same where there are two boundaries, from values on one grid a little lower and higher. */
function slopesBetween(terms: OptionTerms, { market, spot, unit }: AsPut): Slopes {
  const step = SPOT_BUMP * market.volatility * Math.sqrt(market.years) * terms.spot;
  const [below, here, above] = betweenValues(terms, [terms.spot - step, terms.spot, terms.spot + step]) as [number, number, number];
  const delta = (above - below) / (2 * step);
  const gamma = Math.max((above - 2 * here + below) / (step * step), 0);
  if (terms.type === "put") return { value: here / unit, delta, gamma: gamma * unit };
  return { value: here / unit, delta: (here / unit - delta) / spot, gamma: (gamma * unit) / (spot * spot) };
}

/**
 * From the put on a strike of 1 to the option: a call is worth spot × put(strike ÷ spot). Theta is what Black's equation leaves,
 * r·V − (r − q)·S·Δ − ½·σ²·S²·Γ; more time never makes an American option cheaper.
 */
function ofTerms({ type }: OptionTerms, { market, spot, unit }: AsPut, { value, delta, gamma }: Slopes): Pick<Greeks, "delta" | "gamma" | "theta"> {
  const { rate, dividendYield, volatility } = market;
  const yearly = rate * value - (rate - dividendYield) * spot * delta - 0.5 * volatility * volatility * spot * spot * gamma;
  const theta = Math.min((unit * yearly) / DAYS_A_YEAR, 0);
  if (type === "put") return { delta, gamma: gamma / unit, theta };
  return { delta: value - spot * delta, gamma: (spot * spot * gamma) / unit, theta };
}

function perPoint(terms: OptionTerms, here: Valued): Pick<Greeks, "vega" | "rho"> {
  const { volatility, rate } = terms;
  // never across zero, where exercising early begins to pay: from there only ahead
  const behind = Math.abs(rate) > RATE_BUMP ? RATE_BUMP : 0;
  return {
    vega: Math.max(slope("volatility", VOLATILITY_BUMP * volatility, VOLATILITY_BUMP * volatility), 0) * ONE_POINT,
    rho: slope("rate", behind, RATE_BUMP) * ONE_POINT,
  };

  /** Between a little less and a little more; where one of them would be exercised and is worth just that, between the other one and here. */
  function slope(name: "volatility" | "rate", less: number, more: number): number {
    const low = changed(name, -less);
    const high = changed(name, more);
    if (here.kept && !low.kept) return (valueOf(high) - valueOf(here)) / more;
    if (here.kept && !high.kept && less > 0) return (valueOf(here) - valueOf(low)) / less;
    return (valueOf(high) - valueOf(low)) / (less + more);
  }

  function valueOf({ kept, value }: Valued): number {
    return kept ? kept.unbent : value;
  }

  function changed(name: "volatility" | "rate", by: number): Valued {
    return by === 0 ? here : valued({ ...terms, [name]: terms[name] + by }, USUAL, here.kept && here.kept.boundary.equation, "forSlopes");
  }
}

/** Without volatility it will be exercised at a time that is known, or not at all. */
function certainChanges(terms: OptionTerms, put: AsPut): Changes {
  const { market, spot, unit } = put;
  const { rate, dividendYield, years } = market;
  const { value, time } = certainPut(spot, market);
  if (value === 0) return { delta: 0, gamma: 0, theta: 0, vega: 0, rho: 0 };
  const shares = Math.exp(-dividendYield * time);
  // a higher share is waited for longer, where waiting is for it to fall
  const gamma = time > 0 && time < years ? (dividendYield * shares) / ((dividendYield - rate) * spot) : 0;
  const rho = terms.type === "put" ? -unit * Math.exp(-rate * time) : unit * spot * shares;
  return { ...ofTerms({ ...terms, volatility: 0 }, put, { value, delta: -shares, gamma }), vega: 0, rho: rho * time * ONE_POINT };
}

const VOLATILITY_BUMP = 1e-3;
const RATE_BUMP = 1e-5;
const SPOT_BUMP = 0.05;
