import { makeStyles, tokens } from "@fluentui/react-components";
import { useId, type ReactNode } from "react";
import { ChevronDownRegular, ChevronRightRegular } from "../../parts/icons";
import { rowButton } from "../../parts/styles";

interface Props {
  /** What is read at a glance: the row itself is the button. */
  readonly summary: ReactNode;
  readonly open: boolean;
  readonly onToggle: () => void;
  readonly children: ReactNode;
}

/** A row that unfolds its details and what can be done with it. */
export function Unfolding({ summary, open, onToggle, children }: Props) {
  const styles = useStyles();
  const id = useId();
  return (
    <div className={styles.row}>
      <button type="button" className={styles.summary} aria-expanded={open} aria-controls={id} onClick={onToggle}>
        {open ? <ChevronDownRegular aria-hidden className={styles.icon} /> : <ChevronRightRegular aria-hidden className={styles.icon} />}
        {summary}
      </button>
      <div id={id} className={styles.details} hidden={!open}>
        {open && children}
      </div>
    </div>
  );
}

const useStyles = makeStyles({
  row: { ":not(:first-of-type)": { borderTop: `1px solid ${tokens.colorNeutralStroke2}` } },
  summary: { ...rowButton, gridTemplateColumns: "16px minmax(0, 1fr)", columnGap: "6px", alignItems: "start", padding: "8px 6px" },
  icon: { fontSize: "16px", width: "16px", height: "20px", color: tokens.colorNeutralForeground3 },
  details: { paddingBlockEnd: "10px", "&[hidden]": { display: "none" } },
});
