import type { ChartFill, ChartFont, ChartLine } from "../../grid/chart";
import { element } from "../xml";

/** What a shape looks like: its ground and its line, each as XML or "". */
export function shape(...looks: readonly string[]): string {
  return element("c:spPr", {}, ...looks);
}

export function fillXml(fill: ChartFill): string {
  return fill === "none" ? element("a:noFill") : element("a:solidFill", {}, element("a:srgbClr", { val: fill.slice(1).toUpperCase() }));
}

const DASHES: Readonly<Record<string, string>> = { Continuous: "solid", Dash: "dash", DashDot: "dashDot", DashDotDot: "sysDashDotDot", Dot: "sysDot", RoundDot: "sysDot" };
/** English Metric Units in a point. */
const EMU = 12_700;

export function lineXml({ color, weight, lineStyle }: ChartLine): string {
  if (lineStyle === "None") return element("a:ln", {}, element("a:noFill"));
  const dash = lineStyle === undefined ? undefined : DASHES[lineStyle];
  return element("a:ln", { w: weight === undefined ? undefined : Math.round(weight * EMU), cap: "rnd" }, ...(color ? [fillXml(color)] : []), ...(dash ? [element("a:prstDash", { val: dash })] : []), element("a:round"));
}

/** Letters: sizes count hundredths of a point. */
export function words(name: string, font: ChartFont = {}): string {
  const looks = { sz: font.size === undefined ? undefined : Math.round(font.size * 100), b: font.bold ?? false, i: font.italic || undefined, u: font.underline === "Single" ? "sng" : undefined };
  return element(name, { lang: name === "a:rPr" ? "en-US" : undefined, ...looks }, ...(font.color ? [fillXml(font.color)] : []), ...(font.name ? [element("a:latin", { typeface: font.name })] : []));
}
