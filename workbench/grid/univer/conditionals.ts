import type { IConditionFormattingRule } from "@univerjs/sheets-conditional-formatting";
import type { Engine } from "../../engine/engine";
import type { ConditionalFormat } from "../grid";
import { ID, toRange, toRect, type Commands } from "./commands";
import { fromUniver, toUniver } from "./styles";

/** Conditional formats by formula, in the order in which they are applied: the newest first, in Excel as in Univer. */
export class Conditionals {
  private readonly model;

  constructor(engine: Engine, private readonly commands: Commands) {
    this.model = engine.injector.get(engine.lib.ConditionalFormattingRuleModel);
  }

  of(sheetId: string): ConditionalFormat[] {
    return this.rules(sheetId).flatMap((rule) => {
      const { rule: body, ranges, cfId, stopIfTrue } = rule;
      const first = ranges[0];
      if (!first || !("value" in body) || typeof body.value !== "string" || !("style" in body)) return []; // another kind, made in Univer's own panel
      const { fill, fontColor, bold, italic, strikethrough } = fromUniver(body.style);
      return [{ id: cfId, sheetId, rect: toRect(first), formula: body.value, style: drop({ fill, fontColor, bold, italic, strikethrough }), stopIfTrue }];
    });
  }

  add(format: Omit<ConditionalFormat, "id">): string {
    const cfId = `cf${Math.max(0, ...this.allIds().map((id) => Number(/^cf(\d+)$/.exec(id)?.[1] ?? 0))) + 1}`;
    this.commands.run(ID.addConditional, { subUnitId: format.sheetId, rule: ruleOf({ ...format, id: cfId }) });
    return cfId;
  }

  remove(id: string): void {
    const sheetId = this.sheetOf(id);
    this.commands.run(ID.deleteConditional, { subUnitId: sheetId, cfId: id });
  }

  set(format: ConditionalFormat): void {
    this.commands.run(ID.setConditional, { subUnitId: this.sheetOf(format.id), cfId: format.id, rule: ruleOf(format) });
  }

  move(id: string, priority: number): void {
    const sheetId = this.sheetOf(id);
    const others = this.rules(sheetId).filter((rule) => rule.cfId !== id);
    const before = others[priority];
    const last = others.at(-1);
    const end = before ? { id: before.cfId, type: "before" } : last && { id: last.cfId, type: "after" };
    if (end) this.commands.run(ID.moveConditional, { subUnitId: sheetId, start: { id, type: "self" }, end });
  }

  private sheetOf(id: string): string {
    for (const [sheetId, rules] of this.model.getUnitRules(this.commands.unitId) ?? []) if (rules.some((rule) => rule.cfId === id)) return sheetId;
    throw new Error(`there is no conditional format ${id}`);
  }

  private rules(sheetId: string): readonly IConditionFormattingRule[] {
    return this.model.getSubunitRules(this.commands.unitId, sheetId) ?? [];
  }

  private allIds(): string[] {
    return [...(this.model.getUnitRules(this.commands.unitId)?.values() ?? [])].flat().map((rule) => rule.cfId);
  }
}

function ruleOf(format: ConditionalFormat): object {
  return { cfId: format.id, ranges: [toRange(format.rect)], stopIfTrue: format.stopIfTrue, rule: { type: "highlightCell", subType: "formula", value: format.formula, style: toUniver(format.style) } };
}

function drop<T extends object>(record: T): T {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)) as T;
}
