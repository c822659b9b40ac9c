import type { Convention } from "../../convention";
import { operand } from "../../formula";
import { sharesFormula, sharesOf } from "../amount";
import { cashOf } from "../cash";
import type { TradeRow } from "../trade";
import type { ColumnCells } from "./opened";

/** Days to the expiry, at least 1. */
export function daysIn(row: TradeRow): number {
  return Math.max(Math.floor(row.expiry as number) - Math.floor(row.date as number), 1);
}
export function daysFormula({ date, expiry }: ColumnCells): string {
  return `INT(${expiry})-INT(${date})`;
}

/** The capital under a yield: the strike of all shares, less the premium on the net base. */
export function capitalIn(row: TradeRow, { base }: Convention): number {
  const [strike, price] = [row.strike as number, row.price as number];
  return (base === "net" ? strike - price : strike) * sharesOf(row);
}
export function capitalFormula(cells: ColumnCells, { base }: Convention): string {
  return `${base === "net" ? `(${cells.strike}-${cells.price})` : cells.strike}*${sharesFormula(cells)}`;
}

/** What a sold put brought after fees ÷ what it ties up. */
export function yieldIn(row: TradeRow, convention: Convention): number {
  return cashOf(row) / capitalIn(row, convention);
}
export function yieldFormula(cells: ColumnCells, convention: Convention): string {
  return `${cells.cash}/${operand(capitalFormula(cells, convention))}`;
}
