import { moveFormula } from "../../grid/formulaText";
import type { Cell, CellInput, CellValue } from "../../grid/grid";
import { valueType } from "../../grid/values";
import type { Range } from "../range/range";

/** Sorts whole rows by the values of columns: numbers, then texts, then true/false, then errors; blanks last always. */
export function sortRows(body: Range, fields: readonly { readonly key: number; readonly ascending?: boolean }[], matchCase: boolean): void {
  const { grid, sheetId, rect } = body;
  const rows = grid.read(sheetId, rect).map((cells, index) => ({ cells, index }));
  rows.sort((a, b) => {
    for (const { key, ascending = true } of fields) {
      const order = compare(a.cells[key]?.value ?? "", b.cells[key]?.value ?? "", matchCase, ascending);
      if (order !== 0) return order;
    }
    return a.index - b.index;
  });
  const write = ({ value, formula }: Cell, down: number): CellInput => (formula === undefined ? { value } : { formula: moveFormula(formula, down, 0) });
  grid.write(sheetId, rect, rows.map(({ cells, index }, i) => cells.map((cell) => write(cell, i - index))));
}

const RANK = { Double: 0, String: 1, Boolean: 2, Error: 3, Empty: 4 } as const;

function compare(a: CellValue, b: CellValue, matchCase: boolean, ascending: boolean): number {
  const [rankA, rankB] = [RANK[valueType(a)], RANK[valueType(b)]];
  if (rankA === 4 || rankB === 4) return rankA - rankB;
  const order = rankA !== rankB ? rankA - rankB : typeof a === "string" && typeof b === "string" ? a.localeCompare(b, "en", { sensitivity: matchCase ? "variant" : "accent" }) : Number(a) - Number(b);
  return ascending ? order : -order;
}
