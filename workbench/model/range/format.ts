import { intersect, right } from "../../grid/a1";
import type { Style } from "../../grid/grid";
import { count, flag, number, oneOf } from "../../protocol/richApi/checks";
import { apiType, leadsTo, takes, writes } from "../../protocol/richApi/members";
import { RangeBorderCollection } from "./borders";
import { RangeFill, RangeFont } from "./fillAndFont";
import { FormatProtection } from "./formatProtection";
import { agreed, common, paint } from "./looks";
import type { Range } from "./range";

/** How the cells of a range look. Reading a property of several cells gives the value when all agree, else null. */
export class RangeFormat {
  static readonly api = apiType("RangeFormat", {
    columnWidth: writes(number),
    rowHeight: writes(number),
    horizontalAlignment: writes(oneOf("General", "Left", "Center", "Right", "Justify")),
    verticalAlignment: writes(oneOf("Top", "Center", "Bottom")),
    wrapText: writes(flag),
    indentLevel: writes(count),
    fill: leadsTo(),
    font: leadsTo(),
    borders: leadsTo(),
    protection: leadsTo(),
    autofitColumns: takes(),
    autofitRows: takes(),
  });

  constructor(private readonly range: Range) {}

  get fill(): RangeFill {
    return new RangeFill(this.range);
  }

  get font(): RangeFont {
    return new RangeFont(this.range);
  }

  get borders(): RangeBorderCollection {
    return new RangeBorderCollection(this.range);
  }

  get protection(): FormatProtection {
    return new FormatProtection(this.range);
  }

  /** In points; a pixel is 0.75 points. */
  get columnWidth(): number | null {
    const { grid, sheetId, rect } = this.range;
    return agreed(Math.min(rect.columns, 200), (i) => grid.columnWidth(sheetId, rect.column + i) * 0.75);
  }

  set columnWidth(points: number) {
    const { grid, sheetId, rect } = this.range;
    this.range.demand("allowFormatColumns", "RangeFormat.columnWidth");
    grid.setColumnWidth(sheetId, rect.column, rect.columns, Math.round(points / 0.75));
  }

  get rowHeight(): number | null {
    const { grid, sheetId, rect } = this.range;
    return agreed(Math.min(rect.rows, 1000), (i) => grid.rowHeight(sheetId, rect.row + i) * 0.75);
  }

  set rowHeight(points: number) {
    const { grid, sheetId } = this.range;
    const { row, rows } = this.range.extent();
    this.range.demand("allowFormatRows", "RangeFormat.rowHeight");
    grid.setRowHeight(sheetId, row, rows, Math.round(points / 0.75));
  }

  get horizontalAlignment(): string | null {
    return common(this.range, (s) => capital(s.horizontal ?? "general"));
  }

  set horizontalAlignment(value: string) {
    paint(this.range, { horizontal: value.toLowerCase() as NonNullable<Style["horizontal"]> });
  }

  get verticalAlignment(): string | null {
    return common(this.range, (s) => capital(s.vertical ?? "bottom"));
  }

  set verticalAlignment(value: string) {
    paint(this.range, { vertical: value.toLowerCase() as NonNullable<Style["vertical"]> });
  }

  get wrapText(): boolean | null {
    return common(this.range, (s) => s.wrap ?? false);
  }

  set wrapText(wrap: boolean) {
    paint(this.range, { wrap });
  }

  get indentLevel(): number | null {
    return common(this.range, (s) => s.indent ?? 0);
  }

  set indentLevel(indent: number) {
    paint(this.range, { indent });
  }

  /** A rough fit: 7 pixels a character. */
  autofitColumns(): void {
    const { grid, sheetId, rect } = this.range;
    this.range.demand("allowFormatColumns", "RangeFormat.autofitColumns");
    const used = grid.usedRect(sheetId);
    const part = used && intersect(used, rect);
    if (!part) return;
    for (let column = part.column; column <= right(part); column++) {
      const longest = Math.max(...grid.text(sheetId, { ...part, column, columns: 1 }).map(([shown = ""]) => shown.length));
      grid.setColumnWidth(sheetId, column, 1, Math.max(30, longest * 7 + 14));
    }
  }

  /** A line of text is 20 pixels high; wrapped texts are counted by their line breaks. */
  autofitRows(): void {
    const { grid, sheetId, rect } = this.range;
    this.range.demand("allowFormatRows", "RangeFormat.autofitRows");
    const used = grid.usedRect(sheetId);
    const part = used && intersect(used, rect);
    if (!part) return;
    grid.text(sheetId, part).forEach((row, i) => grid.setRowHeight(sheetId, part.row + i, 1, 20 * Math.max(...row.map((shown) => shown.split("\n").length))));
  }
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
