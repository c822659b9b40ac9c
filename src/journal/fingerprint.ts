import { TYPED_HEADERS, type TypedCells } from "./row";

/** A short text that is another one when anything that was typed into the log is, or when it stands elsewhere: links to its rows would miss. */
export function fingerprintOf(rows: readonly TypedCells[], place: { readonly sheet: string; readonly row: number } | null): string {
  const text = JSON.stringify([place?.sheet, place?.row, ...rows.map((row) => TYPED_HEADERS.map((header) => row[header]))]);
  return `${rows.length}-${hash(text, 0x9e3779b1)}${hash(text, 0x85ebca6b)}`;
}

const { imul } = Math;

/** Multiply and mix, 32 bits, as FNV does. */
function hash(text: string, seed: number): string {
  let state = seed | 0;
  for (let at = 0; at < text.length; at += 1) {
    state = imul(state ^ text.charCodeAt(at), 0x01000193);
    state ^= state >>> 15;
  }
  return (state >>> 0).toString(16).padStart(8, "0");
}
