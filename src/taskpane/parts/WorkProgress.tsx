import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { paneTokens } from "../theme";

interface Props {
  readonly words: string;
  readonly done: number;
  readonly total: number;
  /** Null when it was pressed, and the work ends before its next piece. */
  readonly onStop: (() => void) | null;
}

/** Which long work is going on, how far it has come, and a way out. */
export function WorkProgress({ words, done, total, onStop }: Props) {
  const styles = useStyles();
  return (
    <div aria-busy>
      <label className={styles.words}>
        {words}
        <progress className={styles.bar} value={done} max={total} />
      </label>
      <Button size="small" className={styles.stop} disabledFocusable={onStop === null} onClick={() => onStop?.()}>
        {onStop ? "Stop" : "Stopping…"}
      </Button>
    </div>
  );
}

const useStyles = makeStyles({
  words: { display: "block", fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, fontVariantNumeric: "tabular-nums", marginBlockEnd: tokens.spacingVerticalS },
  bar: { display: "block", width: "100%", accentColor: paneTokens.paneGain },
  stop: { marginBlockEnd: tokens.spacingVerticalS },
});
