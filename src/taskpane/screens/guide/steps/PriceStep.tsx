import { makeStyles } from "@fluentui/react-components";
import { figure, share } from "../../../figures";
import { FormField } from "../../../parts/FormField";
import type { GuideTyped } from "../useGuide";
import type { Plan } from "./plan";
import { Question, Small } from "./Question";

interface Props {
  readonly plan: Plan;
  readonly problem: string | undefined;
  readonly onChange: (more: Partial<GuideTyped>) => void;
}

/** One's own price, and the reason: decided before any quote is looked at. */
export function PriceStep({ plan, problem, onChange }: Props) {
  const styles = useStyles();
  const { watched, rules, why, target } = plan;
  const { targetPrice } = rules.rules;
  const price = watched?.price ?? null;
  return (
    <>
      <Question title={`At which price is ${plan.ticker} yours?`}>Decided before you look at the quotes, so that a premium does not decide it for you.</Question>
      <div className={styles.fields}>
        <FormField field={{ name: "target", label: "Target price", unit: "$ a share", input: "number", required: false, hint: "The most that a share may cost you; blank takes any" }} value={target} problem={problem} onChange={(text) => onChange({ target: text })} onLeave={() => undefined} />
        <FormField field={{ name: "why", label: "Why", input: "text", required: false, hint: "Goes into the notes of the sale" }} value={why} onChange={(text) => onChange({ why: text })} onLeave={() => undefined} />
      </div>
      {targetPrice !== null && price !== null && <p className={styles.words}>{distance(targetPrice, price)}</p>}
      <Small>Puts are compared with it by strike less premium, which is what a share really costs you when it is assigned. That the price is right, no rule can say.</Small>
    </>
  );
}

function distance(target: number, price: number): string {
  const away = (price - target) / price;
  if (away <= 0) return `The stock is at ${figure(price, "price")}, at your price or under it: buying the shares would do the same without a put.`;
  return `${share(away)} under the ${figure(price, "price")} on your Watchlist.`;
}

const useStyles = makeStyles({
  fields: { display: "flex", flexDirection: "column", rowGap: "12px" },
  words: { margin: 0, fontVariantNumeric: "tabular-nums" },
});
