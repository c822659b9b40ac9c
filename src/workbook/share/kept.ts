import { inExcel } from "../inExcel";
import { orFoundDone } from "../orFoundDone";
import type { Replaced } from "./replaceCells";

/** The formulas that were turned into others, kept in the workbook's settings until they are turned back: after a reload they are still there. */
const KEY = "WheelJournalShared";

export function readKept(): Promise<readonly Replaced[]> {
  return inExcel(async (context) => {
    const setting = context.workbook.settings.getItemOrNullObject(KEY).load("value");
    await context.sync();
    const value: unknown = setting.isNullObject ? null : setting.value;
    return Array.isArray(value) ? (value as Replaced[]) : [];
  });
}

export async function keep(cells: readonly Replaced[]): Promise<void> {
  const write = (sending: () => void): Promise<true> => inExcel<true>(async (context) => {
    const { settings } = context.workbook;
    const setting = settings.getItemOrNullObject(KEY).load("key");
    await context.sync();
    sending();
    if (cells.length > 0) settings.add(KEY, cells as unknown as object[]);
    else if (!setting.isNullObject) setting.delete();
    await context.sync();
    return true;
  });
  await orFoundDone<true>(write, async () => (JSON.stringify(await readKept()) === JSON.stringify(cells) ? true : null), "the cells with functions");
}
