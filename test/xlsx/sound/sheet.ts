import type { Tell } from ".";
import { type Area, type BookParts, type SheetPart, areaOf, columnNumber, fits, overlap, textOf } from "./book";
import { formulaFaults } from "./formulas";
import type { Package } from "./package";
import { isTrue, unique } from "./workbook";
import { type Node, childOf, childrenOf, spelled, within } from "./xml";

/** Part 1, sections 18.3.1: cells in their order, what they point at, and what lies around them. */
export function sheetFaults(file: Package, book: BookParts, { name, root, part }: SheetPart, tell: Tell): void {
  const say = (words: string): void => tell(`${name}: ${words}`);
  cellFaults(root, book, say);
  columnFaults(root, say);
  viewFaults(root, say);
  ruleFaults(root, book, say);
  validationFaults(root, book, say);
  const merged = within(root, "mergeCell").map(({ attributes }) => areaOf(attributes.ref ?? ""));
  merged.forEach((area, index) => merged.slice(0, index).some((other) => overlap(area, other)) && say("merged cells lie over each other"));
  for (const counted of ["mergeCells", "dataValidations", "tableParts"]) {
    const list = childOf(root, counted);
    if (list?.attributes.count !== undefined && Number(list.attributes.count) !== list.children.length) say(`${list.children.length} ${counted}, not ${list.attributes.count}`);
    if (list && list.children.length === 0) say(`${counted} without any`);
  }
  const scale = Number(childOf(root, "pageSetup")?.attributes.scale ?? 100);
  if (scale < 10 || scale > 400) say(`is printed at ${scale} percent`);
  for (const footer of within(root, "headerFooter").flatMap(({ children }) => children)) if (footer.text.length > 255) say(`${footer.name} is longer than 255 characters`);
  const led = file.leadsTo(part);
  const comments = led.filter(({ kind }) => kind === "comments");
  if (comments.length > 0 && !childOf(root, "legacyDrawing")) say("comments without the drawing that shows them");
  for (const { target } of comments) commentFaults(file.roots.get(target), say);
  if (led.filter(({ kind }) => kind === "table").length !== within(root, "tablePart").length) say("tables that tableParts does not name");
}

const ERRORS = /^#(?:NULL!|DIV\/0!|VALUE!|REF!|NAME\?|NUM!|N\/A|GETTING_DATA|SPILL!|CALC!|FIELD!|BLOCKED!|CONNECT!|UNKNOWN!|BUSY!)$/;

function cellFaults(root: Node, book: BookParts, say: Tell): void {
  let lastRow = 0;
  const shared = new Set<string>();
  const arrays: Area[] = [];
  for (const row of within(childOf(root, "sheetData")!, "row")) {
    const number = Number(row.attributes.r ?? lastRow + 1);
    if (number <= lastRow || number > 1_048_576) say(`row ${number} after row ${lastRow}`);
    lastRow = number;
    if (Number(row.attributes.ht ?? 15) > 409.5) say(`row ${number} is ${row.attributes.ht} points high`);
    if (Number(row.attributes.s ?? 0) >= book.cellStyles) say(`row ${number} asks for the style ${row.attributes.s}`);
    let lastColumn = 0;
    for (const cell of row.children) {
      const { r = "", s = "0", t = "n", cm } = cell.attributes;
      const [, letters = "", digits = ""] = /^([A-Z]+)(\d+)$/.exec(r) ?? [];
      const column = columnNumber(letters);
      if (Number(digits) !== number || column <= lastColumn || column > 16_384) say(`${r} in row ${number}, after column ${lastColumn}`);
      lastColumn = column;
      if (Number(s) >= book.cellStyles) say(`${r} asks for the style ${s} of ${book.cellStyles}`);
      if (cm !== undefined && (Number(cm) < 1 || Number(cm) > book.cellMetadata)) say(`${r} asks for cell metadata ${cm} of ${book.cellMetadata}`);
      const formula = childOf(cell, "f");
      if (formula) formulaFault(r, formula, cm !== undefined);
      const why = valueFault(cell, t, book, formula !== undefined || arrays.some((area) => overlap(area, areaOf(r))));
      if (why) say(`${r} ${why}`);
    }
  }

  function formulaFault(at: string, formula: Node, isDynamic: boolean): void {
    const { t: kind = "normal", si, ref } = formula.attributes;
    const text = spelled(formula.text);
    if (kind === "shared") {
      if (si === undefined) return say(`${at} shares a formula without a number`);
      if (text === "" && !shared.has(si)) say(`${at} shares the formula ${si}, which no cell before it has`);
      if (text === "") return;
      shared.add(si);
      if (!ref) say(`${at}: a shared formula without its cells`);
    }
    if (kind === "array") {
      const area = areaOf(ref ?? "");
      const cell = areaOf(at);
      if (!ref || !fits(area) || area.top !== cell.top || area.left !== cell.left) say(`${at}: an array of ${ref ?? "nothing"} that does not begin there`);
      if (arrays.some((other) => overlap(other, area))) say(`${at}: its array lies over another one`);
      arrays.push(area);
    } else if (isDynamic) say(`${at}: results that spill are an array in files`);
    for (const fault of formulaFaults(text, book, kind === "array" ? "array" : "cell")) say(`${at}: ${fault}`);
  }
}

