/** A formula as files keep it: without its equals sign, and with the prefix that functions newer than the file format carry. */
export function inFile(formula: string): string {
  if (/\b(LET|LAMBDA)\(/i.test(formula)) throw new Error(`names inside of a formula are not written into files: ${formula}`);
  return outsideTexts(formula.replace(/^=/, ""), (part) => part.replace(/\b([A-Z][A-Z0-9.]*)(?=\()/g, (name) => `${PREFIX.get(name) ?? ""}${name}`));
}

/** Functions that came after 2007 and may stand in a native formula of the journal or of the user. */
const PREFIX = new Map<string, string>([
  ...["IFS", "IFNA", "MAXIFS", "MINIFS", "SWITCH", "TEXTJOIN", "CONCAT", "XOR", "DAYS", "NORM.DIST", "NORM.INV", "NORM.S.DIST", "NORM.S.INV", "STDEV.S", "STDEV.P", "VAR.S", "VAR.P", "XLOOKUP", "XMATCH", "UNIQUE", "SEQUENCE"].map((name) => [name, "_xlfn."] as const),
  ...["FILTER", "SORT"].map((name) => [name, "_xlfn._xlws."] as const),
]);

/** Changes what does not stand in quotes. */
function outsideTexts(formula: string, change: (part: string) => string): string {
  return formula.split(/("(?:[^"]|"")*")/).map((part, index) => (index % 2 === 0 ? change(part) : part)).join("");
}
