import { ArcElement, BarController, BarElement, CategoryScale, Chart, DoughnutController, Filler, Legend, LineController, LineElement, LinearScale, PieController, PointElement, Title } from "chart.js";
import type { Picture } from "../picture";
import { configOf } from "./config";

Chart.register(ArcElement, BarController, BarElement, CategoryScale, DoughnutController, Filler, Legend, LineController, LineElement, LinearScale, PieController, PointElement, Title);

/** Draws a chart into a canvas, at its own size; the answer takes it away again. `pixels` is how many of them a point has on the screen. */
export function draw(canvas: HTMLCanvasElement, picture: Picture, pixels: number): () => void {
  const chart = new Chart(canvas, configOf(picture, pixels));
  return () => chart.destroy();
}
