import { CalcError, type OptionTerms, type OptionType, type Style, optionUnits } from "../calc";
import { plain, wordOf } from "./arguments";

/*
 * The arguments that functions of option values share: a contract, the market, and columns of them. Numbers are guarded by the calculation module.
 */

/** "put" or "call", also "p" and "c", in any case; the calculation module refuses all else. */
export function typeOf(type: unknown): OptionType {
  const word = typeof type === "string" ? type.trim().toLowerCase() : type;
  if (word === "put" || word === "p") return "put";
  if (word === "call" || word === "c") return "call";
  return type as OptionType;
}

/** A column of them; what is neither is refused where its row is computed. */
export function typesOf(cells: unknown): readonly OptionType[] {
  return columnOf(cells, "types").map(typeOf);
}

export function styleOf(style: string | undefined): Style {
  return wordOf(style, ["american", "european"], "style");
}

/** An omitted rate or dividend yield is 0. */
export function termsOf(
  type: string,
  spot: number,
  strike: number,
  days: number,
  volatility: number,
  rate: number | undefined,
  dividendYield: number | undefined,
): OptionTerms {
  return asTyped({ type: typeOf(type), spot, strike, days, volatility, rate: rate ?? 0, dividendYield: dividendYield ?? 0 });
}

/** The same terms, unless one of them was typed in another unit than is asked for: 30 for 30 %, a date for days. */
export function asTyped<Terms extends Partial<OptionTerms>>(terms: Terms): Terms {
  optionUnits.checkUnits(terms);
  return terms;
}

/** The cells of one column or one row, top to bottom; one value is a column of one. */
export function columnOf(cells: unknown, name: string): readonly unknown[] {
  if (!Array.isArray(cells)) return [plain(cells)];
  const rows = cells as unknown[][];
  if (rows.length > 1 && rows.some((row) => row.length !== 1)) throw new CalcError("value", `${name} must be one column or one row`);
  return rows.flat().map(plain);
}

/** The same of numbers: what is not one is refused where its row is computed, so that it spoils no other row. */
export function numbersOf(cells: unknown, name: string): readonly number[] {
  return columnOf(cells, name) as readonly number[];
}

/** Strikes, null where there is none: a range may be longer than what is in it. A blank cell may arrive as 0, which is no strike either. */
export function strikesOf(cells: unknown): readonly (number | null)[] {
  return columnOf(cells, "strikes").map((cell) => (isBlank(cell) || cell === 0 ? null : (cell as number)));
}

/** Ex-dates and amounts, pair by pair; a pair of blank cells is none. */
export function dividendsOf(days: unknown, amounts: unknown): readonly { readonly days: number; readonly amount: number }[] {
  const [dayCells, amountCells] = [numbersOf(days, "dividend_days"), numbersOf(amounts, "dividend_amounts")];
  if (dayCells.length !== amountCells.length) throw new CalcError("value", "dividend_days and dividend_amounts must be as many");
  for (const days of dayCells) optionUnits.checkDays(days, "dividend_days");
  return dayCells.map((each, at) => ({ days: each, amount: amountCells[at]! })).filter((pair) => !(isBlank(pair.days) && isBlank(pair.amount)));
}

function isBlank(cell: unknown): boolean {
  return cell === null || cell === undefined || cell === "";
}
