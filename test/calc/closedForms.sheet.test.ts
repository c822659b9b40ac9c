import fc from "../properties";
import { DAYCOUNTS, annualised, annualisedFormula, call, put, roll } from "../../src/calc";
import { type SheetValue, calculatedInSheet, cellOf } from "./sheet";

/** Cents, 1/10,000 dollars and numbers that no decimal ends; zero only where it is named. */
const dollars = (least: number, most: number) =>
  fc.oneof(...[100, 10_000, 9_973].map((parts) => fc.integer({ min: Math.ceil(least * parts), max: most * parts }).map((count) => count / parts)));
const fraction = (most: number) => fc.integer({ min: 0, max: 99_991 }).map((count) => (count / 99_991) * most);
const INPUTS = {
  strike: dollars(0.5, 5000),
  premiumShare: fc.oneof(fraction(0.99), fc.constant(0)),
  fees: fc.oneof(dollars(0, 5), fc.constant(0)),
  days: fc.oneof(fc.integer({ min: 1, max: 900 }), fc.constantFrom(0.25, 1, 30, 45, 365)),
  contracts: fc.integer({ min: 1, max: 500 }),
  multiplier: fc.constantFrom(100, 100, 10, 150, 1),
  price: fc.oneof(dollars(0, 6000), fc.constant(0)),
  spot: dollars(0.01, 6000),
  cash: fc.oneof(dollars(0, 1e7), fc.integer({ min: 0, max: 100 }).map((count) => count * 70)),
  share: fc.oneof(fraction(0.9).map((part) => part + 0.1), fc.constantFrom(1, 0.1, 0.7)),
  targetYield: fraction(0.3),
  buyback: dollars(0, 60),
  newPremium: dollars(0, 60),
  creditBefore: dollars(-20, 40),
  cost: dollars(0.5, 5000),
  dividends: fc.oneof(dollars(0, 3), fc.constant(0)),
};
type Input = keyof typeof INPUTS;
type Values = Record<Input, number> & { premium: number; callPremium: number; shortDays: number };

const NAMES = Object.keys(INPUTS) as Input[];
const HEADERS = [...NAMES, "premium", "callPremium", "shortDays"];
const at = Object.fromEntries(HEADERS.map((name) => [name, cellOf(name)])) as Record<keyof Values, string>;
const callAt = { cost: at.cost, spot: at.spot, strike: at.strike, premium: at.callPremium, dividends: at.dividends };
const callOf = ({ callPremium, ...values }: Values) => ({ ...values, premium: callPremium });
const size = (values: Values) => ({ contracts: values.contracts, multiplier: values.multiplier });

interface Form {
  readonly formula: string;
  readonly value: (values: Values) => number;
  /** Where the answer is a difference: the size of what is subtracted. A spreadsheet, Excel too, clears the digits after the 15th there. */
  readonly terms?: (values: Values) => number;
}

