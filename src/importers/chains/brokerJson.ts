import type { screen } from "../../calc";
import { type ChainFile, type ChainImporter, NOTHING, chainOf, dayOf, numberOf, problemAt, withProblems } from "./chainFile";

/** What Schwab's and TD Ameritrade's interfaces answer: contracts by expiration and strike. */
export const brokerJson: ChainImporter = {
  name: "Schwab or TD Ameritrade JSON",
  recognises: (text) => isJson(text) && /"(?:put|call)ExpDateMap"\s*:/.test(text),
  read,
};

export const isJson = (text: string): boolean => /^\s*[[{]/.test(text);

interface Contract {
  readonly nth: number;
  readonly expiry: string;
  readonly strike: string;
  readonly side: "PUT" | "CALL";
  readonly fields: Readonly<Record<string, unknown>>;
}

/** Rows are counted as the contracts stand in the file: 1 is the first. */
function read(text: string): ChainFile {
  const chains = parsed(text);
  if (typeof chains === "string") return { ...NOTHING, problems: [problemAt(1, chains)] };
  const [answer, ...others] = chains;
  if (!answer) return { ...NOTHING, problems: [problemAt(1, "no chain was found in the JSON: putExpDateMap or callExpDateMap with expirations")] };
  const all = contractsIn(answer);
  const odd = all.filter(({ fields }) => fields.nonStandard === true || fields.mini === true);
  const rows = all.filter((contract) => !odd.includes(contract)).map(rowOf);
  const also = { spot: numberOf(answer.underlyingPrice) ?? numberOf(Object.fromEntries(entries(answer.underlying)).last), day: dayOfQuotes(all), ticker: typeof answer.symbol === "string" ? answer.symbol.toUpperCase() : null };
  const read = chainOf({ row: 1, cells: HEADERS }, rows, also);
  return withProblems(read, [
    ...odd.map(({ nth, fields }) => problemAt(nth, `${typeof fields.symbol === "string" ? fields.symbol.slice(0, 30) : "this"} is no standard contract of 100 shares: left out`)),
    ...(others.length > 0 ? [problemAt(1, `there are ${others.length + 1} chains in it: only the first${also.ticker === null ? "" : `, of ${also.ticker},`} is read`)] : []),
  ]);
}

type Fields = Readonly<Record<string, unknown>>;

/** Every answer of the interface in the text, whatever was put around it by the program that saved it. */
function parsed(text: string): readonly Fields[] | string {
  try {
    return chainsIn(JSON.parse(text.replace(/^\uFEFF/, "")), DEEPEST);
  } catch (error) {
    return `the text is cut off or no JSON: ${error instanceof Error ? error.message : String(error)}`;
  }
}

function chainsIn(value: unknown, depth: number): readonly Fields[] {
  const found = entries(value);
  if (found.some(([key]) => key === "putExpDateMap" || key === "callExpDateMap")) return [value as Fields];
  return depth === 0 ? [] : found.flatMap(([, inner]) => chainsIn(inner, depth - 1));
}
const DEEPEST = 6;

function contractsIn(answer: Fields): Contract[] {
  const found: Contract[] = [];
  for (const [side, map] of [["CALL", answer.callExpDateMap], ["PUT", answer.putExpDateMap]] as const) {
    for (const [expiry, strikes] of entries(map)) {
      for (const [strike, contracts] of entries(strikes)) {
        for (const fields of Array.isArray(contracts) ? (contracts as unknown[]) : [contracts]) {
          found.push({ nth: found.length + 1, expiry: expiry.split(":")[0]!, strike, side, fields: Object.fromEntries(entries(fields)) });
        }
      }
    }
  }
  return found;
}

const entries = (value: unknown): [string, unknown][] => (typeof value === "object" && value !== null ? Object.entries(value) : []);

const HEADERS = ["Expiry", "Strike", "Type", "Bid", "Ask", "Volume", "Open interest", "Implied volatility", "Delta"];

function rowOf({ nth, expiry, strike, side, fields }: Contract): screen.ChainRow {
  const { strikePrice = strike, putCall = side, bid, ask, totalVolume, openInterest, volatility, delta } = fields;
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
