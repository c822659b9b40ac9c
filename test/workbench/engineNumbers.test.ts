import type { HeadlessEngine } from "../../workbench/engine/headless";
import { loadHeadless } from "../../workbench/engine/load";
import { UniverGrid } from "../../workbench/grid/univer";

const engines: HeadlessEngine[] = [];
afterAll(() => engines.forEach((engine) => engine.dispose()));

/** Amounts as people type them, and numbers that are no amounts: thirds, very small and very large ones, whole ones at the edge of what is exact. */
const PARTS = [0, 1, 3, 7, 33, 100, 125, 1235, 9999, 12345, 1e6, 123456789, 99999999999999, 1e15 - 1, 1e15, 1e15 + 1];
const NUMBERS = [...PARTS.flatMap((parts) => [parts / 10_000, -parts / 10_000]), 1 / 3, -2 / 3, 1e-7, 0.00005, 1.00005, 1e20, 123456.78901, Number.MAX_SAFE_INTEGER, 2 ** 53 + 2, -0.1 - 0.2];

async function run(quick: boolean): Promise<unknown[]> {
  let engine!: HeadlessEngine;
  jest.isolateModules(() => (engine = loadHeadless().createHeadless({ quick })));
  engines.push(engine);
  const pairs = NUMBERS.flatMap((first) => NUMBERS.map((second) => [first, second] as const));
  const sheet = engine.api.getActiveWorkbook()!.getActiveSheet();
  sheet.setRowCount(pairs.length + 5);
  const grid = new UniverGrid(engine);
  const columns = NUMBERS.map((number, row) => [number, `=SUM(A$1:A${row + 1})`]);
  sheet.getRange(0, 0, columns.length, 2).setValues(columns.map(([v, f]) => [{ v: v as number }, { f: f as string }]));
  sheet.getRange(0, 3, pairs.length, 5).setValues(pairs.map(([first, second], index) => [
    { v: first }, { v: second }, ...["+", "-", "*"].map((sign) => ({ f: `=D${index + 1}${sign}E${index + 1}` })),
  ]));
  sheet.getRange("C1").setValue({ f: "=SUMPRODUCT(D1:D400,E1:E400)" });
  await grid.settled();
  const matrix = sheet.getRange(0, 0, pairs.length, 8).getCellDataGrid();
  return matrix.flatMap((row) => row.map((cell) => cell?.v ?? null));
}

test("sums, differences and products are to the last bit what Univer's decimal numbers make of them", async () => {
  const [plain, quick] = [await run(false), await run(true)];
  expect(plain.filter((value) => typeof value === "number").length).toBeGreaterThan(NUMBERS.length ** 2 * 5);
  for (const [index, value] of plain.entries()) if (!Object.is(value, quick[index])) throw new Error(`cell ${index}: ${String(quick[index])} is not ${String(value)}`);
  expect(quick).toHaveLength(plain.length);
  expect(plain).toContain(0.0003);
}, 60_000);