/** Each closed form: its native formula, and the function that it must equal. */
const FORMS: Record<string, Form> = {
  breakeven: { formula: put.breakevenFormula(at), value: ({ strike, premium, fees }) => put.breakeven({ strike, premium, fees }) },
  "breakeven of expressions": {
    formula: put.breakevenFormula({ strike: `${at.strike}+1`, premium: `${at.premium}-0`, fees: `${at.fees}-${at.fees}` }),
    value: ({ strike, premium }) => put.breakeven({ strike: strike + 1, premium }),
  },
  ...Object.fromEntries(
    (["strike", "net"] as const).map((base) => [
      `flat yield, ${base}`,
      { formula: put.flatYieldFormula(at, { base }), value: (values: Values) => put.flatYield({ ...pick(values), base }) },
    ]),
  ),
  ...Object.fromEntries(
    (["strike", "net"] as const).flatMap((base) =>
      [false, true].flatMap((compound) =>
        DAYCOUNTS.map((daycount) => [
          `annual yield, ${base}, ${daycount}, ${compound ? "compound" : "simple"}`,
          {
            formula: put.annualYieldFormula({ ...at, days: at.shortDays }, { base, daycount, compound }),
            value: (values: Values) => put.annualYield({ ...pick(values), days: values.shortDays, base, daycount, compound }),
            terms: () => (compound ? 1 : 0),
          },
        ]),
      ),
    ),
  ),
  annualised: {
    formula: annualisedFormula({ flat: `${at.targetYield}-0.1`, days: at.days }, { daycount: 365, compound: true }),
    value: ({ targetYield, days }) => annualised({ flat: targetYield - 0.1, days, daycount: 365, compound: true }),
  },
  collateral: { formula: put.collateralFormula(at), value: (values) => put.collateral({ strike: values.strike, ...size(values) }) },
  maxGain: { formula: put.maxGainFormula(at), value: (values) => put.maxGain(values) },
  maxLoss: { formula: put.maxLossFormula(at), value: (values) => put.maxLoss(values) },
  profit: { formula: put.profitFormula(at), value: (values) => put.profit(values) },
  cushion: { formula: put.cushionFormula(at), value: (values) => put.cushion(values) },
  staticReturn: { formula: put.staticReturnFormula(at), value: (values) => put.staticReturn(values) },
  contractsAffordable: { formula: put.contractsAffordableFormula(at), value: (values) => put.contractsAffordable(values) },
  strikeFor: { formula: put.strikeForFormula({ targetPrice: at.cost, premium: at.premium }), value: ({ cost, premium }) => put.strikeFor({ targetPrice: cost, premium }) },
  premiumFor: { formula: put.premiumForFormula(at, { daycount: 360 }), value: (values) => put.premiumFor({ ...values, daycount: 360 }) },
  rollCredit: { formula: roll.rollCreditFormula(at), value: (values) => roll.rollCredit(values) },
  rollCash: { formula: roll.rollCashFormula(at), value: (values) => roll.rollCash(values), terms: (values) => rolled(values) * values.contracts * values.multiplier + values.fees },
  rollBreakeven: { formula: roll.rollBreakevenFormula({ ...at, newStrike: at.strike }), value: (values) => roll.rollBreakeven({ ...values, newStrike: values.strike }) },
  rollYield: {
    formula: roll.rollYieldFormula({ ...at, newStrike: at.strike, addedDays: at.days }, { daycount: 365.25 }),
    value: (values) => roll.rollYield({ ...values, newStrike: values.strike, addedDays: values.days, daycount: 365.25 }),
    terms: (values) => ((rolled(values) / values.strike) * 365.25) / Math.max(values.days, 1),
  },
  callBreakeven: { formula: call.callBreakevenFormula(callAt), value: (values) => call.callBreakeven(callOf(values)) },
  callStaticReturn: { formula: call.callStaticReturnFormula(callAt), value: (values) => call.callStaticReturn(callOf(values)) },
  ifCalledReturn: { formula: call.ifCalledReturnFormula(callAt), value: (values) => call.ifCalledReturn(callOf(values)), terms: ({ strike, cost, callPremium }) => strike / (cost - callPremium) },
  callMaxLoss: { formula: call.callMaxLossFormula({ ...callAt, contracts: at.contracts, multiplier: at.multiplier }), value: (values) => call.callMaxLoss(callOf(values)) },
};

const ROWS = 2_000;
const rows = fc.sample(fc.record(INPUTS), { numRuns: ROWS, seed: 20260105 }).map(
  (drawn): Values => ({
    ...drawn,
    premium: drawn.strike * drawn.premiumShare,
    fees: Math.min(drawn.fees, 0.5 * drawn.strike * (1 - drawn.premiumShare)), // more would leave nothing to compound
    callPremium: drawn.cost * drawn.premiumShare,
    shortDays: Math.max(drawn.days, 14), // compounding a fat premium over one day would leave the numbers
  }),
);

describe("each closed form's native formula is its function", () => {
  const names = Object.keys(FORMS);
  let seen: SheetValue[][];
  beforeAll(() => {
    const typed = rows.map((row) => HEADERS.map((name) => row[name as keyof Values]));
    seen = calculatedInSheet(HEADERS, typed, names.map((name) => `=${FORMS[name]!.formula}`));
  }, 240_000);

  test.each(names.map((name, index) => [name, index] as const))("%s", (name, index) => {
    const wrong = rows.flatMap((row, place) => {
      const wanted = FORMS[name]!.value(row);
      const got = seen[place]![index]!;
      return typeof got === "number" && Math.abs(got - wanted) <= 1e-12 * Math.abs(wanted) + 1e-14 * (FORMS[name]!.terms?.(row) ?? 0) ? [] : [{ row, got, wanted }];
    });
    expect(wrong.slice(0, 3)).toEqual([]);
  });
});

const rolled = ({ buyback, newPremium }: Values): number => buyback + newPremium;

function pick({ strike, premium, fees }: Values): { strike: number; premium: number; fees: number } {
  return { strike, premium, fees };
}

