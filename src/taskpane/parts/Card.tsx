import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useId, type ReactNode } from "react";
import { paneTokens } from "../theme";

/** A titled group on the pane's ground. `warn` is for what wants a look. */
export function Card({ title, aside, warn, children }: { title: string; aside?: ReactNode; warn?: boolean; children: ReactNode }) {
  const styles = useStyles();
  const heading = useId();
  return (
    <section aria-labelledby={heading} className={mergeClasses(styles.card, warn && styles.warn)}>
      <div className={styles.head}>
        <h2 id={heading} className={styles.title}>
          {title}
        </h2>
        {aside}
      </div>
      {children}
    </section>
  );
}

const useStyles = makeStyles({
  card: {
    backgroundColor: paneTokens.paneCard,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusXLarge,
    padding: `${tokens.spacingVerticalM} 14px`,
    minWidth: 0,
  },
  warn: { backgroundColor: paneTokens.paneWarnGround, border: `1px solid ${paneTokens.paneWarn}` },
  head: { display: "flex", alignItems: "center", justifyContent: "space-between", columnGap: tokens.spacingHorizontalS, minHeight: "24px" },
  title: { margin: 0, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, fontWeight: tokens.fontWeightSemibold, color: tokens.colorNeutralForeground3 },
});
