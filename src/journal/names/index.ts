import { closedLambdas } from "./closed";
import { lambdaText } from "./lambda";
import { optionLambdas } from "./options";

/** A defined name that is a function. */
export interface NamedFunction {
  /** The function's own name, without the add-in's prefix. */
  readonly name: string;
  /** "=LAMBDA(…)" */
  readonly formula: string;
  /** What the Name Manager says of it. It begins with the mark by which the name is known as ours; at most 255 characters. */
  readonly comment: string;
}

/** Every function of which there is a formula, as the add-in's functions have it. docs/spec/names.md. */
export const namedFunctions = (): readonly NamedFunction[] =>
  [...closedLambdas(), ...optionLambdas()].map(([name, lambda]) => ({ name, formula: lambdaText(lambda), comment: `${MARK} ${WHAT[name] ?? name}${lambda.parameters.some((one) => one.name === "style") ? STYLED : ""}. The same as WHEEL.${name}, for readers without the add-in.` }));

/** A name of ours whose comment no longer begins so belongs to the user. */
export const MARK = "Wheel Journal:";

const STYLED = '; style "american" only where it is never exercised early, else #N/A: say "european"';

const WHAT: Readonly<Record<string, string>> = {
  CSP_BREAKEVEN: "share price at which a put sold neither gains nor loses",
  CSP_YIELD: "yield of a put sold; a year when days are given",
  CSP_COLLATERAL: "cash set aside for puts sold",
  CSP_MAX_GAIN: "the most that puts sold can earn, dollars",
  CSP_MAX_LOSS: "the most that puts sold can lose, dollars",
  CSP_PROFIT: "gain or loss of puts sold at expiration, with the stock at a price",
  CSP_CUSHION: "how far the stock may fall before a put sold loses",
  CSP_STATIC_RETURN: "what a put sold earns if the stock stays; a year when days are given",
  CSP_CONTRACTS: "how many puts some cash secures",
  CSP_STRIKE_FOR: "strike whose break-even is a price",
  CSP_PREMIUM_FOR: "premium that gives an annualised yield",
  CSP_POP: "chance that a put sold makes anything at all",
  CSP_WINDOW: '"in", "short" or "long": are the days between two limits',
  CSP_ROLL_CREDIT: "what a roll brings; dollars when contracts are given",
  CSP_ROLL_BREAKEVEN: "break-even after a roll",
  CSP_ROLL_YIELD: "what a roll pays a year for the days that it adds",
  CC_BREAKEVEN: "share price at which shares and the call sold on them come out even",
  CC_STATIC_RETURN: "return of a covered call if the stock stays; a year when days are given",
  CC_IF_CALLED: "return of a covered call if the shares are called away; a year when days are given",
  CC_MAX_LOSS: "the most that shares and the call sold on them can lose, dollars",
  OPT_PRICE: "value of an option",
  OPT_DELTA: "delta of an option",
  OPT_GAMMA: "gamma of an option",
  OPT_THETA: "theta of an option, a calendar day",
  OPT_VEGA: "vega of an option, a point of volatility",
  OPT_RHO: "rho of an option, a point of the rate",
  OPT_PROB_ITM: "chance that an option ends in the money",
  OPT_EXPECTED_MOVE: "one standard deviation of the share price until a day",
  OPT_STRIKE_FOR_DELTA: "strike at which a European option has a delta",
};
