import { makeStyles, tokens } from "@fluentui/react-components";
import { useEffect, useMemo, useRef, useState } from "react";
import { flushSync } from "react-dom";
import type { Journal } from "../../../actions";
import { moves } from "../../../calc";
import { dayOf } from "../../../journal/day";
import { type MoveDraft, type MoveField, type MoveKind, type MoveOn, emptyMove, moveFields, readMove } from "../../../journal/moveDraft";
import { day, figure, todayNumber } from "../../figures";
import { logRows } from "../../logRows";
import { rateOf } from "../../rateOf";
import { BottomBar } from "../../parts/BottomBar";
import { EffectCard } from "../../parts/EffectCard";
import { EffectStrip } from "../../parts/EffectStrip";
import { FormField } from "../../parts/FormField";
import { OutlookCard } from "../../parts/OutlookCard";
import { fieldGrid } from "../../parts/styles";
import { usualFees } from "../log/usualFees";
import { missingWords } from "../log/missingWords";
import type { PositionsProps } from "./positionsProps";
import { daysWords, levelWords, moneynessWords, moveWords } from "./positionWords";
import { RollQuotes } from "./RollQuotes";
import { SubScreen } from "./SubScreen";
import { LIST } from "./usePositions";

interface Props extends PositionsProps {
  readonly journal: Journal;
  readonly on: MoveOn;
  readonly move: MoveKind;
  readonly typed: Partial<MoveDraft>;
  readonly onBack: () => void;
}

