import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { moves } from "../../../calc";
import type { MoveKind } from "../../../journal/moveDraft";
import { readNumber } from "../../../journal/numberText";
import { day, figure, money } from "../../figures";
import { ChartFrame } from "../../parts/ChartFrame";
import { payoffWords } from "../../parts/chartWords";
import { FormField } from "../../parts/FormField";
import { type Line, Lines } from "../../parts/Lines";
import { Glance, type GlanceLine } from "./Glance";
import { daysWords, levelWords, moneynessWords, movesOn, progressWords, shortName } from "./positionWords";
import { Unfolding } from "./Unfolding";

interface Props {
  readonly contract: moves.OpenContract;
  /** Of the same ticker and account. */
  readonly shares: moves.OpenShares | null;
  readonly price: number | null;
  readonly today: number;
  readonly typedMark: string;
  readonly unfolded: boolean;
  readonly onUnfold: () => void;
  readonly onMark: (text: string) => void;
  readonly onMove: (move: MoveKind) => void;
}

/** An open option: what matters at a glance, its figures when it is unfolded, and what can be done with it. */
export function ContractRow({ contract, shares, price, today, typedMark, unfolded, onUnfold, onMark, onMove }: Props) {
  const styles = useStyles();
  const payoff = unfolded ? moves.payoffOf(contract, shares) : null;
  const read = readNumber(typedMark);
  const mark = "number" in read && read.number !== null && read.number >= 0 ? read.number : null;
  const problem = "problem" in read ? `It ${read.problem}` : mark === null && typedMark.trim() !== "" ? "It must not be below zero" : undefined;
  return (
    <Unfolding summary={<Glance lines={glance(contract, { price, mark, today })} />} open={unfolded} onToggle={onUnfold}>
      {payoff && <ChartFrame caption={captionOf(contract)} words={payoffWords(payoff, price)} draw={({ PayoffChart }) => <PayoffChart payoff={payoff} price={price} />} />}
      <Lines lines={details(contract)} />
      {contract.side === "short" && (
        <div className={styles.mark}>
          <FormField
            field={{ name: "mark", label: "It costs now", unit: "$ a share", input: "number", required: false, hint: "To see what has been earned; it is not written" }}
            value={typedMark}
            problem={problem}
            onChange={onMark}
            onLeave={() => undefined}
          />
        </div>
      )}
      <div className={styles.moves}>
        {movesOn(contract).map(({ move, label }) => (
          <Button key={move} size="small" onClick={() => onMove(move)}>
            {label}
          </Button>
        ))}
      </div>
    </Unfolding>
  );
}

function glance(contract: moves.OpenContract, { price, mark, today }: { price: number | null; mark: number | null; today: number }): GlanceLine[] {
  const days = contract.expiry - today;
  const inside = price !== null && moves.inTheMoney(contract, price) > 0;
  const progress = days < 0 ? null : progressWords(contract, { price, mark });
  return [
    { left: shortName(contract), right: daysWords(days), tone: days < 0 ? "loss" : days <= SOON ? "warn" : undefined },
    { left: day(contract.expiry), right: price === null ? null : moneynessWords(contract, price), tone: inside && contract.side === "short" ? "warn" : undefined },
    { left: levelWords(contract), right: contract.collateral > 0 ? `${money(contract.collateral)} collateral` : null },
    ...(progress ? [{ left: progress }] : []),
  ];
}
const SOON = 7;

/** What the picture counts in. */
function captionOf({ type, carried }: moves.OpenContract): string {
  if (type === "Call") return "At the expiration, shares included, in $";
  return `At the expiration${carried === 0 ? "" : ", earlier legs included"}, in $`;
}

function details({ side, opened, premium, credit, carried, chainCredit, contracts, multiplier }: moves.OpenContract): Line[] {
  const rolled = chainCredit !== null && carried !== 0;
  return [
    { label: side === "short" ? "Sold at" : "Bought at", note: day(opened), value: figure(premium, "price") },
    { label: side === "short" ? "Credit" : "Paid", note: "after fees", value: money(Math.abs(credit)) },
    ...(rolled ? [{ label: "Earlier legs", note: "rolled into it, after fees", value: money(carried), negative: carried < 0 }, { label: "Chain credit", note: "all legs", value: money(chainCredit) }] : []),
    ...(multiplier === 100 ? [] : [{ label: "Shares", note: `${multiplier} a contract`, value: figure(contracts * multiplier, "count") }]),
  ];
}

const useStyles = makeStyles({
  mark: { paddingBlock: "8px", borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
  moves: { display: "flex", flexWrap: "wrap", gap: "6px", paddingBlockStart: "4px", "& > button": { flexGrow: 1, minWidth: "56px" } },
});
