import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useId } from "react";
import { paneTokens } from "../theme";

interface Props<Value extends string> {
  readonly label: string;
  readonly name: string;
  readonly value: Value;
  readonly choices: readonly { readonly value: Value; readonly label: string }[];
  readonly hint?: string;
  readonly onChange: (value: Value) => void;
}

/** Two to four choices side by side: real radio buttons, so that arrow keys and screen readers know them. */
export function Segments<Value extends string>({ label, name, value, choices, hint, onChange }: Props<Value>) {
  const styles = useStyles();
  const id = useId();
  return (
    <div>
      <span id={id} className={styles.label}>
        {label}
      </span>
      <div role="radiogroup" aria-labelledby={id} aria-describedby={hint ? `${id}-hint` : undefined} className={styles.group}>
        {choices.map((choice) => (
          <label key={choice.value} className={mergeClasses(styles.choice, choices.length > 3 && styles.narrow, choice.value === value && styles.chosen)}>
            <input
              type="radio"
              className={styles.radio}
              name={`${name}${id}`}
              value={choice.value}
              checked={choice.value === value}
              // one stop of the Tab key for the group: in Excel on the web office.js moves the focus itself and knows no groups
              tabIndex={choice.value === value ? 0 : -1}
              onChange={() => onChange(choice.value)}
            />
            {choice.label}
          </label>
        ))}
      </div>
      {hint && (
        <div id={`${id}-hint`} className={styles.hint}>
          {hint}
        </div>
      )}
    </div>
  );
}

const useStyles = makeStyles({
  label: { display: "block", paddingBlock: "2px", marginBlockEnd: "2px", fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300 },
  group: {
    display: "grid",
    gridAutoFlow: "column",
    gridAutoColumns: "minmax(0, 1fr)",
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: paneTokens.paneGround,
    padding: "2px",
    columnGap: "2px",
  },
  choice: {
    position: "relative",
    display: "flex",
    alignItems: "center",
    justifyContent: "center",
    minHeight: "26px",
    paddingInline: "4px",
    textAlign: "center",
    cursor: "pointer",
    borderRadius: "3px",
    color: tokens.colorNeutralForeground3,
    border: "1px solid transparent",
    ":hover": { color: tokens.colorNeutralForeground1 },
    ":has(:focus-visible)": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "1px" },
  },
  narrow: { paddingInline: 0, fontSize: tokens.fontSizeBase200, letterSpacing: "-0.01em" },
  chosen: {
    backgroundColor: paneTokens.paneCard,
    color: tokens.colorBrandForeground1,
    fontWeight: tokens.fontWeightSemibold,
    border: `1px solid ${tokens.colorBrandForeground1}`,
    ":hover": { color: tokens.colorBrandForeground1 },
    "@media (forced-colors: active)": { forcedColorAdjust: "none", backgroundColor: "Highlight", color: "HighlightText", ":hover": { color: "HighlightText" } },
  },
  radio: { position: "absolute", inset: 0, opacity: 0, margin: 0, cursor: "pointer", width: "100%", height: "100%" },
  hint: { marginBlockStart: "4px", fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, color: tokens.colorNeutralForeground3 },
});
