import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { moves, report } from "../../../calc";
import { booksOf } from "../../books";
import { figure, shortDay, todayNumber } from "../../figures";
import { BottomBar } from "../../parts/BottomBar";
import { EmptyState } from "../../parts/EmptyState";
import { ExpiryCard } from "../../parts/ExpiryCard";
import { Figures } from "../../parts/Figures";
import { Screen } from "../../parts/Screen";
import { HoldingCard } from "./HoldingCard";
import type { PositionsProps } from "./positionsProps";

/** Everything that is open, by ticker. */
export function PositionList({ journal, action, said, onOpen, state }: PositionsProps) {
  const styles = useStyles();
  const today = todayNumber();
  const books = journal && booksOf(journal.trades);
  const open = books ? [...moves.holdings(books)].sort((one, other) => (one.ticker < other.ticker ? -1 : one.ticker > other.ticker ? 1 : 0)) : [];
  const past = books ? moves.pastExpiry(books, today) : [];
  const prices = new Map((journal?.watchlist ?? []).map(({ ticker, price }) => [ticker, price]));
  const unpriced = [...new Set(open.filter(({ ticker }) => (prices.get(ticker) ?? null) === null).map(({ ticker }) => ticker))];
  const accounts = new Set(open.map(({ account }) => account)).size;

  return (
    <Screen
      label="Positions"
      bar={
        <>
          {said}
          <BottomBar primary={{ label: "Log a trade", onPress: () => onOpen("log") }} busy={action.busy} />
        </>
      }
    >
      {open.length === 0 && journal !== null && (
        <EmptyState
          title="Nothing is open"
          offer={
            <Button appearance="secondary" onClick={() => onOpen("journal")}>
              Look at the journal
            </Button>
          }
        >
          <p className={styles.paragraph}>Options that you have sold or bought and shares that you hold stand here, with what can be done with them: close, roll, assignment, a covered call.</p>
          <p className={styles.paragraph}>Log the first put that you sold, and it is here.</p>
        </EmptyState>
      )}
      {open.length > 0 && books && <Figures figures={summary(open, report.positions(books, today))} />}
      {past.length > 0 && <ExpiryCard count={past.length} onAnswer={() => state.show({ kind: "expiry", answers: {} })} />}
      {open.map((holding) => (
        <HoldingCard
          key={moves.keyOfHolding(holding)}
          holding={holding}
          price={prices.get(holding.ticker) ?? null}
          today={today}
          namesAccount={accounts > 1}
          state={state}
        />
      ))}
      {unpriced.length > 0 && (
        <p className={styles.small}>
          No price for {unpriced.slice(0, 6).join(", ")}{unpriced.length > 6 ? " …" : ""}. Type one into the Watchlist to see here what is in the money.
        </p>
      )}
    </Screen>
  );
}

function summary(open: readonly moves.Holding[], positions: readonly report.Position[]): { label: string; value: string }[] {
  const expiries = open.flatMap(({ options }) => options.map(({ expiry }) => expiry));
  const collateral = positions.reduce((sum, one) => sum + one.collateral, 0);
  const inShares = positions.reduce((sum, { type, credit }) => sum + (type === "Shares" ? -credit : 0), 0);
  return [
    ...(collateral > 0 || inShares === 0 ? [{ label: "Collateral", value: figure(collateral, "money") }] : []),
    ...(inShares === 0 ? [] : [{ label: "Shares at strike cost", value: figure(inShares, "money") }]),
    ...(expiries.length === 0 ? [] : [{ label: "Next expiry", value: shortDay(Math.min(...expiries)) }]),
  ];
}

const useStyles = makeStyles({
  paragraph: { margin: "0 0 8px" },
  small: { margin: 0, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, color: tokens.colorNeutralForeground3, overflowWrap: "anywhere" },
});
