import { makeStyles } from "@fluentui/react-components";
import { portfolio, put } from "../../../../calc";
import { CASH_HINTS, type KnownCash } from "../../../cashOf";
import { figure, money, plain, share } from "../../../figures";
import { Card } from "../../../parts/Card";
import { Figures } from "../../../parts/Figures";
import { FormField } from "../../../parts/FormField";
import { Lines } from "../../../parts/Lines";
import { fieldGrid } from "../../../parts/styles";
import type { GuideTyped } from "../useGuide";
import { putName } from "./candidateWords";
import type { Plan, Put } from "./plan";
import { Question, Small } from "./Question";

interface Props {
  readonly plan: Plan;
  readonly chosen: Put;
  readonly typed: GuideTyped;
  readonly known: KnownCash;
  readonly accounts: readonly string[];
  readonly asked: boolean;
  readonly onChange: (more: Partial<GuideTyped>) => void;
}

/** How many: what fits the cash, the ticker, the sector and the shares that one wants. */
export function SizeStep({ plan, chosen, typed, known, accounts, asked, onChange }: Props) {
  const styles = useStyles();
  const { size, contracts, sale, cash, rules, distress } = plan;
  const fit = portfolio.contractsThatFit(size);
  const over = sale !== null && fit !== null && sale.quantity > fit;
  const cashText = typed.cash ?? known.text;
  const cashProblem = rules.problems.find((words) => words.startsWith("Cash ")) ?? (asked && cashText.trim() !== "" && cash === null ? "Cash must be above zero" : undefined);
  return (
    <>
      <Question title="How many?">{`The ${putName(chosen)}, at ${figure(chosen.premium, "price")}.`}</Question>
      {accounts.length > 1 && <FormField field={{ name: "account", label: "Account", input: "text", required: false, hint: "In which you would sell it; blank is Main" }} value={plan.account} known={accounts} onChange={(account) => onChange({ account })} onLeave={() => undefined} />}
      <div className={styles.grid}>
        <FormField field={{ name: "cash", label: "Cash", unit: "$", input: "number", required: false, hint: typed.cash === undefined && cash !== null && known.from ? CASH_HINTS[known.from] : "Collateral included" }} value={cashText} problem={cashProblem} onChange={(text) => onChange({ cash: text })} onLeave={() => undefined} />
        <FormField
          field={{ name: "contracts", label: "Contracts", input: "number", required: true, hint: fit === null ? "No limit can be asked" : `${plain(fit)} at most` }}
          value={contracts}
          problem={asked && sale === null ? "Type a whole number, 1 or more" : undefined}
          warning={over ? `Your limits leave room for ${plain(fit)}` : fit === 0 && sale === null ? "Not one fits your limits" : undefined}
          onChange={(text) => onChange({ contracts: text })}
          onLeave={() => undefined}
        />
        <FormField field={{ name: "distress", label: "Distress amount", unit: "$", input: "number", required: false, hint: typed.distress === undefined && distress.amount !== null ? "From Settings" : "A loss that would cost you sleep" }} value={distress.text} problem={distress.amount === null && distress.text.trim() !== "" ? "It must be a number above zero" : undefined} onChange={(text) => onChange({ distress: text })} onLeave={() => undefined} />
        <FormField field={{ name: "fall", label: "In a fall by", unit: "%", input: "number", required: false, hint: "A fall of the stock that must not cost it" }} value={typed.fall} problem={distress.fall === null && distress.amount !== null ? "It must be a number from 1 to 100" : undefined} onChange={(text) => onChange({ fall: text })} onLeave={() => undefined} />
      </div>
      <Card title="How many fit">
        <Lines lines={size.map(({ limit, contracts: most, words }) => ({ label: LIMITS[limit], note: words, value: most === null ? "–" : plain(most), negative: most !== null && sale !== null && sale.quantity > most }))} />
      </Card>
      {sale && (
        <Figures
          figures={[
            { label: "Collateral", value: money(put.collateral({ strike: chosen.strike, contracts: sale.quantity })) },
            { label: "Premium", value: money(put.maxGain({ strike: chosen.strike, premium: chosen.premium, contracts: sale.quantity })), note: "before fees" },
            { label: "Of cash and shares", value: plan.planned?.share === null || !plan.planned ? "–" : share(plan.planned.share), note: plan.ticker },
          ]}
        />
      )}
      <Small>Limits are yours, in the Settings sheet. A limit on one ticker does not help when all fall together: in a crash stocks move as one.</Small>
    </>
  );
}

const LIMITS: Readonly<Record<portfolio.SizeLimit["limit"], string>> = { Cash: "Cash", Account: "Cash of the account", Ticker: "Ticker limit", Sector: "Sector limit", Shares: "Most shares", Distress: "Distress" };

const useStyles = makeStyles({
  grid: fieldGrid,
});
