import { parseRect } from "../grid/a1";
import type { CellValue } from "../grid/grid";
import { invalidArgument, itemAlreadyExists, itemNotFound } from "../protocol/errors";
import { either, flag, optional, text } from "../protocol/richApi/checks";
import { apiType, reads, takes, writes } from "../protocol/richApi/members";
import { acceptFormula } from "./cells";
import { Collection, collectionMembers } from "./collection";
import type { Range } from "./range/range";
import { rangeOnly } from "./rangeArgument";
import type { Workbook } from "./workbook";

/** Names of the whole workbook. */
export class NamedItemCollection extends Collection<NamedItem> {
  static override readonly api = apiType("NamedItemCollection", { ...collectionMembers, add: takes(text, either(rangeOnly, text), optional(text)) });

  constructor(private readonly workbook: Workbook) {
    super();
  }

  get items(): NamedItem[] {
    return this.workbook.grid.names().map(({ name }) => new NamedItem(this.workbook, name));
  }

  add(name: string, reference: Range | string, comment = ""): NamedItem {
    const where = "NamedItemCollection.add";
    const valid = /^[\p{L}_\\][\p{L}\p{N}_.\\?]{0,254}$/u.test(name) && !parseRect(name) && !/^(r|c|r\d*c\d*)$/i.test(name);
    if (!valid) throw invalidArgument(where, `${name} cannot be a name`);
    if (this.find(name) || this.workbook.tables.find(name)) throw itemAlreadyExists(where);
    this.workbook.grid.addName(name, definition(this.workbook, reference, where));
    this.workbook.state.names[name.toLowerCase()] = { comment, visible: true };
    const item = new NamedItem(this.workbook, name);
    item.calculate();
    return item;
  }
}

export class NamedItem {
  static readonly api = apiType("NamedItem", {
    name: reads(),
    formula: writes((value) => value),
    type: reads(),
    value: reads(),
    scope: reads(),
    visible: writes(flag),
    comment: writes(text),
    getRange: takes(),
    getRangeOrNullObject: takes(),
    delete: takes(),
  });
  readonly scope = "Workbook";

  constructor(private readonly workbook: Workbook, readonly name: string) {}

  get identity(): string {
    return this.name;
  }

  get formula(): string {
    const found = this.workbook.grid.names().find((n) => n.name.toLowerCase() === this.name.toLowerCase());
    if (!found) throw itemNotFound("NamedItem");
    return found.formula;
  }

  set formula(formula: unknown) {
    const next = definition(this.workbook, String(formula), "NamedItem.formula");
    if (this.formula === next) return;
    this.workbook.grid.removeName(this.name);
    this.workbook.grid.addName(this.name, next);
    this.calculate();
  }

  get type(): string {
    if (this.getRangeOrNullObject()) return "Range";
    const constant = CONSTANT.exec(this.formula);
    if (constant) return constant[1] !== undefined ? "Double" : constant[2] !== undefined ? "String" : "Boolean";
    const { value } = this;
    return typeof value === "number" ? "Double" : typeof value === "boolean" ? "Boolean" : value.startsWith("#") ? "Error" : "String";
  }

  /** Of a formula what it came to when the name was given: cells that change later do not change it. */
  get value(): CellValue {
    const range = this.getRangeOrNullObject();
    if (range) return range.address;
    return CONSTANT.test(this.formula) ? this.formula.replace(/^="?|"$/g, "") : isFunction(this.formula) ? "#CALC!" : this.workbook.nameValues.get(this.name.toLowerCase()) ?? "#VALUE!";
  }

  /** A name that is a formula is worked out once; a range, a constant or a function that nobody calls needs no calculation. */
  calculate(): void {
    if (!this.getRangeOrNullObject() && !CONSTANT.test(this.formula) && !isFunction(this.formula)) this.workbook.evaluateName(this.name, this.formula);
  }

  get visible(): boolean {
    return this.workbook.state.names[this.name.toLowerCase()]?.visible ?? true;
  }

  set visible(visible: boolean) {
    this.workbook.state.names[this.name.toLowerCase()] = { comment: this.comment, visible };
    this.workbook.changed("names");
  }

  get comment(): string {
    return this.workbook.state.names[this.name.toLowerCase()]?.comment ?? "";
  }

  set comment(comment: string) {
    this.workbook.state.names[this.name.toLowerCase()] = { comment, visible: this.visible };
    this.workbook.changed("names");
  }

  getRangeOrNullObject(): Range | null {
    return this.workbook.findRange(this.formula.slice(1));
  }

  getRange(): Range {
    const range = this.getRangeOrNullObject();
    if (!range) throw itemNotFound("NamedItem.getRange");
    return range;
  }

  delete(): void {
    this.workbook.grid.removeName(this.name);
    delete this.workbook.state.names[this.name.toLowerCase()];
    this.workbook.nameValues.delete(this.name.toLowerCase());
  }
}

const CONSTANT = /^=(?:(-?[\d.]+)|("(?:[^"]|"")*")|(TRUE|FALSE))$/i;

function definition(workbook: Workbook, reference: Range | string, where: string): string {
  if (typeof reference !== "string") return `=${reference.worksheet.absolute(reference.rect)}`;
  if (!reference.startsWith("=")) throw invalidArgument(where, `a formula begins with =, not ${reference}`);
  return acceptFormula(reference, workbook.grid.tables(), undefined, where);
}

/** A LAMBDA whose last parenthesis closes its first: nothing is given to it. */
function isFunction(formula: string): boolean {
  if (!/^=\s*LAMBDA\s*\(/i.test(formula)) return false;
  let depth = 0;
  const bare = formula.replace(/"(?:[^"]|"")*"/g, "");
  const end = [...bare].findIndex((ch) => {
    depth += ch === "(" ? 1 : ch === ")" ? -1 : 0;
    return ch === ")" && depth === 0;
  });
  return bare.slice(end + 1).trim() === "";
}
