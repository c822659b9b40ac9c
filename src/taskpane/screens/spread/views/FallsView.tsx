import { makeStyles } from "@fluentui/react-components";
import { useDeferredValue, useMemo } from "react";
import { CalcError, portfolio } from "../../../../calc";
import { figure, share } from "../../../figures";
import { Card } from "../../../parts/Card";
import { FormField } from "../../../parts/FormField";
import { fieldGrid } from "../../../parts/styles";
import { Table, type TableRow } from "../../../parts/Table";
import { Question, Small } from "../../guide/steps/Question";
import { Honest } from "./Honest";
import { type Asked, askedBetween } from "./limits";
import { pricesOf } from "./prices";
import type { ViewProps } from "./viewProps";
import { dollars, part } from "./words";

/** What one fall of all prices does, today's correlation beside that of a sell-off, and how far each stock may fall. docs/spec/portfolio.md §6–§8. */
export function FallsView({ journal, books, today, typed, limits, onChange }: ViewProps) {
  const styles = useStyles();
  const average = pricesOf(typed.prices)?.found?.average ?? null;
  const todays = typed.correlation ?? String(average === null ? USUAL : Number(Math.min(1, Math.max(0, average)).toFixed(2)));
  const asked = {
    fall: askedBetween(typed.fall, 1, 99), volatility: askedBetween(typed.volatility, 0, 200),
    today: askedBetween(todays, 0, 1), stress: askedBetween(typed.stressCorrelation, 0, 1),
  };
  const known = useDeferredValue(JSON.stringify([asked.fall.number, asked.volatility.number, asked.today.number, asked.stress.number]));
  const stressed = useMemo(() => {
    const [fall, volatility, ...correlations] = JSON.parse(known) as (number | null)[];
    return stressOf({ journal, books, today, rate: limits.rate }, fall ?? null, volatility ?? null, correlations);
  }, [journal, books, today, limits.rate, known]);
  const [risks, together] = useMemo(() => {
    const asked = { distress: limits.distress.number, mostDrawdown: limits.mostDrawdown };
    return [portfolio.risks(books, journal.watchlist, asked), portfolio.together(books, journal.watchlist, asked)] as const;
  }, [books, journal.watchlist, limits.distress.number, limits.mostDrawdown]);
  const field = (name: keyof typeof FIELDS, { text, problem }: Asked, set: (text: string) => void, hint = "") => (
    <FormField field={{ name, label: FIELDS[name][0], unit: FIELDS[name][1], input: "number", required: true, hint }} value={text} problem={problem} onChange={set} onLeave={() => undefined} />
  );
  return (
    <>
      <Question title="And if all fall at once?">Every price falls today, every volatility rises, and no time passes.</Question>
      <div className={styles.grid}>
        {field("fall", asked.fall, (fall) => onChange({ fall }))}
        {field("volatility", asked.volatility, (volatility) => onChange({ volatility }))}
        {field("correlation", asked.today, (correlation) => onChange({ correlation }), typed.correlation !== undefined ? "" : average === null ? "A guess: paste prices under Together" : "From the prices under Together")}
        {field("stressCorrelation", asked.stress, (stressCorrelation) => onChange({ stressCorrelation }), "Sell-offs: 0.6 to 0.9")}
      </div>
      {stressed && (
        <Card title={`Every price ${share(stressed.fall)} lower`}>
          <Table caption="The book after the fall" headers={["Ticker", "Change", "Assigned"]} rows={stressed.rows.map(stressRow)} />
          <Small>Change of what all of it is worth, by the pricing model. Assigned: contracts of sold puts in the money then.</Small>
        </Card>
      )}
      {stressed && (
        <Card title="Chance that at least half of the puts are assigned">
          {stressed.chances ? (
            <Table caption="Chance that at least half of the puts are assigned" headers={["Correlation", "Now", "After the fall"]} rows={stressed.chances.map(({ name, correlation, now, then }) => ({ key: name, name: `${name} (${figure(correlation, "count")})`, cells: [part(now), part(then)] }))} />
          ) : (
            <Small>{stressed.noChance}</Small>
          )}
          <Small>Risk-neutral, no forecast: what it is good for is how much of it comes from the correlation alone.</Small>
        </Card>
      )}
      <Card title="How far each may fall, and all together">
        <div className={styles.above}>
          <FormField field={{ name: "bookDistress", label: "Distress amount", unit: "$", input: "number", required: false, hint: typed.distress === undefined && limits.distress.number !== null ? "From Settings: a loss on one stock that would cost you sleep" : "A loss on one stock that would cost you sleep" }} value={limits.distress.text} problem={limits.distress.problem} onChange={(distress) => onChange({ distress })} onLeave={() => undefined} />
        </div>
        <Table caption="How far each may fall" headers={["Ticker", "Result now", "Drawdown", "May fall"]} rows={[...risks.map((risk) => riskRow(risk, limits.distress.number)), ...(together ? [togetherRow(together, limits.distress.number)] : [])]} />
        <Small>{`Premiums inside, as if prices stayed so until the expirations. Drawdown: the loss on what is tied up, warned of above ${share(limits.mostDrawdown)}. May fall: until the distress amount is lost; all together: every price by the same share.`}</Small>
      </Card>
      <Honest title="What this does" does={DOES} doesNot={DOES_NOT} />
    </>
  );
}

