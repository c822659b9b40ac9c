import type { Journal } from "../../../../actions";
import { readNumber } from "../../../../journal/numberText";
import { settingNumber } from "../../../../journal/settings";
import { cashOf } from "../../../cashOf";
import type { SpreadTyped } from "../useSpread";

/** What the user asks for: typed here, else the Settings table's. Null is blank, or no number that can be meant. */
export interface BookLimits {
  /** Days to expiration that one wants to sell; null when they leave none. */
  readonly days: { readonly from: number; readonly to: number } | null;
  readonly tickerShare: number;
  readonly sectorShare: number;
  readonly cash: Asked;
  readonly distress: Asked;
  readonly mostDrawdown: number;
  readonly rate: number;
}

/** As it stands in its field, and as it is read. */
export interface Asked {
  readonly text: string;
  readonly number: number | null;
  /** What must hold, when it is neither blank nor a number that can be meant. */
  readonly problem: string | undefined;
}

export function limitsOf({ settings, trades }: Pick<Journal, "settings" | "trades">, { cash, distress }: SpreadTyped): BookLimits {
  const set = (name: string): number | null => settingNumber(settings, name);
  const [from, to] = [set("Days from") ?? 0, set("Days to") ?? LONGEST];
  return {
    days: daysOf(from, to),
    tickerShare: positive(set("Most share of cash a ticker")) ?? 1,
    sectorShare: positive(set("Most share of cash a sector")) ?? 1,
    cash: asked(cash ?? cashOf({ settings, trades }).text),
    distress: asked(distress ?? shown(set("Distress amount"))),
    mostDrawdown: positive(set("Most drawdown")) ?? USUAL_DRAWDOWN,
    rate: set("Risk-free rate") ?? 0,
  };
}

/** Kept as long as they are the same, so that what follows from them is not worked out again. */
function daysOf(from: number, to: number): BookLimits["days"] {
  if (from < 0 || from > to || to > LONGEST) return null;
  if (last?.from !== from || last.to !== to) last = { from, to };
  return last;
}
let last: { readonly from: number; readonly to: number } | null = null;

/** A typed number above zero. */
export function asked(text: string): Asked {
  const read = readNumber(text);
  if ("problem" in read) return { text, number: null, problem: `It ${read.problem}` };
  return read.number !== null && read.number <= 0 ? { text, number: null, problem: "It must be above zero" } : { text, number: read.number, problem: undefined };
}

/** A typed number between two. */
export function askedBetween(text: string, least: number, most: number): Asked {
  const read = readNumber(text);
  const fits = "number" in read && read.number !== null && read.number >= least && read.number <= most;
  return fits ? { text, number: read.number, problem: undefined } : { text, number: null, problem: `It must be a number from ${least} to ${most}` };
}

const positive = (number: number | null): number | null => (number !== null && number > 0 ? number : null);
const shown = (number: number | null): string => (number === null || number === 0 ? "" : String(number));
const LONGEST = 3650;
const USUAL_DRAWDOWN = 0.15;
