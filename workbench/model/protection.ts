import { covers } from "../grid/a1";
import type { Rect } from "../grid/rect";
import { accessDenied, invalidArgument } from "../protocol/errors";
import { flag, oneOf, optional, record, text } from "../protocol/richApi/checks";
import { apiType, reads, takes } from "../protocol/richApi/members";
import type { Workbook } from "./workbook";

const ALLOW = ["allowAutoFilter", "allowDeleteColumns", "allowDeleteRows", "allowEditObjects", "allowEditScenarios", "allowFormatCells", "allowFormatColumns", "allowFormatRows", "allowInsertColumns", "allowInsertHyperlinks", "allowInsertRows", "allowPivotTables", "allowSort"] as const;
export type Operation = "edit" | "structure" | (typeof ALLOW)[number];

/** Throws AccessDenied when the sheet's protection does not allow this. Unlocked cells may be edited. */
export function demandUnprotected(workbook: Workbook, sheetId: string, rect: Rect | null, operation: Operation, where: string): void {
  const { protection, unlocked } = workbook.sheetState(sheetId);
  if (!protection) return;
  if (operation === "edit" && rect && unlocked.some((free) => covers(free, rect))) return;
  if (protection.options[operation] === true) return;
  throw accessDenied(where, "the sheet is protected");
}

/** Protection of a worksheet. */
export class WorksheetProtection {
  static readonly api = apiType("WorksheetProtection", {
    protected: reads(),
    options: reads(),
    protect: takes(optional(record({ ...Object.fromEntries(ALLOW.map((name) => [name, optional(flag)])), selectionMode: optional(oneOf("Normal", "Unlocked", "None")) })), optional(text)),
    unprotect: takes(optional(text)),
  });

  constructor(private readonly workbook: Workbook, private readonly sheetId: string) {}

  get protected(): boolean {
    return this.workbook.sheetState(this.sheetId).protection !== null;
  }

  get options(): Record<string, unknown> | null {
    return this.workbook.sheetState(this.sheetId).protection?.options ?? null;
  }

  protect(options: Record<string, unknown> = {}, password: string | null = null): void {
    if (this.protected) throw accessDenied("WorksheetProtection.protect", "the sheet is protected already");
    const allowed = Object.fromEntries(ALLOW.map((name) => [name, options[name] === true]));
    this.workbook.sheetState(this.sheetId).protection = { options: { ...allowed, selectionMode: options.selectionMode ?? "Normal" }, password };
    this.workbook.changed("protection");
  }

  unprotect(password: string | null = null): void {
    const state = this.workbook.sheetState(this.sheetId);
    if (!state.protection) throw accessDenied("WorksheetProtection.unprotect", "the sheet is not protected");
    if (state.protection.password !== null && state.protection.password !== password) throw invalidArgument("WorksheetProtection.unprotect", "the password is wrong");
    state.protection = null;
    this.workbook.changed("protection");
  }
}
