import { moves } from "../../calc";
import { figure, money, share } from "../figures";

/*
 * The charts in words: what is read out in their place, and what stands there when they cannot be drawn.
 */

/** "At the expiration: 238.70 with the stock at 50 or above, nothing at 48.8065, −761.30 at 45.00." */
export function payoffWords(payoff: moves.Payoff, price: number | null): string {
  const { strike, breakeven, most, at } = payoff;
  const [low] = payoffReach(payoff, price);
  const even = breakeven <= strike ? `nothing at ${figure(breakeven, "price")}` : "even nowhere";
  const now = price === null ? "" : ` With the stock where it is, at ${figure(price, "price")}: ${money(at(price))}.`;
  return `At the expiration: ${money(most)} with the stock at ${figure(strike, "count")} or above, ${even}, ${money(at(low))} at ${figure(low, "price")}.${now}`;
}

/** The prices that a payoff shows: strike, break-even and price, and some room at both sides. */
export function payoffReach({ strike, breakeven }: moves.Payoff, price: number | null): readonly [number, number] {
  const marked = [strike, breakeven, ...(price === null ? [] : [price])];
  const [low, high] = [Math.min(...marked), Math.max(...marked)];
  const room = Math.max(strike * 0.08, (high - low) * 0.35);
  return [Math.max(0, low - room), high + room];
}

/** "What it costs to buy back, if the stock stays where it is: 1.20 on the first day, half of that after 34 days, 0.70 with 21 days left, nothing at the expiration." */
export function decayWords(outlook: moves.Outlook): string {
  const { decay, halfGone, goneAt21 } = outlook;
  const [first, last] = [decay[0]!.value, decay.at(-1)!.value];
  const steps = [
    `${figure(firstValue(outlook), "price")} on the first day`,
    ...(halfGone === null ? [] : [`half of that after ${aboutDays(halfGone)}`]),
    ...(goneAt21 === null ? [] : [`${figure(cents(first * (1 - goneAt21)), "price")} with ${moves.LOOK_AGAIN} days left`]),
    `${last > 0 ? figure(cents(last), "price") : "nothing"} at the expiration`,
  ];
  return `What it costs to buy back, if the stock stays where it is: ${steps.join(", ")}.`;
}

/** The one sentence under the chart. `premium`: the value is the premium itself, not what a volatility from elsewhere makes of it. */
export function halfWords({ decay, halfGone, goneAt21, unsolved }: moves.Outlook): string {
  const what = unsolved === null ? "the premium" : "its value";
  if (halfGone === null) return `If the stock stays where it is, ${figure(cents(decay.at(-1)!.value), "price")} of ${what} stays to the end: the option is in the money.`;
  const later = goneAt21 === null ? "" : ` With ${moves.LOOK_AGAIN} days left: ${share(Number(goneAt21.toFixed(2)))} gone.`;
  return `Half of ${what} is gone after about ${aboutDays(halfGone)} if the stock stays where it is.${later}`;
}

/** The premium as it was typed; what a volatility from elsewhere makes of it, to the cent. */
export function firstValue({ decay, unsolved }: moves.Outlook): number {
  const { value } = decay[0]!;
  return unsolved === null ? value : cents(value);
}

/** Whole days; of the last ones, tenths. */
export function aboutDays(days: number): string {
  const about = days < 3 ? Number(days.toFixed(1)) : Math.round(days);
  return `${figure(about, "count")} ${about === 1 ? "day" : "days"}`;
}

const cents = (dollars: number): number => Number(dollars.toFixed(2));