/** One move on one position: what is not known yet is typed, the rows and what they do are shown, one press writes them. */
export function MoveScreen({ journal, action, said, state, on, move, typed, onBack }: Props) {
  const styles = useStyles();
  const form = useRef<HTMLFormElement>(null);
  const [left, setLeft] = useState<ReadonlySet<MoveField>>(new Set());
  const [asked, setAsked] = useState(false);
  const { holding, contract } = on;
  const price = journal.watchlist.find(({ ticker }) => ticker === holding.ticker)?.price ?? null;
  const today = todayNumber();
  const words = moveWords(move, contract, holding.ticker);
  const fields = moveFields(move, on);
  const draft = draftOf(journal, { move, on, typed, today });
  const { rows, problems, warnings } = readMove(move, on, draft);
  // worked out again only when what is typed or read is another
  const known = JSON.stringify(rows);
  // eslint-disable-next-line react-hooks/exhaustive-deps
  const effect = useMemo(() => (rows ? moves.effectOf(journal.trades, rows) : null), [journal.trades, known]);
  const elsewhere = problems.filter(({ field }) => !fields.some(({ name }) => name === field));

  // the button that opened this is gone: the focus goes on to what is still to be typed
  useEffect(() => {
    if (!document.hasFocus() || document.activeElement !== document.body) return;
    const empty = fields.find(({ name, required }) => required && draft[name] === "");
    focusOn((empty ?? fields[0])?.name);
    // once, when the form appears
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, []);

  const writing = action.busy !== null;
  return (
    <SubScreen
      title={words.title}
      under={situation(on, { price, today })}
      form={form}
      writing={writing}
      onBack={onBack}
      onSubmit={() => void submit()}
      bar={
        <>
          {said}
          <EffectStrip effect={effect} />
          <BottomBar primary={{ label: words.press, submits: true }} busy={action.busy} />
        </>
      }
    >
      {move === "roll" && contract?.type === "Put" && contract.side === "short" && (
        <RollQuotes
          journal={journal}
          contract={contract}
          draft={draft}
          today={today}
          quotes={state.quotes}
          onQuotes={state.paste}
          spots={state.spots}
          onRoll={(terms) => state.show({ kind: "move", move, key: keyOf(on), typed: { ...typed, ...terms } })}
          onClose={(terms) => state.show({ kind: "move", move: "close", key: keyOf(on), typed: terms })}
        />
      )}
      <div className={styles.grid}>
        {fields.map((field) => (
          <FormField
            key={field.name}
            field={field}
            value={draft[field.name]}
            problem={wordsAt(problems, field.name)}
            warning={wordsAt(warnings, field.name)}
            onChange={(value) => state.show({ kind: "move", move, key: keyOf(on), typed: { ...typed, [field.name]: value } })}
            onLeave={() => setLeft((now) => new Set(now).add(field.name))}
          />
        ))}
      </div>
      <EffectCard
        title="Before you log it"
        rows={rows ?? []}
        effect={effect}
        more={move === "close" && contract ? earned(contract, rows?.[0]?.price ?? null) : []}
        instead={rows ? undefined : (elsewhere[0]?.words ?? missingWords(fields, draft))}
      />
      {looksAhead(move, typed) && (
        <OutlookCard
          type={contract?.type ?? "Call"}
          sale={rows?.find(({ action }) => action === "Sell to open") ?? null}
          effect={effect}
          ticker={holding.ticker}
          date={dayOf(draft.date)}
          today={today}
          watchlist={journal.watchlist}
          rate={rateOf(journal.settings)}
          spots={state.spots}
        />
      )}
      <p className={styles.small}>Enter logs it, Esc goes back.</p>
    </SubScreen>
  );

  function wordsAt(list: typeof problems, name: MoveField): string | undefined {
    return asked || left.has(name) ? list.find(({ field }) => field === name)?.words : undefined;
  }

  async function submit() {
    if (!rows || !effect || effect.refusals.length > 0) {
      flushSync(() => setAsked(true));
      focusOn(problems[0]?.field ?? "quantity");
      return;
    }
    const { view } = state;
    await action.run(words.busy, async () => {
      const done = await logRows(rows, () => state.show(view));
      state.show(LIST);
      return done;
    });
  }

  function focusOn(name: MoveField | undefined) {
    form.current?.querySelector<HTMLElement>(`[name="${name ?? ""}"]`)?.focus();
  }
}

/** Typed text, and around it what can be taken for granted: the fees are those of the number that stands there. */
function draftOf(journal: Journal, { move, on, typed, today }: { move: MoveKind; on: MoveOn; typed: Partial<MoveDraft>; today: number }): MoveDraft {
  const empty = emptyMove(move, on, today);
  const quantity = typed.quantity ?? empty.quantity;
  const charged = move === "close" || move === "roll" || move === "sellCall";
  const fees = charged ? usualFees(journal.trades, "Buy to close", quantity) : "";
  return { ...empty, fees, newFees: fees, ...typed };
}

/** The terms of an option that is sold are being typed: from then on its picture has its place, below all that is typed. */
function looksAhead(move: MoveKind, { strike, expiry, price, newPrice }: Partial<MoveDraft>): boolean {
  if (move === "roll") return [strike, expiry, newPrice].some(Boolean);
  return move === "sellCall" && [strike, price].some(Boolean);
}

const keyOf = ({ contract, holding }: MoveOn): string => (contract ? moves.keyOfContract(contract) : moves.keyOfHolding(holding));

/** "20 Mar 2026, 12 days, 0.80 in the money at 47.20. Sold at 2.35, break-even 46.57." */
function situation({ contract, holding }: MoveOn, { price, today }: { price: number | null; today: number }): string {
  const at = price === null ? "" : ` at ${figure(price, "price")}`;
  if (contract) {
    const moneyness = price === null ? "" : `, ${moneynessWords(contract, price)}${at}`;
    const level = levelWords(contract);
    const opened = `${contract.side === "short" ? "Sold" : "Bought"} at ${figure(contract.premium, "price")}`;
    return `${day(contract.expiry)}, ${daysWords(contract.expiry - today)}${moneyness}. ${opened}${level === opened ? "" : `, ${level.charAt(0).toLowerCase()}${level.slice(1)}`}.`;
  }
  const { bases } = holding.shares ?? {};
  return bases ? `A share${at ? `,${at}` : ""}: strike cost ${figure(bases.strikeCost, "price")}, tax basis ${figure(bases.taxBasis, "price")}, net stock cost ${figure(bases.netStockCost, "price")}.` : "";
}

/** What a buy-back at this price leaves of the premium. */
function earned({ side, premium }: moves.OpenContract, price: number | null) {
  if (side === "long" || premium <= 0 || price === null) return [];
  return [{ label: "Share of the maximum profit", note: "before fees", after: moves.profitShare({ premium, mark: price }), format: "percent" as const }];
}

const useStyles = makeStyles({
  grid: fieldGrid,
  small: { margin: 0, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, color: tokens.colorNeutralForeground3 },
});
