/** What an option's symbol says: KO260320P00050000 as the clearing house writes it, also with blanks after the ticker, or -KO260320P50 and .KO260320P50 as brokers do. */
export interface OptionSymbol {
  readonly ticker: string;
  /** After a split or a merger a digit stands behind the ticker (GME1): such a contract delivers something else than 100 shares. */
  readonly adjusted: boolean;
  /** 2026-03-20 */
  readonly expiry: string;
  readonly type: "P" | "C";
}

export function symbolIn(cell: string | undefined): OptionSymbol | null {
  const [, ticker, digit, year, month, day, type] = /^[-.]?([A-Z]{1,5}(?:\.[A-Z])?)(\d?) *(\d\d)(\d\d)(\d\d)([CP])(?:\d{8}|\d{1,5}(?:\.\d+)?)$/.exec(cell?.trim() ?? "") ?? [];
  return ticker && year && month && day && type ? { ticker, adjusted: digit !== "", expiry: `20${year}-${month}-${day}`, type: type as "P" | "C" } : null;
}

export function adjustedWords(symbol: string): string {
  return `${symbol.trim().slice(0, 30)} is no standard contract of 100 shares: left out`;
}
