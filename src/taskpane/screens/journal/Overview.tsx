import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";
import type { Journal } from "../../../actions";
import { conventionName, moves } from "../../../calc";
import { booksOf } from "../../books";
import { day, money, plain, todayNumber } from "../../figures";
import { Card } from "../../parts/Card";
import { ExpiryCard } from "../../parts/ExpiryCard";
import { paneTokens } from "../../theme";
import { ProblemList } from "./ProblemList";
import { Results } from "./Results";
import { TradeList } from "./TradeList";

interface Props {
  readonly journal: Journal;
  readonly onShow: (address: string) => void;
  readonly onAnswerExpiry: () => void;
  readonly refresh: ReactNode;
  /** What to try while there is no trade yet. */
  readonly offer?: ReactNode;
}

/** The journal at a glance: its cash, rows that want a look, the last trades. */
export function Overview({ journal, onShow, onAnswerExpiry, refresh, offer }: Props) {
  const styles = useStyles();
  const { trades, problems, missing, cash, convention } = journal;
  const today = todayNumber();
  const books = booksOf(trades);
  const past = moves.pastExpiry(books, today);
  const [lost, odd] = [problems.filter(({ counted }) => !counted), problems.filter(({ counted }) => counted)];
  return (
    <>
      {journal.stale === true && (
        <Card title="Reports are out of date" warn aside={refresh}>
          <p className={styles.missing}>The log has changed since the report sheets were built.</p>
        </Card>
      )}
      {past.length > 0 && <ExpiryCard count={past.length} onAnswer={onAnswerExpiry} />}
      <Card title="Cash of all trades" aside={journal.stale === true ? undefined : refresh}>
        <p className={mergeClasses(styles.cash, cash !== null && cash < 0 && styles.negative)}>
          {cash === null ? "Not known" : <><span className={styles.sign}>$</span> {money(cash)}</>}
        </p>
        <p className={styles.state}>
          {stateWords(journal)}{" "}
          Yields are quoted ({conventionName(convention)}).
        </p>
        {trades.length > 0 && cash !== null && <Results books={books} today={today} />}
      </Card>
      {missing.length > 0 && (
        <Card title="Something is missing" warn>
          <p className={styles.missing}>{missing.join(", ")}</p>
          <p className={styles.missing}>It can be put right without touching anything else.</p>
        </Card>
      )}
      {lost.length > 0 && <ProblemList problems={lost} onShow={onShow} />}
      {odd.length > 0 && <ProblemList problems={odd} counted onShow={onShow} />}
      {trades.length > 0 && <TradeList trades={trades} onShow={onShow} />}
      {offer && (
        <div className={styles.offer}>
          <p className={styles.missing}>Type into the Trades table, log a trade here, or look at a year of sample trades first.</p>
          {offer}
        </div>
      )}
    </>
  );
}

function stateWords({ state, trades, cash, missing }: Journal): string {
  if (cash === null && state === "newer") return "This version of the add-in cannot read the log.";
  if (cash === null) return missing.length > 0 ? "The trades can be read again when nothing is missing." : "These numbers are too large to add up exactly.";
  if (trades.length === 0) return "The journal is ready for its first trade.";
  const lastDay = trades.reduce((last, { trade }) => Math.max(last, trade.date), 0);
  return `${plain(trades.length)} ${trades.length === 1 ? "trade" : "trades"}, the last on ${day(lastDay)}.`;
}

const useStyles = makeStyles({
  cash: { margin: "2px 0 4px", fontSize: "28px", lineHeight: "36px", fontWeight: tokens.fontWeightSemibold, fontVariantNumeric: "tabular-nums", letterSpacing: "-0.01em", overflowWrap: "anywhere" },
  sign: { fontSize: tokens.fontSizeBase400, fontWeight: tokens.fontWeightRegular, color: tokens.colorNeutralForeground3 },
  negative: { color: paneTokens.paneLoss },
  state: { margin: 0, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, color: tokens.colorNeutralForeground3 },
  missing: { margin: "2px 0", overflowWrap: "anywhere" },
  offer: { display: "flex", flexDirection: "column", alignItems: "center", textAlign: "center", rowGap: tokens.spacingVerticalM, padding: "8px 12px", color: tokens.colorNeutralForeground3 },
});
