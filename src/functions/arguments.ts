import { type Convention, type Daycount, STANDARD } from "../calc";

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

/** TRUE or FALSE; a blank cell may arrive as 0. */
export function switchOf(on: boolean | undefined): boolean {
  const given: unknown = on ?? false;
  return given === 0 || given === 1 ? given === 1 : (given as boolean);
}
