import { Chart, type ChartConfiguration, type LegendItem } from "chart.js";
import type { Picture } from "../picture";
import { TITLE_SIZE } from "../standards";
import { axesOf } from "./axes";
import { datasetsOf } from "./datasets";
import { colorOf, fontOf } from "./fonts";
import { pointLabels } from "./labels";

/** Our picture in Chart.js' words: quiet, without movement, as Excel draws it. */
export function configOf(picture: Picture, pixels: number): ChartConfiguration {
  const { title, legend, isRound, isHorizontal, categories } = picture;
  const room = Math.round(7 * pixels);
  return {
    type: isRound ? "doughnut" : "bar",
    data: { labels: [...categories], datasets: datasetsOf(picture, pixels) },
    plugins: [pointLabels(picture, pixels)],
    options: {
      responsive: true,
      maintainAspectRatio: false,
      animation: false,
      events: [],
      indexAxis: isHorizontal && !isRound ? "y" : "x",
      spanGaps: picture.blanks === "bridge",
      layout: { padding: { top: title && !title.overlay ? Math.round(room / 2) : room, right: room, bottom: room, left: room } },
      scales: isRound ? {} : axesOf(picture, pixels),
      plugins: {
        title: { display: title !== null, text: title?.text ?? "", color: colorOf(title?.font), font: fontOf(title?.font, pixels, TITLE_SIZE), padding: { top: 0, bottom: Math.round(6 * pixels) } },
        legend: {
          display: legend !== null,
          position: sideOf(legend?.position),
          labels: {
            color: colorOf(legend?.font),
            font: fontOf(legend?.font, pixels),
            boxWidth: Math.round(12 * pixels),
            boxHeight: Math.round(6 * pixels),
            padding: Math.round(8 * pixels),
            usePointStyle: true,
            generateLabels: (chart: Chart) => legendItems(chart, picture, pixels),
            sort: (a: LegendItem, b: LegendItem) => placeOf(a) - placeOf(b),
          },
        },
      },
    },
  } as ChartConfiguration;
}

/** A stroke for a line, a square for all else, in the order of the series. */
function legendItems(chart: Chart, { isRound, series }: Picture, pixels: number): LegendItem[] {
  const items = (isRound ? Chart.overrides.doughnut : Chart.defaults).plugins.legend.labels.generateLabels(chart);
  return items.map((item) => {
    const own = series[item.datasetIndex ?? -1];
    return own?.kind === "line" ? { ...item, pointStyle: "line", strokeStyle: own.line.color, lineWidth: own.line.weight * pixels } : { ...item, pointStyle: "rect" };
  });
}

function placeOf({ datasetIndex, index }: LegendItem): number {
  return datasetIndex ?? index ?? 0;
}

function sideOf(position: string | undefined): "top" | "bottom" | "left" | "right" {
  return position === "Top" ? "top" : position === "Left" ? "left" : position === "Right" || position === "Corner" ? "right" : "bottom";
}
