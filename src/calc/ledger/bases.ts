import { sharesLeft } from "./shareLots";
import type { ShareLot } from "./state";
import { left, perShare, toShares } from "./units";

/** What a share of a lot cost, dollars a share, in the three meanings of the word. docs/spec/books.md §7. */
export interface Bases {
  /** What was paid at the assignment or purchase. */
  readonly strikeCost: number;
  /** US: less the premium of the assigned contract itself; with the fees of a purchase. */
  readonly taxBasis: number;
  /** Less all option cash of the roll chain that became these shares, and of the calls sold on them. */
  readonly netStockCost: number;
  /** The same less dividends, for who wants them in. */
  readonly netAfterDividends: number;
}

/** One step from one basis to the next, dollars a share: below zero lowers the cost. */
export interface BridgeLine {
  readonly words: string;
  readonly perShare: number;
  /** A line that states a basis, not a step. */
  readonly basis: boolean;
}

export function basesOf(lot: ShareLot): Bases {
  const { strike, option, chain, calls, dividends } = partsOf(lot);
  const [taxBasis, net] = [strike - option, strike - option - chain - calls];
  const each = (units: number): number => perShare(units, toShares(sharesLeft(lot)));
  return { strikeCost: each(strike), taxBasis: each(taxBasis), netStockCost: each(net), netAfterDividends: each(net - dividends) };
}

/** Strike cost → tax basis → net stock cost, line by line; steps of zero are left out. */
export function bridgeOf(lot: ShareLot): readonly BridgeLine[] {
  const { option, chain, calls, dividends } = partsOf(lot);
  const bases = basesOf(lot);
  const each = (units: number): number => perShare(-units, toShares(sharesLeft(lot)));
  const step = (words: string, units: number): BridgeLine[] => (units === 0 ? [] : [{ words, perShare: each(units), basis: false }]);
  const basis = (words: string, perShare: number): BridgeLine => ({ words, perShare, basis: true });
  return [
    basis("Strike cost", bases.strikeCost),
    ...step(OWN_WORDS[lot.source], option),
    basis("Tax basis", bases.taxBasis),
    ...step("Earlier legs of its roll chain, after fees", chain),
    ...step("Calls sold on these shares, after fees", calls),
    basis("Net stock cost", bases.netStockCost),
    ...step("Dividends", dividends),
    ...(dividends === 0 ? [] : [basis("Net stock cost after dividends", bases.netAfterDividends)]),
  ];
}
const OWN_WORDS: Readonly<Record<ShareLot["source"], string>> = {
  Assigned: "Premium of the assigned contract, after fees",
  Exercised: "Premium paid for the exercised contract, with fees",
  Bought: "Fees of the purchase",
  Sold: "Fees of the sale",
};

/** What is left of a lot's amounts. Fees and premiums raise what a long lot cost and lower what a short one brought. */
function partsOf(lot: ShareLot): { strike: number; option: number; chain: number; calls: number; dividends: number } {
  const part = (amount: number): number => left(amount, lot);
  return { strike: part(lot.strike), option: (lot.short ? -1 : 1) * part(lot.option), chain: part(lot.chain), calls: part(lot.calls), dividends: part(lot.dividends) };
}
