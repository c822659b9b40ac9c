import { type Cells, operand } from "../formula";
import { DAYS_A_YEAR, ONE_POINT } from "./terms";

/** Pieces of formula for the terms of an option; `side` is 1 for a call and −1 for a put. */
export type OptionCells = Cells<"side" | "spot" | "strike" | "days" | "volatility" | "rate" | "dividendYield">;

/**
 * The native formulas of the European option and of the chances: the same legs as in the functions that they stand for, with Excel's own normal distribution. They lose digits where the
 * functions do not: far out of the money a price is the difference of two numbers that are nearly equal. Without volatility, or at expiration, d₁ and d₂ lie so far out that the distribution
 * is 0 or 1, and ½ exactly at the money: docs/spec/pricing.md §4. LET and NORM.S.DIST ask for Excel 2021, as the names that use them do.
 */
export function priceFormula(cells: OptionCells): string {
  return withLegs(cells, `LET(value,${side(cells)}*(shares*${NORMAL(`${side(cells)}*near`)}-cash*${NORMAL(`${side(cells)}*far`)}),MAX(value,0))`);
}

export function deltaFormula(cells: OptionCells): string {
  return withLegs(cells, `${side(cells)}*shares/${operand(cells.spot)}*${NORMAL(`${side(cells)}*near`)}`);
}

export function gammaFormula(cells: OptionCells): string {
  return withLegs(cells, `IF(deviation>0,shares*${BELL}/(${operand(cells.spot)}^2*deviation),0)`);
}

export function thetaFormula(cells: OptionCells): string {
  const carried = `${operand(cells.dividendYield)}*${side(cells)}*shares*${NORMAL(`${side(cells)}*near`)}-${operand(cells.rate)}*${side(cells)}*cash*${NORMAL(`${side(cells)}*far`)}`;
  return withLegs(cells, `IF(years>0,(${carried}-0.5*shares*${BELL}*${operand(cells.volatility)}/SQRT(years))/${DAYS_A_YEAR},0)`);
}

export function vegaFormula(cells: OptionCells): string {
  return withLegs(cells, `shares*${BELL}*SQRT(years)*${ONE_POINT}`);
}

export function rhoFormula(cells: OptionCells): string {
  return withLegs(cells, `${side(cells)}*cash*${NORMAL(`${side(cells)}*far`)}*years*${ONE_POINT}`);
}

/**
 * Is the American option the European one, because exercising it early never pays? A put at no interest, a call without dividends; at expiration every option. docs/spec/american.md §2.
 * All others have no formula.
 */
export function neverEarlyFormula({ side: cell, days, rate, dividendYield }: Cells<"side" | "days" | "rate" | "dividendYield">): string {
  const [s, d, r, q] = [cell, days, rate, dividendYield].map(operand);
  return `(${d}=0)+(${s}<0)*(${r}<=0)*(${q}>=${r})+(${s}>0)*(${q}<=0)*(${r}>=${q})>0`;
}

/** N(d₂) for a call, N(−d₂) for a put. */
export function inTheMoneyFormula(cells: OptionCells): string {
  return withLegs(cells, NORMAL(`${side(cells)}*far`));
}

/**
 * First passage, term by term as `chances.ofTouch` has it. Where the far end of the distribution is 0 the mirrored term is none; in between it is a large number times a small one, which
 * Excel's distribution holds to its last digits.
 */
export function touchFormula({ spot, strike, days, volatility, rate, dividendYield }: Omit<OptionCells, "side">): string {
  const [s, k, v, r, q] = [spot, strike, volatility, rate, dividendYield].map(operand);
  const names = [
    `years,${operand(days)}/${DAYS_A_YEAR}`,
    `deviation,${v}*SQRT(years)`,
    `way,-ABS(LN(${k}/${s}))`,
    `drift,(${r}-${q}-${v}^2/2)*years*IF(${k}<${s},1,-1)`,
    "unit,IF(deviation>0,deviation,1)",
    `mirror,${NORMAL("(way+drift)/unit")}`,
    `chance,${NORMAL("(way-drift)/unit")}+IF(mirror>0,EXP(2*way*drift/unit^2)*mirror,0)`,
  ];
  return `LET(${names.join(",")},IF(${s}=${k},1,IF(deviation>0,IF(chance>1,1,chance),IF(drift<=way,1,0))))`;
}

const side = (cells: OptionCells): string => operand(cells.side);
const NORMAL = (z: string): string => `NORM.S.DIST(${z},TRUE)`;
/** Height of the bell at d₁. */
const BELL = "NORM.S.DIST(near,FALSE)";

/** Years, the deviation, d₁ ("near"), d₂ ("far"), and the discounted share and strike ("shares", "cash"), by these names in `answer`. */
function withLegs({ spot, strike, days, volatility, rate, dividendYield }: OptionCells, answer: string): string {
  const [s, k, r, q] = [spot, strike, rate, dividendYield].map(operand);
  const names = [
    `years,${operand(days)}/${DAYS_A_YEAR}`,
    `deviation,${operand(volatility)}*SQRT(years)`,
    `forward,LN(${s}/${k})+(${r}-${q})*years`,
    `middle,IF(deviation>0,forward/deviation,SIGN(forward)*${OUT_OF_SIGHT})`,
    "near,middle+deviation/2",
    "far,middle-deviation/2",
    `shares,${s}/EXP(${q}*years)`,
    `cash,${k}/EXP(${r}*years)`,
  ];
  return `LET(${names.join(",")},${answer})`;
}

/** Beyond it the normal distribution is 0 or 1 for every double. */
const OUT_OF_SIGHT = 40;
