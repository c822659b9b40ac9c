import { type Trade, moves } from "../../calc";
import { dayOf, dayText } from "../day";
import { judge } from "../judge";
import { readNumber } from "../numberText";

/** What became of an option that is past its expiration, as typed; "later" leaves it open. */
export interface EndingDraft {
  readonly how: "later" | moves.Ending["how"];
  readonly contracts: string;
  readonly price: string;
  readonly fees: string;
  /** yyyy-mm-dd */
  readonly date: string;
}
export type EndingField = Exclude<keyof EndingDraft, "how">;

/** All of them were assigned, or closed on the last day: until something else is typed. */
export function emptyEnding({ contracts, expiry }: moves.OpenContract): EndingDraft {
  return { how: "later", contracts: String(contracts), price: "", fees: "", date: dayText(expiry) };
}

/** The rows of an answer, or what is missing, under its field. No rows while it is left for later. */
export function readEnding(contract: moves.OpenContract, draft: EndingDraft): { readonly rows: readonly Trade[]; readonly problems: readonly { readonly field: EndingField; readonly words: string }[] } {
  const read = endingOf(contract, draft);
  if (read === null) return { rows: [], problems: [] };
  if ("words" in read) return { rows: [], problems: [read] };
  const rows = moves.endingRows(contract, read);
  const problem = rows.flatMap((row) => judge(row).problems)[0];
  return problem ? { rows: [], problems: [{ field: "date", words: problem.words }] } : { rows, problems: [] };
}

function endingOf(contract: moves.OpenContract, { how, contracts, price, fees, date }: EndingDraft): moves.Ending | null | { field: EndingField; words: string } {
  if (how === "later") return null;
  if (how === "expired") return { how };
  if (how === "assigned") {
    const count = numberIn(contracts);
    const fits = count !== null && Number.isInteger(count) && count >= 1 && count <= contract.contracts;
    return fits ? { how, contracts: count } : { field: "contracts", words: contract.contracts === 1 ? "Type 1" : `Type how many of the ${contract.contracts} were assigned` };
  }
  const [paid, charged, day] = [numberIn(price), fees.trim() === "" ? 0 : numberIn(fees), dayOf(date)];
  if (paid === null || paid < 0) return { field: "price", words: "Type the price in dollars per share" };
  if (charged === null) return { field: "fees", words: "Fees must be a number" };
  if (day === null || day < contract.opened || day > contract.expiry) return { field: "date", words: "Date must be between the opening and the expiry" };
  return { how, date: day, price: paid, fees: Math.abs(charged) };
}

function numberIn(text: string): number | null {
  const read = readNumber(text);
  return "number" in read ? read.number : null;
}
