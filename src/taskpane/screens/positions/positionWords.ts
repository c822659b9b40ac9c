import { moves } from "../../../calc";
import type { MoveKind } from "../../../journal/moveDraft";
import { figure, money, plain, share } from "../../figures";

/** "2 KO 48 puts" */
export function contractName({ contracts, ticker, strike, type }: moves.OpenContract): string {
  return `${plain(contracts)} ${ticker} ${plain(strike)} ${kindOf(type, contracts)}`;
}
/** "2 × 48 put": under the ticker's name. */
export function shortName({ contracts, strike, type, side }: moves.OpenContract): string {
  return `${plain(contracts)} × ${plain(strike)} ${type.toLowerCase()}${side === "long" ? ", bought" : ""}`;
}
const kindOf = (type: "Put" | "Call", count: number): string => `${type.toLowerCase()}${count === 1 ? "" : "s"}`;

/** "28 days", "today", "3 days past" */
export function daysWords(days: number): string {
  if (days === 0) return "expires today";
  return days > 0 ? figure(days, "days") : `${figure(-days, "days")} past`;
}

/** "0.80 in the money", with how far the stock is from the strike while it is out of it. */
export function moneynessWords(contract: Pick<moves.OpenContract, "type" | "strike">, price: number): string {
  const inside = moves.inTheMoney(contract, price);
  if (Math.abs(inside) < HALF_A_CENT) return "at the money";
  return inside > 0 ? `${money(inside)} in the money` : `${money(-inside)} out of the money (${share(-inside / price)})`;
}
const HALF_A_CENT = 0.005;

/** How far a sold option has come, and what that is measured with; a loss is said in dollars. docs/spec/moves.md §5. */
export function progressWords(contract: moves.OpenContract, { price, mark }: { price: number | null; mark: number | null }): string | null {
  const { side, premium } = contract;
  if (side === "long" || premium <= 0) return null;
  if (mark !== null) {
    const earned = moves.profitShare({ premium, mark });
    return `${earned < 0 ? `${figure(mark - premium, "price")} a share lost` : `${share(earned)} of the maximum profit`}, at your ${figure(mark, "price")}`;
  }
  if (price === null) return null;
  const kept = moves.keptAtExpiry(contract, price);
  return `${kept < 0 ? `${money(-kept * premium)} a share lost` : `${share(kept)} kept`} if it expired at ${money(price)}`;
}

/** Where a position comes out even; a sold call on shares does so where its shares do, so it says what it brought. */
export function levelWords({ type, side, breakeven, premium }: moves.OpenContract): string {
  return type === "Call" && side === "short" ? `Sold at ${figure(premium, "price")}` : `Break-even ${figure(breakeven, "price")}`;
}

/** What can be done with an option, the usual first. One that is settled in cash brings no shares: it is closed at its settlement value. */
export function movesOn({ side, ticker }: moves.OpenContract): readonly { readonly move: MoveKind; readonly label: string }[] {
  const all = side === "long" ? LONG_MOVES : SHORT_MOVES;
  return moves.settlesInCash(ticker) ? all.filter(({ move }) => move !== "assign") : all;
}
const LONG_MOVES = [{ move: "close", label: "Close" }, { move: "assign", label: "Exercise" }, { move: "expire", label: "Expire" }] as const;
const SHORT_MOVES = [{ move: "close", label: "Close" }, { move: "roll", label: "Roll" }, { move: "assign", label: "Assign" }, { move: "expire", label: "Expire" }] as const;

/** The question of a move's form, and its button. */
export function moveWords(move: MoveKind, contract: moves.OpenContract | null, ticker: string): { readonly title: string; readonly press: string; readonly busy: string } {
  const what = contract ? `${ticker} ${plain(contract.strike)} ${contract.type.toLowerCase()}` : ticker;
  const words: Readonly<Record<MoveKind, readonly [string, string]>> = {
    close: [`Close the ${what}`, "Log the close"],
    expire: [`The ${what} expired`, "Log the expiry"],
    assign: contract?.side === "long" ? [`Exercise the ${what}`, "Log the exercise"] : [`The ${what} was assigned`, "Log the assignment"],
    roll: [`Roll the ${what}`, "Log the roll"],
    sellShares: [`Sell ${what} shares`, "Log the sale"],
    sellCall: [`Sell a call on ${what}`, "Log the call"],
  };
  const [title, press] = words[move];
  return { title, press, busy: press.replace("Log", "Writing") + "…" };
}
