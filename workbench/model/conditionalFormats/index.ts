import { bottom, covers, intersect, right } from "../../grid/a1";
import type { ConditionalFormat as GridFormat } from "../../grid/grid";
import { ApiError, itemNotFound } from "../../protocol/errors";
import { count, flag, oneOf } from "../../protocol/richApi/checks";
import { apiType, leadsTo, reads, takes, writes } from "../../protocol/richApi/members";
import { Collection, collectionMembers } from "../collection";
import { Range } from "../range/range";
import { CustomConditionalFormat } from "./custom";

const KINDS = ["Custom", "DataBar", "ColorScale", "IconSet", "TopBottom", "PresetCriteria", "ContainsText", "CellValue"];

/** The conditional formats that touch a range, the newest (which is applied first) in front. */
export class ConditionalFormatCollection extends Collection<ConditionalFormat> {
  static override readonly api = apiType("ConditionalFormatCollection", { ...collectionMembers, getItemAt: takes(count), add: takes(oneOf(...KINDS)), clearAll: takes() });

  constructor(private readonly range: Range) {
    super();
  }

  get items(): ConditionalFormat[] {
    const { grid, rect } = this.range;
    return grid.conditionalFormats(this.range.existing()).filter((f) => intersect(f.rect, rect)).map((f) => new ConditionalFormat(this.range, f.id));
  }

  add(kind: string): ConditionalFormat {
    if (kind !== "Custom") throw new ApiError("NotImplemented", `the workbench has conditional formats by formula only, not ${kind}`, "ConditionalFormatCollection.add");
    this.range.demand("allowFormatCells", "ConditionalFormatCollection.add");
    const id = this.range.grid.addConditionalFormat({ sheetId: this.range.sheetId, rect: this.range.extent(), formula: "=FALSE", style: {}, stopIfTrue: false });
    return new ConditionalFormat(this.range, id);
  }

  clearAll(): void {
    this.range.demand("allowFormatCells", "ConditionalFormatCollection.clearAll");
    const { grid, rect, sheetId } = this.range;
    for (const format of grid.conditionalFormats(sheetId)) if (covers(rect, format.rect)) grid.removeConditionalFormat(format.id);
    // what only partly lies in the range loses that part, where a rectangle remains
    for (const format of grid.conditionalFormats(sheetId).filter((f) => intersect(f.rect, rect))) {
      const rest = rectangularRest(format, this.range);
      if (rest) grid.setConditionalFormat({ ...format, rect: rest });
      else throw new ApiError("NotImplemented", "the workbench does not cut a hole into a conditional format", "ConditionalFormatCollection.clearAll");
    }
  }
}

export class ConditionalFormat {
  static readonly api = apiType("ConditionalFormat", {
    id: reads(),
    type: reads(),
    priority: writes(count),
    stopIfTrue: writes(flag),
    custom: leadsTo(),
    customOrNullObject: leadsTo(),
    getRange: takes(),
    getRangeOrNullObject: takes(),
    delete: takes(),
  });
  readonly type = "Custom";

  constructor(readonly range: Range, readonly id: string) {}

  get info(): GridFormat {
    const format = this.range.grid.conditionalFormats(this.range.existing()).find((f) => f.id === this.id);
    if (!format) throw itemNotFound("ConditionalFormat");
    return format;
  }

  /** 0 is applied first. */
  get priority(): number {
    return this.range.grid.conditionalFormats(this.range.existing()).findIndex((f) => f.id === this.id);
  }

  set priority(priority: number) {
    this.range.demand("allowFormatCells", "ConditionalFormat.priority");
    this.range.grid.moveConditionalFormat(this.info.id, priority);
  }

  get stopIfTrue(): boolean {
    return this.info.stopIfTrue;
  }

  set stopIfTrue(stopIfTrue: boolean) {
    this.replace({ ...this.info, stopIfTrue });
  }

  get custom(): CustomConditionalFormat {
    return new CustomConditionalFormat(this);
  }

  get customOrNullObject(): CustomConditionalFormat {
    return this.custom;
  }

  getRange(): Range {
    return new Range(this.range.workbook, this.range.sheetId, this.info.rect);
  }

  getRangeOrNullObject(): Range {
    return this.getRange();
  }

  delete(): void {
    this.range.demand("allowFormatCells", "ConditionalFormat.delete");
    this.range.grid.removeConditionalFormat(this.info.id);
  }

  replace(format: GridFormat): void {
    this.range.demand("allowFormatCells", "ConditionalFormat");
    this.range.grid.setConditionalFormat(format);
  }
}

function rectangularRest(format: GridFormat, range: Range) {
  const { rect } = format;
  const cut = intersect(rect, range.rect);
  if (!cut) return rect;
  const wide = cut.columns === rect.columns;
  const tall = cut.rows === rect.rows;
  if (wide && cut.row === rect.row) return { ...rect, row: bottom(cut) + 1, rows: rect.rows - cut.rows };
  if (wide && bottom(cut) === bottom(rect)) return { ...rect, rows: rect.rows - cut.rows };
  if (tall && cut.column === rect.column) return { ...rect, column: right(cut) + 1, columns: rect.columns - cut.columns };
  if (tall && right(cut) === right(rect)) return { ...rect, columns: rect.columns - cut.columns };
  return null;
}
