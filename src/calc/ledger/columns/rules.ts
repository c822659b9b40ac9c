import { type Convention, STANDARD } from "../../convention";
import { annualised, annualisedFormula } from "../../yield";
import { sharesFormula, sharesOf } from "../amount";
import { cashOf } from "../cash";
import type { TradeRow } from "../trade";
import { capitalFormula, capitalIn, daysFormula, daysIn, yieldFormula, yieldIn } from "./amounts";
import { ABOVE_STRIKE, EXPIRED_BEFORE, MORE_THAN_ALL, NOT_WHOLE, type Oddity, premiumRule } from "./oddities";
import { type ColumnCells, OPENS_OPTION, OPENS_SHORT_PUT } from "./opened";

/** The calculated columns of the trade log. docs/spec/trade-log.md §5–§6. */
export type TradeColumn = "cash" | "days" | "breakeven" | "collateral" | "yield" | "annualised";

interface OptionColumnRules {
  readonly appliesTo: { holds(row: TradeRow): boolean; formula(cells: ColumnCells): string };
  readonly rules: (convention: Convention) => readonly Oddity[];
  readonly value: (row: TradeRow, convention: Convention) => number;
  readonly formula: (cells: ColumnCells, convention: Convention) => string;
}

/** Each column but Cash: the rows in which it means something, what must hold, the value and its formula. */
export const OPTION_COLUMNS: Readonly<Record<Exclude<TradeColumn, "cash">, OptionColumnRules>> = {
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
