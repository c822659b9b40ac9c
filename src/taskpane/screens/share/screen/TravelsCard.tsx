import { Link, makeStyles, tokens } from "@fluentui/react-components";
import { Card } from "../../../parts/Card";
import type { Traveller } from "./shareWords";

/** What else is in the file, and may not be meant for the reader. */
export function TravelsCard({ found, onShow }: { readonly found: readonly Traveller[]; readonly onShow: (address: string) => void }) {
  const styles = useStyles();
  return (
    <Card title="What else travels with the file">
      {found.length === 0 && <p className={styles.none}>Nothing that a reader might not expect.</p>}
      <dl className={styles.list}>
        {found.map(({ label, words, address }) => (
          <div key={label} className={styles.item}>
            <dt className={styles.term}>{label}</dt>
            <dd className={styles.words}>
              {words}
              {address !== undefined && (
                <>
                  {" "}
                  <Link as="button" inline aria-label={`Show the first of ${label}`} onClick={() => onShow(address)}>
                    Show
                  </Link>
                </>
              )}
            </dd>
          </div>
        ))}
      </dl>
    </Card>
  );
}

const useStyles = makeStyles({
  none: { margin: "2px 0" },
  list: { margin: 0 },
  item: { paddingBlock: "5px", ":not(:first-child)": { borderTop: `1px solid ${tokens.colorNeutralStroke2}` } },
  term: { fontWeight: tokens.fontWeightSemibold },
  words: { margin: 0, color: tokens.colorNeutralForeground3, overflowWrap: "anywhere" },
});
