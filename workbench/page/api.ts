import type { UniverGrid } from "../grid/univer";
import { isError } from "../grid/values";
import type { View } from "../engine/view";
import type { CellAt } from "../grid/functionHost";
import { parseRect, formatRect } from "../grid/a1";
import type { Rect } from "../grid/rect";

/** What a cell holds. `formula` as Excel would show it, "" when there is none; `error` is a code such as "#VALUE!", `message` the add-in's words. */
export interface CellReading {
  readonly value: string | number | boolean;
  readonly text: string;
  readonly formula: string;
  readonly error: string | null;
  readonly message: string | null;
}

/** `window.workbench`: how tests, scripts and curious people drive the page. Sheets are named as their tabs are. */
export interface WorkbenchApi {
  /** Resolves when the add-in's functions answer and keys get into the sheet. */
  readonly ready: Promise<void>;
  /** As if typed into a cell and entered; resolves when everything is calculated, calls of the add-in's functions included. A number is its text. */
  type(sheet: string, address: string, text: string | number): Promise<void>;
  /** A cell, or for a larger address rows of cells. */
  read(sheet: string, address: string): Promise<CellReading | CellReading[][]>;
  tables(): { name: string; sheet: string; address: string; headers: string[] }[];
  openPane(): Promise<void>;
  /** The name of the add-in's iframe. */
  readonly paneFrame: string;
  /** For tests: makes the host fail as Excel can fail. */
  readonly faults: unknown;
  /** For tests: what went wrong so far, in words. */
  readonly failures: readonly string[];
  /** For tests: how many requests the add-in has made so far. */
  requests(): number;
  /** For tests: presses a ribbon command or runs another action of the add-in by its id. */
  invoke(commandId: string): Promise<void>;
  /** For tests: selects cells. */
  select(sheet: string, address: string): Promise<void>;
  /** For tests: where a cell of the sheet in front is, in pixels of the page, to be clicked. */
  placeOf(address: string): { left: number; top: number; width: number; height: number };
  /** For tests: the keyboard's focus into the sheet, as a click there would put it. */
  focus(): void;
  /** For tests: resolves when an edit at the keyboard is done and everything is calculated, calls of the add-in's functions included. */
  calculated(): Promise<void>;
}

interface Parts {
  readonly grid: UniverGrid;
  readonly view: View | null;
  readonly paneFrame: string;
  readonly failures: readonly string[];
  readonly faults: unknown;
  readonly ready: Promise<void>;
  wordsAt(cell: CellAt): string | null;
  /** Resolves when no call of an add-in function is on its way; and how many were made so far. */
  answered(): Promise<void>;
  calls(): number;
  requests(): number;
  openPane(): Promise<void>;
  invoke(commandId: string): Promise<void>;
  focus(): void;
}

export function createApi({ grid, view, wordsAt, answered, calls, ...rest }: Parts): WorkbenchApi {
  const find = (sheet: string, address: string): { sheetId: string; rect: Rect } => {
    const sheetId = grid.sheets().find(({ name }) => name.toLowerCase() === sheet.toLowerCase())?.id;
    if (sheetId === undefined) throw new Error(`there is no sheet ${sheet}; there are ${grid.sheets().map(({ name }) => name).join(", ")}`);
    const rect = parseRect(address);
    if (!rect) throw new Error(`${address} is not an address`);
    return { sheetId, rect };
  };
  const nameOf = (sheetId: string) => grid.sheets().find(({ id }) => id === sheetId)?.name ?? "";
  const readCell = (sheetId: string, row: number, column: number): CellReading => {
    const one = { row, column, rows: 1, columns: 1 };
    const { value } = grid.read(sheetId, one)[0]![0]!;
    const error = isError(value) ? String(value) : null;
    return { value, text: grid.text(sheetId, one)[0]![0]!, formula: grid.shownFormula(sheetId, row, column), error, message: error ? wordsAt({ sheetId, row, column }) : null };
  };
  const calculated = async () => {
    await grid.editEnded();
    await new Promise((resolve) => setTimeout(resolve, 0)); // tables grow after the user's edit is complete
    await grid.settled();
    // what an answer leads to may ask again: a function within a function, cells that hang on one another
    for (let [round, before] = [0, -1]; round < MOST_ROUNDS && before !== calls(); round++) {
      before = calls();
      await answered();
      await grid.settled();
    }
  };

  return {
    ...rest,
    calculated,
    async type(sheet, address, text) {
      const { sheetId, rect } = find(sheet, address);
      if (typeof text !== "string" && typeof text !== "number") throw new Error(`what is typed into ${address} must be a text, not ${String(text)}`);
      grid.type(sheetId, rect.row, rect.column, String(text));
      await calculated();
    },
    async read(sheet, address) {
      const { sheetId, rect } = find(sheet, address);
      await grid.settled();
      const rows = Array.from({ length: rect.rows }, (_, i) => Array.from({ length: rect.columns }, (__, j) => readCell(sheetId, rect.row + i, rect.column + j)));
      return rect.rows * rect.columns === 1 ? rows[0]![0]! : rows;
    },
    placeOf(address) {
      const [rect, sight] = [parseRect(address), view?.look()];
      if (!rect || !sight) throw new Error(`${address} is nowhere`);
      const { sheetId, zoom, surface, header, scrolled } = sight;
      const frozen = grid.frozen(sheetId);
      const sum = (size: (index: number) => number, from: number, count: number) => Array.from({ length: count }, (_, index) => size(from + index)).reduce((all, one) => all + one, 0) * zoom;
      const [wide, high] = [(column: number) => grid.columnWidth(sheetId, column), (row: number) => grid.rowHeight(sheetId, row)];
      const left = surface.left + header.width + sum(wide, 0, rect.column) - (rect.column < frozen.columns ? 0 : scrolled.x);
      const top = surface.top + header.height + sum(high, 0, rect.row) - (rect.row < frozen.rows ? 0 : scrolled.y);
      return { left, top, width: sum(wide, rect.column, rect.columns), height: sum(high, rect.row, rect.rows) };
    },
    tables: () => grid.tables().map(({ name, sheetId, rect, columns }) => ({ name, sheet: nameOf(sheetId), address: formatRect(rect), headers: [...columns] })),
    async select(sheet, address) {
      const { sheetId, rect } = find(sheet, address);
      grid.select(sheetId, rect);
      await grid.settled();
    },
  };
}

/** office.js hands over calls twice a second: twenty seconds for cells that ask one after the other. One that asks for ever (it reads itself) is not waited for. */
const MOST_ROUNDS = 40;
