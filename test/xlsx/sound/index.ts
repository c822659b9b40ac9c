import { unzipSync } from "fflate";
import { chartFaults, drawingFaults } from "./charts";
import { bookOf } from "./book";
import { faultsOfGrammar } from "./grammar";
import { type Package, openPackage } from "./package";
import { sheetFaults } from "./sheet";
import { styleFaults } from "./styles";
import { tableFaults } from "./tables";
import { workbookFaults } from "./workbook";

/**
 * Why Excel would ask to repair this file, or refuse it, in words; nothing where it would open it without a question. There is no Excel here: what Excel asks of a file is taken from
 * ECMA-376 and from Microsoft's notes on it (MS-OI29500), and from what the makers of other programs found when Excel repaired their files.
 */
export function faultsOf(bytes: Uint8Array): readonly string[] {
  const faults: string[] = [];
  const tell = (fault: string): void => void faults.push(fault);
  const file = openPackage(unzipSync(bytes), tell);
  for (const [part, root] of file.roots) faults.push(...faultsOfGrammar(root, part));
  // what is out of order may not be what it is taken for
  if (faults.length > 0) return faults;
  const book = bookOf(file, tell);
  if (!book) return faults;
  workbookFaults(file, book, tell);
  styleFaults(file, book, tell);
  for (const sheet of book.sheets) sheetFaults(file, book, sheet, tell);
  tableFaults(file, book, tell);
  for (const [part, root] of file.roots) {
    if (root.name === "c:chartSpace") chartFaults(root, part, book, tell);
    if (root.name === "xdr:wsDr") drawingFaults(root, part, tell);
  }
  return faults;
}

export type Tell = (fault: string) => void;
export type { Package };
