import { TYPED_HEADERS, type CellContent, type TypedCells, type TypedHeader } from "../journal/row";
import { type ColumnPlan, findColumn } from "../journal/schema";
import { trades } from "../journal/sheets";
import { runsOf } from "./layOut/table";

/** Where the typed columns of the Trades table stand: found by header, in whatever order the user likes. */
export interface TypedPlaces {
  readonly places: Readonly<Record<TypedHeader, number>>;
  /** Typed columns that are gone, or have another name. */
  readonly missing: readonly TypedHeader[];
}

export function typedPlaces(headers: readonly string[]): TypedPlaces {
  const places = Object.fromEntries(TYPED_HEADERS.map((header) => [header, findColumn(planOf(header), headers)])) as Record<TypedHeader, number>;
  return { places, missing: TYPED_HEADERS.filter((header) => places[header] < 0) };
}

/** Neighbouring typed columns, to be written together; the user's own columns between them are left alone. */
export interface Group {
  readonly from: number;
  readonly headers: readonly TypedHeader[];
}

export function groupsOf({ places, missing }: TypedPlaces): readonly Group[] {
  const there = TYPED_HEADERS.filter((header) => !missing.includes(header));
  const byPlace = new Map(there.map((header) => [places[header], header]));
  return runsOf(there.map((header) => places[header])).map(([from, to]) => ({
    from,
    headers: Array.from({ length: to - from + 1 }, (_, index) => byPlace.get(from + index) as TypedHeader),
  }));
}

/** The typed cells of one row of the whole table; a column that is gone reads as blank. */
export function typedCells(row: readonly unknown[], { places }: TypedPlaces): TypedCells {
  return Object.fromEntries(TYPED_HEADERS.map((header) => [header, (row[places[header]] ?? "") as CellContent])) as Record<TypedHeader, CellContent>;
}

export function planOf(header: string): ColumnPlan {
  const plan = trades.columns.find((column) => column.header === header);
  if (!plan) throw new Error(`no column ${header} in the plan`);
  return plan;
}
