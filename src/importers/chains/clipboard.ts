import { readDelimited, separatorOf } from "../delimited";
import type { ChainImporter } from "./chainFile";
import { hasHeaders } from "./parts";
import { readTable } from "./table";

/** Cells copied from a worksheet or a broker's page, with tabs between them. */
export const clipboard: ChainImporter = {
  name: "Clipboard",
  recognises: (text) => separatorOf(text) === "\t" && hasHeaders(readDelimited(text)),
  read: (text, fileName) => readTable(text, "\t", fileName ?? ""),
};
