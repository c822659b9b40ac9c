import { covers, intersect, subtract } from "../../grid/a1";
import { flag } from "../../protocol/richApi/checks";
import { apiType, writes } from "../../protocol/richApi/members";
import type { Range } from "./range";

/** Locked is what cells are until someone says otherwise; it matters once the sheet is protected. */
export class FormatProtection {
  static readonly api = apiType("FormatProtection", { locked: writes(flag) });

  constructor(private readonly range: Range) {}

  get locked(): boolean | null {
    const { unlocked } = this.range.workbook.sheetState(this.range.sheetId);
    if (unlocked.some((free) => covers(free, this.range.rect))) return false;
    return unlocked.some((free) => intersect(free, this.range.rect)) ? null : true;
  }

  set locked(locked: boolean) {
    this.range.demand("structure", "FormatProtection.locked");
    const state = this.range.workbook.sheetState(this.range.existing());
    const rest = state.unlocked.flatMap((free) => subtract(free, this.range.rect));
    state.unlocked = locked ? rest : [...rest, this.range.rect];
    this.range.workbook.changed("protection");
  }
}
