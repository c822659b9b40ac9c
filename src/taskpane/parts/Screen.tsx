import { makeStyles, tokens } from "@fluentui/react-components";
import { useId, type ReactNode } from "react";
import { paneTokens } from "../theme";
import { useUnseen } from "./unseen";

/** One screen: what scrolls, and the bar at the bottom, which stays where it is on every screen. */
export function Screen({ label, children, bar }: { label: string; children: ReactNode; bar: ReactNode }) {
  const styles = useStyles();
  const unseen = useUnseen();
  const heading = useId();
  return (
    <>
      <main className={styles.body} tabIndex={-1} aria-labelledby={heading}>
        <h1 id={heading} className={unseen}>
          {label}
        </h1>
        {children}
      </main>
      <footer className={styles.bar}>{bar}</footer>
    </>
  );
}

const useStyles = makeStyles({
  body: {
    display: "flex",
    flexDirection: "column",
    rowGap: tokens.spacingVerticalL,
    padding: `${tokens.spacingVerticalL} 16px ${tokens.spacingVerticalXL}`,
    minWidth: 0,
    outlineStyle: "none",
    overflowX: "hidden",
    overflowY: "auto",
    // a focus ring at the edge of a field must not be cut off when the field is scrolled to
    scrollPadding: "24px",
  },
  bar: {
    display: "flex",
    flexDirection: "column",
    padding: `${tokens.spacingVerticalM} 16px`,
    backgroundColor: paneTokens.paneCard,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    minWidth: 0,
  },
});
