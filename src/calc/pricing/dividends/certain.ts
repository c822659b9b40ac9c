import { asPut } from "../american/market";
import { certainPut } from "../american/certain";
import { type CashProblem } from "../differences/solve";
import { DAYS_A_YEAR } from "../terms";

/** Without volatility: the share's way is known, and an American option is exercised at its best point, any time between two ex-dates or just before one. */
export function certainValue({ isCall, exercise, spot, strike, years, rate, dividendYield, dividends }: CashProblem): number {
  let [price, time, best] = [spot, 0, 0];
  for (const { years: until, amount } of [...dividends, { years, amount: 0 }]) {
    if (exercise !== "none") best = Math.max(best, valueUntil(until));
    price = Math.max(price * Math.exp((rate - dividendYield) * (until - time)) - amount, 0);
    time = until;
  }
  return Math.max(best, Math.exp(-rate * years) * (isCall ? price - strike : strike - price));

  function valueUntil(until: number): number {
    const terms = { type: isCall ? "call" : "put", spot: price, strike, days: (until - time) * DAYS_A_YEAR, volatility: 0, rate, dividendYield } as const;
    const put = asPut(terms);
    return Math.exp(-rate * time) * put.unit * certainPut(put.spot, put.market).value;
  }
}
