import { screen } from "../../../src/calc";

export const day = (text: string): number => Date.parse(`${text}T00:00:00Z`) / 86_400_000 + 25569;

/** A chain from lines of words: headers first. */
export const chainOf = (...rows: readonly (readonly unknown[])[]): screen.Chain => screen.readChain(rows);
export const rulesOf = (...rows: readonly (readonly unknown[])[]): screen.Rules => {
  const { rules, problems } = screen.readRules(rows);
  if (problems.length > 0) throw new Error(problems.join("; "));
  return rules;
};

/**
 * WDGT, a worked example of seven puts on 2026-03-02 with the stock at 52.40: strike, delta, bid, ask; its author's spreads in percent of the middle, and his reasons to refuse.
 * (OptionsWheelLab, worked example; restated. Rules: spread at most 12 % of the middle, premium at least 0.30 at the bid, |delta| at most 0.35, at most 5,100 in one name.)
 */
export const WDGT = {
  spot: 52.4,
  asOf: day("2026-03-02"),
  expiry: day("2026-04-17"),
  puts: [
    { strike: 40, delta: -0.05, bid: 0.15, ask: 0.16, spread: 6.45, refused: ["premium"] },
    { strike: 42.5, delta: -0.07, bid: 0.3, ask: 0.44, spread: 37.84, refused: ["spread"] },
    { strike: 45, delta: -0.1, bid: 0.3, ask: 0.32, spread: 6.45, refused: [] },
    { strike: 47.5, delta: -0.16, bid: 0.55, ask: 0.59, spread: 7.02, refused: [] },
    { strike: 50, delta: -0.24, bid: 0.95, ask: 1.01, spread: 6.12, refused: [] },
    { strike: 52.5, delta: -0.44, bid: 2.05, ask: 2.2, spread: 7.06, refused: ["|delta|", "one contract"] },
    { strike: 55, delta: -0.62, bid: 3.6, ask: 3.85, spread: 6.71, refused: ["|delta|", "one contract"] },
  ],
  rules: [["Days to", 46], ["Most spread of mid", 0.12], ["Least premium", 0.3], ["Most |delta|", 0.35], ["Cash", 25_500], ["Most share of cash a ticker", 0.2], ["Price to use", "bid"]],
} as const;

export const wdgtCells = (): unknown[][] => [["Expiry", "Strike", "Type", "Delta", "Bid", "Ask"], ...WDGT.puts.map(({ strike, delta, bid, ask }) => [WDGT.expiry, strike, "Put", delta, bid, ask])];
