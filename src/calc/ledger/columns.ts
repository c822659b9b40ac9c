import { CalcError, answer, check } from "../check";
import { type Convention, STANDARD, conventionName } from "../convention";
import { type Cells, operand } from "../formula";
import { annualised, annualisedFormula } from "../yield";
import { isAction, isType, sharesFormula, sharesOf } from "./amount";
import { cashFormula, cashOf } from "./cash";
import { type RowCell, type TradeCells, type TradeRow, faultOf, faultWord, faultWords, isBlankRow } from "./row";
import type { Trade } from "./trade";

/** The calculated columns of the trade log. docs/spec/trade-log.md §5–§6. */
export type TradeColumn = "cash" | "days" | "breakeven" | "collateral" | "yield" | "annualised";
/** The typed cells of a row, and its Cash: the other columns ask it whether the row is a fact. */
export type ColumnCells = TradeCells & Cells<"cash">;

/** The native formula of each column, with its equals sign. `cells` are references to cells of the same row. */
export const tradeColumns: Readonly<Record<TradeColumn, (cells: ColumnCells, convention: Convention) => string>> = {
  cash: cashFormula,
  days: (cells, convention) => columnFormula("days", cells, convention),
  breakeven: (cells, convention) => columnFormula("breakeven", cells, convention),
  collateral: (cells, convention) => columnFormula("collateral", cells, convention),
  yield: (cells, convention) => columnFormula("yield", cells, convention),
  annualised: (cells, convention) => columnFormula("annualised", cells, convention),
};

/** "Yield (strike)": a yield names the capital under it. */
export function yieldHeader({ base }: Pick<Convention, "base">): string {
  return `Yield (${base})`;
}
/** "Annualised (365, strike)". */
export function annualHeader(convention: Convention): string {
  return `Annualised (${conventionName(convention)})`;
}

/** What a column shows for a row: a number, "" where it has no meaning, or the word of the cell that is missing or wrong. */
export function columnValue(column: TradeColumn, row: TradeRow, convention: Convention): number | string {
  if (isBlankRow(row)) return "";
  const fault = faultOf(row);
  if (fault !== null) return column === "cash" ? faultWord(fault) : "";
  if (column === "cash") return cashOf(row);
  const { appliesTo, rules, value } = OPTION_COLUMNS[column];
  if (!appliesTo.holds(row)) return "";
  const odd = firstBroken(rules(convention), row, convention);
  if (odd !== null) return faultWord(odd);
  try {
    return answer(value(row, convention));
  } catch (error) {
    if (error instanceof CalcError) return TOO_LARGE; // the numbers are beyond what a cell can hold
    throw error;
  }
}

/** Calendar days from the trade to the expiration, at least 1; null where no option is opened. */
export function daysOf(trade: Trade): number | null {
  return columnOf("days", trade);
}
/** Break-even of a put that is sold, per share, with the row's fees; null for every other event. */
export function breakevenOf(trade: Trade): number | null {
  return columnOf("breakeven", trade);
}
/** Cash that a put which is sold ties up, in dollars; null for every other event. */
export function collateralOf(trade: Trade): number | null {
  return columnOf("collateral", trade);
}
/** Flat yield of a put that is sold, after fees; null for every other event. */
export function yieldOf(trade: Trade, convention: Convention): number | null {
  return columnOf("yield", trade, convention);
}
/** Annualised yield of a put that is sold, after fees; null for every other event. */
export function annualisedOf(trade: Trade, convention: Convention): number | null {
  return columnOf("annualised", trade, convention);
}

/**
 * A fact may still be odd: an option opened after it expired, half a contract, a put sold for more than its strike. Its cash is booked, but the
 * other columns show the word of this cell; null when nothing is odd.
 */
export function oddityOf(row: TradeRow): RowCell | null {
  if (!OPENS_OPTION.holds(row)) return null;
  return firstBroken(OPENS_SHORT_PUT.holds(row) ? [EXPIRED_BEFORE, NOT_WHOLE, ABOVE_STRIKE] : [EXPIRED_BEFORE, NOT_WHOLE], row, STANDARD);
}

type OptionColumn = Exclude<TradeColumn, "cash">;

function columnOf(column: OptionColumn, trade: Trade, convention: Convention = STANDARD): number | null {
  const { appliesTo, rules, value } = OPTION_COLUMNS[column];
  if (!appliesTo.holds(trade)) return null;
  const cell = faultOf(trade) ?? firstBroken(rules(convention), trade, convention);
  check(cell === null, cell === null ? "" : faultWords(cell));
  return answer(value(trade, convention));
}

function columnFormula(column: OptionColumn, cells: ColumnCells, convention: Convention): string {
  const { appliesTo, rules, formula } = OPTION_COLUMNS[column];
  const value = rules(convention).reduceRight((rest, rule) => `IF(${rule.formula(cells, convention)},"${faultWord(rule.cell)}",${rest})`, formula(cells, convention));
  return `=IFERROR(IF(ISNUMBER(${cells.cash}),IF(${appliesTo.formula(cells)},${value},""),""),"${TOO_LARGE}")`;
}

const TOO_LARGE = "Error?";

