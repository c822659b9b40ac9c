import type { CellInput, Rect, TableInfo } from "../../grid/grid";
import { renameColumn } from "../../grid/structuredRefs";
import type { Workbook } from "../workbook";
import { rewriteFormulas } from "./rewrite";

/** A table's headers are texts, each once; formulas know columns by them. */
export class Headers {
  constructor(private readonly workbook: Workbook, private readonly onRenamed: (tableId: string, from: string, to: string) => void) {}

  /** Blank headers become "Column1", a repeated one gets a number, as Excel does it. */
  complete(sheetId: string, rect: Rect): void {
    const { grid } = this.workbook;
    const row = { ...rect, rows: 1 };
    const cells = grid.read(sheetId, row)[0] ?? [];
    const shown = grid.text(sheetId, row)[0] ?? [];
    const taken = new Set<string>();
    const next = cells.map((cell, i) => {
      const wanted = typeof cell.value === "string" ? cell.value : shown[i] ?? String(cell.value);
      const header = unique(wanted === "" ? "Column" : wanted, wanted === "", taken, cells.map((c) => String(c.value)));
      taken.add(header.toLowerCase());
      return header;
    });
    const changes = next.map((header, i): CellInput => (cells[i]?.value === header && cells[i]?.formula === undefined ? undefined : { value: header }));
    if (changes.some((change) => change !== undefined)) grid.write(sheetId, row, [changes]);
  }

  /** The header row was written to: formulas follow the new names. */
  changed(table: TableInfo): void {
    const { grid } = this.workbook;
    this.complete(table.sheetId, table.rect);
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
