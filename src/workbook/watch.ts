import { inExcel } from "./inExcel";

/**
 * Tells of every change in a table of the workbook: typed, filled, sorted, rows inserted or deleted, tables added or deleted, their sheets deleted. The
 * events are a hint to read again, no more: their addresses are not to be trusted when cells are filled or rows inserted.
 */
export async function watchTables(onChange: () => void): Promise<() => Promise<void>> {
  let timer: ReturnType<typeof setTimeout> | null = null;
  const soon = (): Promise<void> => {
    if (timer !== null) clearTimeout(timer);
    timer = setTimeout(() => {
      timer = null;
      onChange();
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
