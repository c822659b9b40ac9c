import { formatRect } from "../../grid/a1";
import { inFile } from "../formula";
import { element, text } from "../xml";
import type { SheetContext } from "./context";

/** Formats by formula, the first of the list first. */
export function conditionalFormats({ grid, sheetId, styles }: SheetContext): readonly string[] {
  return grid.conditionalFormats(sheetId).map(({ rect, formula, style, stopIfTrue }, index) =>
    element("conditionalFormatting", { sqref: formatRect(rect) },
      element("cfRule", { type: "expression", dxfId: styles.differential(style), priority: index + 1, stopIfTrue: stopIfTrue || undefined }, element("formula", {}, text(inFile(formula)))),
    ),
  );
}
