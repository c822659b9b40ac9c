import { readDelimited, separatorOf } from "../delimited";
import type { ChainImporter } from "./chainFile";
import { headerRow, readTable } from "./table";

/** Cells copied from a worksheet or a broker's page, with tabs between them. */
export const clipboard: ChainImporter = {
  name: "Clipboard",
  recognises: (text) => separatorOf(text) === "\t" && headerRow(readDelimited(text)) !== undefined,
  read: (text, fileName) => readTable(text, "\t", fileName ?? ""),
};
