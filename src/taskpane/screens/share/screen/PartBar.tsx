import { Button, makeStyles, ProgressBar, tokens } from "@fluentui/react-components";

interface Props {
  readonly words: string;
  /** From 0 to 1. */
  readonly part: number;
  readonly onStop: () => void;
}

/** What long work is on its way, how far it has come, and a way out. */
export function PartBar({ words, part, onStop }: Props) {
  const styles = useStyles();
  return (
    <div className={styles.root} aria-busy>
      <div>
        <div className={styles.words}>{words}</div>
        <ProgressBar aria-label={words} value={part} max={1} />
      </div>
      <Button size="small" onClick={onStop}>Stop</Button>
    </div>
  );
}

const useStyles = makeStyles({
  root: { display: "grid", gridTemplateColumns: "minmax(0, 1fr) auto", alignItems: "center", columnGap: tokens.spacingHorizontalM },
  words: { marginBlockEnd: "6px", color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
});
