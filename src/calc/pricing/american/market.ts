/** What an American put's boundary depends on. Share prices are in strikes, so that the strike is 1. */
export interface PutMarket {
  readonly years: number;
  readonly volatility: number;
  readonly rate: number;
  readonly dividendYield: number;
}
