import { UNITS_PER_DOLLAR, amountOf, effectOf, feesOf, isBlank, isType } from "./amount";
import { type Action, ACTIONS, type RowCell, TRADE_TYPES, type TradeCells, type TradeRow, type TradeType } from "./trade";

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

const isNumber = (value: unknown): value is number => typeof value === "number" && Number.isFinite(value);

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

/** Only actions without a price end in "ed", but for Split. */
const isUnpriced = ({ action }: Pick<TradeRow, "action">): boolean => typeof action === "string" && /ed$|^split$/i.test(action);

const isOption = (row: TradeRow): boolean => isType(row, "Put", "Call");
const isOptionFormula = ({ type }: TradeCells): string => `OR(${type}="Put",${type}="Call")`;

const TELLING: readonly RowCell[] = ["date", "ticker", "action", "type", "quantity", "price"];

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
