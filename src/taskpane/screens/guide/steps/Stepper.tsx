import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { STEPS, type Step } from "../useGuide";

/** Where one is in the five steps; what has been reached can be gone back to. */
export function Stepper({ step, reach, onGo }: { step: Step; reach: number; onGo: (step: Step) => void }) {
  const styles = useStyles();
  return (
    <ol className={styles.steps} aria-label="Steps of the plan">
      {STEPS.map((each, at) => (
        <li key={each} className={styles.item}>
          <button type="button" className={mergeClasses(styles.step, each === step && styles.now)} aria-current={each === step ? "step" : undefined} disabled={at > reach} onClick={() => onGo(each)}>
            <span aria-hidden className={mergeClasses(styles.number, each === step && styles.filled)}>
              {at + 1}
            </span>
            {each}
          </button>
        </li>
      ))}
    </ol>
  );
}

const useStyles = makeStyles({
  steps: { display: "grid", gridTemplateColumns: "repeat(5, minmax(0, 1fr))", margin: 0, padding: 0, listStyleType: "none" },
  item: { minWidth: 0 },
  step: {
    display: "flex",
    flexDirection: "column",
    alignItems: "center",
    rowGap: "3px",
    width: "100%",
    padding: "2px 0",
    border: "none",
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: "transparent",
    color: tokens.colorNeutralForeground3,
    font: "inherit",
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    cursor: "pointer",
    ":disabled": { cursor: "default", opacity: 0.65 },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "-1px" },
  },
  now: { color: tokens.colorNeutralForeground1, fontWeight: tokens.fontWeightSemibold },
  number: {
    display: "grid",
    placeItems: "center",
    width: "24px",
    height: "24px",
    borderRadius: "50%",
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    fontVariantNumeric: "tabular-nums",
  },
  filled: {
    backgroundColor: tokens.colorBrandBackground,
    color: tokens.colorNeutralForegroundOnBrand,
    border: "1px solid transparent",
    "@media (forced-colors: active)": { forcedColorAdjust: "none", backgroundColor: "Highlight", color: "HighlightText" },
  },
});
