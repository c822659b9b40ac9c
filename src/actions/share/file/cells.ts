import { translateFormulaToA1, translateFormulaToR1C1 } from "@borgar/fx";
import { cellName, columnNumber } from "./place";
import { attribute, plain } from "./xml";

/** A cell as it stands in a sheet's XML; its attributes and what is in it are read when they are asked for. */
export interface FileCell {
  readonly row: number;
  readonly column: number;
  readonly attributes: string;
  readonly inner: string;
}

/** Every cell of some rows with what `change` makes of it; undefined leaves it as it is. */
export function mapCells(xml: string, change: (cell: FileCell) => string | undefined): string {
  // what stays is taken over in long stretches: a log of 50,000 rows has a million cells
  const parts: string[] = [];
  let kept = 0;
  eachCell(xml, (cell, start, end) => {
    const changed = change(cell);
    if (changed === undefined) return;
    parts.push(xml.slice(kept, start), changed);
    kept = end;
  });
  return kept === 0 ? xml : parts.join("") + xml.slice(kept);
}

/** Looks at every cell, and where it begins and ends. */
export function eachCell(xml: string, look: (cell: FileCell, start: number, end: number) => void): void {
  const pattern = /<c\b([^>]*?)(?:\/>|>([\s\S]*?)<\/c>)/g;
  for (let found = pattern.exec(xml); found; found = pattern.exec(xml)) {
    const [whole, attributes = "", inner = ""] = found;
    const [, letters, digits] = ADDRESS.exec(attributes) ?? [];
    if (letters !== undefined) look({ row: Number(digits) - 1, column: columnNumber(letters), attributes, inner }, found.index, found.index + whole.length);
  }
}
const ADDRESS = /\sr="([A-Z]+)(\d+)"/;

/** A cell's formula: its own, or the one that it shares with the cells that it was filled from. */
export interface CellFormula {
  readonly text: string;
  /** How the file has it: with its own text, or by the number of a shared one. */
  readonly shares: string | null;
  readonly isOwn: boolean;
  /** The cells that its results fill, where it is one for several. */
  readonly fills: string | null;
}

/** The formulas of one sheet, cell by cell from the top: a shared one is told by its first cell. */
export function formulaReader(): (cell: FileCell) => CellFormula | null {
  const shared = new Map<string, { readonly text: string; readonly at: string }>();
  return ({ inner, row, column }) => {
    if (!inner.includes("<f")) return null;
    const [, attributes = "", own] = FORMULA.exec(inner) ?? [];
    const kind = attribute(attributes, "t");
    const text = plain(own ?? "");
    const number = kind === "shared" ? attribute(attributes, "si") : null;
    if (number === null) return { text, shares: null, isOwn: true, fills: kind === "array" ? attribute(attributes, "ref") : null };
    if (text !== "") shared.set(number, { text, at: cellName(row, column) });
    const first = shared.get(number);
    return first ? { text: text !== "" ? text : moved(first.text, first.at, cellName(row, column)), shares: number, isOwn: text !== "", fills: null } : null;
  };
}
export const FORMULA = /<f\b([^>]*?)(?:\/>|>([\s\S]*?)<\/f>)/;

/** As a formula reads after it was filled from one cell into another. */
function moved(formula: string, from: string, to: string): string {
  return String(translateFormulaToA1(String(translateFormulaToR1C1(formula, from)), to));
}

/** What stands in the file as the cell's value, in XML; null where there is none. */
export function storedIn(inner: string): string | null {
  return /<v[^>]*>([\s\S]*?)<\/v>/.exec(inner)?.[1] ?? null;
}

/** The text that a cell shows; a number as a text. Null for blank ones, truth values and errors. */
export function textOfCell({ attributes, inner }: FileCell, texts: readonly string[]): string | null {
  const kind = attribute(attributes, "t");
  if (kind === "inlineStr") return [...inner.matchAll(/<t[^>]*>([\s\S]*?)<\/t>/g)].map(([, one = ""]) => plain(one)).join("");
  const stored = storedIn(inner);
  if (stored === null || kind === "b" || kind === "e") return null;
  return kind === "s" ? (texts[Number(stored)] ?? "") : plain(stored);
}
