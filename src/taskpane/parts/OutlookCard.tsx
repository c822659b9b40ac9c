import { makeStyles, tokens } from "@fluentui/react-components";
import { useMemo, type KeyboardEvent } from "react";
import { type Trade, moves } from "../../calc";
import { readNumber } from "../../journal/numberText";
import type { Watched } from "../../journal/watched";
import { figure, share, shortDay } from "../figures";
import { useSettled } from "../hooks/useSettled";
import type { Spots } from "../hooks/useSpots";
import { Card } from "./Card";
import { ChartFrame } from "./ChartFrame";
import { decayWords, halfWords, payoffWords } from "./chartWords";
import { Figures } from "./Figures";
import { FormField } from "./FormField";
import { chanceWords, payoffCaption, volatilityNote, whyNothing } from "./outlookWords";

interface Props {
  readonly type: "Put" | "Call";
  /** The row that opens it; null while it cannot be read. */
  readonly sale: Trade | null;
  readonly effect: moves.Effect | null;
  readonly ticker: string;
  /** Day of the sale; null while it cannot be read. */
  readonly date: number | null;
  readonly today: number;
  readonly watchlist: readonly Watched[];
  /** The risk-free rate of Settings. */
  readonly rate: number;
  readonly spots: Spots;
}

/** What an option that is being sold looks ahead to: payoff, decay, chances. Looked at, never written. docs/spec/moves.md §7. */
export function OutlookCard({ type, sale, effect, ticker, date, today, watchlist, rate, spots }: Props) {
  const styles = useStyles();
  const watched = watchlist.find((one) => one.ticker === ticker);
  // the Watchlist knows the stock of today only
  const isToday = date === null || date === today;
  const [knownPrice, knownVolatility] = isToday ? [watched?.price ?? null, watched?.volatility ?? null] : [null, null];
  const key = `${ticker} ${isToday ? "" : date}`;
  const typed = spots.of(key);
  const text = typed ?? (knownPrice === null ? "" : String(knownPrice));
  const { spot, problem } = readSpot(text);
  // what is said of a drawing that is not there is said of the row that was looked at, not of one that is still being typed
  const { opened, payoff, outlook } = useSettled(useAhead({ sale, effect, spot, rate, knownVolatility }));
  const found = outlook !== null && "volatility" in outlook ? outlook : null;

  return (
    <Card title={`The ${type.toLowerCase()} until it expires`}>
      <div className={styles.pair} onKeyDown={keepEnter}>
        <FormField
          field={{ name: "spot", label: isToday ? "Stock now" : `Stock on ${shortDay(date)}`, unit: isToday ? "$ a share" : "$", input: "number", required: false, hint: typed === undefined && knownPrice !== null ? "From the Watchlist" : "It is not written" }}
          value={text}
          problem={problem}
          onChange={(value) => spots.type(key, value)}
          // blank is the Watchlist's again
          onLeave={() => text.trim() === "" && spots.type(key, undefined)}
        />
        <div className={styles.volatility}>
          <Figures figures={[{ label: "Volatility", value: found ? share(found.volatility) : NONE, note: found ? volatilityNote(found) : "from premium and stock" }]} />
        </div>
      </div>
      <div className={styles.charts}>
        <ChartFrame
          caption={payoffCaption(sale, effect)}
          words={payoff ? payoffWords(payoff, spot) : whyNothing.payoff(opened)}
          draw={payoff && (({ PayoffChart }) => <PayoffChart payoff={payoff} price={spot} />)}
        />
        <ChartFrame
          caption="What it costs to buy back, in $ a share"
          words={found ? decayWords(found) : whyNothing.decay({ sale: opened, spot, outlook, isToday })}
          draw={found && sale && (({ DecayChart }) => <DecayChart outlook={found} from={isToday ? "today" : shortDay(sale.date)} to={shortDay(sale.expiry!)} />)}
        />
      </div>
      <p className={styles.half}>{found && halfWords(found)}</p>
      <Figures
        small
        figures={[
          { label: "|delta|", value: found ? figure(Number(found.delta.toFixed(2)), "money") : NONE },
          { label: "P(ITM)", value: found ? share(found.inTheMoney) : NONE },
          { label: "POP", value: found && found.profit !== null ? share(found.profit) : NONE },
        ]}
      />
      <p className={styles.small}>{chanceWords(payoff, found, rate)}</p>
    </Card>
  );
}
const NONE = "–";

/** What there is to draw: worked out again only when something in it is another. */
function useAhead({ sale, effect, spot, rate, knownVolatility }: Pick<Props, "sale" | "effect" | "rate"> & { spot: number | null; knownVolatility: number | null }) {
  const row = sale && JSON.stringify(sale);
  return useMemo(() => {
    const opened = row === null ? null : (JSON.parse(row) as Trade);
    const payoff = opened && moves.payoffOfSale(opened, effect);
    if (!opened || spot === null || opened.strike === null || opened.expiry === null || opened.price === null) return { opened, payoff, outlook: null };
    const terms = { type: opened.type === "Call" ? "call" : "put", strike: opened.strike, premium: opened.price, days: opened.expiry - opened.date, rate } as const;
    return { opened, payoff, outlook: moves.outlookOf({ ...terms, spot, knownVolatility, breakeven: payoff?.breakeven ?? null }) };
  }, [row, effect, spot, rate, knownVolatility]);
}

function readSpot(text: string): { spot: number | null; problem?: string } {
  const read = readNumber(text);
  if ("problem" in read) return { spot: null, problem: `It ${read.problem}` };
  if (read.number !== null && read.number <= 0) return { spot: null, problem: "It must be above zero" };
  return { spot: read.number };
}

/** Enter in this field has been answered by the charts: it logs nothing. */
function keepEnter(event: KeyboardEvent): void {
  if (event.key === "Enter") event.preventDefault();
}

const useStyles = makeStyles({
  pair: { display: "grid", gridTemplateColumns: "repeat(2, minmax(0, 1fr))", columnGap: tokens.spacingHorizontalM, marginBlock: "4px 10px" },
  volatility: { paddingBlockStart: "4px" },
  charts: { display: "grid", gridTemplateColumns: "repeat(auto-fit, minmax(min(100%, 240px), 1fr))", columnGap: tokens.spacingHorizontalL, rowGap: tokens.spacingVerticalM },
  // three lines, whether they are there or not: what stands below does not move
  half: { margin: "8px 0", minHeight: `calc(3 * ${tokens.lineHeightBase300})`, "@media (min-width: 420px)": { minHeight: `calc(2 * ${tokens.lineHeightBase300})` }, fontVariantNumeric: "tabular-nums" },
  small: { margin: "8px 0 0", fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, color: tokens.colorNeutralForeground3 },
});
