import { ExcelRefused } from "../workbook/excelRefused";

/** What is needed once in a while is in files of its own, fetched then. */
export async function fetchedCode<Code>(load: () => Promise<Code>): Promise<Code> {
  try {
    return await load();
  } catch (cause) {
    throw new ExcelRefused("NotLoaded", "The add-in could not load its files. Check the connection, then press again. Your workbook is not affected.", { cause });
  }
}
