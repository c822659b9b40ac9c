import { CalcError, type Convention, type Daycount, STANDARD, optionUnits } from "../calc";

/*
 * What Excel hands over for an optional argument: null when it was left out or is a blank cell (on some platforms a blank cell is 0, which the
 * calculation module refuses in words wherever 0 makes no sense). Numbers are guarded there, too; these two come as words and as a switch.
 */

/** "strike" or "net", in any case. */
export function basisOf(basis: string | undefined): Convention["base"] {
  if (basis === null || basis === undefined || basis === "") return STANDARD.base;
  return (typeof basis === "string" ? basis.trim().toLowerCase() : basis) as Convention["base"];
}

export function daycountOf(daycount: number | undefined): Daycount {
  return (daycount ?? STANDARD.daycount) as Daycount;
}

/** How long something lasts; null where it was left out. The expiration's date instead of the days until it would be answered with a yield of next to nothing, and not a word. */
export function daysOf(days: number, name?: string): number;
export function daysOf(days: number | undefined, name?: string): number | null;
export function daysOf(days: number | undefined, name?: string): number | null {
  optionUnits.checkDays(days ?? undefined, name ?? "days");
  return days ?? null;
}

/** TRUE or FALSE; a blank cell may arrive as 0. */
export function switchOf(on: boolean | undefined): boolean {
  const given: unknown = on ?? false;
  return given === 0 || given === 1 ? given === 1 : (given as boolean);
}

/** The same, where no calculation guards it. */
export function checkedSwitch(on: boolean | undefined, name: string): boolean {
  const given: unknown = switchOf(on);
  if (typeof given === "boolean") return given;
  throw new CalcError("value", `${name} must be TRUE or FALSE`);
}

/** A day as Excel numbers it; undefined where it was left out, or is a blank cell (which may arrive as 0). */
export function dayOf(day: number | undefined, name: string): number | undefined {
  const given: unknown = day ?? 0;
  if (given === 0) return undefined;
  if (typeof given === "number" && given >= 1 && given < AFTER_THE_LAST_DAY) return Math.floor(given);
  throw new CalcError("value", `${name} must be a date`);
}
/** The same where it must be there. */
export function dateOf(day: number, name: string): number {
  const known = dayOf(day, name);
  if (known !== undefined) return known;
  throw new CalcError("value", `${name} must be a date`);
}
/** Excel's calendar ends on 9999-12-31. */
const AFTER_THE_LAST_DAY = 2_958_466;

/** One of a few words, in any case; blank is the first of them. */
export function wordOf<const Word extends string>(given: string | undefined, words: readonly Word[], name: string): Word {
  if (given === null || given === undefined || given === "") return words[0]!;
  const known = words.find((word) => typeof given === "string" && given.trim().toLowerCase() === word);
  if (known !== undefined) return known;
  const quoted = words.map((word) => `"${word}"`);
  throw new CalcError("value", `${name} must be ${quoted.slice(0, -1).join(", ")} or ${quoted[quoted.length - 1]!}`);
}

/** What a cell of a range says: Excel hands over errors, and numbers with a format of their own, as objects with the plain value inside. */
export function plain(cell: unknown): unknown {
  const value: unknown = typeof cell === "object" && cell !== null ? (cell as { basicValue?: unknown }).basicValue : cell;
  if (value === 0) return 0; // not minus zero
  return value === undefined || (typeof value === "object" && value !== null) ? "" : value;
}
