import type { Convention } from "../calc/convention";
import type { Trade } from "../calc/ledger/trade";

export interface PreviewLine {
  readonly label: string;
  readonly value: number;
  readonly format: "money" | "price" | "percent" | "days";
  /** Convention, or the formula in words. */
  readonly note?: string;
}

export declare function previewTrade(trade: Trade, convention: Convention): readonly PreviewLine[];
