import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { type Trade, portfolio } from "../../../../calc";
import type { Journal } from "../../../../actions";
import { closedExpiryWords } from "../../../../journal/closedExpiry";
import { readNumber } from "../../../../journal/numberText";
import { day, figure, money, share } from "../../../figures";
import { Card } from "../../../parts/Card";
import { FormField } from "../../../parts/FormField";
import { type Line, Lines } from "../../../parts/Lines";
import { tradeInWords } from "../../../words";
import { paneTokens } from "../../../theme";
import type { GuideTyped } from "../useGuide";
import type { Plan, Put } from "./plan";
import { Question, Small } from "./Question";

interface Props {
  readonly plan: Plan;
  readonly chosen: Put;
  readonly sale: Trade;
  readonly trades: Journal["trades"];
  /** The log has more than one account. */
  readonly several: boolean;
  /** The log form holds something already. */
  readonly replaces: boolean;
  /** Is there a sheet to keep the plan on? */
  readonly keeps: boolean;
  /** One of the two that the button at the bottom does together. */
  readonly onKeep: () => void;
  readonly onRecord: () => void;
  readonly onChange: (more: Partial<GuideTyped>) => void;
}

/** What comes of it if the shares are put to one: asked before the sale, not after. */
export function SaleStep({ plan, chosen, sale, trades, several, replaces, keeps, onKeep, onRecord, onChange }: Props) {
  const styles = useStyles();
  const { planned, spot, ticker, distress } = plan;
  const warnings = warningsOn(plan, chosen, sale);
  return (
    <>
      <Question title="And if they are assigned?">{`${sale.action} ${tradeInWords(sale)}${several ? `\u00a0· ${sale.account}` : ""}`}</Question>
      {warnings.length > 0 && (
        <Card warn title="Before you sell">
          <ul className={styles.list}>
            {warnings.map((words) => (
              <li key={words}>{words}</li>
            ))}
          </ul>
        </Card>
      )}
      {planned && (
        <>
          <Card title="You own the shares">
            <Lines lines={assignedLines(planned, plan)} />
          </Card>
          <Card title={`All of ${ticker} at the expiration, premiums inside`}>
            <Lines lines={planned.results.map(({ fall, price, result }) => ({ label: fall === 0 ? "Where it is now" : `${share(fall)} lower`, note: `at ${figure(price, "price")}`, value: money(result), negative: result < 0 }))} />
            <div className={styles.distress}>
              <FormField field={{ name: "distress", label: "A loss that would cost you sleep", unit: "$", input: "number", required: false, hint: distressWords(plan, sale, trades) }} value={distress.text} problem={distressProblem(distress.text)} onChange={(text) => onChange({ distress: text })} onLeave={() => undefined} />
            </div>
          </Card>
          <Card title="If everything goes wrong at once">
            <Lines lines={stressLines(planned)} />
            <Small>{planned.unpriced.length > 0 ? `Without ${planned.unpriced.join(", ")}: no price on the Watchlist. ` : ""}Every stock lower: at the expirations, premiums inside. In a sell-off stocks fall together, and puts of all expirations are assigned together: count on it.</Small>
          </Card>
        </>
      )}
      {spot.number !== null && chosen.strike > spot.number && <Small>The put is in the money: part of its premium is the difference to the strike, no income.</Small>}
      <Small>
        {keeps ? "The next press keeps the plan on the Plans sheet, with every rule that it breaks, and fills in the log form" : "The next press fills in the log form"}; there you see the row, its fees and what it does, and log it.{replaces ? " What stands in that form now is replaced." : ""}
        {keeps ? "" : " To keep plans, lay out the journal: its Plans sheet is missing."}
      </Small>
      {keeps && (
        <div className={styles.only}>
          <Button size="small" onClick={onKeep}>
            Only keep the plan
          </Button>
          <Button size="small" onClick={onRecord}>
            Only record the sale
          </Button>
        </div>
      )}
    </>
  );
}

