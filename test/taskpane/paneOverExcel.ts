import { closeExcel, type TestExcel } from "../workbook/journalInNode";
import { leaveScreen } from "./stage";

/** For afterEach of a pane over Microsoft's real office.js and the workbench's workbook: what it began has ended, and no call of it was unknown to the workbench. */
export async function leavePane(excel: TestExcel): Promise<void> {
  try {
    await leaveScreen();
    await excel.eventsDelivered();
  } finally {
    closeExcel();
  }
  expect(excel.failures.filter(({ where }) => where !== "fault")).toEqual([]);
}
