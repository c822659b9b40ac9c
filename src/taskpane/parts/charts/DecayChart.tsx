import { moves } from "../../../calc";
import { figure, money } from "../../figures";
import { aboutDays, decayWords, firstValue } from "../chartWords";
import { type Mark, Plot } from "./Plot";

export interface DecayProps {
  readonly outlook: moves.Outlook;
  /** Words for the days at both ends. */
  readonly from: string;
  readonly to: string;
}

/** What an option costs on each day until its expiration, the stock standing still: marked where half is gone, and with 21 days left. */
export function DecayChart({ outlook, from, to }: DecayProps) {
  const { decay, halfGone, goneAt21 } = outlook;
  const [{ days, value: first }, { value: last }] = [decay[0]!, decay.at(-1)!];
  const passed = decay.map(({ days: left, value }) => [days - left, value] as const);
  const marks: Mark[] = [
    { at: [0, first], words: figure(firstValue(outlook), "price"), row: "top", dot: true },
    ...(halfGone === null ? [] : [{ at: [halfGone, first / 2], words: `half gone after ${aboutDays(halfGone)}`, row: "beside falling", dot: true } as const]),
    { at: [0, 0], words: from, row: "bottom" },
    { at: [days, 0], words: to, row: "bottom" },
    ...(goneAt21 === null ? [] : [{ at: [days - moves.LOOK_AGAIN, first * (1 - goneAt21)], words: `${moves.LOOK_AGAIN} days left`, row: "bottom", guide: true } as const]),
    ...(last > 0 ? [{ at: [days, last], words: `${money(last)} stays`, row: "beside falling", dot: true } as const] : []),
  ];
  return <Plot label={decayWords(outlook)} x={[0, days]} y={[0, first]} points={passed} shade="value" marks={marks} />;
}
