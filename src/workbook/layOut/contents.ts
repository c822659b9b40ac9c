import type { SheetContent } from "./site";

/** What stands on sheets where a table might go, asked for with the next sync; values only of the marked one, a user's own may be large. */
export function askContents(context: Excel.RequestContext, names: readonly string[], marked: string | null): { asks: boolean; read: () => SheetContent[] } {
  const asked = names.map((name) => {
    const sheet = context.workbook.worksheets.getItem(name);
    const used = sheet.getUsedRangeOrNullObject(true).load(name === marked ? "values,rowIndex,columnIndex" : "rowIndex");
    return { name, used, tables: sheet.tables.load("items/name"), charts: sheet.charts.load("items/name") };
  });
  return {
    asks: names.length > 0,
    read: () => asked.map(({ name, used, tables, charts }) => ({
        name,
        empty: used.isNullObject,
        values: used.isNullObject || name !== marked ? [] : fromA1(used),
        tables: tables.items.map((table) => table.name),
        charts: charts.items.map((chart) => chart.name),
      })),
  };
}

/** The values as if the used range began at A1. */
function fromA1({ values, rowIndex, columnIndex }: Excel.Range): unknown[][] {
  const left = new Array<string>(columnIndex).fill("");
  return [...Array.from({ length: rowIndex }, () => []), ...values.map((row: unknown[]) => [...left, ...row])];
}
