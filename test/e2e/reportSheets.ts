import { palette } from "../../src/journal/palette";
import type { Workbench } from "./browser";
import { until } from "./logTrade";

export const REPORTS = ["Positions", "Campaigns", "Income", "Audit"];
export type Value = string | number | boolean;
export type ReportSheets = ReturnType<typeof reportSheets>;

/** What stands on the sheets of the reports, as a person sees it. */
export function reportSheets(bench: Workbench) {
  const tab = (name: string) => bench.page.locator('[data-u-comp="slide-tab-item"]', { hasText: name }).first();

  const placeOf = async (table: string) => {
    const found = (await bench.page.evaluate(() => window.workbench.tables())).find(({ name }) => name === table);
    if (!found) throw new Error(`there is no table ${table}`);
    return found;
  };

  /** A table's rows by header. */
  async function rowsOf(table: string): Promise<Record<string, Value>[]> {
    const { sheet, address } = await placeOf(table);
    const [headers = [], ...rows] = (await bench.readAll(sheet, address)).map((row) => row.map(({ value }) => value));
    return rows.map((row) => Object.fromEntries(headers.map((header, at) => [String(header), row[at] ?? ""])));
  }
  const rowOf = async (table: string, of: Record<string, Value>) => (await rowsOf(table)).find((row) => Object.entries(of).every(([header, value]) => row[header] === value));

  /** Where a cell of the sheet in front is on the screen. */
  const pointOf = (address: string) => bench.page.evaluate((at) => window.workbench.placeOf(at), address);

  /** The ground of the strip under the title of the sheet in front: green, red, or what is there instead. */
  async function strip(): Promise<string> {
    const { left, top } = await pointOf("A3");
    const clip = { x: left + 700, y: top + 6, width: 2, height: 2 };
    const picture = (await bench.page.screenshot({ clip })).toString("base64");
    const color = await bench.page.evaluate(async (png) => {
      const image = new Image();
      image.src = `data:image/png;base64,${png}`;
      await image.decode();
      const canvas = document.createElement("canvas").getContext("2d")!;
      canvas.drawImage(image, 0, 0);
      return `#${[...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3).map((part) => part.toString(16).padStart(2, "0")).join("")}`.toUpperCase();
    }, picture);
    return { [palette.gainGround]: "green", [palette.lossGround]: "red" }[color] ?? color;
  }
  const says = async (sheet: string) => (await bench.read(sheet, "A3")).text;
  async function turns(color: "green" | "red", sheet: string, words: RegExp): Promise<void> {
    expect(await until(() => says(sheet), (text) => words.test(text))).toMatch(words);
    expect(await until(strip, (now) => now === color)).toBe(color);
  }

  return { tab, placeOf, rowsOf, rowOf, pointOf, says, turns };
}
