import type { moves } from "../calc";
import { type FigureFormat, figure } from "./figures";

/** One figure of an effect: what it is afterwards, and what it was where that is told. */
export interface EffectLine {
  readonly label: string;
  readonly note?: string;
  /** Null: there was none, there is none. */
  readonly before?: number | null;
  readonly after: number | null;
  readonly format: FigureFormat;
}

/** What a move does, line by line in the order of interest: only what it changes. docs/spec/moves.md §2. */
export function effectLines({ cash, realised, roll }: moves.Effect, charged: boolean): readonly EffectLine[] {
  return [
    { label: "Cash", after: cash, format: "money", ...(charged && { note: "after fees" }) },
    ...(roll ? rollLines(roll, charged) : realisedLines(realised)),
  ];
}

/** The first sale is in the chain credit, never in the roll credit. */
function rollLines({ credit, perShare, realised, chainCredit, addedDays }: moves.RollEffect, charged: boolean): EffectLine[] {
  const each = perShare === null ? "" : `${figure(perShare, "price")} a share${charged ? " before fees" : ""}`;
  return [
    { label: "Roll credit", after: credit, format: "money", note: each },
    { label: "Realised", after: realised, format: "money", note: realised < 0 ? "a loss, by the buy-back" : "by the buy-back" },
    { label: "Chain credit", ...chainCredit, format: "money" },
    { label: "Added time", after: addedDays, format: "days" },
  ];
}

/** One line where both views agree. */
function realisedLines({ income, tax }: moves.Effect["realised"]): EffectLine[] {
  if (income === 0 && tax === 0) return [];
  if (income === tax) return [{ label: "Realised", after: income, format: "money" }];
  return [
    { label: "Realised", note: "income view", after: income, format: "money" },
    { label: "Realised", note: "tax view", after: tax, format: "money" },
  ];
}

/** Break-even, collateral, shares and bases of one ticker. */
export function holdingLines({ breakeven, collateral, shares, bases }: moves.HoldingEffect, roll: moves.RollEffect | null): readonly EffectLine[] {
  const changes = (change: moves.Change<number>): boolean => change.before !== change.after;
  const became = shares.after > shares.before && breakeven.after !== null;
  const note = roll ? `${figure(roll.breakevenBeforeFees, "price")} before fees` : became ? "net stock cost" : undefined;
  return [
    ...(breakeven.before === null && breakeven.after === null ? [] : [{ label: "Break-even", ...breakeven, format: "price", ...(note && { note }) } as const]),
    ...(changes(collateral) ? [{ label: "Collateral", ...collateral, format: "money" } as const] : []),
    ...(changes(shares) ? [{ label: "Shares", ...shares, format: "count" } as const] : []),
    ...BASES.flatMap(({ name, label }) => basisLine(label, bases.before?.[name] ?? null, bases.after?.[name] ?? null)),
  ];
}
const BASES = [
  { name: "strikeCost", label: "Strike cost" },
  { name: "taxBasis", label: "Tax basis" },
  { name: "netStockCost", label: "Net stock cost" },
] as const;

function basisLine(label: string, before: number | null, after: number | null): EffectLine[] {
  return before === null && after === null ? [] : [{ label, before, after, format: "price" }];
}
