import type { Tell } from ".";
import type { BookParts } from "./book";
import type { Package } from "./package";
import { type Node, childOf, childrenOf, within } from "./xml";

/** Part 1, section 18.8: what styles count and point at. */
export function styleFaults(file: Package, _book: BookParts, tell: Tell): void {
  const root = [...file.roots.values()].find(({ name }) => name === "styleSheet");
  if (!root) return tell("no styles");
  for (const list of root.children) if (list.attributes.count !== undefined && Number(list.attributes.count) !== list.children.length) tell(`styles: ${list.children.length} in ${list.name}, not ${list.attributes.count}`);
  const has = (name: string): number => childOf(root, name)?.children.length ?? 0;
  const formats = new Set(childrenOf(childOf(root, "numFmts"), "numFmt").map(({ attributes }) => Number(attributes.numFmtId)));
  if (formats.size < has("numFmts")) tell("styles: two number formats of one id");
  for (const { attributes: { numFmtId = "", formatCode = "" } } of within(root, "numFmt")) {
    if (Number(numFmtId) < 164) tell(`styles: the number format ${numFmtId} is Excel's own`);
    if (!isFormat(formatCode)) tell(`styles: the number format ${formatCode} is none`);
  }
  if (has("fonts") === 0 || has("borders") === 0 || has("cellStyleXfs") === 0) tell("styles: no font, border or base style");
  const grounds = childrenOf(childOf(root, "fills"), "fill").slice(0, 2).map((fill) => childOf(fill, "patternFill")?.attributes.patternType);
  if (grounds.join() !== "none,gray125") tell(`styles: the first two fills are ${grounds.join()}; Excel takes them for none and gray125`);
  const check = (xf: Node, where: string): void => {
    for (const [attribute, list] of [["fontId", "fonts"], ["fillId", "fills"], ["borderId", "borders"]] as const) if (Number(xf.attributes[attribute] ?? 0) >= has(list)) tell(`styles: ${where} asks for ${list} ${xf.attributes[attribute]} of ${has(list)}`);
    const format = Number(xf.attributes.numFmtId ?? 0);
    if (format >= 164 && !formats.has(format)) tell(`styles: ${where} asks for the number format ${format}`);
    if (Number(xf.attributes.xfId ?? 0) >= has("cellStyleXfs")) tell(`styles: ${where} asks for the base style ${xf.attributes.xfId}`);
    const indent = Number(childOf(xf, "alignment")?.attributes.indent ?? 0);
    if (indent > 250) tell(`styles: ${where} is indented by ${indent}`);
  };
  childOf(root, "cellXfs")?.children.forEach((xf, index) => check(xf, `cell style ${index}`));
  for (const { attributes } of within(root, "cellStyle")) if (Number(attributes.xfId) >= has("cellStyleXfs")) tell(`styles: ${attributes.name ?? "a style"} asks for the base style ${attributes.xfId}`);
  if (has("cellXfs") > 65_490 || has("fonts") > 1024) tell("styles: more than Excel holds");
  for (const { attributes: { val = "" } } of within(root, "sz")) if (Number(val) < 1 || Number(val) > 409) tell(`styles: a font of ${val} points`);
}

/** At most four sections, quotes and brackets closed, 255 characters. */
function isFormat(code: string): boolean {
  const bare = code.replace(/"[^"]*"|\\.|\[[^\]]*\]|_.|\*./g, "");
  return code !== "" && code.length <= 255 && !/["[\]]/.test(bare) && bare.split(";").length <= 4;
}
