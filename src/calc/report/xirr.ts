import { CalcError, check } from "../check";

/** Money that comes (above zero) or goes on a day. */
export interface Flow {
  readonly day: number;
  readonly amount: number;
}

/**
 * The yearly rate at which all flows are worth nothing together: Σ amount ÷ (1 + rate)^(days ÷ 365) = 0, as Excel's XIRR. Among several rates the
 * one nearest to zero. The search is by halving between two rates of different sign, so it cannot run away.
 */
export function xirr(flows: readonly Flow[]): number {
  check(flows.every(({ day, amount }) => Number.isFinite(day) && Number.isFinite(amount)), "days and amounts must be numbers");
  check(flows.some(({ amount }) => amount > 0) && flows.some(({ amount }) => amount < 0), "there must be money that goes and money that comes");
  const start = Math.min(...flows.map(({ day }) => day));
  const years = flows.map(({ day, amount }) => ({ years: (day - start) / 365, amount }));
  const worth = (log: number): number => years.reduce((sum, flow) => sum + flow.amount * Math.exp(-log * flow.years), 0);
  return Math.expm1(root(worth, bracket(worth)));
}

/** Rates are searched as ln(1 + rate), from zero outwards to both sides. */
function bracket(worth: (log: number) => number): readonly [number, number] {
  if (worth(0) === 0) return [0, 0];
  for (let step = 0, width = 0.01; step < WIDEST; width *= 1.1, step += width) {
    if (worth(step) * worth(step + width * 1.1) <= 0) return [step, step + width * 1.1];
    if (worth(-step) * worth(-step - width * 1.1) <= 0) return [-step - width * 1.1, -step];
  }
  throw new CalcError("notAvailable", "no yearly rate makes these flows worth nothing");
}
const WIDEST = 100;

function root(worth: (log: number) => number, [from, to]: readonly [number, number]): number {
  let [low, high] = [from, to];
  const sign = Math.sign(worth(low));
  for (let halvings = 0; halvings < 200 && low < high; halvings += 1) {
    const middle = (low + high) / 2;
    if (middle === low || middle === high) break;
    if (Math.sign(worth(middle)) === sign) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
