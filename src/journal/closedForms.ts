import { type Convention, DAYCOUNTS, annualisedFormula, call, optionUnits, put, roll } from "../calc";

/**
 * A custom function that is no more than a formula, in Excel's own functions: its native formula of the calculation module, over the names of its parameters. It answers
 * what the function answers, errors included: #VALUE! where a condition does not hold, #N/A where there is no such number.
 */
export interface ClosedForm {
  /** In the order in which they are typed. */
  readonly parameters: readonly Parameter[];
  readonly holds: (choice: Choice) => readonly Condition[];
  readonly formula: (choice: Choice) => string;
  /** The answer may not be more than this; else there is none: #N/A. */
  readonly most?: string;
}

export interface Parameter {
  readonly name: string;
  /** What it is when it is left out; null: the formula is another one then. Absent: it must be given. */
  readonly left?: number | null;
  /** No number, but what chooses the formula: the basis of a yield, compounding. */
  readonly chooses?: "basis" | "compound";
}

/** What is known before the arguments are numbers: which of the optional ones that change the formula are there, and the words. */
export interface Choice {
  readonly given: (name: string) => boolean;
  readonly base: Convention["base"];
  readonly compound: boolean;
}

/** A condition over numbers: as a piece of formula, and as a test of the numbers themselves where they are known. */
export interface Condition {
  readonly of: readonly string[];
  readonly text: string;
  readonly test: (...numbers: readonly number[]) => boolean;
}

/** By the function's id. Of all other functions there is no formula: they solve, or answer a table. */
export const CLOSED_FORMS: Readonly<Record<string, ClosedForm>> = {
  CSP_BREAKEVEN: { parameters: [must("strike"), must("premium"), may("fees", 0)], holds: () => [...PUT, notNegative("fees")], formula: () => put.breakevenFormula(at("strike", "premium", "fees")) },
  CSP_YIELD: {
    parameters: [must("strike"), must("premium"), may("days", null), may("fees", 0), { name: "basis", left: 0, chooses: "basis" }, may("daycount", 365), { name: "compound", left: 0, chooses: "compound" }],
    holds: ({ given, base, compound }) => [
      ...PUT, notNegative("fees"), ...(base === "net" ? [below("premium", "strike")] : []), known("daycount"), ...(given("days") ? lasting("days") : []),
      ...(given("days") && compound ? [compoundable(base)] : []),
    ],
    formula: ({ given, base, compound }) =>
      given("days") ? put.annualYieldFormula(at("strike", "premium", "fees", "days"), { base, daycount: "daycount", compound }) : put.flatYieldFormula(at("strike", "premium", "fees"), { base }),
  },
  CSP_COLLATERAL: { parameters: [must("strike"), ...size()], holds: () => [above("strike"), ...SIZE], formula: () => put.collateralFormula(at("strike", "contracts", "multiplier")) },
  CSP_MAX_GAIN: { parameters: [must("strike"), must("premium"), ...size()], holds: () => [...PUT, ...SIZE], formula: () => put.maxGainFormula(at("premium", "contracts", "multiplier")) },
  CSP_MAX_LOSS: { parameters: [must("strike"), must("premium"), ...size()], holds: () => [...PUT, ...SIZE], formula: () => put.maxLossFormula(at("strike", "premium", "contracts", "multiplier")) },
  CSP_PROFIT: {
    parameters: [must("strike"), must("premium"), must("price"), ...size()],
    holds: () => [...PUT, notNegative("price"), ...SIZE],
    formula: () => put.profitFormula(at("strike", "premium", "price", "contracts", "multiplier")),
  },
  CSP_CUSHION: { parameters: [must("spot"), must("strike"), must("premium")], holds: () => [above("spot"), ...PUT], formula: () => put.cushionFormula(at("spot", "strike", "premium")) },
  CSP_STATIC_RETURN: {
    parameters: [must("spot"), must("strike"), must("premium"), may("days", null), may("daycount", 365)],
    holds: ({ given }) => [above("spot"), ...PUT, ...yearly(given)],
    formula: (choice) => overDays(put.staticReturnFormula(at("spot", "strike", "premium")), choice),
  },
  CSP_CONTRACTS: {
    parameters: [must("cash"), must("strike"), may("share", 1), may("multiplier", 100)],
    holds: () => [notNegative("cash"), above("strike"), above("share"), { of: ["share"], text: "share<=1", test: (share) => share! <= 1 }, above("multiplier")],
    formula: () => put.contractsAffordableFormula(at("cash", "strike", "share", "multiplier")),
  },
  CSP_STRIKE_FOR: { parameters: [must("targetPrice"), must("premium")], holds: () => [above("targetPrice"), notNegative("premium")], formula: () => put.strikeForFormula(at("targetPrice", "premium")) },
  CSP_PREMIUM_FOR: {
    parameters: [must("strike"), must("targetYield"), must("days"), may("daycount", 365)],
    holds: () => [above("strike"), notNegative("targetYield"), ...lasting("days"), known("daycount")],
    formula: () => put.premiumForFormula(at("strike", "targetYield", "days"), { daycount: "daycount" }),
    most: "strike",
  },
  CSP_ROLL_CREDIT: {
    parameters: [must("buyback"), must("newPremium"), may("contracts", null), may("fees", 0), may("multiplier", 100)],
    holds: ({ given }) => [...ROLL, notNegative("fees"), ...(given("contracts") ? SIZE : [above("multiplier")])],
    formula: ({ given }) => (given("contracts") ? roll.rollCashFormula(at("buyback", "newPremium", "fees", "contracts", "multiplier")) : roll.rollCreditFormula(at("buyback", "newPremium", "fees"))),
  },
  CSP_ROLL_BREAKEVEN: {
    parameters: [must("newStrike"), must("creditBefore"), must("buyback"), must("newPremium")],
    holds: () => [above("newStrike"), ...ROLL],
    formula: () => roll.rollBreakevenFormula(at("newStrike", "creditBefore", "buyback", "newPremium")),
  },
  CSP_ROLL_YIELD: {
    parameters: [must("newStrike"), must("buyback"), must("newPremium"), must("addedDays"), may("daycount", 365)],
    holds: () => [above("newStrike"), ...ROLL, ...lasting("addedDays"), known("daycount")],
    formula: () => roll.rollYieldFormula(at("newStrike", "buyback", "newPremium", "addedDays"), { daycount: "daycount" }),
  },
  CC_BREAKEVEN: { parameters: [must("cost"), must("premium")], holds: () => [above("cost"), notNegative("premium")], formula: () => call.callBreakevenFormula(at("cost", "premium")) },
  CC_STATIC_RETURN: {
    parameters: [must("cost"), must("spot"), must("strike"), must("premium"), may("days", null), may("dividends", 0), may("daycount", 365)],
    holds: ({ given }) => [above("spot"), ...CALL, ...yearly(given)],
    formula: (choice) => overDays(call.callStaticReturnFormula(at("cost", "spot", "strike", "premium", "dividends")), choice),
  },
  CC_IF_CALLED: {
    parameters: [must("cost"), must("strike"), must("premium"), may("days", null), may("dividends", 0), may("daycount", 365)],
    holds: ({ given }) => [...CALL, ...yearly(given)],
    formula: (choice) => overDays(call.ifCalledReturnFormula(at("cost", "strike", "premium", "dividends")), choice),
  },
  CC_MAX_LOSS: {
    parameters: [must("cost"), must("premium"), ...size()],
    holds: () => [above("cost"), notNegative("premium"), atMost("premium", "cost"), ...SIZE],
    formula: () => call.callMaxLossFormula(at("cost", "premium", "contracts", "multiplier")),
  },
};

