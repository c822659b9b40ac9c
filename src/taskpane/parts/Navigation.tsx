import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { Screen } from "../../actions/route";
import { paneTokens } from "../theme";

/** The band at the top: which screen is open. Its end stays free, since Office lays a menu over it. */
export function Navigation({ screen, onOpen }: { screen: Screen; onOpen: (screen: Screen) => void }) {
  const styles = useStyles();
  return (
    <nav className={styles.band} aria-label="Wheel Journal">
      {SCREENS.map(({ name, label, said }) => (
        <button
          key={name}
          type="button"
          className={mergeClasses(styles.link, name === screen && styles.open)}
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
const SCREENS: readonly { readonly name: Screen; readonly label: string; readonly said?: string }[] = [
  { name: "journal", label: "Journal" },
  { name: "positions", label: "Positions" },
  { name: "log", label: "Log", said: "Log a trade" },
  { name: "settings", label: "Settings" },
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
