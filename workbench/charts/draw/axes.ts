import type { ScaleOptionsByType } from "chart.js";
import { displayText } from "../../grid/display";
import type { Picture, PictureAxis } from "../picture";
import { LINE } from "../standards";
import { colorOf, fontOf } from "./fonts";
import { dashesOf, isDrawn } from "./lines";

type Axis = Partial<ScaleOptionsByType<"linear" | "category">>;

/** The axes: `x` and `y` as they lie on the screen, `second` for what has an axis of its own at the other side. */
export function axesOf(picture: Picture, pixels: number): Record<string, Axis> {
  const { axes, isHorizontal } = picture;
  const isStacked = picture.series.some(({ stacked }) => stacked !== "no");
  const isShare = picture.series.some(({ stacked }) => stacked === "share");
  const numbers = (axis: PictureAxis, isSecondary: boolean): Axis => ({ ...valueAxis(picture, isShare ? { ...axis, numberFormat: axis.numberFormat.includes("%") ? axis.numberFormat : "0%" } : axis, isSecondary, pixels), stacked: isStacked }) as Axis;
  const category = { ...categoryAxis(picture, pixels), stacked: isStacked } as Axis;
  const value = numbers(axes.value, false);
  const both: Record<string, Axis> = isHorizontal ? { x: value, y: category } : { x: category, y: value };
  return axes.secondaryValue ? { ...both, second: numbers(axes.secondaryValue, true) } : both;
}

function categoryAxis({ axes, isHorizontal, series }: Picture, pixels: number): object {
  const axis = axes.category;
  const crosses = series.some(({ values }) => values.some((value) => value !== null && value < 0));
  // beside the line at zero, where Excel has them, names would lie on columns that go down: it is what one gets without saying "Low"
  const beside = axis.labels === "NextToAxis" && crosses ? { position: isHorizontal ? { x: 0 } : { y: 0 } } : { position: isHorizontal ? "left" : axis.labels === "High" ? "top" : "bottom" };
  return {
    type: "category",
    ...shared(axis, pixels),
    ...beside,
    // Excel counts the categories of lying bars from below
    reverse: isHorizontal ? !axis.reversed : axis.reversed,
    ticks: { ...ticks(axis, pixels), autoSkip: axis.spacing === null, maxRotation: 45, ...(axis.spacing === null ? {} : { callback: named(axis.spacing) }) },
  };
}

function named(spacing: number): (this: { getLabelForValue(value: number): string }, value: number | string, index: number) => string | null {
  return function (value, index) {
    return index % spacing === 0 ? this.getLabelForValue(Number(value)) : null;
  };
}

function valueAxis({ isHorizontal, series }: Picture, axis: PictureAxis, isSecondary: boolean, pixels: number): object {
  const mine = series.filter((one) => one.isSecondary === isSecondary);
  const side = isHorizontal ? (isSecondary ? "top" : "bottom") : isSecondary ? "right" : "left";
  const numbers = mine.filter(({ stacked }) => stacked === "no").flatMap(({ values }) => values.filter((value) => value !== null));
  return {
    type: "linear",
    ...shared(axis, pixels),
    axis: isHorizontal ? "x" : "y",
    position: side,
    reverse: axis.reversed,
    beginAtZero: mine.some(({ stacked }) => stacked !== "no") || startsAtZero(numbers),
    grace: mine.some(({ stacked }) => stacked === "share") ? 0 : "5%",
    ...(axis.minimum === null ? {} : { min: axis.minimum }),
    ...(axis.maximum === null ? (mine.some(({ stacked }) => stacked === "share") ? { max: 1 } : {}) : { max: axis.maximum }),
    ticks: { ...ticks(axis, pixels), maxTicksLimit: 8, callback: (value: number | string) => displayText(Number(value), axis.numberFormat), ...(axis.step === null ? {} : { stepSize: axis.step }) },
  };
}

/** Excel begins at zero unless the numbers lie close together far from it. */
function startsAtZero(numbers: readonly number[]): boolean {
  const [low, high] = [Math.min(...numbers), Math.max(...numbers)];
  return !(low > 0 && high - low < high / 6) && !(high < 0 && high - low < -low / 6);
}

function shared(axis: PictureAxis, pixels: number): object {
  const { gridlines, line, title } = axis;
  return {
    display: axis.visible,
    grid: {
      display: isDrawn(gridlines) || axis.ticks,
      drawOnChartArea: isDrawn(gridlines),
      drawTicks: axis.ticks,
      color: gridlines?.color ?? LINE.color,
      lineWidth: Math.max(1, (gridlines?.weight ?? LINE.weight) * pixels),
      tickLength: axis.ticks ? 4 * pixels : 0,
    },
    border: { display: isDrawn(line), color: line.color ?? LINE.color, width: Math.max(1, (line.weight ?? LINE.weight) * pixels), dash: gridlines ? dashesOf(gridlines, pixels) : [] },
    title: { display: title !== null, text: title?.text ?? "", color: colorOf(title?.font), font: fontOf(title?.font, pixels) },
  };
}

function ticks(axis: PictureAxis, pixels: number): object {
  return { display: axis.labels !== "None", color: colorOf(axis.font), font: fontOf(axis.font, pixels), padding: 4 * pixels };
}
