import { Button, makeStyles } from "@fluentui/react-components";
import { moves } from "../../../../calc";
import type { Journal } from "../../../../actions";
import { booksOf } from "../../../books";
import { day, figure, money } from "../../../figures";
import { Card } from "../../../parts/Card";
import { FormField } from "../../../parts/FormField";
import { type Line, Lines } from "../../../parts/Lines";
import { contractName } from "../../positions/positionWords";
import { KeptPlansCard } from "./KeptPlansCard";
import type { Plan } from "./plan";
import { Question, Small } from "./Question";
import type { KeptPlansRead } from "./useKeptPlans";

interface Props {
  readonly plan: Plan;
  readonly journal: Journal;
  readonly text: string;
  readonly problem: string | undefined;
  readonly kept: KeptPlansRead;
  readonly onShow: (address: string) => void;
  readonly onType: (text: string) => void;
}

/** Which stock, and what is known of it already. */
export function StockStep({ plan, journal, text, problem, kept, onShow, onType }: Props) {
  const styles = useStyles();
  const { ticker, watched } = plan;
  const tickers = journal.watchlist.map((one) => one.ticker);
  const known = watched ? knownLines(watched) : [];
  const open = moves.holdings(booksOf(journal.trades)).filter((one) => one.ticker === ticker);
  return (
    <>
      <Question title="Which stock would you own?">One that you would keep through a bad year. A put that is assigned makes you its owner.</Question>
      <FormField field={{ name: "ticker", label: "Ticker", input: "text", required: true, hint: tickers.length > 0 ? "From your Watchlist, or any other" : "The Watchlist sheet keeps those that you would own" }} value={text} problem={problem} known={tickers} onChange={onType} onLeave={() => undefined} />
      {ticker === "" && tickers.length > 0 && (
        <div className={styles.offer}>
          {tickers.slice(0, OFFERED).map((each) => (
            <Button key={each} size="small" onClick={() => onType(each)}>
              {each}
            </Button>
          ))}
        </div>
      )}
      {ticker !== "" && (
        <Card title={watched ? "On your Watchlist" : "Not on your Watchlist"}>
          {watched ? <Lines lines={known} /> : <Small>Nothing is known of it there: no sector, no target price. The limit of a sector cannot be asked.</Small>}
        </Card>
      )}
      {open.length > 0 && (
        <Card title="Open already">
          <Lines lines={open.flatMap(openLines)} />
        </Card>
      )}
      <KeptPlansCard read={kept} trades={journal.trades} ticker={ticker} onShow={onShow} />
    </>
  );
}
const OFFERED = 8;

function knownLines({ price, targetPrice, sector, mostShares, earnings, exDate }: NonNullable<Plan["watched"]>): Line[] {
  return [
    { label: "Price", value: price === null ? "–" : figure(price, "price") },
    { label: "Target price", value: targetPrice === null ? "–" : figure(targetPrice, "price") },
    { label: "Sector", value: sector || "–" },
    { label: "Most shares", value: mostShares === null ? "–" : figure(mostShares, "count") },
    ...(earnings === null ? [] : [{ label: "Earnings", value: day(earnings) }]),
    ...(exDate === null ? [] : [{ label: "Ex-date", value: day(exDate) }]),
  ];
}

function openLines({ options, shares, account }: moves.Holding): Line[] {
  return [
    ...options.map((option) => ({ label: contractName(option), note: `${account}, ${day(option.expiry)}`, value: option.collateral > 0 ? money(option.collateral) : "" })),
    ...(shares ? [{ label: `${figure(shares.shares, "count")} shares`, note: account, value: money(shares.shares * shares.bases.strikeCost) }] : []),
  ];
}

const useStyles = makeStyles({
  offer: { display: "flex", flexWrap: "wrap", gap: "6px" },
});
