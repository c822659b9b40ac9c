import { brokerJson } from "./brokerJson";
import { cboe } from "./cboe";
import { type ChainFile, type ChainImporter, NOTHING, problemAt } from "./chainFile";
import { clipboard } from "./clipboard";
import { csv } from "./csv";

export type { ChainFile, ChainImporter } from "./chainFile";

/** Every format that is known; a text is of one of them or of none. */
export const CHAIN_IMPORTERS: readonly ChainImporter[] = [cboe, brokerJson, clipboard, csv];

/** Reads a chain from a file's text or the clipboard, whatever its format. */
export function readChainText(text: string, fileName = ""): ChainFile & { readonly format: string | null } {
  const importer = CHAIN_IMPORTERS.find((each) => each.recognises(text));
  if (importer) return { ...saidEmpty(importer.read(text, fileName)), format: importer.name };
  return { ...NOTHING, format: null, problems: [problemAt(1, `this is no chain of quotes that is known here. Known: ${CHAIN_IMPORTERS.map(({ name }) => name).join(", ")}, each with Strike, Bid and Ask`)] };
}

/** Headers, or an answer of a broker's, with nothing under them. */
function saidEmpty(file: ChainFile): ChainFile {
  return file.quotes.length + file.problems.length > 0 ? file : { ...file, problems: [problemAt(1, "there are no quotes in it")] };
}
