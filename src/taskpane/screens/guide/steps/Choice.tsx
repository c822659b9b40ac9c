import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";
import { paneTokens } from "../../../theme";

interface Props {
  readonly group: string;
  readonly value: string;
  /** What it is called where it is read out; the figures follow as its description. */
  readonly name: string;
  readonly id: string;
  readonly checked: boolean;
  /** The one on which the Tab key stops. */
  readonly stop: boolean;
  readonly onChoose: () => void;
  readonly children: ReactNode;
}

/** One of several rows, of which one is chosen: a real radio button under it, so that arrow keys and screen readers know it. */
export function Choice({ group, value, name, id, checked, stop, onChoose, children }: Props) {
  const styles = useStyles();
  return (
    <div className={mergeClasses(styles.row, checked && styles.chosen)}>
      <input type="radio" className={styles.radio} name={group} value={value} checked={checked} aria-label={name} aria-describedby={id} tabIndex={stop ? 0 : -1} onChange={onChoose} />
      <div id={id} className={styles.content}>
        {children}
      </div>
    </div>
  );
}

const useStyles = makeStyles({
  row: {
    position: "relative",
    padding: "8px 10px",
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: paneTokens.paneCard,
    minWidth: 0,
    ":hover": { backgroundColor: paneTokens.paneGround },
    ":has(:focus-visible)": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "1px" },
  },
  chosen: {
    border: `1px solid ${tokens.colorBrandForeground1}`,
    boxShadow: `inset 3px 0 0 ${tokens.colorBrandForeground1}`,
    "@media (forced-colors: active)": { outline: "2px solid Highlight" },
  },
  radio: { position: "absolute", inset: 0, width: "100%", height: "100%", margin: 0, opacity: 0, cursor: "pointer" },
  content: { minWidth: 0 },
});
