import type { Archive } from "./archive";
import { type Sheet, readBook } from "./book";
import { FORMULA, type FileCell, formulaReader, mapCells, storedIn, textOfCell } from "./cells";
import { type Converted, convert } from "../formula/convert";
import type { Change, ValuedFormula } from "./change";
import { leaveOutAddin, leaveOutComments, leaveOutOrder } from "./leaveOut";
import { type Elsewhere, MAY_ASK, type WheelCell, asShown, goneNames, lookAt, namesIn } from "./look";
import { renameAfterRows, renameElsewhere } from "./maskElsewhere";
import { type Masks, NO_MASKS, accountsIn, inAccountColumn, isHeader, isNote, masksOf } from "./masks";
import { AT_ONCE, type Pace } from "./pace";
import type { SheetPiece } from "./pieces";
import { cellName } from "./place";
import { commentators, leaveOutPeople } from "./people";
import { seenIn, remaining } from "./remaining";
import { mapNames, mapRules, mapTables, noteCells } from "./rules";
import { keepStripRight } from "./strip";
import { type Texts, textsOf } from "./texts";
import { attribute, plain, textElement, withAttribute } from "./xml";

export interface CopyWish {
  /** Accounts get other names, and the file does not say who made it. */
  readonly maskAccounts: boolean;
  readonly leaveOutNotes: boolean;
  /** What the copy would be called. */
  readonly name?: string;
}

export interface CopyReport {
  /** The same, with new names for accounts. */
  readonly name: string;
  readonly cells: readonly WheelCell[];
  readonly elsewhere: readonly Elsewhere[];
  readonly accounts: number;
  readonly notes: number;
  readonly comments: number;
  /** Where an account's name, or who wrote comments, is still to be read, and what to do. */
  readonly remaining: readonly string[];
}

/** Turns the file into one for readers without the add-in. docs/spec/sharing.md §2. */
export async function makeShareable(archive: Archive, wish: CopyWish, pace: Pace = AT_ONCE): Promise<CopyReport> {
  const book = readBook(archive);
  const { accounts, tickers } = await accountsIn(archive, book, pace);
  const before = await lookAt(archive, { book, accounts, pace });
  const masks = wish.maskAccounts ? masksOf(accounts, tickers) : NO_MASKS;
  const gone = goneNames(namesIn(archive));
  const texts = textsOf(archive, book.texts);
  const lost = wish.leaveOutNotes ? leaveOutComments(archive, book) : new Map<string, string>();
  const change: Change = { book, masks, gone, texts, leaveOutNotes: wish.leaveOutNotes };
  for (const sheet of book.sheets) await archive.rewrite(sheet.path, changerOf(sheet, change, lost.get(sheet.path) ?? null), pace);
  mapTables(archive, book, change);
  mapNames(archive, change);
  if (wish.maskAccounts) {
    await keepStripRight(archive, book, texts, pace);
    renameElsewhere(archive, masks);
    leaveOutPeople(archive);
  }
  leaveOutOrder(archive);
  leaveOutAddin(archive);
  texts.write();
  const [copied, seen] = [readBook(archive), seenIn()];
  const after = await lookAt(archive, { book: copied, accounts: [], pace, ...(wish.maskAccounts && { seen: seen.add }) });
  const left = [...after.cells.map(({ address }) => address), ...after.elsewhere.map(({ where }) => where)];
  if (left.length > 0) throw new Error(`the copy still asks for the add-in: ${left.slice(0, 3).join(", ")}`);
  return {
    name: inName(wish.name ?? "", masks),
    cells: before.cells,
    elsewhere: before.elsewhere,
    accounts: masks.accounts.length,
    notes: wish.leaveOutNotes ? before.notes.count : 0,
    comments: wish.leaveOutNotes ? before.comments.count : 0,
    remaining: [...remaining(archive, copied, seen, masks), ...(wish.maskAccounts ? commentators(archive) : []).map((name) => `“${name}”, who wrote comments: leave them out, too, or delete them`)],
  };
}

/** Between the words of a file's name may stand signs instead of blanks. */
const inName = (name: string, { inText }: Masks): string => inText(name) ?? inText(name.replace(/[_-]+/g, " ")) ?? name;

