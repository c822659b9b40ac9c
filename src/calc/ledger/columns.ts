import { CalcError, check } from "../check";
import { type Convention, STANDARD, conventionName } from "../convention";
import { annualYield, annualYieldFormula, breakeven, breakevenFormula, collateral, collateralFormula, flatYield, flatYieldFormula } from "../put";
import { cashFormula, cashOf } from "./cash";
import {
  CONTRACTS,
  DATE,
  EXPIRY,
  FEES,
  MULTIPLIER,
  STRIKE,
  faultOf,
  faultWord,
  faultWords,
  feesFormula,
  feesOf,
  firstBroken,
  guardedFormula,
  isAction,
  isActionFormula,
  isBlankRow,
  isType,
  isTypeFormula,
  multiplierFormula,
  multiplierOf,
  type RowCell,
  type Rule,
  type TradeCells,
  type TradeRow,
} from "./row";
import type { Trade } from "./trade";

/** The calculated columns of the trade log. docs/spec/trade-log.md §5–§6. */
export type TradeColumn = "cash" | "days" | "breakeven" | "collateral" | "yield" | "annualised";

/** The native formula of each column, with its equals sign. `cells` are references to the typed cells of the same row. */
export const tradeColumns: Readonly<Record<TradeColumn, (cells: TradeCells, convention: Convention) => string>> = {
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
  try {
    const { appliesTo, fault, value } = readerOf(column, convention);
    if (!appliesTo(row)) return "";
    const cell = fault(row);
    return cell === null ? value(row) : faultWord(cell);
  } catch (error) {
    if (error instanceof CalcError) return "Error?"; // the numbers are beyond what a cell can hold
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
 * A fact may still be odd: an option opened after it expired, a put sold for more than its strike. Its cash is booked, but the other columns
 * show the word of this cell; null when nothing is odd.
 */
export function oddityOf(row: TradeRow): RowCell | null {
  if (OPENS_SHORT_PUT.holds(row)) return firstBroken([...DAYS_RULES, ...yieldRules(STANDARD)], row);
  return OPENS_OPTION.holds(row) ? firstBroken(DAYS_RULES, row) : null;
}

function columnOf(column: OptionColumn, trade: Trade, convention: Convention = STANDARD): number | null {
  const { appliesTo, fault, value } = readerOf(column, convention);
  if (!appliesTo(trade)) return null;
  const cell = fault(trade);
  check(cell === null, cell === null ? "" : faultWords(cell));
  return value(trade);
}

interface Reader {
  readonly appliesTo: (row: TradeRow) => boolean;
  readonly fault: (row: TradeRow) => RowCell | null;
  readonly value: (row: TradeRow) => number;
}
function readerOf(column: TradeColumn, convention: Convention): Reader {
  if (column === "cash") return { appliesTo: (row) => !isBlankRow(row), fault: faultOf, value: cashOf };
  const { scope, rules, value } = OPTION_COLUMNS[column];
  return { appliesTo: scope.holds, fault: (row) => firstBroken(rules(convention), row), value: (row) => value(row, convention) };
}

function columnFormula(column: OptionColumn, cells: TradeCells, convention: Convention): string {
  const { scope, rules, valueFormula } = OPTION_COLUMNS[column];
  return `=IFERROR(IF(${scope.formula(cells)},${guardedFormula(rules(convention), cells, valueFormula(cells, convention))},""),"Error?")`;
}

type OptionColumn = Exclude<TradeColumn, "cash">;
type Scope = Pick<Rule, "holds" | "formula">;

const OPENS_OPTION: Scope = {
  holds: (row) => isAction(row, "Sell to open", "Buy to open") && isType(row, "Put", "Call"),
  formula: (cells) => `AND(${isActionFormula(cells, "Sell to open", "Buy to open")},${isTypeFormula(cells, "Put", "Call")})`,
};
const OPENS_SHORT_PUT: Scope = {
  holds: (row) => isAction(row, "Sell to open") && isType(row, "Put"),
  formula: (cells) => `AND(${isActionFormula(cells, "Sell to open")},${isTypeFormula(cells, "Put")})`,
};

/** An option cannot be opened after it has expired. */
const NOT_EXPIRED: Rule = {
  cell: "expiry",
  holds: (row) => (row.expiry as number) >= Math.floor(row.date as number),
  formula: ({ date, expiry }) => `${expiry}>=INT(${date})`,
};

/** A put is worth its strike at most; on the net base something must be left to divide by. */
const premiumRule = (base: Convention["base"]): Rule => ({
  cell: "price",
  holds: ({ price, strike }) =>
    typeof price === "number" && price >= 0 && (base === "net" ? price < (strike as number) : price <= (strike as number)),
  formula: ({ price, strike }) => `AND(ISNUMBER(${price}),${price}>=0,${price}${base === "net" ? "<" : "<="}${strike})`,
});

/** Compounding has no answer where fees eat more than the capital. */
const compoundRule = (convention: Convention): Rule => ({
  cell: "fees",
  holds: (row) => flatYield({ ...putOf(row), ...convention }) > -1,
  formula: (cells) => `${flatYieldFormula(putCells(cells), convention)}>-1`,
});

const DAYS_RULES = [DATE, EXPIRY, NOT_EXPIRED];
const yieldRules = ({ base }: Pick<Convention, "base">): readonly Rule[] => [CONTRACTS, STRIKE, premiumRule(base), FEES, MULTIPLIER];
const annualRules = (convention: Convention): readonly Rule[] => [
  ...DAYS_RULES,
  ...yieldRules(convention),
  ...(convention.compound ? [compoundRule(convention)] : []),
];

interface OptionColumnRules {
  readonly scope: Scope;
  readonly rules: (convention: Convention) => readonly Rule[];
  readonly value: (row: TradeRow, convention: Convention) => number;
  readonly valueFormula: (cells: TradeCells, convention: Convention) => string;
}

const OPTION_COLUMNS: Readonly<Record<OptionColumn, OptionColumnRules>> = {
  days: {
    scope: OPENS_OPTION,
    rules: () => DAYS_RULES,
    value: daysIn,
    valueFormula: (cells) => `MAX(${daysFormula(cells)},1)`,
  },
  breakeven: {
    scope: OPENS_SHORT_PUT,
    rules: () => yieldRules({ base: "strike" }),
    value: (row) => breakeven(putOf(row)),
    valueFormula: (cells) => breakevenFormula(putCells(cells)),
  },
  collateral: {
    scope: OPENS_SHORT_PUT,
    rules: () => [CONTRACTS, STRIKE, MULTIPLIER],
    value: (row) => collateral({ strike: row.strike as number, contracts: row.quantity as number, multiplier: multiplierOf(row) }),
    valueFormula: (cells) => collateralFormula({ strike: cells.strike, contracts: cells.quantity, multiplier: multiplierFormula(cells) }),
  },
  yield: {
    scope: OPENS_SHORT_PUT,
    rules: yieldRules,
    value: (row, convention) => flatYield({ ...putOf(row), ...convention }),
    valueFormula: (cells, convention) => flatYieldFormula(putCells(cells), convention),
  },
  annualised: {
    scope: OPENS_SHORT_PUT,
    rules: annualRules,
    value: (row, convention) => annualYield({ ...putOf(row), days: daysIn(row), ...convention }),
    valueFormula: (cells, convention) => annualYieldFormula({ ...putCells(cells), days: daysFormula(cells) }, convention),
  },
};

function daysIn(row: TradeRow): number {
  return Math.max(Math.floor(row.expiry as number) - Math.floor(row.date as number), 1);
}
function daysFormula({ date, expiry }: TradeCells): string {
  return `INT(${expiry})-INT(${date})`;
}

/** The put of a row, its fees spread over the shares. */
function putOf(row: TradeRow): { strike: number; premium: number; fees: number } {
  const shares = (row.quantity as number) * multiplierOf(row);
  return { strike: row.strike as number, premium: row.price as number, fees: feesOf(row) / shares };
}
function putCells(cells: TradeCells): { strike: string; premium: string; fees: string } {
  return { strike: cells.strike, premium: cells.price, fees: `${feesFormula(cells)}/(${cells.quantity}*${multiplierFormula(cells)})` };
}
