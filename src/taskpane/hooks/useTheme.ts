import { useEffect, useState } from "react";
import { darkTheme, lightTheme, type PaneTheme } from "../theme";

/** Light or dark as Office is; where Office does not say (Excel on the web may not), as the system is. */
export function useTheme(): PaneTheme {
  const [dark, setDark] = useState(isDark);
  useEffect(() => {
    // Excel raises no event when its theme changes: look again whenever the pane comes back into view
    const look = () => setDark(isDark());
    const system = darkQuery();
    system?.addEventListener("change", look);
    document.addEventListener("visibilitychange", look);
    window.addEventListener("focus", look);
    return () => {
      system?.removeEventListener("change", look);
      document.removeEventListener("visibilitychange", look);
      window.removeEventListener("focus", look);
    };
  }, []);
  return dark ? darkTheme : lightTheme;
}

function isDark(): boolean {
  const office = globalThis.Office?.context?.officeTheme;
  // under forced colours the system's own scheme is what is painted
  if (office && !window.matchMedia?.("(forced-colors: active)").matches) {
    if (typeof office.isDarkTheme === "boolean") return office.isDarkTheme;
    if (office.bodyBackgroundColor) return luminance(office.bodyBackgroundColor) < 0.4;
  }
  return darkQuery()?.matches ?? false;
}

function darkQuery(): MediaQueryList | undefined {
  return window.matchMedia?.("(prefers-color-scheme: dark)");
}

function luminance(hex: string): number {
  const [red = 255, green = 255, blue = 255] = (hex.replace("#", "").match(/../g) ?? []).map((pair) => parseInt(pair, 16));
  return (0.2126 * red + 0.7152 * green + 0.0722 * blue) / 255;
}
