import type { screen } from "../../calc";
import { type ChainFile, type ChainImporter, NOTHING, chainOf, dayOf, numberOf, problemAt, withProblems } from "./chainFile";

/** What Schwab's and TD Ameritrade's interfaces answer: contracts by expiration and strike. */
export const brokerJson: ChainImporter = {
  name: "Schwab or TD Ameritrade JSON",
  recognises: (text) => /^\s*\{/.test(text) && /"(?:put|call)ExpDateMap"\s*:/.test(text),
  read,
};

interface Contract {
  readonly nth: number;
  readonly expiry: string;
  readonly fields: Readonly<Record<string, unknown>>;
}

/** Rows are counted as the contracts stand in the file: 1 is the first. */
function read(text: string): ChainFile {
  const answer = parsed(text);
  if (typeof answer === "string") return { ...NOTHING, problems: [problemAt(1, answer)] };
  const all = contractsIn(answer);
  const odd = all.filter(({ fields }) => fields.nonStandard === true || fields.mini === true);
  const rows = all.filter((contract) => !odd.includes(contract)).map(rowOf);
  const also = { spot: numberOf(answer.underlyingPrice), day: dayOfQuotes(all), ticker: typeof answer.symbol === "string" ? answer.symbol.toUpperCase() : null };
  const read = chainOf({ row: 1, cells: HEADERS }, rows, also);
  return withProblems(read, odd.map(({ nth, fields }) => problemAt(nth, `${typeof fields.symbol === "string" ? fields.symbol.slice(0, 30) : "this"} is no standard contract of 100 shares: left out`)));
}

function parsed(text: string): Readonly<Record<string, unknown>> | string {
  try {
    const answer: unknown = JSON.parse(text);
    return typeof answer === "object" && answer !== null ? (answer as Record<string, unknown>) : "the text is no JSON of a chain";
  } catch (error) {
    return `the text is cut off or no JSON: ${error instanceof Error ? error.message : String(error)}`;
  }
}

function contractsIn(answer: Readonly<Record<string, unknown>>): Contract[] {
  const found: Contract[] = [];
  for (const map of [answer.callExpDateMap, answer.putExpDateMap]) {
    for (const [expiry, strikes] of entries(map)) {
      for (const [, contracts] of entries(strikes)) {
        for (const fields of Array.isArray(contracts) ? (contracts as unknown[]) : []) {
          found.push({ nth: found.length + 1, expiry: expiry.split(":")[0]!, fields: Object.fromEntries(entries(fields)) });
        }
      }
    }
  }
  return found;
}

const entries = (value: unknown): [string, unknown][] => (typeof value === "object" && value !== null ? Object.entries(value) : []);

const HEADERS = ["Expiry", "Strike", "Type", "Bid", "Ask", "Volume", "Open interest", "Implied volatility", "Delta"];

function rowOf({ nth, expiry, fields }: Contract): screen.ChainRow {
  const { strikePrice, putCall, bid, ask, totalVolume, openInterest, volatility, delta } = fields;
  return { row: nth, cells: [expiry, strikePrice, putCall, bid, ask, totalVolume, openInterest, fraction(volatility), delta] };
}

/** It is a percentage here, or "NaN", or −999 for none. */
function fraction(volatility: unknown): number | null {
  const percentage = numberOf(volatility);
  return percentage === null ? null : percentage / 100;
}

/** The day of the newest quote in New York, which is four or five hours behind. */
function dayOfQuotes(contracts: readonly Contract[]): number | null {
  const times = contracts.map(({ fields }) => fields.quoteTimeInLong).filter((time): time is number => typeof time === "number" && time > 0);
  if (times.length === 0) return null;
  const newest = times.reduce((one, other) => Math.max(one, other));
  return dayOf(Math.floor((newest - 5 * HOUR) / (24 * HOUR)) + EPOCH);
}
const HOUR = 3_600_000;
/** 1970-01-01 in Excel's numbers. */
const EPOCH = 25569;
