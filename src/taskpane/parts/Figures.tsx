import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { paneTokens } from "../theme";

export interface Figure {
  readonly label: string;
  readonly value: string;
  readonly note?: string;
  readonly negative?: boolean;
}

/** A few figures side by side, each with its name above. */
export function Figures({ figures, small = false }: { figures: readonly Figure[]; small?: boolean }) {
  const styles = useStyles();
  const fits = figures.every(({ value }) => value.length <= (small ? NARROW : USUAL));
  return (
    <dl className={mergeClasses(styles.figures, fits ? small && styles.narrow : !small && styles.wide)}>
      {figures.map(({ label, value, note, negative }) => (
        <div key={label} className={styles.figure}>
          <dt className={styles.label}>{label}</dt>
          <dd className={mergeClasses(styles.value, small && styles.small, negative && styles.negative)}>{value}</dd>
          {note && <dd className={styles.label}>{note}</dd>}
        </div>
      ))}
    </dl>
  );
}

/** Letters of a figure that fit a third of a card, or of the pane, in 320 pixels: "−1,234.50". Where one is longer, all have more room. */
const [NARROW, USUAL] = [9, 10];

const useStyles = makeStyles({
  figures: { display: "grid", gridTemplateColumns: "repeat(auto-fit, minmax(78px, 1fr))", columnGap: tokens.spacingHorizontalM, rowGap: tokens.spacingVerticalS, margin: 0 },
  narrow: { gridTemplateColumns: "repeat(auto-fit, minmax(64px, 1fr))" },
  wide: { gridTemplateColumns: "repeat(auto-fit, minmax(110px, 1fr))" },
  // a name of two lines stands beside one of one: the figures are on one line all the same
  figure: { display: "flex", flexDirection: "column", justifyContent: "end", minWidth: 0 },
  label: { margin: 0, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, color: tokens.colorNeutralForeground3 },
  value: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400, fontWeight: tokens.fontWeightSemibold, fontVariantNumeric: "tabular-nums", overflowWrap: "anywhere" },
  small: { fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300 },
  negative: { color: paneTokens.paneLoss },
});
