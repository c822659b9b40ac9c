import { Link, makeStyles, tokens } from "@fluentui/react-components";
import { useState } from "react";
import type { Journal } from "../../../actions";
import { Card } from "../../parts/Card";

/** Rows of the table that could not be read, each in words and with the way there. None is ever dropped silently. */
export function ProblemList({ problems, onShow }: { problems: Journal["problems"]; onShow: (address: string) => void }) {
  const styles = useStyles();
  const [all, setAll] = useState(false);
  const shown = all ? problems : problems.slice(0, FIRST);
  return (
    <Card title={problems.length === 1 ? "1 row wants a look" : `${problems.length} rows want a look`} warn>
      <ul className={styles.list}>
        {shown.map(({ row, address, words }, index) => (
          <li key={`${row}:${index}`} className={styles.item}>
            <Link as="button" inline onClick={() => onShow(address)}>
              {words.startsWith(`Row ${row}: `) ? `Row ${row}` : "Show"}
            </Link>{" "}
            {words.replace(`Row ${row}: `, "")}
          </li>
        ))}
      </ul>
      {problems.length > FIRST && (
        <Link as="button" onClick={() => setAll(!all)} aria-expanded={all}>
          {all ? "Show fewer" : `Show all ${problems.length}`}
        </Link>
      )}
    </Card>
  );
}

const FIRST = 5;

const useStyles = makeStyles({
  list: { margin: "2px 0", padding: 0, listStyleType: "none" },
  item: { paddingBlock: "4px", lineHeight: tokens.lineHeightBase300, overflowWrap: "anywhere" },
});