function valueFault(cell: Node, kind: string, { texts }: BookParts, isResult: boolean): string | null {
  const value = childOf(cell, "v")?.text;
  if (kind === "inlineStr") return !childOf(cell, "is") ? "is a text without one" : textOf(childOf(cell, "is")!).length > 32_767 ? "holds more than 32,767 characters" : null;
  if (childOf(cell, "is")) return "holds a text of its own and is none";
  if (value === undefined) return kind === "s" ? "is a text without one" : null;
  if (kind === "s") return /^\d+$/.test(value) && Number(value) < texts.length ? null : `asks for the shared text ${value} of ${texts.length}`;
  if (kind === "b") return /^[01]$/.test(value) ? null : `is the truth value ${value}`;
  if (kind === "e") return ERRORS.test(value) ? null : `is the error ${value}`;
  if (kind === "str") return !isResult ? "is the result of a formula that is not there" : spelled(value).length > 32_767 ? "shows more than 32,767 characters" : null;
  return /^-?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?$/.test(value) && Number.isFinite(Number(value)) ? null : `is the number ${value.slice(0, 30)}`;
}

function columnFaults(root: Node, say: Tell): void {
  let last = 0;
  for (const { attributes } of within(root, "col")) {
    const [min, max, width] = [Number(attributes.min), Number(attributes.max), Number(attributes.width ?? 9)];
    if (min <= last || max < min || max > 16_384) say(`columns ${min} to ${max} after ${last}`);
    if (width > 255) say(`a column is ${width} wide`);
    last = max;
  }
}

function viewFaults(root: Node, say: Tell): void {
  for (const view of within(root, "sheetView")) {
    const pane = childOf(view, "pane");
    const { xSplit = "0", ySplit = "0", activePane = "topLeft", topLeftCell, state } = pane?.attributes ?? {};
    if (pane) {
      const corner = areaOf(topLeftCell ?? "A1");
      const expected = Number(xSplit) > 0 ? (Number(ySplit) > 0 ? "bottomRight" : "topRight") : "bottomLeft";
      if (Number(xSplit) + Number(ySplit) === 0) say("is split nowhere");
      if (activePane !== expected) say(`the pane ${activePane} of a sheet split at ${xSplit}, ${ySplit}`);
      if (state === "frozen" && (corner.left <= Number(xSplit) || corner.top <= Number(ySplit))) say(`what is below the frozen rows begins at ${topLeftCell ?? ""}`);
    }
    const selections = childrenOf(view, "selection");
    unique(selections.map(({ attributes }) => attributes.pane ?? "topLeft"), (one) => say(`two selections in the pane ${one}`));
    for (const { attributes } of selections) {
      if (!pane && attributes.pane !== undefined && attributes.pane !== "topLeft") say(`a selection in the pane ${attributes.pane}, which is not there`);
      if (attributes.activeCell && attributes.sqref && !attributes.sqref.split(" ").some((one) => overlap(areaOf(one), areaOf(attributes.activeCell!)))) say("the active cell is not selected");
    }
  }
}

