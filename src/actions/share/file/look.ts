import type { Archive } from "./archive";
import { type Book, readBook } from "./book";
import { type FileCell, eachCell, formulaReader, textOfCell } from "./cells";
import { type Converted, convert } from "../formula/convert";
import { accountsIn, isNote } from "./masks";
import { linksIn } from "./links";
import { AT_ONCE, type Pace } from "./pace";
import { peopleIn } from "./people";
import type { SheetPiece } from "./pieces";
import { cellName } from "./place";
import { attribute, elementsOf, plain } from "./xml";

/** What a reader without the add-in, or anybody with the file, would see. docs/spec/sharing.md §1. */
export interface Findings {
  readonly cells: readonly WheelCell[];
  /** Functions of the add-in where no cell shows them: names, calculated columns, conditional formats, validations. */
  readonly elsewhere: readonly Elsewhere[];
  readonly hidden: readonly { readonly sheet: string; readonly very: boolean }[];
  readonly notes: { readonly count: number; readonly first: string | null };
  readonly comments: { readonly count: number; readonly first: string | null };
  readonly accounts: readonly string[];
  readonly links: readonly string[];
  readonly people: readonly string[];
}

export interface WheelCell {
  readonly sheet: string;
  readonly address: string;
  /** As Excel shows it. */
  readonly formula: string;
  readonly becomes: Exclude<Converted, { readonly kind: "kept" }>;
}

export interface Elsewhere {
  /** "the name Cushion", "a conditional format of Sheet1" */
  readonly where: string;
  readonly formula: string;
  readonly becomes: WheelCell["becomes"];
}

/** What was found out before, and the pace. */
interface Looking {
  readonly book?: Book;
  readonly accounts?: readonly string[];
  readonly pace?: Pace;
  /** Sees all of all sheets, too: going through a long file is what takes the time. */
  readonly seen?: (piece: SheetPiece) => void;
}

export async function lookAt(archive: Archive, { pace = AT_ONCE, book = readBook(archive), accounts, seen }: Looking = {}): Promise<Findings> {
  const known = accounts ?? (await accountsIn(archive, book, pace)).accounts;
  const names = namesIn(archive);
  const gone = goneNames(names);
  const found = { cells: [] as WheelCell[], rules: [] as Elsewhere[], notes: { count: 0, first: null as string | null } };
  for (const sheet of book.sheets) {
    const hasNotes = sheet.tables.some(({ plan }) => plan !== null);
    const formulaOf = formulaReader();
    // the first of the cells that share a formula has its text
    let asks = gone.size > 0;
    const look = (cell: FileCell): void => {
      const formula = asks ? formulaOf(cell) : null;
      const address = (): string => `${quotedSheet(sheet.name)}!${cellName(cell.row, cell.column)}`;
      if (formula) {
        const becomes = convert(formula.text, gone);
        if (becomes.kind !== "kept") found.cells.push({ sheet: sheet.name, address: address(), formula: asShown(formula.text), becomes });
      } else if (cell.inner !== "" && isNote(sheet, cell) && (textOfCell(cell, book.texts) ?? "") !== "") {
        found.notes.count += 1;
        found.notes.first ??= address();
      }
    };
    await archive.walk(sheet.path, (piece) => {
      const { where, xml } = piece;
      seen?.(piece);
      if (where === "tail") found.rules.push(...rulesIn(xml, sheet.name, gone));
      if (where !== "rows") return;
      asks ||= MAY_ASK.test(xml);
      if (asks || hasNotes) eachCell(xml, look);
    }, pace);
  }
  return {
    cells: found.cells,
    elsewhere: [...names.flatMap(({ name, formula }) => withWheel(`the name ${name}`, formula, gone)), ...book.tables.flatMap((table) => (table.path === null ? [] : inTable(archive, table.path, table.name, gone))), ...found.rules],
    hidden: book.sheets.filter(({ state }) => state !== "visible").map(({ name, state }) => ({ sheet: name, very: state === "veryHidden" })),
    notes: found.notes,
    comments: commentsIn(archive, book),
    accounts: known,
    links: linksIn(archive, book),
    people: peopleIn(archive),
  };
}

export const MAY_ASK = /wheel[._]\w/i;

/** Names that have a formula of the add-in which nothing can stand for, and names that use those. */
export function goneNames(names: readonly DefinedName[]): ReadonlySet<string> {
  const gone = new Set<string>();
  for (let before = -1; before < gone.size; ) {
    before = gone.size;
    for (const { name, formula } of names) if (convert(formula, gone).kind === "value") gone.add(name.toLowerCase());
  }
  return gone;
}

export interface DefinedName {
  readonly name: string;
  readonly formula: string;
}

export function namesIn(archive: Archive): readonly DefinedName[] {
  return elementsOf(archive.text("xl/workbook.xml"), "definedName").map(({ attributes, inner }) => ({ name: attribute(attributes, "name") ?? "", formula: plain(inner ?? "") }));
}

function withWheel(where: string, formula: string, gone: ReadonlySet<string>): Elsewhere[] {
  const becomes = convert(formula, gone);
  return becomes.kind === "kept" ? [] : [{ where, formula: asShown(formula), becomes }];
}

function inTable(archive: Archive, path: string, name: string, gone: ReadonlySet<string>): Elsewhere[] {
  return elementsOf(archive.text(path), "calculatedColumnFormula|totalsRowFormula").flatMap(({ inner }) => withWheel(`a calculated column of the table ${name}`, plain(inner ?? ""), gone));
}

/** In what stands after a sheet's rows. */
function rulesIn(xml: string, name: string, gone: ReadonlySet<string>): Elsewhere[] {
  const kinds = [["cfRule|x14:cfRule", "a conditional format"], ["dataValidation|x14:dataValidation", "a validation"]] as const;
  return kinds.flatMap(([element, what]) => elementsOf(xml, element).flatMap(({ inner }) => ruleFormulas(inner ?? "").flatMap((formula) => withWheel(`${what} of ${name}`, formula, gone))));
}
/** Limits of icons, bars and scales are formulas in an attribute. */
const ruleFormulas = (inner: string): readonly string[] => [...elementsOf(inner, RULE_FORMULAS).map((one) => plain(one.inner ?? "")), ...elementsOf(inner, "cfvo").flatMap(({ attributes }) => attribute(attributes, "val") ?? [])];
export const RULE_FORMULAS = "formula|formula1|formula2|xm:f";

function commentsIn(archive: Archive, { sheets }: Book): Findings["comments"] {
  const found = sheets.flatMap((sheet) =>
    archive.leadsTo(sheet.path).filter(({ kind }) => kind === "comments").flatMap(({ target }) => elementsOf(archive.text(target), "comment").map(({ attributes }) => `${quotedSheet(sheet.name)}!${attribute(attributes, "ref") ?? "A1"}`)),
  );
  return { count: found.length, first: found[0] ?? null };
}

/** As Excel shows it: with its equals sign, and without the prefixes that only files have. */
export function asShown(formula: string): string {
  return `=${formula.replace(/^=/, "").replace(/\b_xldudf_WHEEL_/gi, "WHEEL.").replace(/\b(?:_xlfn\.|_xlws\.|_xlpm\.|_xll\.|_xldudf_)+/g, "")}`;
}

export const quotedSheet = (sheet: string): string => (/^[A-Za-z_][\w.]*$/.test(sheet) ? sheet : `'${sheet.replace(/'/g, "''")}'`);
