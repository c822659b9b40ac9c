import { useEffect, useRef, type RefObject } from "react";

/**
 * When what had the focus goes away, as a button does that has done its work, the focus goes to the screen instead of nowhere.
 * It is never taken from the sheet: only a pane that has the focus keeps it.
 */
export function useKeptFocus(pane: RefObject<HTMLElement | null>): void {
  const last = useRef<Element | null>(null);
  useEffect(() => {
    const remember = ({ target }: FocusEvent) => {
      last.current = target as Element;
    };
    document.addEventListener("focusin", remember);
    return () => document.removeEventListener("focusin", remember);
  }, []);
  // after every drawing, on purpose
  useEffect(() => {
    const lost = last.current !== null && !last.current.isConnected && document.activeElement === document.body;
    if (lost && document.hasFocus()) pane.current?.querySelector("main")?.focus();
  });
}
