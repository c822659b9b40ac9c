import { inExcel } from "./inExcel";

/**
 * Tells of every change in a table of the workbook: typed, filled, sorted, rows inserted or deleted, tables added or deleted, their sheets deleted. The
 * events are a hint to read again, no more: their addresses are not to be trusted when cells are filled or rows inserted. `heard` is when the last one came, by the page's clock.
 */
export async function watchTables(onChange: (heard: number) => void): Promise<() => Promise<void>> {
  let timer: ReturnType<typeof setTimeout> | null = null;
  const soon = (): Promise<void> => {
    if (timer !== null) clearTimeout(timer);
    const heard = performance.now();
    timer = setTimeout(() => {
      timer = null;
      onChange(heard);
    }, QUIET);
    return Promise.resolve();
  };
  const handlers = await inExcel(async (context) => {
    const { tables, worksheets } = context.workbook;
    const added = [tables.onChanged.add(soon), tables.onAdded.add(soon), tables.onDeleted.add(soon), worksheets.onDeleted.add(soon)];
    await context.sync();
    return added;
  });
  return async () => {
    if (timer !== null) clearTimeout(timer);
    await inExcel(async () => {
      for (const handler of handlers) {
        handler.remove();
        await handler.context.sync();
      }
    });
  };
}

/** One change often comes as several events; the last one counts. */
const QUIET = 80;

/** Tells of every sheet that comes to the front, by its id. */
export async function watchSheets(onShown: (id: string) => void): Promise<() => Promise<void>> {
  const handler = await inExcel(async (context) => {
    const added = context.workbook.worksheets.onActivated.add(({ worksheetId }) => {
      onShown(worksheetId);
      return Promise.resolve();
    });
    await context.sync();
    return added;
  });
  return () =>
    inExcel(async () => {
      handler.remove();
      await handler.context.sync();
    });
}

/** The names of the tables on a sheet. */
export function tablesOn(id: string): Promise<readonly string[]> {
  return inExcel(async (context) => {
    const sheet = context.workbook.worksheets.getItemOrNullObject(id);
    const tables = sheet.tables.load("items/name");
    await context.sync();
    return sheet.isNullObject ? [] : tables.items.map(({ name }) => name);
  });
}
