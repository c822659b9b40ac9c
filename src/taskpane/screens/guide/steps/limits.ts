import { screen } from "../../../../calc";
import type { Journal } from "../../../../actions";
import { SETTINGS, sameName } from "../../../../journal/settings";
import type { GuideTyped } from "../useGuide";

/** A rule of the screen that can be moved for this plan. */
export interface LimitField {
  /** Its name in the Settings table. */
  readonly name: string;
  readonly unit?: string;
  /** Under the field: how it is typed, where the name does not say it. */
  readonly hint?: string;
}

/** In the order in which one thinks of them. */
export const LIMIT_FIELDS: readonly LimitField[] = [
  { name: "Days from", unit: "days" },
  { name: "Days to", unit: "days" },
  { name: "Most |delta|", hint: "0 to 1" },
  { name: "Least |delta|", hint: "0 to 1" },
  { name: "Least annualised yield", hint: "0.12 or 12%" },
  { name: "Least premium", hint: "$ a share" },
  { name: "Most spread of mid", hint: "0.1 or 10%" },
  { name: "Least open interest", hint: "Contracts" },
];

/** The user's rules: those of the Settings table, and over them what is typed for this plan. */
export function rulesOf(settings: Journal["settings"], { limits, target, cash }: Pick<GuideTyped, "limits" | "target" | "cash">, watchedTarget: number | null): screen.RulesRead {
  const typed: Record<string, unknown> = { ...(watchedTarget !== null && { "Target price": watchedTarget }), ...limits, ...(target !== undefined && { "Target price": target }), ...(cash !== undefined && { Cash: cash }) };
  const kept = settings.filter(({ name }) => !Object.keys(typed).some((other) => sameName(other, name)));
  const rows = [...kept.map(({ name, value }) => [name, value]), ...Object.entries(typed)];
  // a setting of the user's own is no rule of ours, and no mistake
  return screen.readRules(rows, [...SETTINGS, ...settings].map(({ name }) => name));
}

/** As it stands in the field: what was typed, else the Settings table's, else the default. */
export function limitText(name: string, settings: Journal["settings"], limits: GuideTyped["limits"]): string {
  const typed = limits[name];
  if (typed !== undefined) return typed;
  const value = settings.find((row) => sameName(row.name, name))?.value ?? "";
  const shown = value === "" ? SETTINGS.find((row) => row.name === name)?.value : value;
  return typeof shown === "number" || typeof shown === "string" ? String(shown) : "";
}
