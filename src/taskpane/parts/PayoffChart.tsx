import { makeStyles, tokens } from "@fluentui/react-components";
import { useId } from "react";
import type { moves } from "../../calc";
import { figure, money } from "../figures";
import { paneTokens } from "../theme";

/** Profit and loss at the expiration by the price of the stock: labelled at strike, break-even and price, and the same in words for who listens. */
export function PayoffChart({ payoff, price, caption }: { payoff: moves.Payoff; price: number | null; caption: string }) {
  const styles = useStyles();
  const id = useId();
  const { strike, breakeven, most, at } = payoff;
  const marked = [strike, breakeven, ...(price === null ? [] : [price])];
  const reach = Math.max(strike * 0.08, (Math.max(...marked) - Math.min(...marked)) * 0.35);
  const [from, to] = [Math.max(0, Math.min(...marked) - reach), Math.max(...marked) + reach];
  const x = scale([from, to], [0, WIDTH]);
  const y = scale([Math.min(at(from), 0), Math.max(most, 0)], [BOTTOM, TOP]);
  const points = [from, breakeven, strike, to].sort((one, other) => one - other).map((stock) => `${x(stock)},${y(at(stock))}`).join(" L");
  const zero = y(0);
  const filled = `M0,${zero} L${points} L${WIDTH},${zero} Z`;
  const label = (stock: number) => ({ x: Math.min(WIDTH - 4, Math.max(4, x(stock))), textAnchor: x(stock) < EDGE ? ("start" as const) : x(stock) > WIDTH - EDGE ? ("end" as const) : ("middle" as const) });
  return (
    <>
      <p className={styles.caption}>{caption}</p>
      <svg className={styles.chart} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={inWords(payoff, price, from)}>
        <clipPath id={`${id}gain`}>
          <rect x="0" y="0" width={WIDTH} height={zero} />
        </clipPath>
        <clipPath id={`${id}loss`}>
          <rect x="0" y={zero} width={WIDTH} height={HEIGHT} />
        </clipPath>
        <path className={styles.gain} clipPath={`url(#${id}gain)`} d={filled} />
        <path className={styles.loss} clipPath={`url(#${id}loss)`} d={filled} />
        <line className={styles.axis} x1="0" x2={WIDTH} y1={zero} y2={zero} />
        {price !== null && <line className={styles.now} x1={x(price)} x2={x(price)} y1={TOP} y2={BOTTOM} />}
        <path className={styles.line} d={`M${points}`} />
        <circle className={styles.dot} cx={x(strike)} cy={y(most)} r="3" />
        <circle className={styles.dot} cx={x(breakeven)} cy={zero} r="3" />
        <text className={styles.text} {...label(strike)} y={TOP - 6}>{`${money(most)} from ${figure(strike, "count")} up`}</text>
        <text className={styles.text} {...label(breakeven)} y={Math.min(zero + 14, BOTTOM - 2)} dx={x(breakeven) > EDGE && x(breakeven) < WIDTH - EDGE ? 30 : 0}>{`even ${figure(breakeven, "price")}`}</text>
        {price !== null && <text className={styles.text} {...label(price)} y={HEIGHT - 3}>{`now ${figure(price, "price")}: ${money(at(price))}`}</text>}
      </svg>
    </>
  );
}

/** From prices and dollars to the picture. Four straight lines need no library of scales, which would be a tenth of the pane. */
function scale([low, high]: readonly [number, number], [start, end]: readonly [number, number]): (value: number) => number {
  return (value) => start + ((value - low) / (high - low || 1)) * (end - start);
}

const [WIDTH, HEIGHT, TOP, BOTTOM, EDGE] = [264, 112, 20, 92, 62];

function inWords({ strike, breakeven, most, at }: moves.Payoff, price: number | null, low: number): string {
  const now = price === null ? "" : ` At ${figure(price, "price")}, the price now: ${money(at(price))}.`;
  return `At the expiration: ${money(most)} with the stock at ${figure(strike, "count")} or above, nothing at ${figure(breakeven, "price")}, ${money(at(low))} at ${figure(low, "price")}.${now}`;
}

const useStyles = makeStyles({
  chart: { display: "block", width: "100%", maxWidth: "420px", height: "auto", marginBlock: "4px", overflow: "visible" },
  gain: { fill: paneTokens.paneGain, fillOpacity: 0.18 },
  loss: { fill: paneTokens.paneLoss, fillOpacity: 0.16 },
  axis: { stroke: tokens.colorNeutralForeground3, strokeWidth: "1px" },
  now: { stroke: tokens.colorNeutralForeground3, strokeWidth: "1px", strokeDasharray: "3 3" },
  line: { fill: "none", stroke: tokens.colorNeutralForeground1, strokeWidth: "1.75px", strokeLinejoin: "round" },
  dot: { fill: paneTokens.paneCard, stroke: tokens.colorNeutralForeground1, strokeWidth: "1.75px" },
  // a seam of the card's colour, so that no line runs through a figure
  text: { fill: tokens.colorNeutralForeground1, stroke: paneTokens.paneCard, strokeWidth: "3px", paintOrder: "stroke", fontSize: "10.5px", fontVariantNumeric: "tabular-nums" },
  caption: { margin: "2px 0 0", fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, color: tokens.colorNeutralForeground3 },
});
