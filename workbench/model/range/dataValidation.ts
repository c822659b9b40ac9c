import { bottom, right } from "../../grid/a1";
import type { Validation } from "../../grid/grid";
import { invalidArgument } from "../../protocol/errors";
import { either, flag, number, oneOf, optional, record, text } from "../../protocol/richApi/checks";
import { type Check, apiType, reads, takes, writes } from "../../protocol/richApi/members";
import { rangeOnly } from "../rangeArgument";
import { acceptFormula, tableAt } from "../cells";
import type { Range } from "./range";

const comparison: Check = record({ formula1: either(number, text), formula2: optional(either(number, text)), operator: oneOf("Between", "NotBetween", "EqualTo", "NotEqualTo", "GreaterThan", "LessThan", "GreaterThanOrEqualTo", "LessThanOrEqualTo") }, ["formula1", "operator"]);
const RULES: Readonly<Record<string, Check>> = {
  list: record({ inCellDropDown: flag, source: either(text, rangeOnly) }, ["inCellDropDown", "source"]),
  decimal: comparison,
  wholeNumber: comparison,
  date: comparison,
  time: comparison,
  textLength: comparison,
  custom: record({ formula: text }, ["formula"]),
};

const ruleCheck: Check = (value, where) => {
  const rule = record(Object.fromEntries(Object.entries(RULES).map(([name, check]) => [name, optional(check)])))(value, where) as Record<string, unknown>;
  const kinds = Object.keys(rule).filter((name) => rule[name] !== undefined);
  if (kinds.length > 1) throw invalidArgument(where, `one kind of rule is expected, not ${kinds.join(" and ")}`);
  const only = kinds[0];
  return only === undefined ? {} : { [only]: rule[only] };
};

const NO_PROMPT = { showPrompt: true, title: "", message: "" };
const NO_ALERT = { showAlert: true, style: "Stop", title: "", message: "" } as const;
const LONGEST_LIST = 255;
const LONGEST_TITLE = 32;
const LONGEST_MESSAGE = 255;

/** What may be typed into the cells of a range. Cells that disagree read as null. */
export class DataValidation {
  static readonly api = apiType("DataValidation", {
    rule: writes(ruleCheck),
    prompt: writes(record({ showPrompt: flag, title: text, message: text })),
    errorAlert: writes(record({ showAlert: flag, style: oneOf("Stop", "Warning", "Information"), title: text, message: text })),
    ignoreBlanks: writes(flag),
    type: reads(),
    clear: takes(),
  });

  constructor(private readonly range: Range) {}

  get rule(): unknown {
    const shared = this.shared((v) => v.rule);
    return shared === undefined ? {} : shared;
  }

  set rule(rule: Record<string, unknown>) {
    this.put({ rule: this.accepted(rule) });
  }

  get prompt(): unknown {
    return this.shared((v) => v.prompt) ?? NO_PROMPT;
  }

  set prompt(prompt: Partial<Validation["prompt"]>) {
    this.demandShort(prompt, "DataValidation.prompt");
    this.put({ prompt: { ...NO_PROMPT, ...prompt } });
  }

  get errorAlert(): unknown {
    return this.shared((v) => v.errorAlert) ?? NO_ALERT;
  }

  set errorAlert(errorAlert: Partial<Validation["errorAlert"]>) {
    this.demandShort(errorAlert, "DataValidation.errorAlert");
    this.put({ errorAlert: { ...NO_ALERT, ...errorAlert } });
  }

  get ignoreBlanks(): unknown {
    const shared = this.shared((v) => v.ignoreBlanks);
    return shared === undefined ? true : shared;
  }

  set ignoreBlanks(ignoreBlanks: boolean) {
    this.put({ ignoreBlanks });
  }

  get type(): string {
    const shared = this.shared((v) => Object.keys(v.rule)[0] ?? "None");
    if (shared === null) return "Inconsistent";
    return shared === undefined ? "None" : shared.charAt(0).toUpperCase() + shared.slice(1);
  }

  clear(): void {
    this.range.demand("structure", "DataValidation.clear");
    this.range.grid.setValidation(this.range.sheetId, this.range.extent(), null);
  }

  private accepted(rule: Record<string, unknown>): Record<string, unknown> {
    const where = "DataValidation.rule";
    const list = rule.list as { source: string | Range; inCellDropDown: boolean } | undefined;
    if (list) {
      const source = typeof list.source === "string" ? list.source : `=${list.source.worksheet.absolute(list.source.rect)}`;
      if (!source.startsWith("=") && source.length > LONGEST_LIST) throw invalidArgument(where, `a list of items takes ${LONGEST_LIST} characters`);
      return { list: { ...list, source } };
    }
    const custom = rule.custom as { formula: string } | undefined;
    if (!custom) return rule;
    if (/\w\[/.test(custom.formula)) throw invalidArgument(where, "a validation cannot hold a structured reference");
    const { sheetId, rect, grid } = this.range;
    const tables = grid.tables();
    return { custom: { formula: acceptFormula(custom.formula, tables, tableAt(tables, sheetId, rect.row, rect.column), where) } };
  }

  private demandShort(words: { readonly title?: string; readonly message?: string }, where: string): void {
    if ((words.title?.length ?? 0) > LONGEST_TITLE) throw invalidArgument(`${where}.title`, `it takes ${LONGEST_TITLE} characters`);
    if ((words.message?.length ?? 0) > LONGEST_MESSAGE) throw invalidArgument(`${where}.message`, `it takes ${LONGEST_MESSAGE} characters`);
  }

  private first(): Validation | null {
    const { row, column } = this.range.rect;
    return this.range.grid.validationAt(this.range.existing(), row, column);
  }

  private put(change: Partial<Validation>): void {
    this.range.demand("structure", "DataValidation");
    const before = this.first() ?? { rule: {}, ignoreBlanks: true, prompt: NO_PROMPT, errorAlert: NO_ALERT };
    this.range.grid.setValidation(this.range.sheetId, this.range.extent(), { ...before, ...change });
  }

  /** Undefined without any validation, null when the cells disagree. */
  private shared<T>(pick: (validation: Validation) => T): T | null | undefined {
    const { grid, sheetId } = this.range;
    const rect = this.range.extent();
    const first = this.first();
    const corners = [[rect.row, right(rect)], [bottom(rect), rect.column], [bottom(rect), right(rect)]] as const;
    const same = corners.every(([row, column]) => JSON.stringify(grid.validationAt(sheetId, row, column)) === JSON.stringify(first));
    return same ? first === null ? undefined : pick(first) : null;
  }
}
