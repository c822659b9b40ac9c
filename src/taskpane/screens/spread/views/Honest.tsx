import { makeStyles, tokens } from "@fluentui/react-components";
import { Card } from "../../../parts/Card";

/** What a rule does, and what it does not do: side by side, so that the one is not taken for the other. */
export function Honest({ title, does, doesNot }: { title: string; does: readonly string[]; doesNot: readonly string[] }) {
  const styles = useStyles();
  return (
    <Card title={title}>
      <ul className={styles.list}>
        {does.map((words) => (
          <li key={words}>
            <b>Does:</b> {words}
          </li>
        ))}
        {doesNot.map((words) => (
          <li key={words}>
            <b>Does not:</b> {words}
          </li>
        ))}
      </ul>
    </Card>
  );
}

const useStyles = makeStyles({
  list: { margin: 0, paddingInlineStart: "16px", fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase300 },
});
