import { useState } from "react";

/** Prices of stocks as typed, to look at what they mean: never written. */
export interface Spots {
  /** Undefined: nothing was typed. */
  readonly of: (key: string) => string | undefined;
  readonly type: (key: string, text: string | undefined) => void;
}

export function useSpots(): Spots {
  const [typed, setTyped] = useState<Readonly<Record<string, string | undefined>>>({});
  return { of: (key) => typed[key], type: (key, text) => setTyped((now) => ({ ...now, [key]: text })) };
}
