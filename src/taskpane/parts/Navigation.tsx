import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";
import type { Screen } from "../../actions/route";
import { paneTokens } from "../theme";
import { SettingsRegular } from "./icons";

/** The band at the top: which screen is open. Its end stays free, since Office lays a menu over it. */
export function Navigation({ screen, onOpen }: { screen: Screen; onOpen: (screen: Screen) => void }) {
  const styles = useStyles();
  return (
    <nav className={styles.band} aria-label="Wheel Journal">
      {SCREENS.map(({ name, label, said }) => (
        <button
          key={name}
          type="button"
          className={mergeClasses(styles.link, said === "Settings" && styles.icon, name === screen && styles.open)}
          title={typeof label === "string" ? undefined : said}
          aria-current={name === screen ? "page" : undefined}
          aria-label={said}
          onClick={() => onOpen(name)}
        >
          {label}
        </button>
      ))}
    </nav>
  );
}

/** Short enough for one line of 320 pixels; `said` is the whole name. */
const SCREENS: readonly { readonly name: Screen; readonly label: ReactNode; readonly said?: string }[] = [
  { name: "journal", label: "Journal" },
  { name: "positions", label: "Positions" },
  { name: "plan", label: "Plan", said: "Plan a put" },
  { name: "log", label: "Log", said: "Log a trade" },
  { name: "settings", label: <SettingsRegular aria-hidden />, said: "Settings" },
];

const useStyles = makeStyles({
  band: { display: "flex", flexWrap: "wrap", paddingInline: "8px 36px", backgroundColor: paneTokens.paneBand },
  link: {
    position: "relative",
    padding: "12px 8px",
    border: "none",
    backgroundColor: "transparent",
    color: paneTokens.paneBandText,
    font: "inherit",
    cursor: "pointer",
    ":hover": { color: "#FFFFFF" },
    "@media (forced-colors: active)": { color: "ButtonText" },
    ":focus-visible": { outline: "2px solid #FFFFFF", outlineOffset: "-4px", borderRadius: tokens.borderRadiusMedium },
  },
  icon: { display: "flex", alignItems: "center", fontSize: "20px", marginInlineStart: "auto" },
  open: {
    color: "#FFFFFF",
    fontWeight: tokens.fontWeightSemibold,
    "::after": {
      content: "''",
      position: "absolute",
      insetInline: "8px",
      insetBlockEnd: 0,
      // a border, so that it is still seen where the system takes the colours away
      borderBottom: "3px solid #FFFFFF",
    },
  },
});
