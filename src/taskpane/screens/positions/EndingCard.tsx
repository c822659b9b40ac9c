import { makeStyles, tokens } from "@fluentui/react-components";
import { moves } from "../../../calc";
import type { Field } from "../../../journal/form";
import type { EndingDraft, EndingField } from "../../../journal/moveDraft";
import { day, figure } from "../../figures";
import { Card } from "../../parts/Card";
import { FormField } from "../../parts/FormField";
import { Segments } from "../../parts/Segments";
import { fieldGrid } from "../../parts/styles";
import { contractName, moneynessWords } from "./positionWords";

interface Props {
  readonly contract: moves.OpenContract;
  readonly draft: EndingDraft;
  /** Of the Watchlist. */
  readonly price: number | null;
  readonly problem: { readonly field: EndingField; readonly words: string } | undefined;
  readonly onChange: (change: Partial<EndingDraft>) => void;
}

/** One option past its expiration: what became of it, with a suggestion where a price is known. */
export function EndingCard({ contract, draft, price, problem, onChange }: Props) {
  const styles = useStyles();
  const assigned = contract.side === "long" ? "Exercised" : "Assigned";
  const inCash = moves.settlesInCash(contract.ticker);
  const likely = { assigned: `Likely ${assigned.toLowerCase()}`, expired: "Likely expired", closed: "Likely settled in cash" };
  const fields = fieldsOf(draft.how, contract);
  return (
    <Card named title={contractName(contract)} aside={<span className={styles.note}>{day(contract.expiry)}</span>}>
      {price !== null && (
        <p className={styles.suggestion}>
          <b className={styles.likely}>{likely[moves.likelyEnding(contract, price)]}</b>: {moneynessWords(contract, price)} at {figure(price, "price")}, the Watchlist's price now, not the one at the expiration.
        </p>
      )}
      <Segments
        label="What became of it?"
        name={moves.keyOfContract(contract)}
        value={draft.how}
        choices={[
          { value: "later", label: "Later" },
          { value: "expired", label: "Expired" },
          ...(inCash ? [] : [{ value: "assigned" as const, label: assigned }]),
          { value: "closed", label: inCash ? "Settled in cash" : "Closed" },
        ]}
        onChange={(how) => onChange({ how })}
      />
      {fields.length > 0 && (
        <div className={styles.grid}>
          {fields.map((field) => (
            <FormField key={field.name} field={field} value={draft[field.name]} problem={problem?.field === field.name ? problem.words : undefined} onChange={(text) => onChange({ [field.name]: text })} onLeave={() => undefined} />
          ))}
        </div>
      )}
    </Card>
  );
}

function fieldsOf(how: EndingDraft["how"], { contracts, ticker }: moves.OpenContract): readonly Field<EndingField>[] {
  if (how === "assigned" && contracts > 1) return [{ name: "contracts", label: "How many", input: "number", required: true, hint: `of ${contracts}; the rest expired` }];
  if (how !== "closed") return [];
  return [
    { name: "price", label: "At", input: "number", required: true, unit: "$ a share", ...(moves.settlesInCash(ticker) && { hint: "The settlement value: what the option was in the money by" }) },
    { name: "fees", label: "Fees", input: "number", required: false, unit: "$ in all" },
    { name: "date", label: "Date", input: "date", required: true },
  ];
}

const useStyles = makeStyles({
  note: { fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, color: tokens.colorNeutralForeground3 },
  suggestion: { margin: "2px 0 6px", fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, color: tokens.colorNeutralForeground3 },
  likely: { fontWeight: tokens.fontWeightSemibold, color: tokens.colorNeutralForeground1 },
  grid: { ...fieldGrid, marginBlockStart: "8px" },
});
