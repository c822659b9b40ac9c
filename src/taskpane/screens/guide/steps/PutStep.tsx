import type { Journal } from "../../../../actions";
import { annualLabel } from "./candidateWords";
import { FormField } from "../../../parts/FormField";
import type { GuideTyped } from "../useGuide";
import { CandidateList } from "./CandidateList";
import { LimitFields } from "./LimitFields";
import type { Plan } from "./plan";
import { Question, Small } from "./Question";
import { QuotesField } from "./QuotesField";
import { sentence } from "./sentence";

interface Props {
  readonly plan: Plan;
  readonly journal: Journal;
  readonly typed: GuideTyped;
  readonly today: number;
  readonly asked: boolean;
  readonly onChange: (more: Partial<GuideTyped>) => void;
}

/** Quotes in, puts out: judged by the user's rules, with every reason. */
export function PutStep({ plan, journal, typed, today, asked, onChange }: Props) {
  const { quotes, spot, screened, rules, rate } = plan;
  const there = quotes !== null && quotes.quotes.length > 0;
  const wrong = spot.number === null ? (spot.text.trim() === "" ? "Type the stock's price" : "It must be a number above zero") : undefined;
  return (
    <>
      <Question title="Which put?">{`Paste the puts of ${plan.ticker}: those that keep your rules stand first.`}</Question>
      <QuotesField
        text={typed.quotes}
        fileName={typed.fileName}
        quotes={quotes}
        isReading={plan.isReading}
        ticker={plan.ticker}
        pastedFor={typed.pastedFor}
        today={today}
        problem={asked && !there && typed.quotes.trim() === "" ? "Paste quotes first" : undefined}
        // another chain has other rows, and its own price
        onText={(text, fileName) => onChange({ quotes: text, fileName, pastedFor: plan.ticker, chosen: null, spot: undefined })}
      />
      {there && (
        <FormField field={{ name: "spot", label: "Stock with these quotes", unit: "$ a share", input: "number", required: true, hint: FROM[spot.from ?? "typed"] }} value={spot.text} problem={wrong} onChange={(text) => onChange({ spot: text })} onLeave={() => spot.text.trim() === "" && onChange({ spot: undefined })} />
      )}
      <LimitFields settings={journal.settings} limits={typed.limits} read={rules} onLimits={(limits) => onChange({ limits })} />
      {screened && "words" in screened && <p role="alert">{sentence(screened.words)}</p>}
      {screened && "candidates" in screened && <CandidateList screened={screened} chosen={typed.chosen} annual={annualLabel(journal.convention)} asked={asked} target={rules.rules.targetPrice} spot={spot.number ?? 0} rate={rate} mostDelta={rules.rules.mostDelta} onChoose={(chosen) => onChange({ chosen, contracts: undefined })} />}
      {screened && "candidates" in screened && screened.notes.map((note) => <Small key={note}>{sentence(note)}</Small>)}
    </>
  );
}

const FROM: Readonly<Record<"typed" | "quotes" | "Watchlist", string>> = { typed: "It is not written", quotes: "As the quotes say", Watchlist: "From the Watchlist" };
