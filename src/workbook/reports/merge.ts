/** A row of a report as it will stand: which one of the wanted rows it shows, and which one of the present rows it is; null is a row that comes. */
export interface MergedRow {
  readonly wanted: number | null;
  readonly present: number | null;
  /** The one row that a table must have, now for something else: what the user had written in it was about the old one. */
  readonly reused?: boolean;
}

/**
 * Which rows stay, come and go. Rows are known again by their key, so that what the user has written beside them stays with them. While they stand in the order of the
 * report, new ones come to their places; once the user has sorted them, they stay as they are and new ones come at the end.
 */
export function merge(present: readonly string[], wanted: readonly string[]): readonly MergedRow[] {
  if (wanted.length === 0) return [{ wanted: null, present: 0, reused: true }];
  const places = new Map(numbered(wanted).map((key, index) => [key, index]));
  const stays = numbered(present).flatMap((key, index) => {
    const place = places.get(key);
    return place === undefined ? [] : [{ wanted: place, present: index }];
  });
  // a table always has a row: when none stays, the first one is used again
  const kept: readonly (MergedRow & { readonly wanted: number })[] = stays.length > 0 ? stays : [{ wanted: 0, present: 0, reused: true }];
  const here = new Map(kept.map((row) => [row.wanted, row]));
  const isSorted = kept.some((row, index) => index > 0 && row.wanted < (kept[index - 1]?.wanted ?? 0));
  const all = wanted.map((_, index): MergedRow => here.get(index) ?? { wanted: index, present: null });
  return isSorted ? [...kept, ...all.filter((row) => row.present === null)] : all;
}

/** Rows come and go in runs: from the bottom to the top, so that the places of those above stay true. */
export interface Move {
  /** Of the present rows. */
  readonly at: number;
  readonly rows: number;
  readonly kind: "insert" | "delete";
}

/** What must be done inside the table; `tail` rows come below its last one. */
export function movesOf(rows: readonly MergedRow[], present: number): { readonly moves: readonly Move[]; readonly tail: number } {
  const moves: Move[] = [];
  let next = present;
  let coming = 0;
  let tail: number | null = null;
  for (const row of [...rows].reverse()) {
    if (row.present === null) {
      coming += 1;
      continue;
    }
    if (tail === null) tail = coming;
    // between this row and the next one that stays: what is there goes, what is new comes
    if (next - row.present > 1) moves.push({ kind: "delete", at: row.present + 1, rows: next - row.present - 1 });
    if (coming > 0 && next < present) moves.push({ kind: "insert", at: row.present + 1, rows: coming });
    coming = 0;
    next = row.present;
  }
  if (next > 0) moves.push({ kind: "delete", at: 0, rows: next });
  if (coming > 0) moves.push({ kind: "insert", at: 0, rows: coming });
  return { moves, tail: tail ?? 0 };
}

/** The second row with a key is another one than the first. */
function numbered(keys: readonly string[]): readonly string[] {
  const seen = new Map<string, number>();
  return keys.map((key) => {
    const count = (seen.get(key) ?? 0) + 1;
    seen.set(key, count);
    return `${count} ${key}`;
  });
}
