import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useMemo, useState } from "react";
import type { Journal } from "../../../../actions";
import { moves } from "../../../../calc";
import { day, plain } from "../../../figures";
import { Card } from "../../../parts/Card";
import { paneTokens } from "../../../theme";
import { followedWords, plannedWords } from "./keptWords";
import { Small } from "./Question";
import type { KeptPlansRead } from "./useKeptPlans";

interface Props {
  readonly read: KeptPlansRead;
  readonly trades: Journal["trades"];
  /** "": plans of all stocks. */
  readonly ticker: string;
  readonly onShow: (address: string) => void;
}

/** What was planned, and beside it what was done: the latest first. */
export function KeptPlansCard({ read: { kept, refused }, trades, ticker, onShow }: Props) {
  const styles = useStyles();
  const [most, setMost] = useState(SHOWN);
  const of = useMemo(() => {
    const plans = kept?.plans ?? [];
    const done = moves.followed(trades, plans.map(({ plan }) => plan));
    return plans.map((one, at) => ({ ...one, done: done[at]! })).filter(({ plan }) => ticker === "" || plan.ticker === ticker).reverse();
  }, [kept, trades, ticker]);
  const problems = kept?.problems ?? [];
  if (of.length + problems.length === 0 && refused === null) return null;
  return (
    <Card title="Planned, and done">
      <ul className={styles.list}>
        {of.slice(0, most).map(({ plan, address, done }) => (
          <li key={address} className={styles.item}>
            <button type="button" className={styles.name} title="Show its row" onClick={() => onShow(address)}>
              {plan.ticker} {plannedWords(plan)}
            </button>
            <div>{followedWords(plan, done)}</div>
            {plan.verdict !== "" && plan.verdict !== "Pass" && <div className={styles.broken}>Rules not kept: {plan.verdict}.</div>}
            <div className={styles.small}>
              Planned {day(plan.date)}, {plan.account}
              {plan.why === "" ? "" : `: ${plan.why}`}
            </div>
          </li>
        ))}
        {problems.map(({ words, address }) => (
          <li key={address} className={styles.item}>
            <button type="button" className={styles.name} title="Show its row" onClick={() => onShow(address)}>
              A row of Plans cannot be read
            </button>
            <div className={styles.broken}>{words}.</div>
          </li>
        ))}
      </ul>
      {of.length > most && (
        <Button size="small" onClick={() => setMost(most + 10 * SHOWN)}>
          Show {plain(Math.min(10 * SHOWN, of.length - most))} more
        </Button>
      )}
      {refused !== null && <Small>The plans that you kept could not be read: {refused}</Small>}
    </Card>
  );
}
const SHOWN = 4;

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyleType: "none", fontVariantNumeric: "tabular-nums" },
  item: { paddingBlock: "6px", overflowWrap: "anywhere", ":not(:first-child)": { borderTop: `1px solid ${tokens.colorNeutralStroke2}` } },
  name: {
    padding: 0,
    border: "none",
    backgroundColor: "transparent",
    color: tokens.colorBrandForeground1,
    font: "inherit",
    fontWeight: tokens.fontWeightSemibold,
    textAlign: "start",
    cursor: "pointer",
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  broken: { color: paneTokens.paneWarn },
  small: { fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, color: tokens.colorNeutralForeground3 },
});
