import { useEffect, useState } from "react";

/** The value once it has stayed the same for a moment: what is drawn does not flicker with every letter that is typed. */
export function useSettled<T>(value: T): T {
  const [settled, setSettled] = useState<T>(() => value);
  useEffect(() => {
    if (Object.is(value, settled)) return;
    const pause = setTimeout(() => setSettled(() => value), PAUSE);
    return () => clearTimeout(pause);
  }, [value, settled]);
  return settled;
}

const PAUSE = 200;
