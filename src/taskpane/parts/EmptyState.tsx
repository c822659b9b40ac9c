import { makeStyles, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";
import { Emblem } from "./Emblem";

/** Nothing here yet: what this is, and what to do first. */
export function EmptyState({ title, children, offer }: { title: string; children: ReactNode; offer?: ReactNode }) {
  const styles = useStyles();
  return (
    <div className={styles.empty}>
      <Emblem />
      <h2 className={styles.title}>{title}</h2>
      <div className={styles.words}>{children}</div>
      {offer}
    </div>
  );
}

const useStyles = makeStyles({
  empty: { display: "flex", flexDirection: "column", alignItems: "center", textAlign: "center", rowGap: tokens.spacingVerticalM, marginBlock: "auto", padding: "12px 4px" },
  title: { margin: 0, fontSize: tokens.fontSizeBase500, lineHeight: tokens.lineHeightBase500, fontWeight: tokens.fontWeightSemibold },
  words: { maxWidth: "34em", color: tokens.colorNeutralForeground3, lineHeight: "1.5", textWrap: "pretty" },
});
