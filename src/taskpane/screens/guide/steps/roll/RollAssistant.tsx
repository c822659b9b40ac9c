import type { KeyboardEvent } from "react";
import type { Journal } from "../../../../../actions";
import type { moves } from "../../../../../calc";
import { dayText } from "../../../../../journal/day";
import type { MoveDraft } from "../../../../../journal/moveDraft";
import { readNumber } from "../../../../../journal/numberText";
import { figure, priceText } from "../../../../figures";
import type { Spots } from "../../../../hooks/useSpots";
import { Card } from "../../../../parts/Card";
import { FormField } from "../../../../parts/FormField";
import { rulesOf } from "../limits";
import { spotOf } from "../plan";
import { Small } from "../Question";
import { QuotesField } from "../QuotesField";
import { useQuotes } from "../reader/useQuotes";
import { RollChoices } from "./RollChoices";
import { chainWords, rollOf } from "./rollOf";

export interface RollProps {
  readonly journal: Journal;
  readonly contract: moves.OpenContract;
  /** The form's fields as they stand. */
  readonly draft: MoveDraft;
  readonly today: number;
  readonly quotes: PastedQuotes;
  readonly onQuotes: (quotes: PastedQuotes) => void;
  readonly spots: Spots;
  /** A roll is chosen: its terms go into the form. */
  readonly onRoll: (terms: Partial<MoveDraft>) => void;
  /** Closing is chosen instead. */
  readonly onClose: (terms: Partial<MoveDraft>) => void;
}
export interface PastedQuotes {
  readonly text: string;
  readonly fileName: string;
  /** The stock for which they were pasted: they wait for its other puts, and say nothing of another stock's. */
  readonly ticker?: string;
}

/** New quotes in, choices out: what each brings, what it locks in and what it leaves at risk. docs/spec/screen.md §6. */
export function RollAssistant({ journal, contract, draft, today, quotes: kept, onQuotes, spots, onRoll, onClose }: RollProps) {
  const pasted = kept.ticker === undefined || kept.ticker === contract.ticker ? kept : NOTHING;
  const { quotes, isReading } = useQuotes(pasted.text, pasted.fileName);
  const watched = journal.watchlist.find(({ ticker }) => ticker === contract.ticker) ?? null;
  const key = `roll ${contract.ticker} ${quotes?.day ?? today}`;
  const spot = spotOf({ spot: spots.of(key) }, quotes, watched);
  const rules = rulesOf(journal.settings, { limits: {} }, watched?.targetPrice ?? null);
  const there = quotes !== null && quotes.quotes.length > 0;
  const found = there ? rollOf({ contract, quotes, buyback: numberOf(draft.price), contracts: numberOf(draft.quantity), legFees: Math.abs(numberOf(draft.fees) ?? 0), spot: spot.number, today, rules, convention: journal.convention }) : null;
  return (
    <Card title="Choices by new quotes">
      <div onKeyDown={keepEnter}>
      <QuotesField text={pasted.text} fileName={pasted.fileName} quotes={quotes} isReading={isReading} ticker={contract.ticker} today={today} onText={(text, fileName) => onQuotes({ text, fileName, ticker: contract.ticker })} />
      {there && (
        <FormField field={{ name: "rollSpot", label: "Stock with these quotes", unit: "$ a share", input: "number", required: false, hint: "It is not written" }} value={spot.text} onChange={(text) => spots.type(key, text)} onLeave={() => spot.text.trim() === "" && spots.type(key, undefined)} />
      )}
      {found && "words" in found && <p role="alert">{found.words}.</p>}
      {found && "table" in found && (
        <>
          {contract.opened >= today && <Small>It was sold today. For the books, buying it back on the same day is a day trade, and another put starts afresh: the break-even below counts both.</Small>}
          <Small>{chainWords(contract, rules.rules, today)}</Small>
          <Small>Bought back at {figure(found.buyback, "price")}{found.buybackFrom === "typed" ? ", as typed" : ", as the quotes say: type another price into Buy-back if you get one"}.</Small>
          <RollChoices
            table={found.table}
            isChosen={({ strike, expiry, premium }) => strike !== null && expiry !== null && draft.strike === String(strike) && draft.expiry === dayText(expiry) && premium !== null && draft.newPrice === priceText(premium)}
            onRoll={({ strike, expiry, premium }) => onRoll({ price: priceText(found.buyback), strike: String(strike), expiry: dayText(expiry!), newPrice: priceText(premium!) })}
            onClose={() => onClose({ price: priceText(found.buyback), quantity: draft.quantity, date: draft.date, fees: draft.fees })}
          />
        </>
      )}
      </div>
    </Card>
  );
}

const NOTHING: PastedQuotes = { text: "", fileName: "" };

/** Here one compares; the roll is logged from the form's own fields. */
function keepEnter(event: KeyboardEvent): void {
  if (event.key === "Enter" && event.target instanceof HTMLInputElement) event.preventDefault();
}

function numberOf(text: string): number | null {
  const read = readNumber(text);
  return "number" in read ? read.number : null;
}
