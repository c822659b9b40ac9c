import { release } from "./calls";
import { TURN, type Entry } from "./entries";
import { type OptionPiece, endLeg, takeContracts } from "./optionLots";
import { type ShareMove, rebaseShares, sharesIn, sharesLeft, sharesOut } from "./shareLots";
import type { Wheel } from "./state";
import { shareUnits, spread, toShares } from "./units";
import { realise, report } from "./wheel";

/*
 * What happens to shares. Fees of a purchase or sale, and the premium of an assigned contract, count at once in the income view; in the tax view they
 * go into the basis or the proceeds. docs/spec/books.md §7, §8.
 */

export function buyShares(wheel: Wheel, entry: Entry): boolean {
  realise(wheel, entry.day, "stock", -entry.fees, 0);
  sharesIn(wheel, entry.day, outright(entry, "Bought"));
  return true;
}

/** Shares that are not there are sold short, and flagged: usually an earlier purchase is missing from the log. */
export function sellShares(wheel: Wheel, entry: Entry): boolean {
  realise(wheel, entry.day, "stock", -entry.fees, 0);
  flagShort(wheel, entry, sharesOut(wheel, entry.day, outright(entry, "Sold")));
  return true;
}

function outright({ trade, gross, fees }: Entry, source: "Bought" | "Sold"): ShareMove {
  return { shares: shareUnits(trade.quantity), strike: Math.abs(gross), option: -fees, chain: 0, source, price: trade.price!, from: null };
}

/** Assigned and Exercised: the option goes, the shares move at the strike. */
export function settleOption(wheel: Wheel, entry: Entry): boolean {
  const { trade, gross, fees, turn } = entry;
  const pieces = takeContracts(wheel, entry, [trade.action === "Assigned" ? "short" : "long"]);
  if (pieces === null) return false;
  const weights = pieces.map(({ contracts }) => contracts);
  const [strikes, costs] = [spread(Math.abs(gross), weights), spread(-fees, weights)];
  const short = pieces.reduce((sum, piece, at) => sum + settlePiece(wheel, entry, piece, { strike: strikes[at]!, fee: costs[at]! }), 0);
  if (turn === TURN.sharesOut) flagShort(wheel, entry, short);
  return true;
}

function settlePiece(wheel: Wheel, { trade, day, turn }: Entry, piece: OptionPiece, { strike, fee }: { strike: number; fee: number }): number {
  const { lot, contracts, credit, carried } = piece;
  const option = credit + fee;
  realise(wheel, day, "option", option, 0);
  if (lot.chain) endLeg(lot.chain, piece, fee, { day, how: "Assigned" });
  const shares = shareUnits(contracts * lot.multiplier);
  const source = trade.action === "Assigned" ? "Assigned" : "Exercised";
  const move: ShareMove = { shares, strike, option, chain: turn === TURN.sharesIn ? carried : 0, source, price: lot.strike, from: lot };
  if (turn === TURN.sharesIn) {
    sharesIn(wheel, day, move);
    return 0;
  }
  release(lot, shares);
  return sharesOut(wheel, day, move);
}

/** Dividends are income, and stand beside the net stock cost of the shares held at the start of the day. */
export function payDividend(wheel: Wheel, { day, cash }: Entry): boolean {
  realise(wheel, day, "dividend", cash, cash);
  const lots = wheel.shares.filter(({ short }) => !short);
  const parts = spread(cash, lots.map(sharesLeft));
  lots.forEach((lot, at) => {
    rebaseShares(lot);
    lot.dividends += parts[at]!;
  });
  return true;
}

function flagShort(wheel: Wheel, entry: Entry, short: number): void {
  if (short > 0) report(wheel, entry, `${toShares(short)} ${wheel.ticker} shares went that were not there: booked as sold short`, true);
}
