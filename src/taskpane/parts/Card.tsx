import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useId, type ReactNode } from "react";
import { paneTokens } from "../theme";

interface Props {
  readonly title: string;
  readonly aside?: ReactNode;
  /** For what wants a look. */
  readonly warn?: boolean;
  /** The title is what one looks for: a ticker, a contract. */
  readonly named?: boolean;
  readonly children: ReactNode;
}

/** A titled group on the pane's ground. */
export function Card({ title, aside, warn, named, children }: Props) {
  const styles = useStyles();
  const heading = useId();
  return (
    <section aria-labelledby={heading} className={mergeClasses(styles.card, warn && styles.warn)}>
      <div className={styles.head}>
        <h2 id={heading} className={mergeClasses(styles.title, named && styles.name)}>
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
  head: { display: "flex", alignItems: "center", justifyContent: "space-between", columnGap: tokens.spacingHorizontalS, minHeight: "24px", "& button": { flexShrink: 0, whiteSpace: "nowrap" } },
  title: { margin: 0, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, fontWeight: tokens.fontWeightSemibold, color: tokens.colorNeutralForeground3 },
  name: { fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400, color: tokens.colorNeutralForeground1, overflowWrap: "anywhere" },
});
