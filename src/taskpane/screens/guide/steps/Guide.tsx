import { Button, makeStyles, shorthands, tokens } from "@fluentui/react-components";
import { useRef, useState, type FormEvent } from "react";
import { flushSync } from "react-dom";
import type { Journal } from "../../../../actions";
import { keepPlan } from "../../../../actions/keepPlan";
import { dayText } from "../../../../journal/day";
import { cashOf } from "../../../cashOf";
import { priceText, todayNumber } from "../../../figures";
import { BottomBar } from "../../../parts/BottomBar";
import { Screen } from "../../../parts/Screen";
import type { GuideProps } from "../guideProps";
import { STEPS, type Step } from "../useGuide";
import { planToKeep } from "./keptWords";
import { type Plan, usePlan } from "./plan";
import { PriceStep } from "./PriceStep";
import { PutStep } from "./PutStep";
import { SaleStep } from "./SaleStep";
import { SizeStep } from "./SizeStep";
import { Stepper } from "./Stepper";
import { StockStep } from "./StockStep";
import { useKeptPlans } from "./useKeptPlans";

/** The five steps: a stock, one's own price, a put, how many, and what becomes of it. Nothing is written before the log form. */
export function Guide({ journal, action, said, state, form, top, onShow, onOpen }: GuideProps & { journal: Journal }) {
  const styles = useStyles();
  const element = useRef<HTMLFormElement>(null);
  const [asked, setAsked] = useState<Step | null>(null);
  const { step, typed, change } = state;
  const today = todayNumber();
  const plan = usePlan(journal, typed, today);
  const reach = reachOf(plan);
  const keptPlans = useKeptPlans(journal);
  const keeps = keptPlans.kept !== null;
  const shown = STEPS.indexOf(step) > reach ? STEPS[reach]! : step;
  const wrong = asked === shown;
  const known = cashOf(journal);

  return (
    <form ref={element} className={styles.form} noValidate onSubmit={submit}>
      <Screen label="Plan" bar={<>{said}<BottomBar primary={{ label: shown === "Sale" && keeps ? "Keep the plan, record the sale" : LABELS[shown], submits: true }} busy={action.busy} /></>}>
        {top}
        <Stepper step={shown} reach={reach} onGo={go} />
        <fieldset className={styles.fields} disabled={action.busy !== null}>
          {shown === "Stock" && <StockStep plan={plan} journal={journal} text={typed.ticker} problem={wrong && plan.ticker === "" ? "Type a ticker" : undefined} kept={keptPlans} onShow={onShow} onType={(ticker) => change({ ticker, target: undefined, why: undefined, chosen: null, contracts: undefined })} />}
          {shown === "Price" && <PriceStep plan={plan} problem={targetProblem(plan)} onChange={change} />}
          {shown === "Put" && <PutStep plan={plan} journal={journal} typed={typed} today={today} asked={wrong} onChange={change} />}
          {shown === "Size" && plan.chosen && <SizeStep plan={plan} chosen={plan.chosen} typed={typed} known={known} accounts={journal.accounts} asked={wrong} onChange={change} />}
          {shown === "Sale" && plan.chosen && plan.sale && <SaleStep plan={plan} chosen={plan.chosen} sale={plan.sale} trades={journal.trades} several={journal.accounts.length > 1} replaces={Boolean(form.typed.values.strike ?? form.typed.values.price)} keeps={keeps} onKeep={() => void keep()} onRecord={record} onChange={change} />}
        </fieldset>
        {typed.ticker !== "" && (
          <div>
            <Button size="small" appearance="subtle" className={styles.over} onClick={startOver}>
              Start over
            </Button>
          </div>
        )}
      </Screen>
    </form>
  );

  function submit(event: FormEvent) {
    event.preventDefault();
    if (action.busy !== null) return;
    const at = STEPS.indexOf(shown);
    if (shown === "Sale") return keeps ? void keep(record) : record();
    // decided here: a limit that is moved later warns, and does not take the number away
    if (shown === "Size") change({ contracts: plan.contracts });
    if (at < reach) return go(STEPS[at + 1]!);
    flushSync(() => setAsked(shown));
    element.current?.querySelector<HTMLElement>("[aria-invalid=true], fieldset [role=radiogroup] input[type=radio][tabindex='0'], fieldset [name]")?.focus();
  }

  /** The focus goes on to what is asked first; where nothing is, to the button. */
  function go(next: Step) {
    flushSync(() => {
      setAsked(null);
      state.go(next);
    });
    const first = FIRST[next];
    (element.current?.querySelector<HTMLElement>(first) ?? element.current?.querySelector<HTMLElement>("footer button[type=submit]"))?.focus();
    element.current?.querySelector("main")?.scrollTo?.({ top: 0 });
  }

  function startOver() {
    const { typed: before, step: at } = state;
    state.clear();
    action.say({ kind: "done", done: { words: "The plan is empty.", undo: async () => {
      state.change(before);
      state.go(at);
      return { words: "The plan is back." };
    } } });
  }

  /** Onto the Plans sheet. What is done then is said together with it. */
  async function keep(then?: () => void) {
    const { sale, chosen } = plan;
    if (!sale || !chosen) return;
    await action.run("Keeping the plan…", async () => {
      const done = await keepPlan(planToKeep(plan, chosen, sale));
      then?.();
      return done;
    });
  }

  /** Into the log form, which shows the row and logs it. */
  function record() {
    if (!plan.sale) return;
    const { date, account, ticker, quantity, strike, expiry, price, notes } = plan.sale;
    form.restore({ action: "Sell to open", values: { date: dayText(date), ...(typed.account !== undefined && { account }), ticker, type: "Put", quantity: String(quantity), strike: String(strike), expiry: dayText(expiry!), price: priceText(price!), ...(notes !== "" && { notes }) } });
    onOpen("log");
  }
}

const LABELS: Readonly<Record<Step, string>> = { Stock: "Next: your price", Price: "Next: the put", Put: "Next: how many", Size: "Next: if assigned", Sale: "Record the sale" };
const FIRST: Readonly<Record<Step, string>> = { Stock: "[name=ticker]", Price: "[name=target]", Put: "[name=quotes]", Size: "[name=contracts]", Sale: "footer button[type=submit]" };

/** How far one has come: the last step that can be shown. */
function reachOf({ ticker, rules, chosen, sale, spot }: Plan): number {
  if (ticker === "") return 0;
  if (rules.problems.some((words) => words.startsWith("Target price "))) return 1;
  if (!chosen || spot.number === null) return 2;
  return sale ? 4 : 3;
}

const targetProblem = ({ rules }: Plan): string | undefined => rules.problems.find((words) => words.startsWith("Target price "));

const useStyles = makeStyles({
  form: { display: "contents" },
  fields: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalL, minWidth: 0, margin: 0, padding: 0, ...shorthands.borderStyle("none") },
  over: { marginInlineStart: "-8px" },
});
