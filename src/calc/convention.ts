/** How a yield is quoted. There is no standard in the field, so every number that depends on it names it. */
export interface Convention {
  /** Capital under the yield: the strike, or the strike less the premium. */
  readonly base: "strike" | "net";
  readonly daycount: Daycount;
  readonly compound: boolean;
}

export const DAYCOUNTS = [365, 360, 365.25, 364, 252] as const;
export type Daycount = (typeof DAYCOUNTS)[number];

/** Simple, 365 calendar days, on the strike. */
export const STANDARD: Convention = { base: "strike", daycount: 365, compound: false };

/** "365, strike" or "365, net, compound": what stands beside a yield. */
export function conventionName({ base, daycount, compound }: Convention): string {
  return `${daycount}, ${base}${compound ? ", compound" : ""}`;
}
