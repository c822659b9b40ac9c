import { tokenTypes } from "@borgar/fx";
import { piecesOf } from "../formula/wheelCalls";
import type { Archive } from "./archive";
import type { Book } from "./book";
import { type Masks, wordsPattern } from "./masks";
import { elementsOf, plain } from "./xml";

/** Where a name of an account is still to be read in the copy, and what to do about it; `formulas` are those with texts in quotes, as the file has them. docs/spec/sharing.md §2.5. */
export function remaining(archive: Archive, book: Book, formulas: ReadonlySet<string>, { accounts, kept }: Masks): readonly string[] {
  const any = wordsPattern(accounts.filter((account) => account.length > 1), "iu");
  if (!any) return [];
  const sure = wordsPattern(accounts.filter((account) => kept.every((one) => one.account !== account)), "iu");
  const [plainTexts, quoted] = longerTexts(archive, book, formulas);
  const texts = [...plainTexts, ...quoted];
  const shown = (text: string): string => `“${text.length > 60 ? `${text.slice(0, 57)}…` : text}”`;
  const standing = (all: readonly string[]): readonly string[] => (sure ? [...new Set(all.filter((text) => sure.test(text)))] : []);
  return [
    ...book.sheets.filter(({ name }) => any.test(name)).map(({ name }) => `the name of the sheet “${name}”: rename it (double-click its tab), then make the copy anew`),
    ...book.tables.flatMap(({ name, path, headers }) => (path === null ? [] : headers.filter((header) => any.test(header)).map((header) => `the header “${header}” of the table ${name}: call it something else, then make the copy anew`))),
    ...kept.flatMap(({ account, why }) => (texts.some((text) => text.trim().toLowerCase() !== account.toLowerCase() && wordsPattern([account], "iu")!.test(text)) ? [`longer texts, where “${account}” stays because it ${why}`] : [])),
    ...standing(plainTexts).map(shown),
    ...standing(quoted).map((text) => `${shown(text)} in a formula, where it may be an address or mean other names, too`),
  ];
}

/** Texts of cells that are no headers, of comments, and in quotes in formulas. */
function longerTexts(archive: Archive, { tables, texts }: Book, formulas: ReadonlySet<string>): readonly [texts: readonly string[], quoted: readonly string[]] {
  const headers = new Set(tables.flatMap((table) => table.headers));
  const comments = archive.paths().filter((path) => /^xl\/(?:comments[^/]*|threadedComments\/[^/]*)\.xml$/.test(path)).flatMap((path) => elementsOf(archive.text(path), "comment|threadedComment").map(({ inner }) => plain((inner ?? "").replace(/<[^>]*>/g, ""))));
  const quoted = [...formulas].flatMap((formula) => piecesOf(plain(formula)).flatMap(({ type, value }) => (type === tokenTypes.STRING ? [value.slice(1, -1)] : [])));
  return [[...texts.filter((text) => !headers.has(text)), ...comments], quoted];
}

/** Formulas of these rows that have texts in quotes, each once. */
export function addQuoting(formulas: Set<string>, rows: string): void {
  for (const [, formula = ""] of rows.matchAll(/<f\b[^>]*>([^<]+)<\/f>/g)) if (formula.includes("&quot;") || formula.includes('"')) formulas.add(formula);
}
