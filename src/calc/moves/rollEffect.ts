import { isSameAccount } from "../ledger/accounts";
import { type Book, book } from "../ledger/book";
import { wholeChain } from "../ledger/chains";
import { cashUnits } from "../ledger/cash";
import type { LogRow } from "../ledger/entries";
import type { Trade } from "../ledger/trade";
import { left, moneyUnits, perShare, toDollars } from "../ledger/units";
import { remaining } from "../ledger/optionLots";
import type { OptionLot } from "../ledger/state";
import type { Change } from "./change";

/** What a roll brings, and what it does to its chain. docs/spec/moves.md §2.6. */
export interface RollEffect {
  /** Dollars, after the fees of both legs; the first sale is not in it. */
  readonly credit: number;
  /** New premium − buy-back, a share, before fees; null when more or fewer shares are sold than bought back. */
  readonly perShare: number | null;
  /** What buying back the old contract locks in, dollars after fees. */
  readonly realised: number;
  readonly chainCredit: Change<number>;
  /** Of the new contract with all earlier legs; after and before all fees. */
  readonly breakeven: number;
  readonly breakevenBeforeFees: number;
  readonly addedDays: number;
}

/** The roll that the added rows make, by the books' own rule; null when they make none. */
export function rollOf(rows: readonly LogRow[], more: readonly LogRow[], { before, after }: { before: Book; after: Book }): RollEffect | null {
  const bought = only(more, "Buy to close");
  const sold = only(more, "Sell to open");
  if (!bought || !sold || rollsIn(after) <= rollsIn(before)) return null;
  const lot = lotOf(after, sold);
  if (!lot?.chain) return null;
  const credit = cashUnits(bought) + cashUnits(sold);
  const chainCredit = wholeChain(lot.chain).cash;
  const unpaid = book([...rows, ...more].map(({ row, trade }) => ({ row, trade: { ...trade, fees: 0 } })));
  return {
    credit: toDollars(credit),
    perShare: sharesIn(bought) === sharesIn(sold) ? perShare(moneyUnits(sold.price! * sharesIn(sold)) - moneyUnits(bought.price! * sharesIn(bought)), sharesIn(sold)) : null,
    realised: toDollars(realised(after) - realised(before)),
    chainCredit: { before: toDollars(chainCredit - credit), after: toDollars(chainCredit) },
    breakeven: breakeven(lot),
    breakevenBeforeFees: breakeven(lotOf(unpaid, sold) ?? lot),
    addedDays: sold.expiry! - bought.expiry!,
  };
}

const only = (rows: readonly LogRow[], action: Trade["action"]): Trade | null => {
  const found = rows.filter(({ trade }) => trade.action === action);
  return found.length === 1 ? found[0]!.trade : null;
};
const rollsIn = ({ chains }: Book): number => chains.reduce((sum, { rolls }) => sum + rolls, 0);
const sharesIn = ({ quantity, multiplier }: Trade): number => quantity * multiplier;
const realised = ({ tickers }: Book): number => tickers.reduce((all, one) => all + one.realised.reduce((sum, { kind, income }) => sum + (kind === "option" ? income : 0), 0), 0);

function lotOf({ holdings }: Book, { account, ticker, type, strike, expiry, multiplier, date }: Trade): OptionLot | undefined {
  const place = holdings.find((one) => isSameAccount(one.account, account) && one.ticker === ticker);
  return place?.options.find((lot) => lot.side === "short" && lot.type === type && lot.strike === strike && lot.expiry === expiry && lot.multiplier === multiplier && lot.opened === date);
}

function breakeven(lot: OptionLot): number {
  const shares = remaining(lot) * lot.multiplier;
  const brought = left(lot.credit, lot) + left(lot.carried, lot);
  return perShare(moneyUnits(lot.strike * shares) + (lot.type === "Put" ? -brought : brought), shares);
}
