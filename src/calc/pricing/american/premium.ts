import { normalCdf } from "../normal";
import { type Boundary } from "./boundary";
import { type PutMarket } from "./market";
import { type Scheme } from "./scheme";

export function earlyExercisePremium(spot: number, market: PutMarket, boundary: Boundary, scheme: Scheme): number {
  const { years, volatility, rate, dividendYield } = market;
  const { nodes, premium, premiumSines, premiumCosines, premiumWeights, atPremium } = scheme;
  const distanceFromHighest = Math.log(spot / boundary.highest);
  const drift = (rate - dividendYield) / (volatility * volatility);
  let value = 0;
  for (let k = 0; k < premium; k++) {
    const rootLeft = Math.sqrt(years) * premiumCosines[k]!;
    let square = 0;
    for (let j = 1, m = k * nodes; j <= nodes; j++, m++) square += atPremium[m]! * boundary.squares[j]!;
    const deviation = volatility * rootLeft;
    const middle = (distanceFromHighest + (square > 0 ? Math.sqrt(square) : 0)) / deviation + drift * deviation;
    const cash = rate * Math.exp(-rate * rootLeft * rootLeft) * normalCdf(0.5 * deviation - middle);
    const shares = dividendYield * Math.exp(-dividendYield * rootLeft * rootLeft) * normalCdf(-0.5 * deviation - middle);
    value += premiumWeights[k]! * premiumSines[k]! * premiumCosines[k]! * (cash - spot * shares);
  }
  return 2 * years * value;
}
