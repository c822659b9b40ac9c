import type { Put } from "./plan";

/** What candidates can be put in order by. */
export interface Sort {
  readonly name: string;
  /** Null stands last. */
  readonly of: (put: Put, gone: (put: Put) => number | null) => number | null;
  readonly largestFirst: boolean;
}

export const SORTS: readonly Sort[] = [
  { name: "A year", of: ({ annualised }) => annualised, largestFirst: true },
  { name: "A day", of: aDay, largestFirst: true },
  { name: "Premium", of: ({ premium }) => premium, largestFirst: true },
  { name: "Really paid", of: ({ breakeven }) => breakeven, largestFirst: false },
  { name: "Discount", of: ({ discount }) => discount, largestFirst: true },
  { name: "|delta|", of: ({ delta }) => (delta === null ? null : Math.abs(delta)), largestFirst: false },
  { name: "P(ITM)", of: ({ inTheMoney }) => inTheMoney, largestFirst: false },
  { name: "POP", of: ({ ofProfit }) => ofProfit, largestFirst: true },
  { name: "Gone at 21 d", of: (put, gone) => gone(put), largestFirst: true },
  { name: "Spread", of: ({ spread }) => spread, largestFirst: false },
  { name: "Expiry", of: ({ expiry }) => expiry, largestFirst: false },
];

/** Dollars that one contract brings for each day until its expiration. */
export function aDay({ premium, days }: Pick<Put, "premium" | "days">): number | null {
  return days > 0 ? (premium * 100) / days : null;
}

export function sorted(puts: readonly Put[], { of, largestFirst }: Sort, gone: (put: Put) => number | null): readonly Put[] {
  const keyed = puts.map((put) => ({ put, key: of(put, gone) }));
  const way = largestFirst ? -1 : 1;
  return keyed.sort((one, other) => (one.key === null ? (other.key === null ? 0 : 1) : other.key === null ? -1 : way * (one.key - other.key))).map(({ put }) => put);
}

/** Of each expiration the put whose |delta| is nearest to this one: like is compared with like. */
export function byExpiration(puts: readonly Put[], delta: number): readonly Put[] {
  const nearest = new Map<number, Put>();
  const off = (put: Put): number => Math.abs(Math.abs(put.delta ?? Infinity) - delta);
  for (const put of puts) {
    const known = nearest.get(put.expiry);
    if (put.delta !== null && put.days > 0 && (!known || off(put) < off(known))) nearest.set(put.expiry, put);
  }
  return [...nearest.values()].sort((one, other) => one.expiry - other.expiry);
}
