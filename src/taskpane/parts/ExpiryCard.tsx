import { Button, makeStyles } from "@fluentui/react-components";
import { Card } from "./Card";

/** Options that are past their expiration and still open in the log: never closed by themselves, always asked for. */
export function ExpiryCard({ count, onAnswer }: { count: number; onAnswer: () => void }) {
  const styles = useStyles();
  return (
    <Card title="Past expiration" warn>
      <p className={styles.words}>
        {count === 1 ? "One option is past its expiration" : `${count} options are past their expiration`} and still open in the log. Nothing closes by itself: what became of {count === 1 ? "it" : "them"}?
      </p>
      <Button size="small" onClick={onAnswer}>
        Say what became of {count === 1 ? "it" : "them"}
      </Button>
    </Card>
  );
}

const useStyles = makeStyles({ words: { margin: "2px 0 8px" } });