/** Asked only where Cash is a number, so what is open is an option. */
const OPENS_OPTION = {
  holds: (row: TradeRow) => isAction(row, "Sell to open", "Buy to open"),
  formula: ({ action }: ColumnCells) => `OR(${action}="Sell to open",${action}="Buy to open")`,
};
const OPENS_SHORT_PUT = {
  holds: (row: TradeRow) => isAction(row, "Sell to open") && isType(row, "Put"),
  formula: ({ action, type }: ColumnCells) => `AND(${action}="Sell to open",${type}="Put")`,
};

/** What makes a fact too odd for a column, and the cell to blame. */
interface Oddity {
  readonly cell: RowCell;
  readonly broken: (row: TradeRow, convention: Convention) => boolean;
  readonly formula: (cells: ColumnCells, convention: Convention) => string;
}
const firstBroken = (rules: readonly Oddity[], row: TradeRow, convention: Convention): RowCell | null =>
  rules.find((rule) => rule.broken(row, convention))?.cell ?? null;

/** An option cannot be opened after it has expired. */
const EXPIRED_BEFORE: Oddity = {
  cell: "expiry",
  broken: (row) => (row.expiry as number) < Math.floor(row.date as number),
  formula: ({ date, expiry }) => `${expiry}<INT(${date})`,
};
/** Contracts are whole; a fraction is a slip of the keyboard. */
const NOT_WHOLE: Oddity = {
  cell: "quantity",
  broken: ({ quantity }) => !Number.isInteger(quantity),
  formula: ({ quantity }) => `${quantity}>INT(${quantity})`,
};
/** A put is worth its strike at most. */
const ABOVE_STRIKE: Oddity = {
  cell: "price",
  broken: ({ price, strike }) => (price as number) > (strike as number),
  formula: ({ price, strike }) => `${price}>${strike}`,
};
/** On the net base something must be left to divide by. */
const NOTHING_LEFT: Oddity = {
  cell: "price",
  broken: ({ price, strike }) => (price as number) >= (strike as number),
  formula: ({ price, strike }) => `${price}>=${strike}`,
};
/** Compounding has no answer where fees eat all the capital. */
const MORE_THAN_ALL: Oddity = {
  cell: "fees",
  broken: (row, convention) => yieldIn(row, convention) <= -1 && yieldIn(row, convention) > -Infinity,
  formula: (cells, convention) => `${yieldFormula(cells, convention)}<=-1`,
};
const premiumRule = ({ base }: Convention): Oddity => (base === "net" ? NOTHING_LEFT : ABOVE_STRIKE);

interface OptionColumnRules {
  readonly appliesTo: { holds(row: TradeRow): boolean; formula(cells: ColumnCells): string };
  readonly rules: (convention: Convention) => readonly Oddity[];
  readonly value: (row: TradeRow, convention: Convention) => number;
  readonly formula: (cells: ColumnCells, convention: Convention) => string;
}

const OPTION_COLUMNS: Readonly<Record<OptionColumn, OptionColumnRules>> = {
  days: {
    appliesTo: OPENS_OPTION,
    rules: () => [EXPIRED_BEFORE],
    value: daysIn,
    formula: (cells) => `MAX(${daysFormula(cells)},1)`,
  },
  breakeven: {
    appliesTo: OPENS_SHORT_PUT,
    rules: () => [ABOVE_STRIKE],
    value: (row) => (row.strike as number) - cashOf(row) / sharesOf(row),
    formula: (cells) => `${cells.strike}-${cells.cash}/(${sharesFormula(cells)})`,
  },
  collateral: {
    appliesTo: OPENS_SHORT_PUT,
    rules: () => [NOT_WHOLE],
    value: (row) => capitalIn(row, STANDARD),
    formula: (cells) => capitalFormula(cells, STANDARD),
  },
  yield: {
    appliesTo: OPENS_SHORT_PUT,
    rules: (convention) => [premiumRule(convention)],
    value: yieldIn,
    formula: yieldFormula,
  },
  annualised: {
    appliesTo: OPENS_SHORT_PUT,
    rules: (convention) => [EXPIRED_BEFORE, premiumRule(convention), ...(convention.compound ? [MORE_THAN_ALL] : [])],
    value: (row, convention) => annualised({ ...convention, flat: yieldIn(row, convention), days: daysIn(row) }),
    formula: (cells, convention) => annualisedFormula({ flat: yieldFormula(cells, convention), days: daysFormula(cells) }, convention),
  },
};

function daysIn(row: TradeRow): number {
  return Math.max(Math.floor(row.expiry as number) - Math.floor(row.date as number), 1);
}
function daysFormula({ date, expiry }: ColumnCells): string {
  return `INT(${expiry})-INT(${date})`;
}

/** The capital under a yield: the strike of all shares, less the premium on the net base. */
function capitalIn(row: TradeRow, { base }: Convention): number {
  const [strike, price] = [row.strike as number, row.price as number];
  return (base === "net" ? strike - price : strike) * sharesOf(row);
}
function capitalFormula(cells: ColumnCells, { base }: Convention): string {
  return `${base === "net" ? `(${cells.strike}-${cells.price})` : cells.strike}*${sharesFormula(cells)}`;
}

/** What a sold put brought after fees ÷ what it ties up. */
function yieldIn(row: TradeRow, convention: Convention): number {
  return cashOf(row) / capitalIn(row, convention);
}
function yieldFormula(cells: ColumnCells, convention: Convention): string {
  return `${cells.cash}/${operand(capitalFormula(cells, convention))}`;
}
