import { makeStyles, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";

/** In a low pane a card lies out of sight: what matters most of it stands above the button as well. Read out once, by the card. */
export function Strip({ children }: { children: ReactNode }) {
  const styles = useStyles();
  return (
    <div className={styles.strip} aria-hidden>
      {children}
    </div>
  );
}

/** "Cash 124.35". */
export function StripFigure({ label, value }: { label: string; value: string }) {
  const styles = useStyles();
  return (
    <span>
      {label} <b className={styles.value}>{value}</b>
    </span>
  );
}

const useStyles = makeStyles({
  strip: {
    display: "none",
    flexWrap: "wrap",
    justifyContent: "space-between",
    columnGap: tokens.spacingHorizontalM,
    rowGap: "4px",
    marginBlockEnd: tokens.spacingVerticalS,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground3,
    "@media (max-height: 900px)": { display: "flex" },
  },
  value: { color: tokens.colorNeutralForeground1, fontWeight: tokens.fontWeightSemibold, fontVariantNumeric: "tabular-nums" },
});
