import type { ArcElement, BarElement, Chart, Plugin } from "chart.js";
import type { Picture, PictureSeries } from "../picture";
import { colorOf, fontOf } from "./fonts";

const SMALLEST_ARC = 0.3;

/** Writes the data labels beside, in or on the points of the series that have them. */
export function pointLabels({ series, isHorizontal }: Picture, pixels: number): Plugin {
  return {
    id: "pointLabels",
    afterDatasetsDraw(chart) {
      series.forEach((one, index) => {
        if (one.labels) write(chart, one, one.labels, index, isHorizontal, pixels);
      });
    },
  };
}

function write(chart: Chart, { kind, colors, values, marker }: PictureSeries, labels: NonNullable<PictureSeries["labels"]>, index: number, isHorizontal: boolean, pixels: number): void {
  const { ctx } = chart;
  const { family, size, weight, style } = fontOf(labels.font, pixels);
  ctx.save();
  ctx.font = `${style} ${weight} ${size}px ${family}`;
  chart.getDatasetMeta(index).data.forEach((element, i) => {
    const text = labels.texts[i] ?? "";
    if (text === "" || values[i] === null) return;
    if (kind === "slices") return inSlice(ctx, element as unknown as ArcElement, text, labels.font.color ?? inkOn(colors[i] ?? "#FFFFFF"));
    ctx.fillStyle = colorOf(labels.font);
    const gap = 3 * pixels + (marker ? (marker.size / 2) * pixels : 0);
    if (kind === "bar") return atBar(ctx, element as unknown as BarElement, text, labels.position, isHorizontal, gap);
    const [dx, dy] = labels.position === "Left" ? [-gap, 0] : labels.position === "Right" ? [gap, 0] : labels.position === "Bottom" ? [0, gap] : labels.position === "Center" ? [0, 0] : [0, -gap];
    put(ctx, text, element.x + dx, element.y + dy, dx < 0 ? "right" : dx > 0 ? "left" : "center", dy < 0 ? "bottom" : dy > 0 ? "top" : "middle");
  });
  ctx.restore();
}

function atBar(ctx: CanvasRenderingContext2D, element: BarElement, text: string, position: string, isHorizontal: boolean, gap: number): void {
  const { x, y, base } = element.getProps(["x", "y", "base"], true) as Record<"x" | "y" | "base", number>;
  const [end, start] = isHorizontal ? [x, base] : [y, base];
  const outward = end === start ? (isHorizontal ? 1 : -1) : Math.sign(end - start);
  const along = position === "Center" ? (end + start) / 2 : position === "InsideBase" ? start + outward * gap : position === "InsideEnd" ? end - outward * gap : end + outward * gap;
  const away = position === "OutsideEnd" || position === "InsideBase" ? outward : position === "Center" ? 0 : -outward;
  if (isHorizontal) put(ctx, text, along, y, away > 0 ? "left" : away < 0 ? "right" : "center", "middle");
  else put(ctx, text, x, along, "center", away > 0 ? "top" : away < 0 ? "bottom" : "middle");
}

/** In the middle of the slice, unless that is too narrow to hold a word. */
function inSlice(ctx: CanvasRenderingContext2D, element: ArcElement, text: string, color: string): void {
  const { x, y, startAngle, endAngle, innerRadius, outerRadius } = element.getProps(["x", "y", "startAngle", "endAngle", "innerRadius", "outerRadius"], true) as Record<"x" | "y" | "startAngle" | "endAngle" | "innerRadius" | "outerRadius", number>;
  if (endAngle - startAngle < SMALLEST_ARC) return;
  const [angle, radius] = [(startAngle + endAngle) / 2, innerRadius > 0 ? (innerRadius + outerRadius) / 2 : outerRadius * 0.62];
  ctx.fillStyle = color;
  const isWide = ctx.measureText(text).width > (outerRadius - innerRadius) * 0.9;
  const lines = isWide ? text.split(/[ ,·]+/) : [text];
  const height = parseFloat(ctx.font.replace(/^.*?([\d.]+)px.*$/, "$1")) * 1.15;
  lines.forEach((line, i) => put(ctx, line, x + Math.cos(angle) * radius, y + Math.sin(angle) * radius + (i - (lines.length - 1) / 2) * height, "center", "middle"));
}

function put(ctx: CanvasRenderingContext2D, text: string, x: number, y: number, align: CanvasTextAlign, baseline: CanvasTextBaseline): void {
  ctx.textAlign = align;
  ctx.textBaseline = baseline;
  ctx.fillText(text, x, y);
}

/** Dark on light, light on dark. */
function inkOn(color: string): string {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => parseInt(color.slice(at, at + 2), 16));
  return red * 0.299 + green * 0.587 + blue * 0.114 > 150 ? "#242424" : "#FFFFFF";
}
