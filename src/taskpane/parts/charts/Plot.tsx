import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { scaleLinear } from "d3-scale";
import { area, line } from "d3-shape";
import { useId } from "react";
import { paneTokens } from "../../theme";
import { CHART } from "../chartSize";
import { type Label, placed } from "./labels";

type Point = readonly [x: number, y: number];

/** A place worth a name: a dot, a line through it, words beside it. */
export interface Mark {
  readonly at: Point;
  readonly words: string;
  readonly row: Label["row"];
  readonly dot?: boolean;
  /** Dashed, over the whole height; not drawn where its words found no room, as nobody would know what it is. */
  readonly guide?: boolean;
}

interface Props {
  /** The same in words, for who listens. */
  readonly label: string;
  readonly x: Point;
  readonly y: Point;
  readonly points: readonly Point[];
  /** Profit is tinted above zero, and hatched below it; a value only tinted. */
  readonly shade: "profit" | "value";
  /** The first ones matter most: words that would lie over theirs are left out. */
  readonly marks: readonly Mark[];
}

/** One line over its ground, labelled where it matters instead of along its axes. */
export function Plot({ label, x, y, points, shade, marks }: Props) {
  const styles = useStyles();
  const id = useId();
  const across = scaleLinear(x, [0, WIDTH]);
  const up = scaleLinear(y, [BOTTOM, TOP]);
  const zero = up(0);
  const path = line<Point>(([at]) => across(at), ([, value]) => up(value))(points) ?? "";
  const ground = area<Point>(([at]) => across(at), zero, ([, value]) => up(value))(points) ?? "";
  const labels = placed(marks.map(({ at, words, row }) => ({ x: across(at[0]), y: up(at[1]), words, row })));
  return (
    <svg className={styles.chart} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={label}>
      <clipPath id={`${id}above`}>
        <rect x="0" y="0" width={WIDTH} height={Math.max(0, zero)} />
      </clipPath>
      <clipPath id={`${id}below`}>
        <rect x="0" y={zero} width={WIDTH} height={Math.max(0, HEIGHT - zero)} />
      </clipPath>
      <path className={styles.gain} clipPath={`url(#${id}above)`} d={ground} />
      {shade === "profit" && (
        <>
          <pattern id={`${id}hatch`} width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <line className={styles.hatch} x1="0" x2="0" y1="0" y2="5" />
          </pattern>
          <path className={styles.loss} clipPath={`url(#${id}below)`} d={ground} />
          <path fill={`url(#${id}hatch)`} clipPath={`url(#${id}below)`} d={ground} />
        </>
      )}
      <line className={styles.axis} x1="0" x2={WIDTH} y1={zero} y2={zero} />
      {marks.filter(({ guide, words }) => guide && labels.some((label) => label.words === words)).map(({ at, words }) => (
        <line key={words} className={styles.guide} x1={across(at[0])} x2={across(at[0])} y1={TOP} y2={BOTTOM} />
      ))}
      <path className={styles.line} d={path} />
      {marks.filter(({ dot }) => dot).map(({ at, words }) => (
        <circle key={words} className={styles.dot} cx={across(at[0])} cy={up(at[1])} r="3" />
      ))}
      {labels.map(({ words, x: left, y: base, row, shaded }) => (
        <text key={words} className={mergeClasses(styles.text, row === "bottom" && styles.quiet, shaded && styles.shaded)} x={left} y={base}>
          {words}
        </text>
      ))}
    </svg>
  );
}

const { WIDTH, HEIGHT, TOP, BOTTOM } = CHART;

/** Colours that the system forces are forced on texts, not on drawings: there they are asked for. */
const FORCED = "@media (forced-colors: active)";

const useStyles = makeStyles({
  chart: { display: "block", width: "100%", height: "auto", overflow: "visible" },
  gain: { fill: paneTokens.paneGain, fillOpacity: 0.18, [FORCED]: { fill: "CanvasText", fillOpacity: 0.12 } },
  loss: { fill: paneTokens.paneLoss, fillOpacity: 0.1, [FORCED]: { fill: "none" } },
  hatch: { stroke: paneTokens.paneLoss, strokeWidth: "1.5px", strokeOpacity: 0.45, [FORCED]: { stroke: "CanvasText" } },
  axis: { stroke: tokens.colorNeutralForeground3, strokeWidth: "1px", [FORCED]: { stroke: "CanvasText" } },
  guide: { stroke: tokens.colorNeutralForeground3, strokeWidth: "1px", strokeDasharray: "3 3", [FORCED]: { stroke: "CanvasText" } },
  line: { fill: "none", stroke: tokens.colorNeutralForeground1, strokeWidth: "1.75px", strokeLinejoin: "round", [FORCED]: { stroke: "CanvasText" } },
  dot: { fill: paneTokens.paneCard, stroke: tokens.colorNeutralForeground1, strokeWidth: "1.75px", [FORCED]: { fill: "Canvas", stroke: "CanvasText" } },
  // a seam of the card's colour, so that no line runs through a figure
  text: { fill: tokens.colorNeutralForeground1, stroke: paneTokens.paneCard, strokeWidth: "3px", paintOrder: "stroke", fontSize: "11px", fontVariantNumeric: "tabular-nums", [FORCED]: { fill: "CanvasText", stroke: "Canvas" } },
  shaded: { stroke: [paneTokens.paneCard, `color-mix(in srgb, ${paneTokens.paneGain} 18%, ${paneTokens.paneCard})`] },
  quiet: { fill: tokens.colorNeutralForeground3, [FORCED]: { fill: "CanvasText" } },
});
