import { portfolio } from "../../../calc";
import { settingOf } from "./figures";

/*
 * All of the book when every price falls by the same share, by native formulas: docs/spec/portfolio.md §8.5. A price is then a part of what it is now, and the result of all is a
 * straight line between the parts at which an option comes to its strike: these are the moneyness of the rows of Positions, strike ÷ price, 0 where there is none.
 */

/** The name of the row. */
export const ALL = portfolio.ALL_TOGETHER;

/** A column of Positions, from that table itself or from another. */
type Column = (header: string) => string;
const ofPositions: Column = (header) => `Positions[${header}]`;
const own: Column = (header) => `[${header}]`;

/** Per part of the prices: shares, calls above their strike, less puts below it. Sold ones have quantities below zero. */
function slope(of: Column, above: string, below: string): string {
  const options = `SUMPRODUCT((${of("Moneyness")}>0)*((${above})*(${of("Type")}="Call")-(${below})*(${of("Type")}="Put")),${of("Quantity")},${of("Multiplier")},${of("Price")})`;
  return `(SUMPRODUCT((${of("Type")}="Shares")*1,${of("Quantity")},${of("Price")})+${options})`;
}
const strikes = (of: Column, above: string): string => `SUMPRODUCT((${of("Moneyness")}>0)*(${above}),${of("Quantity")},${of("Multiplier")},${of("Strike")})`;

function overZero(of: Column, part: string): string {
  const moneyness = of("Moneyness");
  return `(${part}*${slope(of, `${moneyness}<${part}`, `${moneyness}>=${part}`)}-${strikes(of, `${moneyness}<${part}`)})`;
}

/** Of a row of Positions: what all that is open comes to with every price at this part of what it is now, beyond what it comes to with all at nothing. */
export const bookOverZero = (part: string): string => `IF(AND(${part}>0,${part}<1),${overZero(own, part)},"")`;

/** What it comes to with all at nothing, of the stocks that have a price; asked in the table Risks. */
const AT_ZERO = `SUMIFS([At zero],[Price],">0")`;
const DISTRESS = settingOf("Distress amount");

export const resultOfAll = `IF(COUNT([Price])=0,"",${AT_ZERO}+${overZero(ofPositions, "1")})`;

/** Coming down from now, the first strike at which the loss is the distress amount or more; 0 when there is none. Just above it the result is the line whose slope and height are asked here. */
export function fallOfAll(result: string): string {
  const moneyness = ofPositions("Moneyness");
  const strike = `SUMPRODUCT(MAX((${moneyness}>0)*(${moneyness}<1)*(${ofPositions("Book over zero")}<=-${DISTRESS}-${AT_ZERO})*${moneyness}))`;
  const [above, below] = [`${moneyness}<=${strike}`, `${moneyness}>${strike}`];
  const line = `1-(${strikes(ofPositions, above)}-${DISTRESS}-${AT_ZERO})/${slope(ofPositions, above, below)}`;
  return `IF(OR(${DISTRESS}<=0,NOT(ISNUMBER(${result}))),"",IF(${result}<=-${DISTRESS},0,IF(AND(${strike}=0,${AT_ZERO}>-${DISTRESS}),1,${line})))`;
}

/** What is lost already, and who is not in it. */
export function stateOfAll(result: string): string {
  const missing = `(SUMPRODUCT((LEN([Ticker])>0)*1)-1-COUNT([Price]))`;
  const lost = `AND(${DISTRESS}>0,ISNUMBER(${result}),N(${result})<=-${DISTRESS})`;
  return `MID(IF(${lost},"; The distress amount is lost already","")&IF(${missing}=0,"","; Without "&IF(${missing}=1,"1 stock that has",${missing}&" stocks that have")&" no price"),3,200)`;
}
