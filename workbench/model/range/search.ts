import { invalidArgument } from "../../protocol/errors";

export interface SearchCriteria {
  readonly completeMatch?: boolean;
  readonly matchCase?: boolean;
  readonly searchDirection?: "Forward" | "Backwards";
}

export function searchCriteria(value: unknown, where: string): SearchCriteria {
  const known = ["completeMatch", "matchCase", "searchDirection"];
  if (typeof value !== "object" || value === null || Object.keys(value).some((key) => !known.includes(key))) throw invalidArgument(where, `search criteria have ${known.join(", ")}`);
  return value;
}

/** Where a text stands first, row by row; row and column count from 0. */
export function search(texts: readonly (readonly string[])[], words: string, { completeMatch = false, matchCase = false, searchDirection = "Forward" }: SearchCriteria): { row: number; column: number } | null {
  if (words === "" || words.length > LONGEST) throw invalidArgument("Range.find", `a text of 1 to ${LONGEST} characters is looked for`);
  const wanted = pattern(words, completeMatch, matchCase);
  const found = texts.flatMap((row, at) => row.flatMap((text, column) => (wanted.test(text) ? [{ row: at, column }] : [])));
  return (searchDirection === "Forward" ? found[0] : found.at(-1)) ?? null;
}

const LONGEST = 255;

function pattern(words: string, whole: boolean, matchCase: boolean): RegExp {
  const source = words.replace(/~([~*?])|([*?])|([\\^$.|+()[\]{}])/g, (_, plain?: string, wild?: string, special?: string) => (plain !== undefined ? `\\${plain}`.replace("\\~", "~") : wild !== undefined ? (wild === "*" ? "[^]*" : "[^]") : `\\${special ?? ""}`));
  return new RegExp(whole ? `^${source}$` : source, matchCase ? "" : "i");
}
