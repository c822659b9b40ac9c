import { findColumn } from "../journal/schema";
import { escapedHeader } from "./address";
import type { Survey } from "./survey";

/** A formula of the plan, with the headers of other tables as they are spelt in this workbook: " ticker " for Ticker, where the user has typed it so. */
export function asHere({ found }: Survey): (formula: string) => string {
  const spelt = new Map<string, string>();
  for (const { plan, table } of found) {
    for (const column of table ? plan.columns : []) {
      const header = table?.headers[findColumn(column, table.headers)];
      // in other case is the same to Excel
      if (header !== undefined && header.toLowerCase() !== column.header.toLowerCase()) spelt.set(`${plan.name}[${column.header}]`, `${plan.name}[[${escapedHeader(header)}]]`);
    }
  }
  return (formula) => (spelt.size === 0 ? formula : formula.replace(/\b[A-Z]\w+\[[^[\]@#]+\]/g, (reference) => spelt.get(reference) ?? reference));
}
