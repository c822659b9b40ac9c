import { bottom, intersect, right, shiftRect } from "./a1";
import type { Chart, ChartReference, ChartSeries } from "./chart";
import { shiftAnchor } from "./chartPlace";
import type { Grid, TableInfo } from "./grid";
import type { Shift } from "./formulaText";
import type { Rect } from "./rect";

type Surroundings = Pick<Grid, "on" | "tables">;

/** The charts of a workbook: plain data, the same behind every grid. What their series point at moves with the cells, and grows with a table whose column it is. */
export class Charts {
  private list: Chart[] = [];

  /** `changed` is told of what changes by itself, through rows and columns that come and go. */
  constructor(private readonly grid: Surroundings, private readonly changed: (sheetId: string) => void) {
    grid.on("rowsInserted", ({ sheetId, row, rows }) => this.shift(sheetId, { axis: "row", at: row, count: rows }));
    grid.on("rowsDeleted", ({ sheetId, row, rows }) => this.shift(sheetId, { axis: "row", at: row, count: -rows }));
    grid.on("columnsInserted", ({ sheetId, column, columns }) => this.shift(sheetId, { axis: "column", at: column, count: columns }));
    grid.on("columnsDeleted", ({ sheetId, column, columns }) => this.shift(sheetId, { axis: "column", at: column, count: -columns }));
    grid.on("sheetDeleted", ({ sheetId }) => this.sheetGone(sheetId));
  }

  all(): Chart[] {
    return [...this.list];
  }

  freshId(): string {
    return `chart${Math.max(0, ...this.list.map(({ id }) => Number(/^chart(\d+)$/.exec(id)?.[1] ?? 0))) + 1}`;
  }

  /** Adds it, or puts it in the place of the one with its id. */
  put(chart: Chart): void {
    const known = this.list.some(({ id }) => id === chart.id);
    this.list = known ? this.list.map((other) => (other.id === chart.id ? chart : other)) : [...this.list, chart];
  }

  remove(id: string): Chart {
    const chart = this.list.find((other) => other.id === id);
    if (!chart) throw new Error(`there is no chart ${id}`);
    this.list = this.list.filter((other) => other !== chart);
    return chart;
  }

  load(charts: readonly Chart[]): void {
    this.list = [...charts];
  }

  /** The table has another rectangle: what covered columns of it from top to bottom does so still. */
  tableResized(before: TableInfo, rect: Rect): void {
    const [was, now] = [bodyOf(before), bodyOf({ ...before, rect })];
    const sameRows = was.row === now.row && was.rows === now.rows;
    if (sameRows || now.rows < 1) return;
    this.follow((reference) => {
      const covers = reference.sheetId === before.sheetId && reference.rect.row === was.row && reference.rect.rows === was.rows && isAcross(before, reference.rect);
      return covers ? { ...reference, rect: { ...reference.rect, row: now.row, rows: now.rows } } : reference;
    });
  }

  private shift(sheetId: string, shift: Shift): void {
    this.list = this.list.map((chart) => (chart.sheetId === sheetId ? { ...chart, anchor: shiftAnchor(chart.anchor, shift.axis, shift.at, shift.count) } : chart));
    const tables = this.grid.tables().filter((table) => table.sheetId === sheetId);
    this.follow((reference) => shiftReference(reference, sheetId, shift, tables));
    if (this.list.some((chart) => chart.sheetId === sheetId)) this.changed(sheetId);
  }

  private sheetGone(sheetId: string): void {
    this.list = this.list.filter((chart) => chart.sheetId !== sheetId);
    this.follow((reference) => (reference.sheetId === sheetId ? null : reference));
  }

  private follow(change: (reference: ChartReference) => ChartReference | null): void {
    for (const chart of this.list) {
      const next = mapChartReferences(chart, change);
      if (next === chart) continue;
      this.put(next);
      this.changed(chart.sheetId);
    }
  }
}

/** The chart with every reference of its series replaced by what `change` makes of it; the very same chart when nothing is replaced. */
export function mapChartReferences(chart: Chart, change: (reference: ChartReference) => ChartReference | null): Chart {
  let isChanged = false;
  const map = <T>(value: T | ChartReference): T | ChartReference | null => {
    if (!isReference(value)) return value;
    const next = change(value);
    if (next !== value) isChanged = true;
    return next;
  };
  const series = chart.series.map((one): ChartSeries => ({
    ...one,
    values: map(one.values),
    ...(one.categories === undefined ? {} : { categories: map(one.categories) }),
    ...(one.name === undefined ? {} : { name: map(one.name) }),
  }));
  return isChanged ? { ...chart, series } : chart;
}

export function isReference(value: unknown): value is ChartReference {
  return typeof value === "object" && value !== null && "rect" in value;
}

/** Where a reference is after cells of a sheet were pushed aside or closed up; null when its cells are gone. */
export function shiftReference(reference: ChartReference, sheetId: string, { axis, at, count, within }: Shift, tables: readonly TableInfo[]): ChartReference | null {
  const { rect } = reference;
  if (reference.sheetId !== sheetId || (within && !isInTheWay(rect, axis, within))) return reference;
  const table = axis === "row" ? tables.find((candidate) => candidate.rect.row === rect.row - 1 && isAcross(candidate, rect)) : undefined;
  const body = table && bodyOf(table);
  // rows that come in above a table's first row are the table's: some grids have let it grow by now, some have not
  const isWhole = body !== undefined && (body.rows === rect.rows || body.rows === rect.rows + count);
  if (isWhole && count > 0 && at === rect.row) return { ...reference, rect: { ...rect, rows: rect.rows + count } };
  const moved = shiftRect(rect, axis, at, count);
  if (moved) return sameSpan(moved, rect) ? reference : { ...reference, rect: moved };
  // a table that loses its last row keeps a blank one
  return table && at === rect.row ? { ...reference, rect: { ...rect, rows: 1 } } : null;
}

function isInTheWay(rect: Rect, axis: "row" | "column", within: Rect): boolean {
  return axis === "row" ? rect.column >= within.column && right(rect) <= right(within) : rect.row >= within.row && bottom(rect) <= bottom(within);
}

function sameSpan(a: Rect, b: Rect): boolean {
  return a.row === b.row && a.rows === b.rows && a.column === b.column && a.columns === b.columns;
}

function isAcross({ rect }: TableInfo, columns: Rect): boolean {
  return intersect({ ...rect, row: 0, rows: 1 }, { ...columns, row: 0, rows: 1 })?.columns === columns.columns;
}

function bodyOf({ rect, totals }: Pick<TableInfo, "rect" | "totals">): Rect {
  return { ...rect, row: rect.row + 1, rows: rect.rows - 1 - (totals ? 1 : 0) };
}
