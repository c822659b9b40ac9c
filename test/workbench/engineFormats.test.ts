import { loadHeadless } from "../../workbench/engine/load";
import { UniverGrid } from "../../workbench/grid/univer";
import { excelInNode } from "../../workbench/harness/inNode";

const engine = loadHeadless().createHeadless();
const grid = new UniverGrid(engine);
afterAll(() => grid.dispose());

const FILL = "#FFF3D6";

test("conditional formats over a table follow its cells, its growth and the sheet: what they hold is kept from one calculation to the next, and no longer than it is true", async () => {
  const { Excel } = await excelInNode({ grid });
  const formats = engine.injector.get(engine.lib.ConditionalFormattingService);
  const [{ id = "" } = {}] = grid.sheets();
  const unitId = engine.api.getActiveWorkbook()!.getId();
  const filled = (): number[] => {
    const rows = Array.from({ length: 30 }, (_, row) => row);
    return rows.filter((row) => (formats.composeStyle(unitId, id, row, 0)?.style as { bg?: { rgb?: string } } | undefined)?.bg?.rgb === FILL).map((row) => row + 1);
  };
  const held = (): number => Object.values(engine.injector.get(engine.lib.IOtherFormulaManagerService).getOtherFormulaData()[unitId]?.[id] ?? {}).length;
  /** Univer looks at them when it draws, and again some moments after the last change. */
  const shows = async (rows: readonly number[]): Promise<void> => {
    for (let tries = 0; tries < 100 && JSON.stringify(filled()) !== JSON.stringify(rows); tries++) {
      await new Promise((resolve) => setTimeout(resolve, 50));
      await grid.settled();
    }
    expect(filled()).toEqual(rows);
  };
  const run = (change: (sheet: Excel.Worksheet, context: Excel.RequestContext) => void) => Excel.run(async (context) => {
    change(context.workbook.worksheets.getActiveWorksheet(), context);
    await context.sync();
  });

  await run((sheet, context) => {
    sheet.getRange("A2:B8").values = [["Price", "Limit"], ...[1, 7, 3, 9, 5, 2].map((price) => [price, 5])];
    context.workbook.tables.add("A2:B8", true).name = "Prices";
    const { custom } = sheet.getRange("A3:A8").conditionalFormats.add("Custom");
    custom.rule.formula = "=$A3>$B3";
    custom.format.fill.color = FILL;
  });
  await shows([4, 6]);
  await run((sheet) => void (sheet.getRange("A3").values = [[6]]));
  await shows([3, 4, 6]);
  await run((sheet) => void (sheet.getRange("B4").values = [[8]]));
  await shows([3, 6]);
  await run((sheet) => void (sheet.getRange("A9:B9").values = [[8, 5]]));
  await shows([3, 6, 9]);
  expect(held()).toBe(1); // the table's growth took the format with it, and its formula of before is gone
  await run((sheet) => void (sheet.getRange("A9").values = [[4]]));
  await shows([3, 6]);
  await run((sheet) => void (sheet.getRange("B5:B8").values = [[1], [99], [1], [1]]));
  await shows([3, 5, 7, 8]);
  await run((sheet) => sheet.getRange("1:1").insert("Down"));
  await shows([4, 6, 8, 9]);
  await run((sheet) => void (sheet.getRange("A7").values = [[100]]));
  await shows([4, 6, 7, 8, 9]);
}, 60_000);
