import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useMemo, useRef, useState } from "react";
import { flushSync } from "react-dom";
import type { Journal } from "../../../actions";
import { moves } from "../../../calc";
import { type EndingDraft, emptyEnding, readEnding } from "../../../journal/moveDraft";
import { count } from "../../figures";
import { logRows } from "../../logRows";
import { BottomBar } from "../../parts/BottomBar";
import { EffectCard } from "../../parts/EffectCard";
import { EffectStrip } from "../../parts/EffectStrip";
import { EmptyState } from "../../parts/EmptyState";
import { usualFees } from "../log/usualFees";
import { EndingCard } from "./EndingCard";
import type { PositionsProps } from "./positionsProps";
import { SubScreen } from "./SubScreen";
import { LIST } from "./usePositions";

interface Props extends PositionsProps {
  readonly journal: Journal;
  readonly past: readonly moves.OpenContract[];
  readonly answers: Readonly<Record<string, Partial<EndingDraft>>>;
  readonly onBack: () => void;
}

/** What became of each option that is past its expiration; all that is answered is written in one press, and taken back in one. */
export function ExpiryScreen({ journal, action, said, state, past, answers, onBack }: Props) {
  const styles = useStyles();
  const form = useRef<HTMLFormElement>(null);
  const [asked, setAsked] = useState(false);
  const prices = new Map(journal.watchlist.map(({ ticker, price }) => [ticker, price]));
  const asks = past.map((contract) => {
    const key = moves.keyOfContract(contract);
    const draft: EndingDraft = { ...emptyEnding(contract), fees: usualFees(journal.trades, "Buy to close", String(contract.contracts)), ...answers[key] };
    const price = prices.get(contract.ticker) ?? null;
    return { key, contract, draft, price, likely: price === null ? null : moves.likelyEnding(contract, price), ...readEnding(contract, draft) };
  });
  const rows = asks.flatMap((one) => one.rows);
  const known = JSON.stringify(rows);
  // eslint-disable-next-line react-hooks/exhaustive-deps
  const effect = useMemo(() => (rows.length > 0 ? moves.effectOf(journal.trades, rows) : null), [journal.trades, known]);
  const answer = (more: Readonly<Record<string, Partial<EndingDraft>>>) => state.show({ kind: "expiry", answers: { ...answers, ...more } });
  const suggested = asks.filter(({ likely, draft }) => likely !== null && draft.how === "later");

  return (
    <SubScreen
      title="Past expiration"
      under="What became of each? What you leave for later stays open."
      form={form}
      writing={action.busy !== null}
      onBack={onBack}
      onSubmit={() => void submit()}
      bar={
        <>
          {said}
          <EffectStrip effect={effect} />
          <BottomBar primary={{ label: rows.length > 0 ? `Log ${count(rows.length, "row")}` : "Log the answers", submits: true, disabled: asks.every(({ draft }) => draft.how === "later") }} busy={action.busy} />
        </>
      }
    >
      {asks.length === 0 && (
        <EmptyState title="All is answered">
          <p className={styles.paragraph}>No open option is past its expiration.</p>
        </EmptyState>
      )}
      {suggested.length > 1 && (
        <Button size="small" className={styles.all} onClick={() => answer(Object.fromEntries(suggested.map(({ key, likely }) => [key, { ...answers[key], how: likely! }])))}>
          Take all {suggested.length} suggestions
        </Button>
      )}
      {asks.map(({ key, contract, draft, price, problems }) => (
        <EndingCard key={key} contract={contract} draft={draft} price={price} problem={asked || draft.how !== "closed" ? problems[0] : undefined} onChange={(change) => answer({ [key]: { ...answers[key], ...change } })} />
      ))}
      {rows.length > 0 && <EffectCard title="Before you log it" rows={rows} effect={effect} />}
    </SubScreen>
  );

  async function submit() {
    const open = asks.find(({ problems }) => problems.length > 0);
    if (open || rows.length === 0 || (effect && effect.refusals.length > 0)) {
      flushSync(() => setAsked(true));
      form.current?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus();
      return;
    }
    const { view } = state;
    await action.run("Writing the answers…", async () => {
      const done = await logRows(rows, () => state.show(view));
      state.show(LIST);
      return done;
    });
  }
}

const useStyles = makeStyles({
  paragraph: { margin: 0 },
  all: { alignSelf: "start", fontWeight: tokens.fontWeightRegular },
});
