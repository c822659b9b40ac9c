import type { Cells } from "../formula";
import { ACTIONS, TRADE_TYPES, type Action, type TradeType } from "./trade";

/**
 * A row of the trade log as its cells stand, where anything may have been typed; a Trade is one too. What must hold is written twice, side
 * by side: for values, and as the native formula of the Cash column. docs/spec/trade-log.md §2–§4.
 */
export type TradeRow = Readonly<Record<RowCell, unknown>>;
export type RowCell = "date" | "ticker" | "action" | "type" | "quantity" | "strike" | "expiry" | "price" | "fees" | "multiplier";
export type TradeCells = Cells<RowCell>;

/** The first cell that keeps a row from being a fact, or null when the row is one. A blank row is not a fact, and has no fault. */
export function faultOf(row: TradeRow): RowCell | null {
  if (isBlank(row.action)) return isBlankRow(row) ? null : "action";
  return firstBroken(ROW_RULES, row) ?? (Number.isFinite((amountOf(row) - feesOf(row)) * UNITS_PER_DOLLAR) ? null : "action");
}
/** The checklist as a formula: blank on a blank row, the word of the first cell at fault, else the value. The value is an error where there is no amount. */
export function guardedFormula(cells: TradeCells, value: string): string {
  const others = TELLING.filter((name) => name !== "action").map((name) => cells[name]);
  const checked = ROW_RULES.reduceRight((rest, rule) => `IF(${rule.formula(cells)},"${faultWord(rule.cell)}",${rest})`, value);
  return `IFERROR(IF(LEN(${cells.action})=0,IF(COUNTA(${others.join(",")})=0,"","${faultWord("action")}"),${checked}),"${faultWord("action")}")`;
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
  return TRADE_TYPES.filter((type) => effectOf({ action, type }) !== undefined);
}

/** Does this action move a price? Expired, Assigned, Exercised, Split and Adjusted do not; their price cell is not read. */
export function needsPrice(action: Action): boolean {
  return !isUnpriced({ action });
}

/** Nothing was typed that says what happened; an account or notes alone are no row yet. */
export function isBlankRow(row: TradeRow): boolean {
  return TELLING.every((name) => isBlank(row[name]));
}

export function isAction(row: Pick<TradeRow, "action">, ...actions: Action[]): boolean {
  return actions.some((action) => same(row.action, action));
}
export function isType(row: Pick<TradeRow, "type">, ...types: TradeType[]): boolean {
  return types.some((type) => same(row.type, type));
}

/** Fees of the row in dollars: a blank is none, and any sign is a cost. */
export function feesOf(row: TradeRow): number {
  return isBlank(row.fees) ? 0 : Math.abs(row.fees as number);
}
export function feesFormula({ fees }: Cells<"fees">): string {
  return `ABS(${fees})`;
}

/** Shares that the contracts of a row stand for: quantity × multiplier, where a blank multiplier is 100. */
export function sharesOf(row: TradeRow): number {
  return (row.quantity as number) * (isBlank(row.multiplier) ? 100 : (row.multiplier as number));
}
export function sharesFormula({ quantity, multiplier }: Cells<"quantity" | "multiplier">): string {
  return `${quantity}*IF(COUNT(${multiplier}),${multiplier},100)`;
}

/** What an event moves before fees, in dollars: what it is worth a share, times the shares. Not a number when no type has this action, or when it is too large for a cell. */
export function amountOf(row: TradeRow): number {
  const effect = effectOf(row);
  if (effect === undefined) return NaN;
  const [price, strike] = [row.price as number, row.strike as number];
  const each = [price, -Math.abs(price), 0, isType(row, "Put") ? -strike : strike, isType(row, "Put") ? strike : -strike][effect - 1] as number;
  const size = isType(row, "Cash") ? 1 : isType(row, "Shares") ? (row.quantity as number) : sharesOf(row);
  return each * size;
}
export function amountFormula(cells: TradeCells): string {
  const { action, type, quantity, strike, price } = cells;
  const found = (one: TradeType) => `SUM((${action}={${Object.keys(EFFECTS[one]).map((word) => `"${word}"`).join(",")}})*{${Object.values(EFFECTS[one]).join(",")}})`;
  const effect = `IF(${type}="Cash",${found("Cash")},IF(${type}="Shares",${found("Shares")},${found("Put")}))`;
  const each = `CHOOSE(${effect},${price},-ABS(${price}),0,IF(${type}="Put",-${strike},${strike}),IF(${type}="Put",${strike},-${strike}))`;
  return `${each}*IF(${type}="Cash",1,IF(${type}="Shares",${quantity},${sharesFormula(cells)}))`;
}

/** Cash is kept in whole 1/10,000 dollars. */
export const UNITS_PER_DOLLAR = 10_000;

export const isNumber = (value: unknown): value is number => typeof value === "number" && Number.isFinite(value);