function must(name: string): Parameter {
  return { name };
}
function may(name: string, left: number | null): Parameter {
  return { name, left };
}
function size(): readonly Parameter[] {
  return [may("contracts", 1), may("multiplier", 100)];
}

/** Each parameter by its own name. */
function at<Name extends string>(...names: readonly Name[]): Readonly<Record<Name, string>> {
  return Object.fromEntries(names.map((name): [string, string] => [name, name])) as Record<Name, string>;
}

/** A return over the whole life, or a year where days are given; simple. */
function overDays(flat: string, { given }: Choice): string {
  return given("days") ? annualisedFormula({ flat, days: "days" }, { daycount: "daycount", compound: false }) : flat;
}
function yearly(given: Choice["given"]): readonly Condition[] {
  return [known("daycount"), ...(given("days") ? lasting("days") : [])];
}

/*
 * Conditions compare differences with zero, never two cells with each other: a number that is typed as text counts as the function counts it.
 */
function above(name: string): Condition {
  return { of: [name], text: `${name}>0`, test: (number) => number! > 0 };
}
/** Days, and no date. */
function lasting(name: string): readonly Condition[] {
  const { days } = optionUnits.MOST;
  return [above(name), { of: [name], text: `${days}-${name}>=0`, test: (number) => number! <= days }];
}
function notNegative(name: string): Condition {
  return { of: [name], text: `${name}>=0`, test: (number) => number! >= 0 };
}
function atMost(name: string, limit: string): Condition {
  return { of: [limit, name], text: `${limit}-${name}>=0`, test: (most, number) => most! - number! >= 0 };
}
function below(name: string, limit: string): Condition {
  return { of: [limit, name], text: `${limit}-${name}>0`, test: (most, number) => most! - number! > 0 };
}
function whole(name: string): Condition {
  return { of: [name], text: `${name}=INT(${name})`, test: (number) => Number.isInteger(number) };
}
function known(name: string): Condition {
  return { of: [name], text: `${DAYCOUNTS.map((days) => `(${name}=${days})`).join("+")}>0`, test: (number) => (DAYCOUNTS as readonly number[]).includes(number!) };
}

/** Who loses more than everything cannot compound it: capital + premium − fees must be left. */
function compoundable(base: Convention["base"]): Condition {
  const of = ["strike", "premium", "fees"];
  if (base === "net") return { of, text: "strike-fees>0", test: (strike, _premium, fees) => strike! - fees! > 0 };
  return { of, text: "strike+premium-fees>0", test: (strike, premium, fees) => strike! + premium! - fees! > 0 };
}

const PUT: readonly Condition[] = [above("strike"), notNegative("premium"), atMost("premium", "strike")];
const SIZE: readonly Condition[] = [above("contracts"), whole("contracts"), above("multiplier")];
const ROLL: readonly Condition[] = [notNegative("buyback"), notNegative("newPremium")];
const CALL: readonly Condition[] = [above("cost"), above("strike"), notNegative("premium"), below("premium", "cost"), notNegative("dividends")];
