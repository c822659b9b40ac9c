import { Field, makeStyles, Select, shorthands, tokens } from "@fluentui/react-components";
import { useEffect, useRef, useState, type FormEvent, type KeyboardEvent } from "react";
import { flushSync } from "react-dom";
import { layOutJournal } from "../../../actions";
import { type Action, STANDARD } from "../../../calc";
import { dayOf } from "../../../journal/day";
import { fieldsFor, readDraft } from "../../../journal/draft";
import type { Draft } from "../../../journal/form";
import { previewTrade } from "../../../journal/preview";
import { day, nowNumber, todayNumber } from "../../figures";
import { logRows } from "../../logRows";
import { rateOf } from "../../rateOf";
import { BottomBar } from "../../parts/BottomBar";
import { EffectCard } from "../../parts/EffectCard";
import { EffectStrip } from "../../parts/EffectStrip";
import { OutlookCard } from "../../parts/OutlookCard";
import { PreviewCard } from "../../parts/PreviewCard";
import { PreviewStrip } from "../../parts/PreviewStrip";
import { Screen } from "../../parts/Screen";
import { ACTION_GROUPS, ACTION_MEANING, tradeInWords } from "../../words";
import type { ScreenProps } from "../screenProps";
import { missingWords } from "./missingWords";
import { TradeFields } from "./TradeFields";
import type { DraftForm } from "./useDraft";
import { useEffectOf } from "./useEffectOf";

/** One question: what happened? The fields that it needs, what it will come to, one press. */
export function LogScreen({ journal, action, said, form }: ScreenProps & { form: DraftForm }) {
  const styles = useStyles();
  const element = useRef<HTMLFormElement>(null);
  const [asked, setAsked] = useState(false);
  const [writing, setWriting] = useState(false);
  const { draft } = form;
  const { trade, problems, warnings } = readDraft(draft);
  const fields = fieldsFor(draft.action, draft.type);
  const lines = trade ? previewTrade(trade, journal?.convention ?? STANDARD) : [];
  const effect = useEffectOf(trade, journal?.trades ?? NO_TRADES);
  const absent = journal?.state === "absent" || journal?.state === "incomplete";

  // opened by the button of another screen, which is gone: the focus goes on to the first question
  useEffect(() => {
    if (document.hasFocus() && document.activeElement === document.body) focusOn("action");
  }, []);

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (!trade) {
      flushSync(() => setAsked(true));
      const first = fields.find(({ name }) => problems.some(({ field }) => field === name));
      if (first) focusOn(first.name);
      return;
    }
    const { typed } = form;
    const focused = element.current?.contains(document.activeElement) ? (document.activeElement as HTMLElement) : null;
    setWriting(true);
    const written = await action.run(absent ? "Laying out the journal…" : "Writing the trade…", async () => {
      if (absent) await layOutJournal(nowNumber());
      return logRows([trade], () => form.restore(typed));
    });
    flushSync(() => {
      setWriting(false);
      if (!written) return;
      setAsked(false);
      form.next();
    });
    // a field that is switched off lets go of the focus; who has gone elsewhere meanwhile stays there
    if (!focused || document.activeElement !== document.body) return;
    if (written) focusOn("action");
    else focused.focus();
  }

  function focusOn(name: string) {
    element.current?.querySelector<HTMLElement>(`[name="${name}"]`)?.focus();
  }

  function clearOnEscape(event: KeyboardEvent) {
    const { typed } = form;
    if (event.key !== "Escape" || action.busy !== null || Object.keys(typed.values).length === 0) return;
    // else office.js takes the focus back to the sheet as well; on an empty form it may
    event.preventDefault();
    event.stopPropagation();
    setAsked(false);
    form.clear();
    const undo = async () => {
      form.restore(typed);
      return { words: "What you had typed is back." };
    };
    action.say({ kind: "done", done: { words: "The form is empty.", undo } });
  }

  return (
    <form ref={element} className={styles.form} noValidate onSubmit={(event) => void submit(event)} onKeyDown={clearOnEscape}>
      <Screen
        label="Log a trade"
        bar={
          <>
            {said}
            {effect ? <EffectStrip effect={effect} /> : <PreviewStrip lines={lines} />}
            <BottomBar primary={{ label: absent ? "Lay out the journal and log trade" : "Log trade", submits: true }} busy={action.busy} />
          </>
        }
      >
        {/* while it is written nothing can be typed: the form is emptied for the next leg when that is done */}
        <fieldset className={styles.fields} disabled={writing}>
          <Field label="Action" hint={ACTION_MEANING[draft.action]}>
            <Select name="action" value={draft.action} onChange={(_, data) => choose(data.value as Action)}>
              {ACTION_GROUPS.map(({ label, actions }) => (
                <optgroup key={label} label={label}>
                  {actions.map((each) => (
                    <option key={each}>{each}</option>
                  ))}
                </optgroup>
              ))}
            </Select>
          </Field>
          <TradeFields form={form} fields={fields} problems={problems} warnings={warnings} all={asked} accounts={journal?.accounts ?? []} tickers={journal?.tickers ?? []}>
            {trade && effect ? (
              <EffectCard title={BEFORE} rows={[trade]} effect={effect} more={lines.filter(({ label }) => label === "Days").map(({ value, ...line }) => ({ ...line, after: value }))} />
            ) : (
              <PreviewCard
                title={BEFORE}
                {...(trade
                  ? { aside: day(trade.date), row: `${trade.action} ${tradeInWords(trade)}`, lines }
                  : { lines: [], instead: missingWords(fields, draft) })}
              />
            )}
          </TradeFields>
          {looksAhead(draft) && (
            <OutlookCard
              type={draft.type}
              sale={trade}
              effect={effect}
              ticker={draft.ticker.trim().toUpperCase()}
              date={dayOf(draft.date)}
              today={todayNumber()}
              watchlist={journal?.watchlist ?? []}
              rate={rateOf(journal?.settings ?? [])}
              spots={form.spots}
            />
          )}
        </fieldset>
        <p className={styles.small}>Enter logs it, Esc empties the form.</p>
        {absent && <p className={styles.small}>This workbook has no complete journal yet. What is missing is laid out first; nothing of yours is changed.</p>}
      </Screen>
    </form>
  );

  function choose(next: Action) {
    setAsked(false);
    form.choose(next);
  }
}

/** An option is being sold, and its terms are being typed: from then on its picture has its place, below all that is typed. */
function looksAhead(draft: Draft): draft is Draft & { readonly type: "Put" | "Call" } {
  return draft.action === "Sell to open" && (draft.strike.trim() !== "" || draft.price.trim() !== "");
}

const BEFORE = "Before you log it";
const NO_TRADES: readonly [] = [];

const useStyles = makeStyles({
  form: { display: "contents" },
  fields: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalL, minWidth: 0, margin: 0, padding: 0, ...shorthands.borderStyle("none") },
  small: { margin: 0, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, color: tokens.colorNeutralForeground3 },
});
