import { openWorkbench, type Workbench } from "./browser";
import { until } from "./logTrade";

jest.setTimeout(400_000);
let bench: Workbench;
beforeAll(async () => {
  bench = await openWorkbench();
  await bench.page.getByRole("button", { name: "Close this card" }).click();
});
afterAll(() => bench.close());
afterEach(() => expect(bench.errors.splice(0)).toEqual([]));

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}
const chart = () => bench.page.getByRole("img", { name: /^Chart: Income by month/ });
const box = async (): Promise<Box> => (await chart().boundingBox())!;
/** Waits until the chart stands where it is told. */
async function stands(expected: Partial<Box>): Promise<void> {
  const found = async () => rounded(Object.fromEntries(Object.entries(await box()).filter(([side]) => side in expected)));
  const wanted = rounded(expected);
  expect(await until(found, (now) => JSON.stringify(now) === JSON.stringify(wanted))).toEqual(wanted);
}
const rounded = (some: Partial<Box>) => Object.fromEntries(Object.entries(some).map(([side, size]) => [side, Math.round(size)]));

async function drag(from: readonly [number, number], by: readonly [number, number]): Promise<void> {
  const { mouse } = bench.page;
  await mouse.move(...from);
  await mouse.down();
  await mouse.move(from[0] + by[0], from[1] + by[1], { steps: 3 });
  await mouse.up();
}

test("a chart that the add-in adds is drawn over its cells, and says what it shows", async () => {
  await bench.pane.evaluate(() =>
    Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getFirst();
      sheet.getRange("A1:B4").values = [["Month", "Income"], ["Jan", 100], ["Feb", -50], ["Mar", 75.5]];
      sheet.getRange("B2:B4").numberFormat = [["0.00"], ["0.00"], ["0.00"]];
      const added = sheet.charts.add("ColumnClustered", sheet.getRange("A1:B4"));
      added.title.text = "Income by month";
      added.series.getItemAt(0).format.fill.setSolidColor("#1F6B5C");
      added.setPosition("D2", "I15");
      await context.sync();
    }),
  );
  await chart().waitFor();
  expect(await chart().getAttribute("aria-label")).toBe("Chart: Income by month. Income: Jan 100.00, Feb -50.00, Mar 75.50.");
  const { width, height } = await box();
  expect([Math.round(width), Math.round(height)]).toEqual([6 * 64, 14 * 20]);
  expect(await share("#1F6B5C")).toBeGreaterThan(0.02);
});

test("it follows what is typed into its cells", async () => {
  const before = await share("#1F6B5C");
  await bench.type("Sheet1", "B3", "90");
  await bench.page.getByRole("img", { name: /Feb 90\.00/ }).waitFor();
  expect(await share("#1F6B5C")).not.toBe(before);
});

test("the mouse moves and sizes it, the keyboard nudges it, and Ctrl+Z takes that back", async () => {
  const first = await box();
  await drag([first.x + 100, first.y + 100], [60, 30]);
  await stands({ x: first.x + 60, y: first.y + 30, width: first.width });
  const second = await box();
  await drag([second.x + second.width - 1, second.y + second.height - 1], [40, -50]);
  await stands({ x: second.x, width: first.width + 40, height: first.height - 50 });
  await bench.page.keyboard.press("ArrowRight");
  await stands({ x: second.x + 4 });
  for (let i = 0; i < 3; i++) await bench.page.keyboard.press("Control+z");
  await stands(first);
});

test("it scrolls with the sheet, also by the wheel above it, and is seen on its own sheet only", async () => {
  const before = await box();
  const { mouse } = bench.page;
  await mouse.move(before.x + 50, before.y + 150);
  await mouse.wheel(0, 100);
  expect(await until(async () => (await box()).y, (y) => y < before.y - 50)).toBeLessThan(before.y - 50);
  await mouse.wheel(0, -300);
  await stands(before);
  await bench.pane.evaluate(() => Excel.run(async (context) => {
    context.workbook.worksheets.add("Other").activate();
    await context.sync();
  }));
  expect(await until(() => chart().count(), (count) => count === 0)).toBe(0);
  await bench.select("Sheet1", "A1");
  await chart().waitFor();
});

test("Delete takes it away, Ctrl+Z brings it back, and it is there on the next visit", async () => {
  await chart().click({ position: { x: 20, y: 20 } });
  await bench.page.keyboard.press("Delete");
  expect(await until(() => chart().count(), (count) => count === 0)).toBe(0);
  expect((await bench.read("Sheet1", "A1")).value).toBe("Month");
  await bench.page.keyboard.press("Control+z");
  await chart().waitFor();
  await bench.saved();
  await bench.reload();
  await chart().waitFor();
  expect((await bench.read("Sheet1", "B3")).value).toBe(90);
});

/** How much of the chart has this colour. */
function share(color: string): Promise<number> {
  return chart().locator("canvas").evaluate((canvas: HTMLCanvasElement, wanted) => {
    const { data } = canvas.getContext("2d")!.getImageData(0, 0, canvas.width, canvas.height);
    const [red, green, blue] = [1, 3, 5].map((at) => parseInt(wanted.slice(at, at + 2), 16));
    let found = 0;
    for (let i = 0; i < data.length; i += 4) if (data[i] === red && data[i + 1] === green && data[i + 2] === blue) found++;
    return (found * 4) / data.length;
  }, color);
}
