import { chances, optionFormulas, optionUnits, screen } from "../../calc";
import { type Lambda, type LambdaParameter, guarded, the } from "./lambda";

/** Option values and chances. Where a style can be chosen, American is the default as in the functions: there is a formula where it is worth no more than the European option, else #N/A. */
export const optionLambdas = (): readonly (readonly [id: string, lambda: Lambda])[] => [
  ...Object.entries(VALUES).map(([id, formula]) => [id, { parameters: [...OPTION, word("style", '""')], also: SIDES, body: guarded(POSSIBLE, inStyle(formula(TERMS))) }] as const),
  ["OPT_PROB_ITM", { parameters: OPTION, also: SIDES, body: guarded(POSSIBLE, optionFormulas.inTheMoneyFormula(TERMS)) }],
  // the word is asked for and changes nothing: a put's strike and a call's are touched alike
  ["OPT_PROB_TOUCH", { parameters: OPTION, also: SIDES, body: guarded([...POSSIBLE, "ABS(side)=1"], optionFormulas.touchFormula(TERMS)) }],
  ["OPT_EXPECTED_MOVE", {
    parameters: [number("spot"), number("volatility"), number("days")],
    body: guarded([`${the("spot")}>0`, ...TIMED], chances.expectedMoveFormula({ spot: the("spot"), volatility: the("volatility"), days: the("days") })),
  }],
  ["OPT_STRIKE_FOR_DELTA", { parameters: [word("option_type"), ...numbers("spot", "delta", "days", "volatility"), ...MARKET], also: SIDES, body: strikeForDelta() }],
  ["CSP_POP", {
    parameters: [...numbers("spot", "strike", "premium", "days", "volatility"), ...MARKET],
    body: guarded([...POSSIBLE, `${the("premium")}>=0`, `${the("strike")}-${the("premium")}>=0`], chances.ofProfitFormula({ ...TERMS, premium: the("premium") })),
  }],
  ["CSP_WINDOW", {
    parameters: [number("days"), number("from", "30"), number("to", "45")],
    body: guarded([`${the("days")}<=${LIMIT.days}`, `${the("from")}<=${the("to")}`], screen.windowFormula({ days: the("days"), from: the("from"), to: the("to") })),
  }],
];

const number = (name: string, left?: string): LambdaParameter => ({ name, is: "number", ...(left !== undefined && { left }) });
const word = (name: string, left?: string): LambdaParameter => ({ name, is: "word", ...(left !== undefined && { left }) });
const numbers = (...names: readonly string[]): readonly LambdaParameter[] => names.map((name) => number(name));

const MARKET: readonly LambdaParameter[] = [number("rate", "0"), number("dividend_yield", "0")];
// "type" would be Excel's function TYPE
const OPTION: readonly LambdaParameter[] = [word("option_type"), ...numbers("spot", "strike", "days", "volatility"), ...MARKET];
const LIMIT = optionUnits.MOST;
const TIMED: readonly string[] = [`${the("days")}>=0`, `${the("days")}<=${LIMIT.days}`, `${the("volatility")}>=0`, `${the("volatility")}<=${LIMIT.volatility}`];
const RATED: readonly string[] = ["rate", "dividend_yield"].map((name) => `ABS(${the(name)})<=${LIMIT.rate}`);
const POSSIBLE: readonly string[] = [`${the("spot")}>0`, `${the("strike")}>0`, ...TIMED, ...RATED];

/** 1 for a call, −1 for a put; any other word is #VALUE!. */
const SIDE = `IF((${the("option_type")}="put")+(${the("option_type")}="p")>0,-1,IF((${the("option_type")}="call")+(${the("option_type")}="c")>0,1,#VALUE!))`;
const SIDES = [["side", SIDE]] as const;
const TERMS: optionFormulas.OptionCells = { side: "side", spot: the("spot"), strike: the("strike"), days: the("days"), volatility: the("volatility"), rate: the("rate"), dividendYield: the("dividend_yield") };

const VALUES = {
  OPT_PRICE: optionFormulas.priceFormula, OPT_DELTA: optionFormulas.deltaFormula, OPT_GAMMA: optionFormulas.gammaFormula,
  OPT_THETA: optionFormulas.thetaFormula, OPT_VEGA: optionFormulas.vegaFormula, OPT_RHO: optionFormulas.rhoFormula,
};

function inStyle(formula: string): string {
  const style = the("style");
  const american = `((${style}="american")+(${style}="")>0)`;
  return `IF((${style}="european")+${american}*(${optionFormulas.neverEarlyFormula(TERMS)})>0,${formula},IF(${american},NA(),#VALUE!))`;
}

function strikeForDelta(): string {
  const [delta, days, volatility] = [the("delta"), the("days"), the("volatility")];
  const { strike, chance } = chances.strikeForDeltaFormula({ ...TERMS, delta });
  const conditions = [`${the("spot")}>0`, ...TIMED, ...RATED, `${days}>0`, `${volatility}>0`, `ABS(${delta})>0`, `ABS(${delta})<1`, `(side<0)+(${delta}>0)>0`];
  return guarded(conditions, `IF(${chance}<1,${strike},NA())`);
}
