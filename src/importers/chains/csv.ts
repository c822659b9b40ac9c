import { readDelimited, separatorOf } from "../delimited";
import { isJson } from "./brokerJson";
import { isCboe } from "./cboe";
import type { ChainImporter } from "./chainFile";
import { hasHeaders } from "./parts";
import { readTable } from "./table";

/** A file of quotes with commas or semicolons, one option a row: data vendors, Barchart (which says the expiration in the file's name). */
export const csv: ChainImporter = {
  name: "CSV file",
  recognises: (text) => separatorOf(text) !== "\t" && !isCboe(text) && !isJson(text) && hasHeaders(readDelimited(text)),
  read: (text, fileName) => readTable(text, separatorOf(text), fileName ?? ""),
};
