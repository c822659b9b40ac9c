import { type ChainGreeks, type DecayPoint, type PutTableRow } from "../calc";

/*
 * Tables as cells: a header, then a line for each strike or step. A line that has no answer says why where its first answer would be.
 */

export function chainCells(strikes: readonly (number | null)[], { problems, ...columns }: ChainGreeks): unknown[][] {
  const { price, delta, gamma, theta, vega, rho } = columns;
  const rows = strikes.map((strike, row) => {
    const words = problems.get(row);
    if (strike === null || words !== undefined) return blanksAfter([words ?? ""], CHAIN_HEADERS.length);
    return [price[row], delta[row], gamma[row], theta[row], vega[row], rho[row]];
  });
  return [[...CHAIN_HEADERS], ...rows];
}

export function putTableCells(
  { strikes, premiums }: { readonly strikes: readonly (number | null)[]; readonly premiums: readonly number[] },
  rows: readonly (PutTableRow | null)[],
): unknown[][] {
  return [[...PUT_HEADERS], ...rows.map((row, at) => (row ? [strikes[at], premiums[at] ?? "", ...putCells(row)] : blanksAfter([], PUT_HEADERS.length)))];
}

function putCells({ trade, market }: PutTableRow): unknown[] {
  if ("words" in trade) return blanksAfter([trade.words], PUT_HEADERS.length - 2);
  const { collateral, flatYield, annualised, breakeven, cushion } = trade.answer;
  const pays = [collateral, flatYield, annualised, breakeven, cushion];
  if ("words" in market) return [...pays, ...blanksAfter([market.words], 4)];
  const { impliedVolatility, delta, inTheMoney, ofProfit } = market.answer;
  return [...pays, impliedVolatility, delta, inTheMoney, ofProfit];
}

export function decayCells(points: readonly DecayPoint[]): unknown[][] {
  return [["Days left", "Value", "Share left", "Decay a day"], ...points.map(({ days, value, shareLeft, decay }) => [days, value, shareLeft ?? "", decay])];
}

function blanksAfter(cells: readonly unknown[], width: number): unknown[] {
  return [...cells, ...Array.from({ length: width - cells.length }, () => "")];
}

const CHAIN_HEADERS = ["Price", "Delta", "Gamma", "Theta", "Vega", "Rho"] as const;
const PUT_HEADERS = ["Strike", "Premium", "Collateral", "Yield", "Annualised", "Break-even", "Cushion", "Implied volatility", "Delta", "P(ITM)", "POP"] as const;
