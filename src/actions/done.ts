/** What was done, in words for the user. */
export interface Done {
  readonly words: string;
  /** "Trades!A5:M5": where to look. */
  readonly address?: string;
  readonly undo?: () => Promise<Done>;
}

/** "1 row", "12 rows" */
export function count(number: number, thing: string): string {
  return `${number.toLocaleString("en-US")} ${thing}${number === 1 ? "" : "s"}`;
}

/** "Trades, Watchlist and Settings" */
export function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words.at(-1) ?? ""}`;
}
