import { LOG_NOW, LOG_THEN } from "../../../journal/sheets/reports";
import type { Archive } from "./archive";
import type { Book } from "./book";
import { eachCell, mapCells, storedIn, textOfCell } from "./cells";
import { namesIn } from "./look";
import { columnOf } from "./masks";
import type { Pace } from "./pace";
import { holds, rectOf } from "./place";
import type { Texts } from "./texts";
import { textElement, withAttribute } from "./xml";

/**
 * The strip under the reports compares a picture of the log, taken when they were built, with the log as it is: other names of accounts are another log to it. So the
 * picture is made anew for the new names: its last sum, by the same rule as the native formula (journal/sheets/reports). Only where the strip was right before.
 */
export async function keepStripRight(archive: Archive, book: Book, texts: Texts, pace: Pace): Promise<void> {
  const present = [...book.texts, ...texts.added()];
  const then = await cellOf(archive, book, present, LOG_THEN);
  const now = await cellOf(archive, book, present, LOG_NOW);
  const log = book.sheets.flatMap((sheet) => sheet.tables.flatMap((table) => (table.plan?.name === "Trades" && table.path !== null ? [{ sheet, table }] : [])))[0];
  if (!then || !now || !log || then.text === "" || then.text !== now.text) return;
  const [date, account] = [columnOf(log.table, "Date"), columnOf(log.table, "Account")];
  const dates = new Map<number, number>();
  const accounts = new Map<number, string>();
  await archive.walk(log.sheet.path, ({ where, xml }) => where === "rows" && eachCell(xml, (cell) => {
    if (!holds(log.table.body, cell.row, cell.column)) return;
    if (cell.column === date && !/\st="/.test(cell.attributes)) dates.set(cell.row, Number(storedIn(cell.inner)));
    if (cell.column === account) accounts.set(cell.row, textOfCell(cell, present) ?? "");
  }), pace);
  let sum = 0;
  for (const [row, day] of dates) sum += weightOf(accounts.get(row) ?? "") * day;
  const text = then.text.replace(/[^|]*$/, () => String(Number(sum.toPrecision(15))));
  for (const place of [then, now]) {
    await archive.rewrite(place.path, ({ where, xml }) => where !== "rows" ? xml : mapCells(xml, (cell) => {
      if (cell.row !== place.row || cell.column !== place.column) return undefined;
      if (cell.inner.includes("<f")) return `<c${cell.attributes}>${cell.inner.replace(/<v[^>]*>[\s\S]*?<\/v>/, () => textElement("v", text))}</c>`;
      return `<c${withAttribute(cell.attributes, "t", "s")}><v>${texts.add(text)}</v></c>`;
    }));
  }
}

/** First letter + 3 × last letter + 11 × length; a blank account counts as the formula counts it. */
function weightOf(account: string): number {
  const [first, last] = [`${account}    `.charCodeAt(0), ` ${account}`.charCodeAt(account.length)];
  return first + 3 * last + 11 * account.length;
}

async function cellOf(archive: Archive, book: Book, texts: readonly string[], name: string): Promise<{ readonly path: string; readonly row: number; readonly column: number; readonly text: string } | null> {
  const [, sheetName = "", address = ""] = /^'?(.*?)'?!(\$?[A-Z]+\$?\d+)$/.exec(namesIn(archive).find((one) => one.name === name)?.formula ?? "") ?? [];
  const sheet = book.sheets.find((one) => one.name.toLowerCase() === sheetName.replace(/''/g, "'").toLowerCase());
  const at = rectOf(address);
  if (!sheet || !at) return null;
  let text = "";
  await archive.walk(sheet.path, ({ where, xml }) => where === "rows" && eachCell(xml, (cell) => {
    if (cell.row === at.top && cell.column === at.left) text = textOfCell(cell, texts) ?? "";
  }));
  return { path: sheet.path, row: at.top, column: at.left, text };
}
