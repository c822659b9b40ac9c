import { makeStyles } from "@fluentui/react-components";
import { useState } from "react";
import type { Journal } from "../../../../actions";
import type { screen } from "../../../../calc";
import { figure, share } from "../../../figures";
import { FormField } from "../../../parts/FormField";
import { Segments } from "../../../parts/Segments";
import { fieldGrid } from "../../../parts/styles";
import { Unfolding } from "../../positions/Unfolding";
import { LIMIT_FIELDS, limitText } from "./limits";
import { Small } from "./Question";

interface Props {
  readonly settings: Journal["settings"];
  readonly limits: Readonly<Record<string, string>>;
  readonly read: screen.RulesRead;
  readonly onLimits: (limits: Readonly<Record<string, string>>) => void;
}

/** The rules of the screen: those of the Settings table, moved for this plan, and what they do not do. */
export function LimitFields({ settings, limits, read, onLimits }: Props) {
  const styles = useStyles();
  const [open, setOpen] = useState(false);
  const set = (name: string, text: string) => onLimits({ ...limits, [name]: text });
  const price = limitText(PRICE, settings, limits).trim().toLowerCase();
  const wordsAt = (name: string): string | undefined => read.problems.find((words) => words.startsWith(`${name} `));
  return (
    <Unfolding summary={<span>Rules: {rulesWords(read.rules)}</span>} open={open} onToggle={() => setOpen(!open)}>
      <div className={styles.grid}>
        {LIMIT_FIELDS.map(({ name, unit, hint = "" }) => (
          <FormField key={name} field={{ name, label: name, input: "number", required: false, hint, ...(unit && { unit }) }} value={limitText(name, settings, limits)} problem={wordsAt(name)} onChange={(text) => set(name, text)} onLeave={() => undefined} />
        ))}
      </div>
      <div className={styles.price}>
        <Segments label={PRICE} name="priceToUse" value={price as screen.PriceToUse} choices={[{ value: "bid", label: "Bid" }, { value: "mid", label: "Middle" }, { value: "ask", label: "Ask" }]} hint="What you count on being paid" onChange={(value) => set(PRICE, value)} />
      </div>
      <Small>They start as your Settings have them; what you move here holds for this plan only.</Small>
      <h3 className={styles.heading}>What these rules do not do</h3>
      <ul className={styles.list}>
        {HONEST.map((words) => (
          <li key={words}>{words}</li>
        ))}
      </ul>
    </Unfolding>
  );
}
const PRICE = "Price to use";

function rulesWords({ daysFrom, daysTo, mostDelta, mostSpread, leastOpenInterest, leastAnnualised, price }: screen.Rules): string {
  const least = leastAnnualised > 0 ? `, ${share(leastAnnualised)} a year or more` : "";
  return `${daysFrom}–${daysTo} days, |delta| to ${figure(mostDelta, "count")}, spread to ${share(mostSpread)}, open interest from ${figure(leastOpenInterest, "count")}${least}, at the ${price === "mid" ? "middle" : price}`;
}

const HONEST = [
  "30–45 days is a rule of thumb. A put far out of the money has lost most of its premium before; one at the money loses it fastest at the end.",
  "Delta, P(ITM) and POP are what option prices say, risk-neutral and of today. They are no forecast, and say nothing of how far the stock may fall.",
  "Annualised is this premium, as if it could be had all year. Short options pay more a year, and ask for more trades.",
  "A narrow spread and open interest now do not promise that you can get out when many want to.",
  "No rule looks at the company. Earnings and ex-date are on your Watchlist.",
];

const useStyles = makeStyles({
  grid: { ...fieldGrid, rowGap: "8px" },
  price: { marginBlockStart: "8px" },
  heading: { margin: "12px 0 2px", fontSize: "12px", lineHeight: "16px" },
  list: { margin: 0, paddingInlineStart: "16px", fontSize: "12px", lineHeight: "16px" },
});