const DOES = ["show at once what a diversified, staggered book does on one bad day: all puts are open on it."];
const DOES_NOT = ["know betas: every price falls by the same share.", "say how likely such a day is."];
/** Of large US stocks in calm years; it says beside it that it is no more than that. */
const USUAL = 0.3;

const FIELDS = {
  fall: ["Fall", "%"], volatility: ["Volatility up", "points"], correlation: ["Correlation today", ""], stressCorrelation: ["In a sell-off", ""],
} as const;

interface Stressed {
  readonly fall: number;
  readonly rows: readonly portfolio.StressRow[];
  readonly chances: readonly { readonly name: string; readonly correlation: number; readonly now: number | null; readonly then: number | null }[] | null;
  /** Why there are no chances. */
  readonly noChance: string;
}

function stressOf({ journal, books, today, rate }: Pick<ViewProps, "journal" | "books" | "today"> & { readonly rate: number }, fall: number | null, points: number | null, correlations: readonly (number | null)[]): Stressed | null {
  if (fall === null || points === null) return null;
  const shock = { shock: -fall / 100, volatilityShock: points / 100, asOf: today, rate };
  const rows = portfolio.stress(books, journal.watchlist, { ...shock, correlation: null });
  const known = correlations.flatMap((correlation, at) => (correlation === null ? [] : [{ name: NAMES[at]!, correlation }]));
  try {
    const chances = known.map(({ name, correlation }) => {
      const [now, then] = portfolio.stress(books, journal.watchlist, { ...shock, correlation }).slice(-2);
      return { name, correlation, now: now?.assigned ?? null, then: then?.assigned ?? null };
    });
    return { fall: fall / 100, rows, chances: chances.length > 0 ? chances : null, noChance: "Type a correlation from 0 to 1." };
  } catch (error) {
    if (error instanceof CalcError) return { fall: fall / 100, rows, chances: null, noChance: "No sold put is open whose chance is known: a price and a volatility on the Watchlist are needed." };
    throw error;
  }
}
const NAMES = ["Today", "Sell-off"] as const;

function stressRow({ ticker, priceNow, putsLoss, total, assigned }: portfolio.StressRow): TableRow {
  const words = [priceNow, putsLoss].find((cell) => typeof cell === "string");
  return { key: ticker, name: ticker, note: typeof words === "string" ? words : undefined, cells: [dollars(total), assigned === null ? "–" : figure(assigned, "count")], tone: ticker === "Total" ? "total" : words ? "warn" : undefined };
}

function riskRow({ ticker, result, drawdown, worstDrop, distressPrice, state }: portfolio.RiskRow, distress: number | null): TableRow {
  const where = distress === null || result === null ? "" : distressPrice === null ? "even at nothing not as much is lost" : `lost at ${figure(distressPrice, "price")}`;
  const note = [state, where].filter((words) => words !== "").join("; ");
  return { key: ticker, name: ticker, note, cells: [dollars(result), part(drawdown), distress === null ? "–" : part(worstDrop)], tone: state === "" ? undefined : "warn" };
}

function togetherRow({ ticker, result, drawdown, worstDrop, state }: portfolio.RiskRow, distress: number | null): TableRow {
  const where = distress !== null && worstDrop === 1 ? "even with all at nothing not as much is lost" : "";
  return { key: ticker, name: ticker, note: [state, where].filter((words) => words !== "").join("; "), cells: [dollars(result), part(drawdown), distress === null ? "–" : part(worstDrop)], tone: "total" };
}

const useStyles = makeStyles({
  grid: { ...fieldGrid, rowGap: "8px" },
  above: { marginBlockEnd: "8px" },
});
