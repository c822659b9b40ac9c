import { numberIn, shown } from "./cell";
import type { PriceToUse } from "./market";

/** The user's limits. docs/spec/screen.md §3. */
export interface Rules extends Readonly<Record<Limit, number>> {
  /** Highest break-even that one takes; null takes any. */
  readonly targetPrice: number | null;
  /** Rolls that one chain may have, and days from its first sale to its last expiry; null asks for none. */
  readonly mostRolls: number | null;
  readonly mostChainDays: number | null;
  /** Cash that the shares of it are counted from; null asks for none. */
  readonly cash: number | null;
  readonly price: PriceToUse;
}

type Limit = "daysFrom" | "daysTo" | "mostSpread" | "leastOpenInterest" | "leastAnnualised" | "mostDelta" | "leastDelta" | "leastPremium" | "mostTickerShare" | "mostSectorShare";

export interface RulesRead {
  readonly rules: Rules;
  /** What is wrong, in words: then the rules are not what was meant. */
  readonly problems: readonly string[];
}

export const STANDARD_RULES: Rules = {
  daysFrom: 30, daysTo: 45, mostSpread: 0.1, leastOpenInterest: 100, leastAnnualised: 0, mostDelta: 0.35, leastDelta: 0, leastPremium: 0,
  targetPrice: null, mostTickerShare: 0.2, mostSectorShare: 0.4, cash: null, mostRolls: null, mostChainDays: null, price: "mid",
};

/** Names and values, row by row; `others` are names that mean something elsewhere. */
export function readRules(rows: readonly (readonly unknown[])[], others: readonly string[] = []): RulesRead {
  const read: Record<string, unknown> = {};
  const problems: string[] = [];
  const passedOver = new Set([...HEADERS, ...others.map(plain)]);
  for (const [name, value] of rows) {
    if (isBlank(name) && isBlank(value)) continue;
    const rule = RULES.find((each) => plain(each.name) === plain(name));
    if (!rule && passedOver.has(plain(name))) continue;
    if (!rule) problems.push(`no rule is called ${shown(name)}`);
    else if (rule.key in read) problems.push(`${rule.name} stands there twice`);
    else if (!isBlank(value) && !(value === 0 && NO_ZERO.has(rule.key))) {
      const meant = rule.key === "price" ? priceIn(value) : limitIn(value, rule.most);
      if (typeof meant === "object") problems.push(`${rule.name} ${meant.words}`);
      else read[rule.key] = meant;
    }
  }
  const rules: Rules = { ...STANDARD_RULES, ...read };
  if (rules.daysFrom > rules.daysTo) problems.push("Days from must not be above Days to");
  if (rules.leastDelta > rules.mostDelta) problems.push("Least |delta| must not be above Most |delta|");
  return { rules, problems };
}

/** The names under which rules stand in the Settings table. */
const RULES: readonly { readonly key: keyof Rules; readonly name: string; readonly most: number }[] = [
  { key: "daysFrom", name: "Days from", most: Infinity },
  { key: "daysTo", name: "Days to", most: Infinity },
  { key: "mostSpread", name: "Most spread of mid", most: 2 },
  { key: "leastOpenInterest", name: "Least open interest", most: Infinity },
  { key: "leastAnnualised", name: "Least annualised yield", most: Infinity },
  { key: "mostDelta", name: "Most |delta|", most: 1 },
  { key: "leastDelta", name: "Least |delta|", most: 1 },
  { key: "leastPremium", name: "Least premium", most: Infinity },
  { key: "targetPrice", name: "Target price", most: Infinity },
  { key: "mostTickerShare", name: "Most share of cash a ticker", most: 1 },
  { key: "mostSectorShare", name: "Most share of cash a sector", most: 1 },
  { key: "cash", name: "Cash", most: Infinity },
  { key: "mostRolls", name: "Most rolls a chain", most: Infinity },
  { key: "mostChainDays", name: "Most days a chain", most: Infinity },
  { key: "price", name: "Price to use", most: 0 },
];

/** A blank cell arrives as 0 in some versions of Excel, and here a 0 has no meaning of its own. */
const NO_ZERO: ReadonlySet<keyof Rules> = new Set(["cash", "targetPrice", "mostRolls", "mostChainDays", "price"]);

function limitIn(value: unknown, most: number): number | { readonly words: string } {
  const read = numberIn(value);
  if ("words" in read || read.value === null) return { words: DECIMAL_COMMA.test(String(value).trim()) ? `must have a point before its decimals: ${String(value).trim().replace(",", ".")}` : "must be a number" };
  if (read.value < 0) return { words: "must be zero or above" };
  return read.value > most ? { words: `must be at most ${most}` } : read.value;
}

/** "0,35" means one number to a reader, and could mean another: said, never guessed. */
const DECIMAL_COMMA = /^[-+]?\d*,\d+\s*%?$/;

function priceIn(value: unknown): PriceToUse | { readonly words: string } {
  const word = plain(value);
  return word === "bid" || word === "mid" || word === "ask" ? word : { words: "must be bid, mid or ask" };
}

const plain = (name: unknown): string => (typeof name === "string" ? name.trim().toLowerCase().replace(/\s+/g, " ") : "");
const isBlank = (cell: unknown): boolean => cell === null || cell === undefined || (typeof cell === "string" && cell.trim() === "");
const HEADERS = ["name", "rule", "setting"];
