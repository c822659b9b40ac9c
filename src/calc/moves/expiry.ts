import type { Book } from "../ledger/book";
import { cashSettledWords } from "../ledger/entries";
import type { Trade } from "../ledger/trade";
import { type OpenContract, holdings } from "./open";
import { inTheMoney } from "./progress";
import { assigning, closing, expiring } from "./rows";

/** What became of an option that is past its expiration. docs/spec/moves.md §4. */
export type Ending =
  | { readonly how: "expired" }
  /** So many of them; the rest expired. */
  | { readonly how: "assigned"; readonly contracts: number }
  | { readonly how: "closed"; readonly date: number; readonly price: number; readonly fees: number };

/** What is still open in the log although its expiration has passed, the longest ago first. */
export function pastExpiry(book: Pick<Book, "holdings">, today: number): readonly OpenContract[] {
  return holdings(book)
    .flatMap(({ options }) => options)
    .filter(({ expiry }) => expiry < today)
    .sort((one, other) => one.expiry - other.expiry);
}

/** The rows of an answer: all contracts are accounted for. */
export function endingRows(contract: OpenContract, ending: Ending): readonly Trade[] {
  const { contracts, expiry } = contract;
  const whole = { date: expiry, quantity: contracts, fees: 0 };
  if (ending.how === "expired") return expiring(contract, whole);
  if (ending.how === "closed") return closing(contract, { ...whole, date: ending.date, price: ending.price, fees: ending.fees });
  const rest = contracts - ending.contracts;
  return [...assigning(contract, { ...whole, quantity: ending.contracts }), ...(rest > 0 ? expiring(contract, { ...whole, quantity: rest }) : [])];
}

/** What is likely at this price: exercised when it is in the money by a cent or more (OCC Rule 805). An index option brings no shares then: it is closed at its settlement value. */
export function likelyEnding(contract: Pick<OpenContract, "ticker" | "type" | "strike">, price: number): Ending["how"] {
  if (inTheMoney(contract, price) < CENT) return "expired";
  return settlesInCash(contract.ticker) ? "closed" : "assigned";
}

/** Options on this are settled in cash and bring no shares: they are never assigned, but closed at the settlement value. docs/spec/books.md §2.5. */
export function settlesInCash(ticker: string): boolean {
  return cashSettledWords({ ticker, action: "Assigned" }) !== null;
}
/** 50.02 − 50.01 is a little less than 0.01 in binary numbers. */
const CENT = 0.01 - 1e-9;
