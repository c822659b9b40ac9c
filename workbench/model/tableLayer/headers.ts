import { contains } from "../../grid/a1";
import type { CellInput, TableInfo } from "../../grid/grid";
import type { Rect } from "../../grid/rect";
import { renameColumn } from "../../grid/structuredRefs";
import type { Workbook } from "../workbook";
import { rewriteFormulas } from "./rewrite";

/** A table's headers are texts, each once; formulas know columns by them. */
export class Headers {
  constructor(private readonly workbook: Workbook, private readonly onRenamed: (tableId: string, from: string, to: string) => void) {}

  /** Blank headers become "Column1", a repeated one gets a number, as Excel does it; the one that was just `written` gives way to the other. */
  complete(sheetId: string, rect: Rect, written: Rect = rect): void {
    const { grid } = this.workbook;
    const row = { ...rect, rows: 1 };
    const cells = grid.read(sheetId, row)[0] ?? [];
    const shown = grid.text(sheetId, row)[0] ?? [];
    const others = cells.map((cell) => String(cell.value));
    const taken = new Set<string>();
    const next = [...others];
    const isWritten = (i: number) => contains(written, rect.row, rect.column + i);
    const order = [...cells.keys()].sort((a, b) => Number(isWritten(a)) - Number(isWritten(b)) || a - b);
    for (const i of order) {
      const value = cells[i]?.value;
      const wanted = typeof value === "string" ? value : shown[i] ?? String(value);
      next[i] = unique(wanted === "" ? "Column" : wanted, wanted === "", taken, others);
      taken.add((next[i] ?? "").toLowerCase());
    }
    const changes = next.map((header, i): CellInput => (cells[i]?.value === header && cells[i]?.formula === undefined ? undefined : { value: header }));
    if (changes.some((change) => change !== undefined)) grid.write(sheetId, row, [changes]);
  }

  /** The header row was written to: formulas follow the new names. */
  changed(table: TableInfo, written: Rect): void {
    const { grid } = this.workbook;
    this.complete(table.sheetId, table.rect, written);
    const now = (grid.read(table.sheetId, { ...table.rect, rows: 1 })[0] ?? []).map((cell) => String(cell.value));
    const renamed = table.columns.flatMap((from, i) => (now[i] !== undefined && now[i] !== from ? [{ from, to: now[i] }] : []));
    if (renamed.length === 0) return;
    // by way of names that nobody has, so that two columns may swap theirs
    const steps = [...renamed.map(({ from }, i) => ({ from, to: `\u0001${i}` })), ...renamed.map(({ to }, i) => ({ from: `\u0001${i}`, to }))];
    for (const { from, to } of steps) this.onRenamed(table.id, from, to);
    rewriteFormulas(grid, (formula) => steps.reduce((text, { from, to }) => renameColumn(text, table.name, from, to), formula));
    grid.refreshTableHeaders(table.id);
  }
}

function unique(wanted: string, numbered: boolean, taken: ReadonlySet<string>, others: readonly string[]): string {
  if (!numbered && !taken.has(wanted.toLowerCase())) return wanted;
  const free = (name: string) => !taken.has(name.toLowerCase()) && !others.some((other) => other.toLowerCase() === name.toLowerCase());
  let n = numbered ? 1 : 2;
  while (!free(`${wanted}${n}`)) n++;
  return `${wanted}${n}`;
}
