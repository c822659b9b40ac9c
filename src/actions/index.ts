import type { Convention, Trade } from "../calc";

/** What was done, in words for the user. */
export interface Done {
  readonly words: string;
  /** "Trades!A5:M5": where to look. */
  readonly address?: string;
  readonly undo?: () => Promise<Done>;
}

/** What the workbook holds, as read in one go. */
export interface Journal {
  readonly state: "absent" | "incomplete" | "ready" | "newer";
  /** What a press of "New journal" would add: "Settings", "Trades: Fees". */
  readonly missing: readonly string[];
  readonly convention: Convention;
  readonly trades: readonly { readonly trade: Trade; readonly row: number }[];
  readonly problems: readonly { readonly row: number; readonly address: string; readonly words: string }[];
  readonly accounts: readonly string[];
  readonly tickers: readonly string[];
  /** Cash of all trades by the table's own rule, in dollars. */
  readonly cash: number;
}

export declare function layOutJournal(): Promise<Done & { readonly added: readonly string[] }>;
export declare function logTrades(trades: readonly Trade[]): Promise<Done>;
export declare function refresh(): Promise<Done>;
export declare function setConvention(convention: Convention): Promise<Done>;
export declare function loadSampleYear(): Promise<Done>;
export declare function showCells(address: string): Promise<void>;
export declare function readJournal(): Promise<Journal>;
export declare function watchJournal(onChange: () => void): Promise<() => Promise<void>>;
