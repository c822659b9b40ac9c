import { makeStyles, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";

/** What a step asks, and why it is asked. */
export function Question({ title, children }: { title: string; children?: ReactNode }) {
  const styles = useStyles();
  return (
    <div>
      <h2 className={styles.title}>{title}</h2>
      {children && <p className={styles.under}>{children}</p>}
    </div>
  );
}

/** Small type under what it belongs to. */
export function Small({ children }: { children: ReactNode }) {
  return <p className={useStyles().small}>{children}</p>;
}

const useStyles = makeStyles({
  title: { margin: 0, fontSize: tokens.fontSizeBase500, lineHeight: tokens.lineHeightBase500, fontWeight: tokens.fontWeightSemibold },
  under: { margin: "4px 0 0", color: tokens.colorNeutralForeground3, textWrap: "pretty" },
  small: { margin: "4px 0 0", fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, color: tokens.colorNeutralForeground3 },
});
