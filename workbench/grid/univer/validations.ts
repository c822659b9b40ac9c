import type { ISheetDataValidationRule } from "@univerjs/core";
import type { Engine } from "../../engine/engine";
import { subtract } from "../a1";
import type { Validation } from "../grid";
import type { Rect } from "../rect";
import { ID, toRange, toRect, type Commands } from "./commands";

/**
 * Validations. Univer checks its own translation of a rule; Excel's own words travel with it (in `bizInfo`, which Univer keeps, moves and
 * saves without looking), so that what is read back is what was set. A rule that the user made in Univer's dialog is translated back.
 */
export class Validations {
  private readonly model;

  constructor(engine: Engine, private readonly commands: Commands) {
    const { injector, lib } = engine;
    this.model = injector.get(lib.SheetDataValidationModel);
    // Univer writes what was typed and asks afterwards, when a row below a table has become one of the table with its validations: such a cell had none when it was typed into
    injector.get(lib.SheetInterceptorService).writeCellInterceptor.intercept(lib.VALIDATE_CELL, {
      priority: BEFORE_OTHERS,
      handler: (answer, { unitId, subUnitId, row, col }, next) => (this.model.getRuleByLocation(unitId, subUnitId, row, col) ? next(answer) : Promise.resolve(true)),
    });
  }

  at(sheetId: string, row: number, column: number): Validation | null {
    const rule = this.model.getRuleByLocation(this.commands.unitId, sheetId, row, column);
    return rule ? fromUniver(rule) : null;
  }

  set(sheetId: string, rect: Rect, validation: Validation | null): void {
    this.clear(sheetId, rect);
    if (!validation) return;
    const same = validation && this.rules(sheetId).find((rule) => JSON.stringify(fromUniver(rule)) === JSON.stringify(validation));
    if (same) this.setRanges(sheetId, same, [...same.ranges.map(toRect), rect]);
    else this.commands.run(ID.addRule, { subUnitId: sheetId, rule: { uid: newId(), ranges: [toRange(rect)], ...toUniver(validation) }, source: SOURCE });
  }

  private clear(sheetId: string, rect: Rect): void {
    for (const rule of [...this.rules(sheetId)]) {
      const before = rule.ranges.map(toRect);
      const after = before.flatMap((part) => subtract(part, rect));
      if (after.length === 0) this.commands.run(ID.removeRule, { subUnitId: sheetId, ruleId: rule.uid, source: SOURCE });
      else if (JSON.stringify(after) !== JSON.stringify(before)) this.setRanges(sheetId, rule, after);
    }
  }

  private setRanges(sheetId: string, rule: ISheetDataValidationRule, rects: readonly Rect[]): void {
    const ranges = joined(rects).map(toRange);
    this.commands.run(ID.updateRule, { subUnitId: sheetId, ruleId: rule.uid, payload: { type: UPDATE_RANGES, payload: ranges }, source: SOURCE });
  }

  private rules(sheetId: string): readonly ISheetDataValidationRule[] {
    return this.model.getRules(this.commands.unitId, sheetId);
  }
}

const BEFORE_OTHERS = 1000;
/** With "command" Univer measures all rows of a list again, whose height does not follow from it. */
const SOURCE = "patched";
const UPDATE_RANGES = 1;
const newId = () => Math.random().toString(36).slice(2, 10);

/** Rectangles above one another, as a growing table makes them, become one. */
function joined(rects: readonly Rect[]): Rect[] {
  const sorted = [...rects].sort((a, b) => a.column - b.column || a.row - b.row);
  const out: Rect[] = [];
  for (const rect of sorted) {
    const last = out.at(-1);
    if (last && last.column === rect.column && last.columns === rect.columns && last.row + last.rows === rect.row) out[out.length - 1] = { ...last, rows: last.rows + rect.rows };
    else out.push(rect);
  }
  return out;
}

interface Operands { formula1?: string | number; formula2?: string | number; operator?: string }
const TYPES = { list: "list", wholeNumber: "whole", decimal: "decimal", date: "date", time: "time", textLength: "textLength", custom: "custom", any: "any" } as const;
const [INFORMATION, STOP, WARNING] = [0, 1, 2];

function toUniver({ rule, ignoreBlanks, prompt, errorAlert }: Validation): Omit<ISheetDataValidationRule, "uid" | "ranges"> {
  const kind = (Object.keys(rule)[0] ?? "any") as keyof typeof TYPES;
  const body = (rule[kind] ?? {}) as Operands & { source?: string; formula?: string; inCellDropDown?: boolean };
  const text = (operand: string | number | undefined) => (operand === undefined || operand === null ? undefined : String(operand));
  return {
    type: TYPES[kind],
    operator: body.operator ? ((body.operator.charAt(0).toLowerCase() + body.operator.slice(1)).replace(/To$/, "") as ISheetDataValidationRule["operator"]) : undefined,
    formula1: kind === "list" ? text(body.source) : kind === "custom" ? text(body.formula) : text(body.formula1),
    formula2: text(body.formula2),
    allowBlank: ignoreBlanks,
    showDropDown: body.inCellDropDown ?? true,
    renderMode: kind === "list" ? ARROW : undefined,
    // a warning of Excel's asks and lets the user go on; here the cell is marked and its words stand beside it
    errorStyle: errorAlert.showAlert && errorAlert.style === "Stop" ? STOP : errorAlert.style === "Information" ? INFORMATION : WARNING,
    showErrorMessage: errorAlert.showAlert,
    error: errorAlert.message || undefined,
    errorTitle: errorAlert.title || undefined,
    showInputMessage: prompt.showPrompt,
    prompt: prompt.message || undefined,
    promptTitle: prompt.title || undefined,
    bizInfo: { excel: { rule, ignoreBlanks, prompt, errorAlert } } as object,
  };
}

const ARROW = 1;

function fromUniver(rule: ISheetDataValidationRule): Validation {
  const kept = (rule.bizInfo as { excel?: Validation } | undefined)?.excel;
  return kept ?? { rule: ruleFromUniver(rule), ignoreBlanks: rule.allowBlank ?? true, prompt: { showPrompt: rule.showInputMessage ?? false, title: rule.promptTitle ?? "", message: rule.prompt ?? "" }, errorAlert: { showAlert: rule.showErrorMessage ?? false, style: rule.errorStyle === STOP ? "Stop" : rule.errorStyle === INFORMATION ? "Information" : "Warning", title: rule.errorTitle ?? "", message: rule.error ?? "" } };
}

function ruleFromUniver(rule: ISheetDataValidationRule): Record<string, unknown> {
  const kind = (Object.entries(TYPES).find(([, type]) => type === rule.type)?.[0] ?? "custom") as keyof typeof TYPES;
  if (kind === "list") return { list: { inCellDropDown: rule.showDropDown ?? true, source: rule.formula1 ?? "" } };
  if (kind === "any") return {};
  if (kind === "custom") return { custom: { formula: rule.formula1 ?? "=TRUE" } };
  const name = rule.operator ?? "between";
  const operator = name.charAt(0).toUpperCase() + name.slice(1) + (name.endsWith("OrEqual") || /^(not)?[eE]qual$/.test(name) ? "To" : "");
  return { [kind]: { formula1: rule.formula1, formula2: rule.formula2, operator } };
}
