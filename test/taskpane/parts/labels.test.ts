import { CHART } from "../../../src/taskpane/parts/chartSize";
import { type Label, placed } from "../../../src/taskpane/parts/charts/labels";

const at = (x: number, y: number, row: Label["row"], words = "half gone after 25 days"): Label => ({ x, y, row, words });
const width = "half gone after 25 days".length * 5.7;
const one = (label: Label) => placed([label])[0]!;

test.each(["top", "bottom"] as const)("a label of the %s row is centred over its place, and stays inside at the edges", (row) => {
  expect(one(at(132, 50, row)).x).toBeCloseTo(132 - width / 2, 9);
  expect(one(at(0, 50, row)).x).toBe(0);
  expect(one(at(CHART.WIDTH, 50, row)).x).toBeCloseTo(CHART.WIDTH - width, 9);
});

test("beside a rising line: below it at the right, where there is room, else above it at the left", () => {
  expect(one(at(100, 50, "beside rising"))).toMatchObject({ x: 106, y: 64 });
  expect(one(at(250, 50, "beside rising"))).toMatchObject({ x: 244 - width, y: 44 });
});

test("beside a falling line: over it at the right, where there is room, else under it", () => {
  expect(one(at(50, 50, "beside falling"))).toMatchObject({ x: 56, y: 44 });
  const under = one(at(200, 50, "beside falling"));
  expect([under.x, under.y]).toEqual([expect.closeTo(206 - width, 9), 64]);
  expect(one(at(CHART.WIDTH, 50, "beside falling")).x).toBeCloseTo(CHART.WIDTH - width, 9);
});

test("of two labels in one place the first one stays", () => {
  expect(placed([at(60, 0, "bottom", "today"), at(70, 0, "bottom", "21 days left")]).map(({ words }) => words)).toEqual(["today"]);
  expect(placed([at(20, 0, "bottom", "today"), at(200, 0, "bottom", "21 days left"), at(20, 0, "top", "1.20")])).toHaveLength(3);
});

test("a label that would fall out of the picture is left out", () => {
  expect(placed([at(CHART.WIDTH, CHART.BOTTOM - 10, "beside falling", "0.50 stays")])).toEqual([]);
});
