import { answer, check, checkAboveZero, checkNotNegative, checkNumber } from "../check";
import { type Convention, STANDARD } from "../convention";
import { type Size, checkSize, collateral } from "../put";
import { rollCash } from "../roll";
import { annualised } from "../yield";
import type { Chain, ChainProblem, Quote } from "./chain";
import { marketOf } from "./market";
import { quoteReasons } from "./reasons";
import type { Rules } from "./rules";
import { count, dollars, money } from "./words";

/** An open short put, what buying it back costs, and what could be sold instead. */
export interface RollTerms extends Required<Size> {
  readonly strike: number;
  readonly expiry: number;
  /** A share. */
  readonly buyback: number;
  readonly chain: Chain;
  readonly asOf: number;
  readonly spot: number;
  /** A share: the first sale and earlier rolls. */
  readonly creditBefore: number;
  readonly rules: Rules;
  readonly convention?: Convention;
  /** Dollars, for one leg of all contracts. */
  readonly legFees: number;
  /** What the put's chain has been through; left out, its length is not asked. */
  readonly soFar?: ChainSoFar;
}

/** Rolls of a chain until now, and the day of its first sale. */
export interface ChainSoFar {
  readonly rolls: number;
  readonly firstSold: number;
}

/** Dollars but for the strike, and the break-even, a share. Null: has no meaning for this choice, or no answer. docs/spec/screen.md §6. */
export interface RollChoice {
  readonly choice: "Roll out" | "Roll out and down" | "Close" | "Take assignment";
  readonly expiry: number | null;
  readonly strike: number | null;
  readonly netCredit: number | null;
  readonly creditADay: number | null;
  readonly breakeven: number | null;
  readonly addedDays: number | null;
  readonly collateralChange: number | null;
  readonly worstCaseChange: number | null;
  readonly banked: number | null;
  readonly atRisk: number | null;
  /** What speaks against a roll, in words; of the other choices, what they mean. */
  readonly words: readonly string[];
  /** The new put's premium, a share. */
  readonly premium: number | null;
}

export interface RollTable {
  readonly choices: readonly RollChoice[];
  readonly notes: readonly string[];
}

/** All that can be done with an open put, in the same columns. */
export function rollTable(terms: RollTerms): RollTable {
  checkRoll(terms);
  const puts = terms.chain.quotes.filter(({ type }) => type === "put");
  const rolls = puts.filter(({ expiry, strike }) => expiry > terms.expiry && strike <= terms.strike);
  const choices = rolls.map((quote) => rollTo(quote, terms)).sort(byChoice);
  return { choices: [...choices, closing(terms), assignment(terms)], notes: notesOn(terms.chain, puts.length - rolls.length) };
}

function checkRoll({ strike, expiry, buyback, asOf, spot, creditBefore, legFees, contracts, multiplier }: RollTerms): void {
  checkAboveZero(strike, "strike");
  checkNumber(expiry, "expiry");
  checkNotNegative(buyback, "buyback");
  checkNumber(asOf, "as_of");
  checkAboveZero(spot, "spot");
  checkNumber(creditBefore, "credit_before");
  checkNotNegative(legFees, "leg_fees");
  checkSize(contracts, multiplier);
  check(Math.floor(asOf) <= expiry, "as_of must not be after the put's expiry: then it has expired or was assigned");
}

function rollTo(quote: Quote, terms: RollTerms): RollChoice {
  const { strike, expiry, buyback, creditBefore, contracts, multiplier, legFees, rules } = terms;
  const choice = quote.strike < strike ? "Roll out and down" : "Roll out";
  const addedDays = quote.expiry - expiry;
  const known = { ...NOTHING, choice, expiry: quote.expiry, strike: quote.strike, addedDays } as const;
  const market = marketOf(quote, rules.price);
  if ("words" in market) return { ...known, words: [market.words] };
  const { premium, spread } = market;
  const shares = contracts * multiplier;
  const netCredit = rollCash({ buyback, newPremium: premium, fees: 2 * legFees, contracts, multiplier });
  const breakeven = answer(quote.strike - creditBefore - netCredit / shares);
  const { daycount } = terms.convention ?? STANDARD;
  const pays = annualised({ flat: netCredit / shares / quote.strike, days: addedDays, daycount, compound: false });
  const judged = { days: quote.expiry - Math.floor(terms.asOf), spread, openInterest: quote.openInterest, annualised: netCredit > 0 ? pays : null, premium, breakeven };
  return {
    ...known, premium, netCredit, breakeven,
    creditADay: netCredit / addedDays,
    collateralChange: collateral({ strike: quote.strike, contracts, multiplier }) - collateral({ strike, contracts, multiplier }),
    worstCaseChange: answer((breakeven - (strike - creditBefore)) * shares),
    banked: banked(terms),
    atRisk: answer(premium * shares - legFees),
    words: [...(netCredit > 0 ? [] : [noCredit(netCredit)]), ...chainReasons(quote.expiry, terms), ...quoteReasons(judged, rules, { openInterest: terms.chain.has.includes("openInterest") })],
  };
}