function assignedLines({ shares, cost, paid, cash, share: part }: portfolio.PlannedSale, { rules, watched }: Plan): Line[] {
  const { targetPrice } = rules.rules;
  const mostShares = watched?.mostShares ?? null;
  return [
    { label: "Shares", value: figure(shares, "count") },
    { label: "They cost", note: "at the strike", value: money(cost) },
    { label: "Really paid", note: targetPrice === null ? "a share, after the premium" : `a share; your price is ${figure(targetPrice, "price")}`, value: figure(paid, "price"), negative: targetPrice !== null && paid > targetPrice },
    ...(cash ? [{ label: "Cash then", value: money(cash.then), negative: cash.then < 0 }, { label: "Free of it", note: cash.setAside === 0 ? "nothing is set aside for other puts" : `${money(cash.setAside)} are set aside for other puts`, value: money(cash.free), negative: cash.free < 0 }] : [{ label: "Cash then", note: "the cash is not known", value: "–" }]),
    ...(part === null ? [] : [{ label: "Share of cash and shares", note: `limit ${share(rules.rules.mostTickerShare)}`, value: share(part), negative: part > rules.rules.mostTickerShare }]),
    ...(mostShares === null ? [] : [{ label: "Most shares", note: "on your Watchlist", value: figure(mostShares, "count") }]),
  ];
}

/** The whole book: every put assigned, every stock lower. */
function stressLines({ allAssigned: { needed, left }, results }: portfolio.PlannedSale): Line[] {
  return [
    { label: "All puts assigned", note: "cash needed, this one included", value: money(needed) },
    { label: "Cash left then", note: left === null ? "the cash is not known" : left < 0 ? "you would not have it" : "beside what the shares cost", value: left === null ? "–" : money(left), negative: left !== null && left < 0 },
    ...results.filter(({ fall }) => fall > 0).map(({ fall, wholeBook }) => ({ label: `Every stock ${share(fall)} lower`, value: money(wholeBook), negative: wholeBook < 0 })),
  ];
}

/** Rules that are not kept, dates that lie inside the put's life, and room that is not there. */
function warningsOn({ watched, size, asOf }: Plan, { reasons, expiry }: Put, { quantity, date }: Trade): string[] {
  const fit = portfolio.contractsThatFit(size);
  const inside = (at: number | null): at is number => at !== null && at >= date && at <= expiry;
  const [earnings, exDate] = [watched?.earnings ?? null, watched?.exDate ?? null];
  const closed = closedExpiryWords(expiry);
  return [
    ...reasons,
    ...(fit !== null && quantity > fit ? [`your limits leave room for ${fit}, and this is ${quantity}`] : []),
    ...(inside(earnings) ? [`earnings on ${day(earnings)}: the stock may jump while the put is open`] : []),
    ...(inside(exDate) ? [`ex-date on ${day(exDate)}: the price falls by the dividend that day`] : []),
    ...(asOf !== date ? [`the quotes are of ${day(asOf)}: what you are paid may be another price`] : []),
    ...(closed === null ? [] : [closed]),
    ...(expiry < date ? [`it expired on ${day(expiry)}`] : []),
  ].map((words) => `${words.charAt(0).toUpperCase()}${words.slice(1)}`);
}

function distressProblem(text: string): string | undefined {
  const read = readNumber(text);
  if ("problem" in read) return `It ${read.problem}`;
  return read.number !== null && read.number <= 0 ? "It must be above zero" : undefined;
}

function distressWords({ spot, ticker, distress: { amount } }: Plan, sale: Trade, trades: Journal["trades"]): string {
  if (amount === null || spot.number === null) return "Then it says how far the stock may fall; it is not written";
  const price = portfolio.priceOfDistress(trades, sale, { spot: spot.number, distress: amount });
  if (price === null) return `Not even with ${ticker} at nothing is as much lost`;
  return price >= spot.number ? "That much is lost already" : `Lost with ${ticker} at ${figure(price, "price")}, ${share((spot.number - price) / spot.number)} lower`;
}

const useStyles = makeStyles({
  list: { margin: 0, paddingInlineStart: "16px", color: paneTokens.paneWarn, overflowWrap: "anywhere" },
  only: { display: "flex", flexWrap: "wrap", gap: "6px" },
  distress: { marginBlockStart: "8px", paddingBlockStart: "8px", borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
});
