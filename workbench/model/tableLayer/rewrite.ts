import type { CellInput, Grid } from "../../grid/grid";

/** Applies a change to every formula: cells of all sheets, conditional formats and names. Cells that stay the same are not written. */
export function rewriteFormulas(grid: Grid, change: (formula: string, sheetId: string | null) => string): void {
  for (const { id } of grid.sheets()) {
    const used = grid.usedRect(id);
    if (used) {
      const cells = grid.read(id, used).map((row) => row.map((cell): CellInput => {
        if (cell.formula === undefined) return undefined;
        const formula = change(cell.formula, id);
        return formula === cell.formula ? undefined : { formula };
      }));
      if (cells.some((row) => row.some((cell) => cell !== undefined))) grid.write(id, used, cells);
    }
    for (const format of grid.conditionalFormats(id)) {
      const formula = change(format.formula, id);
      if (formula !== format.formula) grid.setConditionalFormat({ ...format, formula });
    }
  }
  for (const name of grid.names()) {
    const formula = change(name.formula, null);
    if (formula === name.formula) continue;
    grid.removeName(name.name);
    grid.addName(name.name, formula);
  }
}
