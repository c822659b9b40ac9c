import { screen } from "../../calc";
import type { Delimited, DelimitedRow } from "../delimited";
import { dayOf } from "./chainFile";

/** Rows under one row of headers. */
export interface Part {
  readonly headers: DelimitedRow;
  readonly rows: readonly HeadedRow[];
}

/** A row, and what the last heading above it says of all that follows: broker's pages name the expiration, or the side, once for many rows. */
export interface HeadedRow extends DelimitedRow {
  readonly expiry: string;
  readonly type: string;
}

/** A text may name its headers more than once, and in another order: each row is read under those above it. Null: it has none. docs/spec/screen.md §1.2. */
export function partsOf(rows: readonly DelimitedRow[]): readonly Part[] | null {
  const first = rows.slice(0, LOOKED_AT).findIndex(isHeaders);
  if (first < 0) return null;
  let heading = rows.slice(0, first).reduce(aboveHeaders, { expiry: "", type: "" });
  const parts: { headers: DelimitedRow; rows: HeadedRow[] }[] = [];
  for (const row of rows.slice(first)) {
    if (isHeaders(row)) {
      parts.push({ headers: row, rows: [] });
      continue;
    }
    const part = parts[parts.length - 1]!;
    const said = headingIn(row, part.headers);
    if (said) heading = { ...heading, ...said };
    else part.rows.push({ ...row, ...heading });
  }
  return parts;
}
const LOOKED_AT = 20;

type Heading = Pick<HeadedRow, "expiry" | "type">;

/** Is it a table of quotes at all? */
export const hasHeaders = ({ rows }: Delimited): boolean => rows.slice(0, LOOKED_AT).some(isHeaders);

/** The row that says Strike, and Bid or Ask. */
function isHeaders({ cells }: DelimitedRow): boolean {
  if (!cells.some((cell) => /str/i.test(cell))) return false; // thousands of rows are asked
  const columns = cells.map(screen.columnOf);
  return columns.includes("strike") && (columns.includes("bid") || columns.includes("ask"));
}

/** "Expiration: 2026-04-17" and "Puts"; any other date above the headers may be that of the quotes. */
function aboveHeaders(heading: Heading, { cells }: DelimitedRow): Heading {
  const words = onlyCell(cells);
  const expiry = /^expir\w*(?: date)?\W+(.+)$/i.exec(words)?.[1] ?? "";
  if (dayOf(expiry) !== null) return { ...heading, expiry };
  return SIDE.test(words) ? { ...heading, type: words } : heading;
}

/** A row of one cell that says what has no column of its own. */
function headingIn({ cells }: DelimitedRow, { cells: headers }: DelimitedRow): Partial<Heading> | null {
  const words = onlyCell(cells);
  if (words === "") return null;
  const columns = headers.map(screen.columnOf);
  if (!columns.includes("type") && SIDE.test(words)) return { type: words };
  const expiry = words.replace(/^expir\w*(?: date)?\W+/i, "");
  return !columns.includes("expiry") && /[a-z./-]/i.test(expiry) && dayOf(expiry) !== null ? { expiry } : null;
}

/** What stands alone in its row; "" when there is more, or nothing. */
function onlyCell(cells: readonly string[]): string {
  const said = cells.map((cell) => cell.trim()).filter((cell) => cell !== "");
  return said.length === 1 ? said[0]! : "";
}
const SIDE = /^(?:puts?|calls?)$/i;