/** One thing that can be wrong with a row, for values and as a condition in a formula, and the cell to blame. */
interface Rule {
  readonly cell: RowCell;
  readonly broken: (row: TradeRow) => boolean;
  readonly formula: (cells: TradeCells) => string;
}
const firstBroken = (rules: readonly Rule[], row: TradeRow): RowCell | null => rules.find((rule) => rule.broken(row))?.cell ?? null;

/** After the action, in the order in which one types. COUNTIF counts a number that fits; text, TRUE and errors are none. */
const ROW_RULES: readonly Rule[] = [
  { cell: "date", broken: ({ date }) => !isDay(date), formula: ({ date }) => `COUNTIF(${date},"<${DAY_AFTER_THE_LAST}")=0` },
  {
    cell: "type",
    broken: (row) => !isType(row, ...TRADE_TYPES),
    formula: ({ type }) => `SUM((${type}={${TRADE_TYPES.map((word) => `"${word}"`).join(",")}})*1)=0`,
  },
  {
    cell: "ticker",
    broken: (row) => !isType(row, "Cash") && (isBlank(row.ticker) || String(row.ticker).trim() === ""),
    formula: ({ type, ticker }) => `AND(${type}<>"Cash",TRIM(${ticker})="")`,
  },
  {
    cell: "quantity",
    broken: (row) => !isType(row, "Cash") && !isPositive(row.quantity),
    formula: ({ type, quantity }) => `AND(${type}<>"Cash",COUNTIF(${quantity},">0")=0)`,
  },
  {
    cell: "strike",
    broken: (row) => isOption(row) && !isPositive(row.strike),
    formula: (cells) => `AND(${isOptionFormula(cells)},COUNTIF(${cells.strike},">0")=0)`,
  },
  {
    cell: "expiry",
    broken: (row) => isOption(row) && !isDay(row.expiry),
    formula: (cells) => `AND(${isOptionFormula(cells)},COUNTIF(${cells.expiry},"<${DAY_AFTER_THE_LAST}")=0)`,
  },
  {
    cell: "price", // money may have either sign (margin costs interest); a price per share may not
    broken: (row) => !isUnpriced(row) && !(isNumber(row.price) && (isType(row, "Cash") || row.price >= 0)),
    formula: ({ action, type, price }) => `NOT(OR(RIGHT(${action},2)="ed",${action}="Split",COUNTIF(${price},">=0"),AND(${type}="Cash",COUNT(${price}))))`,
  },
  { cell: "fees", broken: ({ fees }) => !isBlank(fees) && !isNumber(fees), formula: ({ fees }) => `COUNTA(${fees})>COUNT(${fees})` },
  {
    cell: "multiplier",
    broken: ({ multiplier }) => !isBlank(multiplier) && !isPositive(multiplier),
    formula: ({ multiplier }) => `COUNTA(${multiplier})>COUNTIF(${multiplier},">0")`,
  },
];

/** What the actions of a type do to cash, a share: 1 brings the price, 2 costs the price, 3 nothing, 4 buys a put's shares at the strike, 5 sells them; 4 and 5 are the other way round for a call. */
const OPTION_EFFECTS = { "Sell to open": 1, "Sell to close": 1, "Buy to open": 2, "Buy to close": 2, Expired: 3, Adjusted: 3, Assigned: 4, Exercised: 5 } as const;
const EFFECTS: Readonly<Record<TradeType, Readonly<Partial<Record<Action, number>>>>> = {
  Put: OPTION_EFFECTS,
  Call: OPTION_EFFECTS,
  Shares: { Sell: 1, Dividend: 1, Buy: 2, Split: 3 },
  Cash: { Dividend: 1, Interest: 1, Deposit: 1, Fee: 2, Withdrawal: 2 },
};
function effectOf(row: Pick<TradeRow, "action" | "type">): number | undefined {
  const type = TRADE_TYPES.find((one) => isType(row, one));
  const action = ACTIONS.find((one) => isAction(row, one));
  return type && action && EFFECTS[type][action];
}

/** Only actions without a price end in "ed", but for Split. */
const isUnpriced = ({ action }: Pick<TradeRow, "action">): boolean => typeof action === "string" && /ed$|^split$/i.test(action);

const isOption = (row: TradeRow): boolean => isType(row, "Put", "Call");
const isOptionFormula = ({ type }: TradeCells): string => `OR(${type}="Put",${type}="Call")`;

const TELLING: readonly RowCell[] = ["date", "ticker", "action", "type", "quantity", "price"];

const isBlank = (value: unknown): boolean => value === "" || value === null || value === undefined;
const same = (value: unknown, word: string): boolean => typeof value === "string" && value.toLowerCase() === word.toLowerCase();
const isPositive = (value: unknown): boolean => isNumber(value) && value > 0;

/** Excel's calendar ends on 9999-12-31; 20260105 typed for a date is beyond it. */
const isDay = (value: unknown): boolean => isNumber(value) && value < DAY_AFTER_THE_LAST;
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
