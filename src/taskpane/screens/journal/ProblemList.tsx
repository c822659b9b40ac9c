import { Link, makeStyles, tokens } from "@fluentui/react-components";
import { useState } from "react";
import type { Journal } from "../../../actions";
import { count } from "../../figures";
import { Card } from "../../parts/Card";

interface Props {
  readonly problems: Journal["problems"];
  /** They count in all reports, but something about them is odd. */
  readonly counted?: boolean;
  readonly onShow: (address: string) => void;
}

/** Rows of the table that could not be read or booked, or that are odd, each in words and with the way there. None is ever dropped silently. */
export function ProblemList({ problems, counted = false, onShow }: Props) {
  const styles = useStyles();
  const [all, setAll] = useState(false);
  const shown = all ? problems : problems.slice(0, FIRST);
  return (
    <Card title={counted ? `${count(problems.length, "row")} to check` : problems.length === 1 ? "1 row wants a look" : `${problems.length} rows want a look`} warn={!counted}>
      {counted && <p className={styles.words}>Counted in everything. Usually a row is missing, or a cell wants to be typed again.</p>}
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
  words: { margin: "2px 0", color: tokens.colorNeutralForeground3 },
  list: { margin: "2px 0", padding: 0, listStyleType: "none" },
  item: { paddingBlock: "4px", lineHeight: tokens.lineHeightBase300, overflowWrap: "anywhere" },
});
