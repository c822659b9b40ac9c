import { type Convention, type Trade, type TradeColumn, cashOf, columnValue, conventionName } from "../calc";

export interface PreviewLine {
  readonly label: string;
  readonly value: number;
  readonly format: "money" | "price" | "percent" | "days";
  /** Convention, or the formula in words. */
  readonly note?: string;
}

/** What the row will say once it is logged, in the order of interest; only what has a meaning for this trade. */
export function previewTrade(trade: Trade, convention: Convention): readonly PreviewLine[] {
  const base = convention.base === "net" ? "of the strike less the premium" : "of the strike";
  const lines: (PreviewLine | null)[] = [
    { label: "Cash", value: cashOf(trade), format: "money", note: trade.fees > 0 ? "after fees" : undefined },
    column("Break-even", "breakeven", "price", "strike − premium + fees per share"),
    column("Yield", "yield", "percent", base),
    column("Annualised", "annualised", "percent", conventionName(convention)),
    column("Collateral", "collateral", "money", "strike × multiplier × contracts"),
    column("Days", "days", "days", "to the expiry"),
  ];
  return lines.filter((line): line is PreviewLine => line !== null);

  function column(label: string, name: TradeColumn, format: PreviewLine["format"], note: string): PreviewLine | null {
    const value = columnValue(name, trade, convention);
    return typeof value === "number" ? { label, value, format, note } : null;
  }
}
