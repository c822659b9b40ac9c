import { parseRect, formatAbsolute, quoteSheet } from "../grid/a1";
import type { SheetInfo } from "../grid/grid";
import type { Workbook } from "../model/workbook";
import { inFile } from "./formula";
import { element, text } from "./xml";

/** Defined names, and those by which Excel keeps what a sheet prints. */
export function namesXml({ grid, state }: Workbook, sheets: readonly SheetInfo[]): string {
  const own = grid.names().map(({ name, formula }) => {
    const known = state.names[name.toLowerCase()];
    return element("definedName", { name, comment: known?.comment ? known.comment : undefined, hidden: known?.visible === false ? true : undefined }, text(inFile(formula)));
  });
  const printed = sheets.flatMap(({ id, name }, index) => {
    const layout = state.sheets[id]?.pageLayout ?? {};
    const area = (key: string): string | null => {
      const rect = typeof layout[key] === "string" ? parseRect(layout[key]) : null;
      return rect && `${quoteSheet(name)}!${formatAbsolute(rect)}`;
    };
    const titles = [area("printTitleColumns"), area("printTitleRows")].filter((one) => one !== null).join(",");
    const print = area("printArea");
    return [...(print ? [["_xlnm.Print_Area", print] as const] : []), ...(titles ? [["_xlnm.Print_Titles", titles] as const] : [])].map(([key, content]) => element("definedName", { name: key, localSheetId: index }, text(content)));
  });
  const all = [...printed, ...own];
  return all.length > 0 ? element("definedNames", {}, ...all) : "";
}
