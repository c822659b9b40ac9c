import type { Picture } from "./picture";

const MOST = 40;

/** A chart as text, for who listens: its title, and each series with its values by category. */
export function inWords({ title, categories, series }: Picture): string {
  const spoken = series.map(({ name, values, texts }) => {
    const points = values.flatMap((value, i) => (value === null ? [] : [`${categories[i] || String(i + 1)} ${texts[i] || String(value)}`]));
    const shown = points.length > MOST ? [...points.slice(0, MOST), `and ${points.length - MOST} more`] : points;
    return `${name}: ${shown.length > 0 ? shown.join(", ") : "no values"}`;
  });
  return [`Chart${title ? `: ${title.text}` : ""}`, ...spoken].map((sentence) => sentence.replace(/[.\s]*$/, ".")).join(" ");
}
