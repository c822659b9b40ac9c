import { check } from "../check";
import * as put from "../put";
import { type Attempt, attempt } from "./attempt";
import * as chances from "./chances";
import { type Style, valuation } from "./style";
import { checkShare } from "./terms";
import { checkUnits } from "./units";

/** Puts that could be sold on one share: a strike and a premium each, days one entry for all rows or one a row. A row without a strike (null) stays blank. */
export interface PutTableTerms {
  readonly spot: number;
  readonly strikes: readonly (number | null)[];
  readonly premiums: readonly number[];
  readonly days: readonly number[];
  readonly rate: number;
  readonly dividendYield: number;
  readonly style: Style;
}

/** What a put sold at its premium pays and risks, and what the premium says about its chances. Either may have no answer without the other. */
export interface PutTableRow {
  readonly trade: Attempt<PutTrade>;
  readonly market: Attempt<PutMarketView>;
}

export interface PutTrade {
  readonly collateral: number;
  readonly flatYield: number;
  readonly annualised: number;
  readonly breakeven: number;
  readonly cushion: number;
}

export interface PutMarketView {
  readonly impliedVolatility: number;
  readonly delta: number;
  readonly inTheMoney: number;
  readonly ofProfit: number;
}

/** A row for each strike, null where there is none; each number equals the scalar function's. */
export function putTable(terms: PutTableTerms): readonly (PutTableRow | null)[] {
  const { strikes, premiums, days } = terms;
  checkShare(terms);
  checkUnits({ rate: terms.rate, dividendYield: terms.dividendYield });
  check(premiums.length === strikes.length, "premiums must be as many as strikes");
  check(days.length === 1 || days.length === strikes.length, "days must be one value, or one for each strike");
  return strikes.map((strike, row) => (strike === null ? null : rowOf(terms, strike, premiums[row]!, days[days.length === 1 ? 0 : row]!)));
}

function rowOf(terms: PutTableTerms, strike: number, premium: number, days: number): PutTableRow {
  return {
    trade: attempt(() => tradeOf(terms.spot, strike, premium, days)),
    market: attempt(() => marketOf(terms, strike, premium, days)),
  };
}

function tradeOf(spot: number, strike: number, premium: number, days: number): PutTrade {
  checkUnits({ days });
  return {
    collateral: put.collateral({ strike }),
    flatYield: put.flatYield({ strike, premium }),
    annualised: put.annualYield({ strike, premium, days }),
    breakeven: put.breakeven({ strike, premium }),
    cushion: put.cushion({ spot, strike, premium }),
  };
}

function marketOf({ spot, rate, dividendYield, style }: PutTableTerms, strike: number, premium: number, days: number): PutMarketView {
  const contract = { type: "put", spot, strike, days, rate, dividendYield } as const;
  const volatility = valuation(style).impliedVolatility({ ...contract, price: premium });
  const terms = { ...contract, volatility };
  return {
    impliedVolatility: volatility,
    delta: valuation(style).slopes(terms).delta,
    inTheMoney: chances.inTheMoney(terms),
    ofProfit: chances.ofProfit({ ...terms, premium }),
  };
}
