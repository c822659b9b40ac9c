import type { Tell } from ".";
import type { BookParts } from "./book";
import { formulaFaults } from "./formulas";
import type { Package } from "./package";
import { childOf, childrenOf, within } from "./xml";

/** Sheets, names, shared texts and properties. */
export function workbookFaults(file: Package, book: BookParts, tell: Tell): void {
  const { workbook, sheets, names } = book;
  const all = within(workbook, "sheet");
  // MS-OI29500 on sheet@name: 31 characters, none of []:*?/\, no apostrophe at its ends; "History" is Excel's own
  for (const { attributes: { name = "" } } of all) if (name === "" || name.length > 31 || /[[\]:*?/\\]|^'|'$/.test(name) || /^history$/i.test(name)) tell(`the sheet ${name}: a name that Excel does not take`);
  unique(all.map(({ attributes }) => (attributes.name ?? "").toLowerCase()), (name) => tell(`two sheets are called ${name}`));
  unique(all.map(({ attributes }) => attributes.sheetId ?? ""), (id) => tell(`two sheets have the id ${id}`));
  unique(all.map(({ attributes }) => attributes["r:id"] ?? ""), (id) => tell(`two sheets are the part ${id}`));
  for (const { attributes: { sheetId = "0" } } of all) if (Number(sheetId) < 1 || Number(sheetId) > 65_534) tell(`a sheet has the id ${sheetId}`);
  if (all.every(({ attributes }) => attributes.state === "hidden" || attributes.state === "veryHidden")) tell("no sheet can be seen");
  const active = Number(within(workbook, "workbookView")[0]?.attributes.activeTab ?? 0);
  if (active >= all.length) tell(`the active sheet is number ${active} of ${all.length}`);
  else if (["hidden", "veryHidden"].includes(all[active]?.attributes.state ?? "")) tell("the active sheet is hidden");
  // typing in one of several selected sheets writes into all of them
  if (sheets.filter(({ root }) => within(root, "sheetView").some(({ attributes }) => isTrue(attributes.tabSelected))).length > 1) tell("several sheets are selected at once");

  for (const { name, scope, formula } of names) {
    const words = `the name ${name}`;
    const builtIn = /^_xlnm\.(?:Print_Area|Print_Titles|Criteria|Extract|_FilterDatabase|Sheet_Title|Consolidate_Area|Database)$/.test(name);
    if (!builtIn && !isName(name)) tell(`${words}: a name that Excel does not take`);
    if (scope !== null && Number(scope) >= sheets.length) tell(`${words}: of the sheet number ${scope}`);
    if (formula === "") tell(`${words}: says nothing`);
    for (const fault of formulaFaults(formula, book, builtIn ? "print" : "name")) tell(`${words}: ${fault}`);
  }
  unique(names.map(({ name, scope }) => `${name.toLowerCase()} ${scope ?? "everywhere"}`), (name) => tell(`two names ${name}`));
  for (const { name, attributes } of within(workbook, "definedName")) if ((attributes.comment ?? "").length > 255) tell(`${name} ${attributes.name ?? ""}: its comment is longer than 255 characters`);
  sharedFaults(file, book, tell);
  propertyFaults(file, tell);
}

/** Part 1, section 18.4.9: how many there are; 18.18.96: 32,767 characters in a cell. */
function sharedFaults(file: Package, { texts, sheets }: BookParts, tell: Tell): void {
  const [, root] = [...file.roots].find(([, one]) => one.name === "sst") ?? [];
  if (!root) return;
  if (root.attributes.uniqueCount !== undefined && Number(root.attributes.uniqueCount) !== texts.length) tell(`the shared texts: ${texts.length}, not ${root.attributes.uniqueCount}`);
  const uses = sheets.reduce((sum, sheet) => sum + within(sheet.root, "c").filter(({ attributes }) => attributes.t === "s").length, 0);
  if (root.attributes.count !== undefined && Number(root.attributes.count) !== uses) tell(`the shared texts are used ${uses} times, not ${root.attributes.count}`);
  texts.forEach((text, index) => text.length > 32_767 && tell(`the shared text ${index}: ${text.length} characters`));
  for (const { text, attributes } of within(root, "t")) if (/^[ \t\r\n]|[ \t\r\n]$/.test(text) && attributes["xml:space"] !== "preserve") tell(`a shared text would lose its outer blanks: "${text.slice(0, 30)}"`);
}

/** Part 1, section 22.3: numbers from 2 on, each once; Excel's own dialog takes 255 characters. */
function propertyFaults(file: Package, tell: Tell): void {
  const own = [...file.roots].find(([part]) => part === "docProps/custom.xml")?.[1];
  const all = childrenOf(own, "property");
  for (const { attributes: { pid = "", fmtid = "", name = "" }, children } of all) {
    if (Number(pid) < 2 || fmtid.toUpperCase() !== "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}") tell(`the property ${name}: pid ${pid}, fmtid ${fmtid}`);
    if (name === "" || name.length > 255 || (children[0]?.text ?? "").length > 255) tell(`the property ${name}: longer than 255 characters`);
  }
  unique(all.map(({ attributes }) => attributes.pid ?? ""), (pid) => tell(`two properties have the pid ${pid}`));
  unique(all.map(({ attributes }) => (attributes.name ?? "").toLowerCase()), (name) => tell(`two properties are called ${name}`));
  const core = file.roots.get("docProps/core.xml");
  for (const name of ["dcterms:created", "dcterms:modified"]) {
    const time = childOf(core, name);
    if (time && (time.attributes["xsi:type"] !== "dcterms:W3CDTF" || !/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(time.text))) tell(`${name}: ${time.text} is no time`);
  }
  unique((core?.children ?? []).map(({ name }) => name), (name) => tell(`two ${name} among the properties`));
}

/** Part 1, section 18.2.5, and Excel's rules for names: a letter first, no blanks, nothing that reads as a cell. */
export function isName(name: string): boolean {
  return name.length <= 255 && /^[\p{L}_\\][\p{L}\p{N}_.\\?]*$/u.test(name) && !/^[A-Za-z]{1,3}\d+$/.test(name) && !/^[Rr]\d*(?:[Cc]\d*)?$|^[Cc]\d*$/.test(name) && !/^(?:true|false)$/i.test(name);
}

export const isTrue = (value: string | undefined): boolean => value === "1" || value === "true";

export function unique(all: readonly string[], twice: (one: string) => void): void {
  const seen = new Set<string>();
  for (const one of all) {
    if (seen.has(one)) twice(one);
    seen.add(one);
  }
}
