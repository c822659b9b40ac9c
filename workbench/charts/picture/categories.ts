import type { Chart, ChartSeries } from "../../grid/chart";
import { displayText } from "../../grid/display";
import type { Grid } from "../../grid/grid";
import { isRound } from "../standards";
import { type Read, axisFormat, cellsOf } from "../texts";
import { isDay } from "../days";

/** The names along the category axis, and for each the number of the value that belongs there (none where a day axis has a day without one). */
export interface Categories {
  readonly names: readonly string[];
  readonly places: readonly (number | null)[];
}

const MOST_PLACES = 4000;

/** Texts one beside the other; days as far apart as they are, as Excel's day axis has them, by the smallest of day, month and year that they need. */
export function readCategories(grid: Grid, chart: Chart, series: ChartSeries | undefined): Categories {
  const visibleOnly = chart.plotVisibleOnly ?? true;
  const cells = cellsOf(grid, series?.categories, visibleOnly);
  const count = Math.max(0, ...chart.series.map(({ values }) => cellsOf(grid, values, visibleOnly).length));
  const { numberFormat, categoryType = "Automatic" } = chart.axes.category;
  const format = numberFormat === undefined ? undefined : axisFormat(grid, chart, "category");
  const name = (cell: Read) => (format !== undefined && typeof cell.value === "number" ? displayText(cell.value, format) : cell.text);
  const isDays = categoryType !== "TextAxis" && !isRound(chart.type) && cells.length > 1 && cells.every((cell) => (categoryType === "DateAxis" ? typeof cell.value === "number" : isDay(cell)));
  const days = isDays ? spaced(cells, format ?? cells[0]?.numberFormat ?? "General") : null;
  if (days) return days;
  return { names: Array.from({ length: Math.max(count, cells.length) }, (_, i) => (cells[i] ? name(cells[i]) : cells.length > 0 ? "" : String(i + 1))), places: Array.from({ length: Math.max(count, cells.length) }, (_, i) => i) };
}

function spaced(cells: readonly Read[], format: string): Categories | null {
  const order = cells.map((cell, index) => ({ day: Number(cell.value), index })).sort((a, b) => a.day - b.day);
  const unit = unitOf(order.map(({ day }) => day));
  const [first, last] = [unit.number(order[0]?.day ?? 0), unit.number(order.at(-1)?.day ?? 0)];
  if (last - first + 1 > MOST_PLACES) return null;
  const at = new Map(order.map(({ day, index }) => [unit.number(day), index]));
  if (at.size < order.length) return null; // two on one day stand one beside the other
  const numbers = Array.from({ length: last - first + 1 }, (_, i) => first + i);
  const places = numbers.map((number) => at.get(number) ?? null);
  return { names: numbers.map((number, i) => displayText(Number(cells[places[i] ?? -1]?.value ?? unit.day(number)), format)), places };
}

interface Unit {
  number(day: number): number;
  /** The first day of it, as Excel counts days. */
  day(number: number): number;
}

const EPOCH = 25569;
const date = (day: number) => new Date(Math.round((day - EPOCH) * 86400000));
const dayOf = (year: number, month: number) => Date.UTC(year, month, 1) / 86400000 + EPOCH;
const DAYS: Unit = { number: Math.floor, day: (number) => number };
const MONTHS: Unit = { number: (day) => date(day).getUTCFullYear() * 12 + date(day).getUTCMonth(), day: (number) => dayOf(Math.floor(number / 12), number % 12) };
const YEARS: Unit = { number: (day) => date(day).getUTCFullYear(), day: (number) => dayOf(number, 0) };

function unitOf(days: readonly number[]): Unit {
  const smallest = Math.min(...days.slice(1).map((day, i) => day - (days[i] ?? 0)).filter((gap) => gap > 0));
  return smallest >= 365 ? YEARS : smallest >= 28 ? MONTHS : DAYS;
}
