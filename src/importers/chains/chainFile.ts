import { CalcError, screen } from "../../calc";

/** A chain as a file or the clipboard gives it, and what else stands in there. */
export interface ChainFile extends screen.Chain {
  /** Share price, when the file says it. */
  readonly spot: number | null;
  /** Day of the quotes, as Excel numbers it. */
  readonly day: number | null;
  readonly ticker: string | null;
}

/** One format. It must refuse the text of every other one. */
export interface ChainImporter {
  readonly name: string;
  recognises(text: string): boolean;
  /** `fileName` may say what the text does not. */
  read(text: string, fileName?: string): ChainFile;
}

/** Reads rows under their headers; headers that are no chain's are a problem of their own row. */
export function chainOf(headers: { readonly row: number; readonly cells: readonly unknown[] }, rows: readonly screen.ChainRow[], also: Partial<Omit<ChainFile, keyof screen.Chain>> = {}): ChainFile {
  try {
    return { ...NOTHING, ...also, ...screen.readRows(headers.cells, rows) };
  } catch (error) {
    if (error instanceof CalcError) return { ...NOTHING, ...also, problems: [problemAt(headers.row, error.message)] };
    throw error;
  }
}

export function problemAt(row: number, words: string): screen.ChainProblem {
  return { row, words, expiry: null, strike: null };
}

export function withProblems(file: ChainFile, problems: readonly screen.ChainProblem[]): ChainFile {
  return problems.length === 0 ? file : { ...file, problems: [...file.problems, ...problems].sort((one, other) => one.row - other.row) };
}

export const NOTHING: ChainFile = { quotes: [], problems: [], has: [], spot: null, day: null, ticker: null };

export function numberOf(text: unknown): number | null {
  const read = screen.numberIn(text);
  return "value" in read ? read.value : null;
}

export function dayOf(text: unknown): number | null {
  const read = screen.dayIn(text);
  return "value" in read ? read.value : null;
}
