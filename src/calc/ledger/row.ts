import { type Cells, isOneOf } from "../formula";
import { ACTIONS, TRADE_TYPES, type Action, type TradeType } from "./trade";

/**
 * A row of the trade log as its cells stand, where anything may have been typed; a Trade is one too. What must hold is written twice, side
 * by side: for values, and as the native formula of the journal's calculated columns. docs/spec/trade-log.md §2–§4.
 */
export type TradeRow = Readonly<Record<RowCell, unknown>>;
export type RowCell = "date" | "ticker" | "action" | "type" | "quantity" | "strike" | "expiry" | "price" | "fees" | "multiplier";
export type TradeCells = Cells<RowCell>;

/** The first cell that keeps a row from being a fact, or null when the row is one. A blank row is not a fact, and has no fault. */
export function faultOf(row: TradeRow): RowCell | null {
  return isBlankRow(row) ? null : firstBroken(ROW_RULES, row);
}

/** The short word that stands in a calculated column in place of a number: "Strike?". */
export function faultWord(cell: RowCell): string {
  return `${cell.charAt(0).toUpperCase()}${cell.slice(1)}?`;
}

/** What must hold, in words: "Strike must be a number above zero". */
export function faultWords(cell: RowCell): string {
  return FAULT_WORDS[cell];
}

/** Which types an action can have: Sell is of shares, a dividend of shares or of cash. */
export function typesOf(action: Action): readonly TradeType[] {
  return TRADE_TYPES.filter((type) => ACTIONS_OF[type].includes(action));
}

/** Does this action move a price? Expired, Assigned, Exercised, Split and Adjusted do not; their price cell is not read. */
export function needsPrice(action: Action): boolean {
  return !UNPRICED.includes(action);
}

/** Nothing was typed that says what happened; an account or notes alone are no row yet. */
export function isBlankRow(row: TradeRow): boolean {
  return TELLING.every((name) => isBlank(row[name]));
}
export function isBlankRowFormula(cells: TradeCells): string {
  return `${TELLING.map((name) => cells[name]).join("&")}=""`;
}

/** One thing that must hold before a row can be computed, and the cell to blame when it does not. */
export interface Rule {
  readonly cell: RowCell;
  readonly holds: (row: TradeRow) => boolean;
  readonly formula: (cells: TradeCells) => string;
}

export function firstBroken(rules: readonly Rule[], row: TradeRow): RowCell | null {
  return rules.find((rule) => !rule.holds(row))?.cell ?? null;
}
/** A formula that shows the word of the first broken rule, or else the value. */
export function guardedFormula(rules: readonly Rule[], cells: TradeCells, value: string): string {
  return rules.reduceRight((rest, rule) => `IF(${rule.formula(cells)},${rest},"${faultWord(rule.cell)}")`, value);
}

export function isAction(row: TradeRow, ...actions: Action[]): boolean {
  return actions.some((action) => same(row.action, action));
}
export function isActionFormula(cells: TradeCells, ...actions: Action[]): string {
  return isOneOf(cells.action, actions);
}

export function isType(row: TradeRow, ...types: TradeType[]): boolean {
  return types.some((type) => same(row.type, type));
}
export function isTypeFormula(cells: TradeCells, ...types: TradeType[]): string {
  return isOneOf(cells.type, types);
}

/** Fees of the row in dollars: a blank is none, and any sign is a cost. */
export function feesOf(row: TradeRow): number {
  return isBlank(row.fees) ? 0 : Math.abs(row.fees as number);
}
export function feesFormula({ fees }: Cells<"fees">): string {
  return `ABS(N(${fees}))`;
}

/** Shares per contract: a blank is 100. */
export function multiplierOf(row: TradeRow): number {
  return isBlank(row.multiplier) ? 100 : (row.multiplier as number);
}
export function multiplierFormula({ multiplier }: Cells<"multiplier">): string {
  return `IF(${isBlankFormula(multiplier)},100,${multiplier})`;
}

export const DATE: Rule = { cell: "date", holds: ({ date }) => isDay(date), formula: ({ date }) => isDayFormula(date) };

const ACTION_GIVEN: Rule = { cell: "action", holds: ({ action }) => !isBlank(action), formula: ({ action }) => `LEN(${action})>0` };

const TYPE: Rule = { cell: "type", holds: (row) => isType(row, ...TRADE_TYPES), formula: (cells) => isTypeFormula(cells, ...TRADE_TYPES) };

/** The action is a known one, and one of this type. */
const ACTION: Rule = {
  cell: "action",
  holds: (row) => TRADE_TYPES.some((type) => isType(row, type) && isAction(row, ...ACTIONS_OF[type])),
  formula: (cells) => {
    const [cash, shares, option] = [CASH_ACTIONS, SHARE_ACTIONS, OPTION_ACTIONS].map((actions) => isActionFormula(cells, ...actions));
    return `IF(${isTypeFormula(cells, "Cash")},${cash},IF(${isTypeFormula(cells, "Shares")},${shares},${option}))`;
  },
};

const TICKER: Rule = {
  cell: "ticker",
  holds: (row) => isType(row, "Cash") || (!isBlank(row.ticker) && String(row.ticker).trim() !== ""),
  formula: (cells) => `OR(${isTypeFormula(cells, "Cash")},LEN(TRIM(${cells.ticker}))>0)`,
};

