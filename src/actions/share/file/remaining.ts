import { tokenTypes } from "@borgar/fx";
import { piecesOf } from "../formula/wheelCalls";
import type { Archive } from "./archive";
import { type Book, readBook } from "./book";
import { eachCell, formulaReader } from "./cells";
import { type Masks, wordsPattern } from "./masks";
import { elementsOf, plain } from "./xml";

/** Where a name of an account is still to be read in the copy, and what to do about it. docs/spec/sharing.md §2.5. */
export function remaining(archive: Archive, { accounts, kept }: Masks): readonly string[] {
  const any = wordsPattern(accounts.filter((account) => account.length > 1), "iu");
  if (!any) return [];
  const book = readBook(archive);
  const sure = wordsPattern(accounts.filter((account) => kept.every((one) => one.account !== account)), "iu");
  const texts = longerTexts(archive, book);
  return [
    ...book.sheets.filter(({ name }) => any.test(name)).map(({ name }) => `the name of the sheet “${name}”: rename it (double-click its tab), then make the copy anew`),
    ...book.tables.flatMap(({ name, path, headers }) => (path === null ? [] : headers.filter((header) => any.test(header)).map((header) => `the header “${header}” of the table ${name}: call it something else, then make the copy anew`))),
    ...kept.flatMap(({ account, why }) => (texts.some((text) => text.trim().toLowerCase() !== account.toLowerCase() && wordsPattern([account], "iu")!.test(text)) ? [`longer texts, where “${account}” stays because it ${why}`] : [])),
    ...(sure ? [...new Set(texts.filter((text) => sure.test(text)))] : []).map((text) => `“${text.length > 60 ? `${text.slice(0, 57)}…` : text}”`),
  ];
}

/** Texts of cells that are no headers, of comments, and in quotes in formulas. */
function longerTexts(archive: Archive, { sheets, tables, texts }: Book): readonly string[] {
  const headers = new Set(tables.flatMap((table) => table.headers));
  const comments = archive.paths().filter((path) => /^xl\/(?:comments[^/]*|threadedComments\/[^/]*)\.xml$/.test(path)).flatMap((path) => elementsOf(archive.text(path), "comment|threadedComment").map(({ inner }) => plain((inner ?? "").replace(/<[^>]*>/g, ""))));
  const formulas = new Set<string>();
  for (const { path } of sheets) {
    const xml = archive.text(path);
    const formulaOf = formulaReader();
    eachCell(xml, (cell) => {
      const text = cell.inner.includes("<f") ? (formulaOf(cell)?.text ?? "") : "";
      if (text.includes('"')) formulas.add(text);
    });
  }
  const quoted = [...formulas].flatMap((formula) => piecesOf(formula).flatMap(({ type, value }) => (type === tokenTypes.STRING ? [value.slice(1, -1)] : [])));
  return [...texts.filter((text) => !headers.has(text)), ...comments, ...quoted];
}