function ruleFaults(root: Node, book: BookParts, say: Tell): void {
  const rules = childrenOf(root, "conditionalFormatting").flatMap(({ children }) => childrenOf({ children } as Node, "cfRule"));
  unique(rules.map(({ attributes }) => attributes.priority ?? ""), (priority) => say(`two conditional formats have the priority ${priority}`));
  for (const rule of rules) {
    if (Number(rule.attributes.priority) < 1) say("a conditional format has the priority 0");
    if (rule.attributes.dxfId !== undefined && Number(rule.attributes.dxfId) >= book.differentials) say(`a conditional format asks for the format ${rule.attributes.dxfId} of ${book.differentials}`);
    if (rule.attributes.type === "expression" && childrenOf(rule, "formula").length !== 1) say("a conditional format by formula without one");
    for (const { text } of childrenOf(rule, "formula")) for (const fault of formulaFaults(spelled(text), book, "rule")) say(`a conditional format: ${fault}`);
  }
  for (const { attributes } of childrenOf(root, "conditionalFormatting")) if (!attributes.sqref) say("a conditional format of no cells");
}

/** MS-OI29500 on dataValidation: 32 characters of a title, 255 of a message, 225 of an error. */
function validationFaults(root: Node, book: BookParts, say: Tell): void {
  const all = within(root, "dataValidation");
  const areas = all.map(({ attributes }) => (attributes.sqref ?? "").split(" ").map(areaOf));
  areas.forEach((own, index) => areas.slice(0, index).some((other) => own.some((one) => other.some((two) => overlap(one, two)))) && say(`two validations of ${all[index]!.attributes.sqref ?? ""}`));
  for (const one of all) {
    const { sqref = "", type = "none", operator = "between", promptTitle = "", prompt = "", errorTitle = "", error = "" } = one.attributes;
    const where = `the validation of ${sqref}`;
    if (!(sqref.split(" ").map(areaOf).every(fits))) say(`${where}: no cells of a sheet`);
    if (spelled(promptTitle).length > 32 || spelled(errorTitle).length > 32) say(`${where}: a title of more than 32 characters`);
    if (spelled(prompt).length > 255) say(`${where}: a message of ${spelled(prompt).length} characters`);
    if (spelled(error).length > 225) say(`${where}: an error of ${spelled(error).length} characters`);
    const formulas = one.children.map(({ text }) => spelled(text));
    const asked = type === "none" ? 0 : ["list", "custom"].includes(type) || !["between", "notBetween"].includes(operator) ? 1 : 2;
    if (formulas.length < asked) say(`${where}: ${type} ${operator} with ${formulas.length} formulas`);
    for (const formula of formulas) for (const fault of formulaFaults(formula, book, "validation")) say(`${where}: ${fault}`);
    if (isTrue(one.attributes.showDropDown) && type !== "list") say(`${where}: a list that is none`);
  }
}

/** Part 1, section 18.7. */
function commentFaults(root: Node | undefined, say: Tell): void {
  if (!root) return;
  const authors = childOf(root, "authors")?.children.length ?? 0;
  const all = within(root, "comment");
  unique(all.map(({ attributes }) => attributes.ref ?? ""), (cell) => say(`two comments of ${cell}`));
  for (const { attributes } of all) if (Number(attributes.authorId) >= authors) say(`the comment of ${attributes.ref ?? ""} is by author ${attributes.authorId} of ${authors}`);
}
