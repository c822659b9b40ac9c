import { tokenTypes } from "@borgar/fx";
import { piecesOf } from "../formula/wheelCalls";
import type { Archive } from "./archive";
import type { Book } from "./book";
import { type Masks, wordsPattern } from "./masks";
import type { SheetPiece } from "./pieces";
import { elementsOf, plain } from "./xml";

/** What was seen of all sheets on the way: formulas with texts in quotes, as the file has them, and what stands around the rows. */
export interface Seen {
  readonly add: (piece: SheetPiece) => void;
  readonly formulas: ReadonlySet<string>;
  readonly around: readonly string[];
}

export function seenIn(): Seen {
  const formulas = new Set<string>();
  const around: string[] = [];
  const add = ({ where, xml }: SheetPiece): void => {
    if (where !== "rows") around.push(xml);
    else for (const [, formula = ""] of xml.matchAll(/<f\b[^>]*>([^<]+)<\/f>/g)) if (formula.includes("&quot;") || formula.includes('"')) formulas.add(formula);
  };
  return { add, formulas, around };
}

/** Where a name of an account is still to be read in the copy, and what to do about it. docs/spec/sharing.md §2.5. */
export function remaining(archive: Archive, book: Book, { formulas, around }: Seen, { accounts, kept }: Masks): readonly string[] {
  const any = wordsPattern(accounts.filter((account) => account.length > 1), "iu");
  if (!any) return [];
  const sure = wordsPattern(accounts.filter((account) => kept.every((one) => one.account !== account)), "iu");
  const [plainTexts, quoted] = longerTexts(archive, book, formulas);
  const texts = [...plainTexts, ...quoted];
  const shown = (text: string): string => `“${text.length > 60 ? `${text.slice(0, 57)}…` : text}”`;
  const standing = (all: readonly string[]): readonly string[] => (sure ? [...new Set(all.filter((text) => sure.test(text)))] : []);
  const [sheets, headers] = [book.sheets.map(({ name }) => name).filter((name) => any.test(name)), book.tables.flatMap(({ name, path, headers: all }) => (path === null ? [] : all.filter((header) => any.test(header)).map((header) => ({ name, header }))))];
  // what is told by itself is not told once more wherever it is asked for
  const told = [...sheets, ...headers.map(({ header }) => header)];
  const elsewhere = otherTexts(archive, around).flatMap(([where, all]) => standing(all.map((text) => told.reduce((rest, one) => rest.replaceAll(one.replaceAll("'", "''"), "").replaceAll(one, ""), text))).map((text) => `${shown(text.trim())} in ${where}`));
  return [
    ...sheets.map((name) => `the name of the sheet “${name}”: rename it (double-click its tab), then make the copy anew`),
    ...headers.map(({ name, header }) => `the header “${header}” of the table ${name}: call it something else, then make the copy anew`),
    ...kept.flatMap(({ account, why }) => (texts.some((text) => text.trim().toLowerCase() !== account.toLowerCase() && wordsPattern([account], "iu")!.test(text)) ? [`longer texts, where “${account}” stays because it ${why}`] : [])),
    ...standing(plainTexts).map(shown),
    ...standing(quoted).map((text) => `${shown(text)} in a formula, where it may be an address or mean other names, too`),
    ...new Set(elsewhere),
  ];
}

/** Texts of cells that are no headers, of comments, and in quotes in formulas. */
function longerTexts(archive: Archive, { tables, texts }: Book, formulas: ReadonlySet<string>): readonly [texts: readonly string[], quoted: readonly string[]] {
  const headers = new Set(tables.flatMap((table) => table.headers));
  const comments = archive.paths().filter((path) => COMMENTS.test(path)).flatMap((path) => elementsOf(archive.text(path), "comment|threadedComment").map(({ inner }) => plain((inner ?? "").replace(/<[^>]*>/g, ""))));
  const quoted = [...formulas].flatMap((formula) => piecesOf(plain(formula)).flatMap(({ type, value }) => (type === tokenTypes.STRING ? [value.slice(1, -1)] : [])));
  return [[...texts.filter((text) => !headers.has(text)), ...comments], quoted];
}
const COMMENTS = /^xl\/(?:comments[^/]*|threadedComments\/[^/]*)\.xml$/;

/** Whatever else is text in the file, in elements and attributes, by where a person finds it: nobody knows all parts that Excel and other add-ins write. */
function otherTexts(archive: Archive, around: readonly string[]): readonly (readonly [where: string, texts: readonly string[]])[] {
  const parts = archive.paths().filter((path) => /\.(?:xml|vml|rels)$/.test(path) && !/^xl\/(?:sharedStrings\.xml|worksheets\/[^/]*$)|^\[Content/.test(path) && !COMMENTS.test(path));
  return [...parts.map((path) => [placeOf(path), textsIn(archive.text(path))] as const), ["a sheet’s rules, links, ranges or print settings", around.flatMap(textsIn)] as const];
}

function textsIn(xml: string): readonly string[] {
  return [...xml.matchAll(/="([^"]*)"|>([^<>]+)</g)].map(([, said, text]) => plain(said ?? text ?? "").replaceAll("%20", " "));
}

function placeOf(path: string): string {
  return PLACES.find(([parts]) => parts.test(path))?.[1] ?? `the file’s part ${path}`;
}
const PLACES: readonly (readonly [parts: RegExp, where: string])[] = [
  [/\.rels$/, "the address of a link"],
  [/^xl\/workbook\.xml$/, "the names of the workbook (Formulas, Name Manager)"],
  [/^xl\/tables\//, "a table’s name, description or filter"],
  [/^xl\/(?:charts|drawings|diagrams)\//, "a chart, picture, text box or button"],
  [/^xl\/(?:pivot|slicer|timeline)/, "a PivotTable or slicer"],
  [/^xl\/externalLinks\//, "what is kept of another workbook (Data, Edit Links)"],
  [/^xl\/(?:connections|queryTables)/, "a data connection (Data, Queries & Connections)"],
  [/^xl\/styles\.xml$/, "a number format or cell style"],
  [/^docProps\//, "the file’s properties (File, Info)"],
];
