import { covers, intersect, right, subtract } from "../../grid/a1";
import type { Style } from "../../grid/grid";
import { color, count, flag, number, oneOf, text } from "../../protocol/richApi/checks";
import { apiType, leadsTo, takes, writes } from "../../protocol/richApi/members";
import { RangeBorderCollection } from "./borders";
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

export class RangeFill {
  static readonly api = apiType("RangeFill", { color: writes(color), clear: takes() });

  constructor(private readonly range: Range) {}

  /** White when there is no fill, as in Excel. */
  get color(): string | null {
    return common(this.range, (s) => s.fill ?? "#FFFFFF");
  }

  set color(fill: string) {
    paint(this.range, { fill });
  }

  clear(): void {
    paint(this.range, { fill: null });
  }
}

export class RangeFont {
  static readonly api = apiType("RangeFont", {
    bold: writes(flag),
    italic: writes(flag),
    underline: writes(oneOf("None", "Single")),
    strikethrough: writes(flag),
    color: writes(color),
    size: writes(number),
    name: writes(text),
  });

  constructor(private readonly range: Range) {}

  get bold(): boolean | null {
    return common(this.range, (s) => s.bold ?? false);
  }

  set bold(bold: boolean) {
    paint(this.range, { bold });
  }

  get italic(): boolean | null {
    return common(this.range, (s) => s.italic ?? false);
  }

  set italic(italic: boolean) {
    paint(this.range, { italic });
  }

  get underline(): string | null {
    return common(this.range, (s) => (s.underline ? "Single" : "None"));
  }

  set underline(kind: string) {
    paint(this.range, { underline: kind === "Single" });
  }

  get strikethrough(): boolean | null {
    return common(this.range, (s) => s.strikethrough ?? false);
  }

  set strikethrough(strikethrough: boolean) {
    paint(this.range, { strikethrough });
  }

  get color(): string | null {
    return common(this.range, (s) => s.fontColor ?? "#000000");
  }

  set color(fontColor: string) {
    paint(this.range, { fontColor });
  }

  get size(): number | null {
    return common(this.range, (s) => s.fontSize ?? 11);
  }

  set size(fontSize: number) {
    paint(this.range, { fontSize });
  }

  get name(): string | null {
    return common(this.range, (s) => s.fontName ?? "Calibri");
  }

  set name(fontName: string) {
    paint(this.range, { fontName });
  }
}

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

export function paint(range: Range, patch: Style): void {
  range.demand("allowFormatCells", "RangeFormat");
  range.grid.style(range.sheetId, range.extent(), patch);
}

/** The value that all cells share, else null. */
export function common<T>(range: Range, pick: (style: Style) => T): T | null {
  const { row, column, rows, columns } = range.extent();
  const sheetId = range.existing();
  return agreed(rows * columns, (i) => pick(range.grid.styleOf(sheetId, row + Math.floor(i / columns), column + (i % columns))));
}

function agreed<T>(length: number, pick: (index: number) => T): T | null {
  const first = pick(0);
  for (let i = 1; i < length; i++) if (pick(i) !== first) return null;
  return first;
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
