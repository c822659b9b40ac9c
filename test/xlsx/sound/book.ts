import type { Tell } from ".";
import type { Package } from "./package";
import { type Node, childOf, childrenOf, spelled, within } from "./xml";

/** What the checks of parts ask of each other. */
export interface BookParts {
  readonly workbook: Node;
  readonly sheets: readonly SheetPart[];
  readonly tables: readonly TablePart[];
  readonly texts: readonly string[];
  readonly names: readonly { readonly name: string; readonly scope: string | null; readonly formula: string }[];
  readonly cellStyles: number;
  readonly differentials: number;
  readonly cellMetadata: number;
}

export interface SheetPart {
  readonly name: string;
  readonly part: string;
  readonly root: Node;
}

export interface TablePart {
  readonly name: string;
  readonly part: string;
  readonly root: Node;
  readonly sheet: SheetPart;
  readonly area: Area;
  readonly columns: readonly string[];
}

/** Cells from and to, counted from 1. */
export interface Area {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

export function bookOf(file: Package, tell: Tell): BookParts | null {
  const [main] = file.leadsTo("").filter(({ kind }) => kind === "officeDocument");
  const workbook = main && file.roots.get(main.target);
  if (!workbook) {
    tell("no workbook");
    return null;
  }
  const part = (kind: string): Node | undefined => file.roots.get(file.leadsTo(main.target).find((one) => one.kind === kind)?.target ?? "");
  const ways = new Map(file.leadsTo(main.target).map(({ id, target }) => [id, target]));
  const sheets = within(workbook, "sheet").flatMap(({ attributes }): SheetPart[] => {
    const path = ways.get(attributes["r:id"] ?? "") ?? "";
    const root = file.roots.get(path);
    return root ? [{ name: attributes.name ?? "", part: path, root }] : [];
  });
  const tables = sheets.flatMap((sheet) => file.leadsTo(sheet.part).filter(({ kind }) => kind === "table").flatMap(({ target }): TablePart[] => {
    const root = file.roots.get(target);
    return root ? [{ name: root.attributes.displayName ?? "", part: target, root, sheet, area: areaOf(root.attributes.ref ?? ""), columns: within(root, "tableColumn").map(({ attributes }) => spelled(attributes.name ?? "")) }] : [];
  }));
  const shared = part("sharedStrings");
  const styles = part("styles");
  return {
    workbook, sheets, tables,
    texts: childrenOf(shared, "si").map(textOf),
    names: within(workbook, "definedName").map(({ attributes, text }) => ({ name: attributes.name ?? "", scope: attributes.localSheetId ?? null, formula: spelled(text) })),
    cellStyles: childOf(styles, "cellXfs")?.children.length ?? 1,
    differentials: childOf(styles, "dxfs")?.children.length ?? 0,
    cellMetadata: childOf(part("sheetMetadata"), "cellMetadata")?.children.length ?? 0,
  };
}

/** The text of an entry: its own, or that of its runs. */
export function textOf(item: Node): string {
  return spelled([...childrenOf(item, "t"), ...childrenOf(item, "r").flatMap((run) => childrenOf(run, "t"))].map(({ text }) => text).join(""));
}

export function areaOf(address: string): Area {
  const [, left = "A", top = "1", right = left, bottom = top] = /^\$?([A-Z]+)\$?(\d+)(?::\$?([A-Z]+)\$?(\d+))?$/.exec(address) ?? [];
  return { top: Number(top), left: columnNumber(left), bottom: Number(bottom), right: columnNumber(right) };
}

export const columnNumber = (letters: string): number => [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
export const overlap = (one: Area, other: Area): boolean => one.top <= other.bottom && other.top <= one.bottom && one.left <= other.right && other.left <= one.right;
/** Part 1, section 18.18.62: rows and columns of a sheet. */
export const fits = ({ top, left, bottom, right }: Area): boolean => top >= 1 && left >= 1 && top <= bottom && left <= right && bottom <= 1_048_576 && right <= 16_384;