const noCredit = (netCredit: number): string => `no credit at this strike: the roll ${netCredit === 0 ? "brings nothing" : `costs ${money(-netCredit)}`}`;

/** The user's limits on how long one goes on rolling. */
function chainReasons(newExpiry: number, { soFar, rules: { mostRolls, mostChainDays } }: RollTerms): string[] {
  if (!soFar) return [];
  const [rolls, days] = [soFar.rolls + 1, newExpiry - soFar.firstSold];
  return [
    mostRolls !== null && rolls > mostRolls && `it would be roll ${count(rolls)} of its chain, more than ${count(mostRolls)}`,
    mostChainDays !== null && days > mostChainDays && `its chain would last ${count(days)} days, more than ${count(mostChainDays)}`,
  ].filter((reason) => reason !== false);
}

/** What the chain of rolls has brought for good once the put is bought back. */
function banked({ creditBefore, buyback, contracts, multiplier, legFees }: RollTerms): number {
  return answer((creditBefore - buyback) * contracts * multiplier - legFees);
}

function closing(terms: RollTerms): RollChoice {
  const { strike, buyback, contracts, multiplier, legFees } = terms;
  const shares = contracts * multiplier;
  const locked = banked(terms);
  return {
    ...NOTHING, choice: "Close",
    netCredit: answer(-buyback * shares - legFees),
    collateralChange: -collateral({ strike, contracts, multiplier }),
    worstCaseChange: answer((buyback - strike) * shares + legFees),
    banked: locked,
    atRisk: 0,
    words: [locked < 0 ? `locks in a loss of ${money(-locked)}` : `locks in ${money(locked)}`],
  };
}

function assignment({ strike, expiry, creditBefore, spot, contracts, multiplier }: RollTerms): RollChoice {
  const shares = contracts * multiplier;
  const breakeven = answer(strike - creditBefore);
  const now = (spot - breakeven) * shares;
  const worth = `${count(shares)} shares for ${money(strike * shares)}: at ${dollars(spot)} they are ${money(Math.abs(now))} ${now < 0 ? "under" : "over"} what they cost in all`;
  return {
    ...NOTHING, choice: "Take assignment", expiry, strike,
    netCredit: 0, breakeven,
    collateralChange: -collateral({ strike, contracts, multiplier }),
    worstCaseChange: 0,
    banked: answer(creditBefore * shares),
    atRisk: 0,
    words: [worth, ...(spot >= strike ? ["not in the money now: nobody would assign it"] : [])],
  };
}

/** Out before out and down, near before far, high strikes before low ones. */
function byChoice(one: RollChoice, other: RollChoice): number {
  return one.choice.length - other.choice.length || one.expiry! - other.expiry! || other.strike! - one.strike!;
}

function notesOn({ quotes, problems }: Chain, noRoll: number): string[] {
  const calls = quotes.filter(({ type }) => type === "call").length;
  return [
    ...problems.map(({ row, words }: ChainProblem) => `row ${row} is not read: ${words}`),
    ...(noRoll > 0 ? [`${count(noRoll)} ${noRoll === 1 ? "put is" : "puts are"} no roll out or down: no later expiry, or a higher strike`] : []),
    ...(calls > 0 ? [`${count(calls)} ${calls === 1 ? "call was" : "calls were"} passed over`] : []),
  ];
}

const NOTHING: Omit<RollChoice, "choice"> = {
  expiry: null, strike: null, netCredit: null, creditADay: null, breakeven: null, addedDays: null, collateralChange: null, worstCaseChange: null, banked: null, atRisk: null, words: [], premium: null,
};
