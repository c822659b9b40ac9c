import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import type { PriceBlock } from "../../../src/calc/portfolio";

/** Prices of a made-up kind, the same each time: waves that have something in common. */
export function madeUp(tickers: readonly string[], lines: number): PriceBlock {
  return {
    tickers, dated: false,
    lines: Array.from({ length: lines }, (_, at) => ({ row: at + 2, day: null, prices: tickers.map((_, column) => Math.round(1e4 * (50 + 10 * column + 3 * Math.sin(at * 0.7) + 2 * Math.sin(at * (1 + column) * 0.9 + column))) / 1e4) })),
  };
}

/** Daily prices of real shares, kept beside the project, not in it. */
const PRICES = path.resolve(__dirname, "../../../../shared/data/prices");
export const pricesArePresent = existsSync(PRICES);
export const whenPresent = (name: string): string => (pricesArePresent ? name : `${name}: skipped, because the folder with prices is not beside the project`);

/** Closing prices by day of 1998 on, each ticker from its own file. */
export function realPrices(tickers: readonly string[], from: string, to: string): PriceBlock {
  const columns = tickers.map((ticker) => new Map(closes(ticker)));
  const days = [...new Set(columns.flatMap((column) => [...column.keys()]))].filter((day) => day >= from && day <= to).sort();
  return { tickers, dated: true, lines: days.map((day, at) => ({ row: at + 2, day: Date.parse(`${day}T00:00:00Z`) / 86_400_000 + 25_569, prices: columns.map((column) => column.get(day) ?? null) })) };
}

function closes(ticker: string): [string, number][] {
  const [, ...lines] = readFileSync(path.join(PRICES, `lean_${ticker.toLowerCase()}_daily.csv`), "utf8").trim().split(/\r?\n/);
  return lines.map((line) => [line.split(",")[0]!, Number(line.split(",")[4])]);
}