/** What becomes of a sheet, piece by piece from its top. `drawing` is the way to the drawing of its comments, where that is gone. */
function changerOf(sheet: Sheet, change: Change, drawing: string | null): (piece: SheetPiece) => string {
  const formulaOf = formulaReader();
  const valued: ValuedFormula[] = [];
  // the formulas of the sheet that became values, by the number under which cells share them
  const dropped = new Set<string>();
  // a column of a table has one formula: what becomes of it is worked out once
  const known = new Map<string, string | null>();
  const maskOf = (stored: string): string | null => {
    const text = plain(stored);
    const masked = change.masks.inFormula(text);
    known.set(stored, masked === text ? null : masked);
    return known.get(stored)!;
  };
  const changed = (cell: FileCell): string | undefined => {
    const [, alone] = ALONE.exec(cell.inner) ?? [];
    if (alone !== undefined && change.gone.size === 0 && !MAY_ASK.test(alone)) return withFormula(cell, known.has(alone) ? known.get(alone)! : maskOf(alone), sheet, change);
    const formula = formulaOf(cell);
    if (!formula) return plainCell(cell, sheet, change);
    const becomes: Converted = formula.shares !== null && dropped.has(formula.shares) ? { kind: "value", why: "" } : convert(formula.text, change.gone);
    if (becomes.kind === "value") {
      if (formula.shares !== null) dropped.add(formula.shares);
      valued.push({ address: cellName(cell.row, cell.column), formula: asShown(formula.text) });
      return asValue(cell, sheet, change);
    }
    const text = change.masks.inFormula(becomes.kind === "native" ? becomes.formula : formula.text);
    return withFormula(cell, formula.isOwn && text !== formula.text ? text.replace(/^=/, "") : null, sheet, change);
  };
  return ({ where, xml }) => {
    if (where === "rows") return mapCells(xml, changed);
    if (where === "head") return xml;
    const rest = renameAfterRows(noteCells(mapRules(xml, change), valued), change.masks);
    return drawing === null ? rest : rest.replace(new RegExp(`<legacyDrawing\\s[^>]*"${drawing}"[^>]*/>`), "");
  };
}

/** A formula that no other cell shares. */
const ALONE = /^<f(?: xml:space="preserve")?>([^<]+)<\/f>/;

/** A cell without a formula: a note goes, an account's name becomes another one. */
function plainCell(cell: FileCell, sheet: Sheet, { masks, texts, book, leaveOutNotes }: Change): string | undefined {
  const kind = attribute(cell.attributes, "t");
  if (cell.inner === "") return undefined;
  if (leaveOutNotes && isNote(sheet, cell)) return `<c${withAttribute(cell.attributes, "t", null)}/>`;
  const inColumn = masks.accounts.length > 0 && inAccountColumn(sheet, cell);
  const text = kind === "s" || kind === "str" || kind === "inlineStr" || inColumn ? textOfCell(cell, book.texts) : null;
  const mask = text === null || isHeader(sheet, cell) ? null : (masks.of(text, inColumn) ?? masks.inText(text));
  if (text !== null && (mask !== null || kind === "str")) return textCell(cell, mask ?? text, texts);
  const number = kind === null && !inColumn ? numberMask(cell, masks) : null;
  if (number !== null) return textCell(cell, number, texts);
  if (kind === "s") texts.use(Number(storedIn(cell.inner)));
  return undefined;
}

/** The result that the cell shows, and nothing behind it; one that was never calculated is an error, as it would be for the reader. */
function asValue(cell: FileCell, sheet: Sheet, { masks, texts, book }: Change): string {
  const bare = withAttribute(cell.attributes, "cm", null);
  const stored = storedIn(cell.inner);
  const text = attribute(bare, "t") === "str" ? (textOfCell(cell, book.texts) ?? "") : null;
  if (text === "") return `<c${withAttribute(bare, "t", null)}/>`;
  if (text !== null) return textCell({ ...cell, attributes: bare }, masks.of(text, inAccountColumn(sheet, cell)) ?? masks.inText(text) ?? text, texts);
  const number = attribute(bare, "t") === null ? numberMask(cell, masks) : null;
  if (number !== null) return textCell({ ...cell, attributes: bare }, number, texts);
  return stored === null ? `<c${withAttribute(bare, "t", "e")}><v>#N/A</v></c>` : `<c${bare}><v>${stored}</v></c>`;
}

/** The cell with another text of its formula, null leaves it; its result gets an account's new name as well. */
function withFormula(cell: FileCell, formula: string | null, sheet: Sheet, { masks, book }: Change): string | undefined {
  const shown = attribute(cell.attributes, "t") === "str" ? textOfCell(cell, book.texts) : null;
  const number = attribute(cell.attributes, "t") === null ? numberMask(cell, masks) : null;
  const mask = shown === null ? number : (masks.of(shown, inAccountColumn(sheet, cell)) ?? masks.inText(shown));
  if (formula === null && mask === null) return undefined;
  const written = formula === null ? cell.inner : cell.inner.replace(FORMULA, (_whole, attributes: string) => `<f${attributes}>${textElement("t", formula).replace(/^<t[^>]*>|<\/t>$/g, "")}</f>`);
  return `<c${number === null ? cell.attributes : withAttribute(cell.attributes, "t", "str")}>${mask === null ? written : written.replace(/<v[^>]*>[\s\S]*?<\/v>/, () => textElement("v", mask))}</c>`;
}

/** Of a cell that holds an account by its number. */
const numberMask = ({ inner }: FileCell, { ofNumber }: Masks): string | null => (ofNumber ? ofNumber(storedIn(inner) ?? "") : null);

function textCell({ attributes }: FileCell, text: string, texts: Texts): string {
  return `<c${withAttribute(attributes, "t", "s")}><v>${texts.add(text)}</v></c>`;
}
