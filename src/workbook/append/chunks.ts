import type { TypedCells } from "../../journal/row";

/** At most 5,000 rows and some 900 kB a write: Excel on the web refuses 5 MB, and a small request leaves it alive to the user. */
export function chunksOf(rows: readonly TypedCells[], width = 0): readonly (readonly TypedCells[])[] {
  const chunks: TypedCells[][] = [];
  let bytes = MOST_BYTES;
  for (const row of rows) {
    const size = bytesOf(JSON.stringify(Object.values(row))) + width * NULL_BYTES;
    if (bytes + size > MOST_BYTES || (chunks.at(-1)?.length ?? 0) >= MOST_ROWS) {
      chunks.push([]);
      bytes = 0;
    }
    chunks.at(-1)?.push(row);
    bytes += size;
  }
  return chunks;
}
const MOST_ROWS = 5000;
const MOST_BYTES = 900_000;
const NULL_BYTES = 5;
/** As UTF-8, at most three bytes for what is not ASCII, and once more the backslashes of JSON within JSON. */
const bytesOf = (json: string): number => json.replace(/[\u0080-\uffff]/g, "···").length * 1.15;
