import type { ICommandInfo, IMutationInfo } from "@univerjs/core";
import type { IConditionFormattingRule } from "@univerjs/sheets-conditional-formatting";
import type { Engine } from "../../engine/engine";
import { shiftRect } from "../a1";
import { type Shift, shiftFormula } from "../formulaText";
import type { ConditionalFormat, SheetInfo } from "../grid";
import { ID, toRange, type Commands } from "./commands";

interface Interceptor {
  onCommandExecute(command: ICommandInfo): Followers;
}
type Followers = Record<"preUndos" | "undos" | "preRedos" | "redos", IMutationInfo<Told>[]>;
interface Told {
  readonly cfId?: string;
  readonly rule?: IConditionFormattingRule;
}
interface Inserted {
  readonly subUnitId: string;
  readonly range: { readonly startRow: number; readonly endRow: number; readonly startColumn: number; readonly endColumn: number };
}

/**
 * When rows come into the middle of a conditional format, Univer's panel cuts it in two, and lets the lower one begin at the new row with a formula that is written for the row after it:
 * everything below is coloured by its neighbour. In Excel the format stays one, and so it does here; by commands, so that Ctrl+Z takes it back.
 */
export function moveFormatsWhole({ injector, lib }: Engine, { unitId }: Commands, grid: { sheets(): readonly SheetInfo[]; conditionalFormats(sheetId: string): readonly ConditionalFormat[] }): void {
  const interceptor = injector.get(lib.SheetInterceptorService) as unknown as Interceptor;
  const model = injector.get(lib.ConditionalFormattingRuleModel);
  const { onCommandExecute } = interceptor;
  interceptor.onCommandExecute = function (command) {
    const all = onCommandExecute.call(this, command);
    const shift = shiftOf(command);
    if (!shift) return all;
    const { subUnitId } = command.params as Inserted;
    const sheets = grid.sheets();
    const name = sheets.find(({ id }) => id === subUnitId)?.name ?? "";
    const moved = sheets.flatMap(({ id: sheetId }) => grid.conditionalFormats(sheetId).flatMap((format) => {
      const rule = model.getRule(unitId, sheetId, format.id);
      return rule?.ranges.length === 1 ? [{ sheetId, rule, next: shifted(rule, format, sheetId === subUnitId, name, shift) }] : [];
    }));
    const ours = new Set(moved.map(({ rule }) => rule.cfId));
    const others = (mutations: IMutationInfo<Told>[]) => mutations.filter(({ id, params }) => !(FORMATS.has(id) && (ours.has(params.cfId ?? params.rule?.cfId ?? "") || (id === ID.addConditional && isByFormula(params.rule)))));
    const changed = moved.flatMap(({ sheetId, rule, next }) => (next ? [{ sheetId, rule, next }] : []));
    const set = (sheetId: string, rule: IConditionFormattingRule): IMutationInfo<Told> => ({ id: ID.setConditional, params: { unitId, subUnitId: sheetId, cfId: rule.cfId, rule } as Told });
    return {
      preUndos: others(all.preUndos),
      preRedos: others(all.preRedos),
      undos: [...others(all.undos), ...changed.map(({ sheetId, rule }) => set(sheetId, rule))],
      redos: [...others(all.redos), ...changed.map(({ sheetId, next }) => set(sheetId, next))],
    };
  };
}

const FORMATS: ReadonlySet<string> = new Set([ID.addConditional, ID.setConditional, ID.deleteConditional]);
const isByFormula = (rule: IConditionFormattingRule | undefined): boolean => rule?.rule.type === "highlightCell" && rule.rule.subType === "formula";

function shiftOf({ id, params }: ICommandInfo): Shift | null {
  const { range } = (params ?? {}) as Partial<Inserted>;
  if (!range) return null;
  if (id === "sheet.command.insert-row") return { axis: "row", at: range.startRow, count: range.endRow - range.startRow + 1 };
  if (id === "sheet.command.insert-col") return { axis: "column", at: range.startColumn, count: range.endColumn - range.startColumn + 1 };
  return null;
}

/** Null when it stays as it is. */
function shifted(rule: IConditionFormattingRule, { rect, formula }: ConditionalFormat, own: boolean, sheet: string, shift: Shift): IConditionFormattingRule | null {
  const place = (own ? shiftRect(rect, shift.axis, shift.at, shift.count) : rect) ?? rect;
  const value = shiftFormula(formula, own, sheet, shift);
  const range = toRange(place);
  if (value === formula && JSON.stringify(place) === JSON.stringify(rect)) return null;
  return { ...rule, ranges: [range], rule: { ...rule.rule, value } } as IConditionFormattingRule;
}
