import type { moves } from "../../../calc";
import { figure, money } from "../../figures";
import { payoffReach, payoffWords } from "../chartWords";
import { type Mark, Plot } from "./Plot";

export interface PayoffProps {
  readonly payoff: moves.Payoff;
  /** Of the stock, now. */
  readonly price: number | null;
}

/** Profit and loss at the expiration by the price of the stock, marked at strike, break-even and price. */
export function PayoffChart({ payoff, price }: PayoffProps) {
  const { strike, breakeven, most, at } = payoff;
  const [from, to] = payoffReach(payoff, price);
  const even = breakeven <= strike;
  const marks: Mark[] = [
    { at: [strike, most], words: `strike ${figure(strike, "count")}: ${money(most)} ${even ? "at most" : "at best"}`, row: "top", dot: true },
    ...(even ? [{ at: [breakeven, 0], words: `even ${figure(breakeven, "price")}`, row: "beside rising", dot: true } as const] : []),
    ...(price === null ? [] : [{ at: [price, at(price)], words: `stock ${figure(price, "price")}: ${money(at(price))}`, row: "bottom", guide: true } as const]),
  ];
  return (
    <Plot
      label={payoffWords(payoff, price)}
      x={[from, to]}
      y={[Math.min(at(from), 0), Math.max(most, 0)]}
      points={[from, strike, to].map((stock) => [stock, at(stock)] as const)}
      shade="profit"
      marks={marks}
    />
  );
}
