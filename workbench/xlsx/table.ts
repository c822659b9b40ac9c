import { formatRect } from "../grid/a1";
import type { Grid, TableInfo } from "../grid/grid";
import { inFile } from "./formula";
import { attributeText, element, text } from "./xml";

/** A table. Columns that are calculated say so: Excel then fills new rows by itself, without the add-in. */
export function tableXml(grid: Grid, table: TableInfo, id: number, calculated: Readonly<Record<string, string>>): string {
  const { rect, name, totals } = table;
  const body = { ...rect, rows: rect.rows - (totals ? 1 : 0) };
  return element("table", { xmlns: "http://schemas.openxmlformats.org/spreadsheetml/2006/main", id, name, displayName: name, ref: formatRect(rect), ...(totals ? { totalsRowCount: 1 } : { totalsRowShown: false }) },
    ...(table.filterButtons ? [element("autoFilter", { ref: formatRect(body) })] : []),
    element("tableColumns", { count: table.columns.length },
      ...table.columns.map((header, index) => {
        const formula = header in calculated ? grid.read(table.sheetId, { row: rect.row + 1, column: rect.column + index, rows: 1, columns: 1 })[0]?.[0]?.formula : undefined;
        return element("tableColumn", { id: index + 1, name: attributeText(header) }, ...(formula === undefined ? [] : [element("calculatedColumnFormula", {}, text(inFile(formula)))]));
      }),
    ),
    element("tableStyleInfo", { name: table.style, showFirstColumn: false, showLastColumn: false, showRowStripes: table.banded, showColumnStripes: false }),
  );
}
