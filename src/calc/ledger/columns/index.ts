import { CalcError, answer, check } from "../../check";
import { type Convention, STANDARD, conventionName } from "../../convention";
import { cashFormula, cashOf } from "../cash";
import { faultOf, faultWord, faultWords, isBlankRow } from "../row";
import type { RowCell, Trade, TradeRow } from "../trade";
import { ABOVE_STRIKE, EXPIRED_BEFORE, NOT_WHOLE, firstBroken } from "./oddities";
import { type ColumnCells, OPENS_OPTION, OPENS_SHORT_PUT } from "./opened";
import { OPTION_COLUMNS, type TradeColumn } from "./rules";

export type { ColumnCells };

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
