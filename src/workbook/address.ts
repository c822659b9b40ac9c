/** 0 → "A", 26 → "AA" */
export function columnLetters(column: number): string {
  const rest = column % 26;
  const before = Math.floor(column / 26);
  return (before > 0 ? columnLetters(before - 1) : "") + String.fromCharCode(65 + rest);
}

/** "Trades!A5:M5", with quotes where the sheet's name needs them. Rows and columns count from 0. */
export function addressOf(sheet: string, row: number, column: number, rows: number, columns: number): string {
  const first = `${columnLetters(column)}${row + 1}`;
  const last = `${columnLetters(column + columns - 1)}${row + rows}`;
  return `${quoted(sheet)}!${first === last ? first : `${first}:${last}`}`;
}

/** "'My sheet'!A5:B6" → its sheet and its cells. */
export function splitAddress(address: string): { sheet: string; cells: string } {
  const bang = address.lastIndexOf("!");
  const sheet = address.slice(0, bang).replace(/^'(.*)'$/s, "$1").replace(/''/g, "'");
  return { sheet, cells: address.slice(bang + 1) };
}

/** "Trades!A5:M76" → "Trades!A5" */
export function firstCell(address: string): string {
  return address.replace(/:[A-Z]+\d+$/, "");
}

/** The reference to another column's cell in the same row, by its header as it stands in the workbook. */
export function sameRowRef(header: string): string {
  return /^\w+$/.test(header) ? `[@${header}]` : `[@[${escapedHeader(header)}]]`;
}

/** A header within the brackets of a reference. */
export const escapedHeader = (header: string): string => header.replace(/['[\]#@]/g, "'$&");

const quoted = (sheet: string): string => (/^[A-Za-z_][\w.]*$/.test(sheet) ? sheet : `'${sheet.replace(/'/g, "''")}'`);