/** Contracts are whole; shares, and the ratio of a split, may be a fraction. */
const QUANTITY: Rule = {
  cell: "quantity",
  holds: (row) => isType(row, "Cash") || (isType(row, "Shares") ? isPositive(row.quantity) : CONTRACTS.holds(row)),
  formula: (cells) =>
    `OR(${isTypeFormula(cells, "Cash")},IF(${isTypeFormula(cells, "Shares")},${isPositiveFormula(cells.quantity)},${CONTRACTS.formula(cells)}))`,
};

/** The rules of an option's cells by themselves, for the columns that speak of options only. */
export const CONTRACTS: Rule = {
  cell: "quantity",
  holds: ({ quantity }) => isPositive(quantity) && Number.isInteger(quantity),
  formula: ({ quantity }) => `IF(ISNUMBER(${quantity}),AND(${quantity}>0,${quantity}=INT(${quantity})))`,
};
export const STRIKE: Rule = { cell: "strike", holds: ({ strike }) => isPositive(strike), formula: ({ strike }) => isPositiveFormula(strike) };
export const EXPIRY: Rule = { cell: "expiry", holds: ({ expiry }) => isDay(expiry), formula: ({ expiry }) => isDayFormula(expiry) };
export const MULTIPLIER: Rule = {
  cell: "multiplier",
  holds: ({ multiplier }) => isBlank(multiplier) || isPositive(multiplier),
  formula: ({ multiplier }) => `OR(${isBlankFormula(multiplier)},${isPositiveFormula(multiplier)})`,
};
export const FEES: Rule = {
  cell: "fees",
  holds: ({ fees }) => isBlank(fees) || isNumber(fees),
  formula: ({ fees }) => `OR(${isBlankFormula(fees)},ISNUMBER(${fees}))`,
};

/** Money may have either sign (margin costs interest); a price per share may not. */
const PRICE: Rule = {
  cell: "price",
  holds: (row) => isAction(row, ...UNPRICED) || (isNumber(row.price) && (isType(row, "Cash") || row.price >= 0)),
  formula: (cells) =>
    `OR(${isActionFormula(cells, ...UNPRICED)},AND(ISNUMBER(${cells.price}),OR(${isTypeFormula(cells, "Cash")},${cells.price}>=0)))`,
};

const forOptions = (rule: Rule): Rule => ({
  cell: rule.cell,
  holds: (row) => !isType(row, "Put", "Call") || rule.holds(row),
  formula: (cells) => `OR(${isTypeFormula(cells, "Shares")},${isTypeFormula(cells, "Cash")},${rule.formula(cells)})`,
});

/** In the order in which one types, so that the Cash column names the next cell to fill. */
export const ROW_RULES: readonly Rule[] = [
  DATE,
  ACTION_GIVEN,
  TYPE,
  ACTION,
  TICKER,
  QUANTITY,
  forOptions(STRIKE),
  forOptions(EXPIRY),
  PRICE,
  FEES,
  forOptions(MULTIPLIER),
];

const OPTION_ACTIONS: readonly Action[] = ["Sell to open", "Buy to close", "Buy to open", "Sell to close", "Expired", "Assigned", "Exercised", "Adjusted"];
const SHARE_ACTIONS: readonly Action[] = ["Buy", "Sell", "Split", "Dividend"];
const CASH_ACTIONS: readonly Action[] = ["Dividend", "Interest", "Fee", "Deposit", "Withdrawal"];
const ACTIONS_OF: Readonly<Record<TradeType, readonly Action[]>> = { Put: OPTION_ACTIONS, Call: OPTION_ACTIONS, Shares: SHARE_ACTIONS, Cash: CASH_ACTIONS };
const UNPRICED: readonly Action[] = ["Expired", "Assigned", "Exercised", "Split", "Adjusted"];
const TELLING: readonly RowCell[] = ["date", "ticker", "action", "type", "quantity", "price"];

const isBlank = (value: unknown): boolean => value === "" || value === null || value === undefined;
/** By length: in some spreadsheets a zero equals "". */
const isBlankFormula = (cell: string): string => `LEN(${cell})=0`;
const same = (value: unknown, word: string): boolean => typeof value === "string" && value.toLowerCase() === word.toLowerCase();
const isNumber = (value: unknown): value is number => typeof value === "number" && Number.isFinite(value);
const isPositive = (value: unknown): boolean => isNumber(value) && value > 0;
const isPositiveFormula = (cell: string): string => `AND(ISNUMBER(${cell}),${cell}>0)`;

/** Excel's calendar ends on 9999-12-31; 20260105 typed for a date is beyond it. */
const isDay = (value: unknown): boolean => isNumber(value) && value >= 1 && value < DAY_AFTER_THE_LAST;
const isDayFormula = (cell: string): string => `AND(ISNUMBER(${cell}),${cell}>=1,${cell}<${DAY_AFTER_THE_LAST})`;
const DAY_AFTER_THE_LAST = 2958466;

const FAULT_WORDS: Readonly<Record<RowCell, string>> = {
  date: "Date must be a date, not text that looks like one",
  ticker: "Ticker must not be blank",
  action: `Action must be one that fits the type: ${ACTIONS.join(", ")}`,
  type: `Type must be one of ${TRADE_TYPES.join(", ")}`,
  quantity: "Quantity must be a number above zero, and whole for contracts",
  strike: "Strike must be a number above zero",
  expiry: "Expiry must be a date, and not before the day on which the option is opened",
  price: "Price must be a number, zero or above",
  fees: "Fees must be a number or blank",
  multiplier: "Multiplier must be a number above zero, or blank for 100",
};
