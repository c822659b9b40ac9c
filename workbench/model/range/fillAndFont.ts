import { color, flag, number, oneOf, text } from "../../protocol/richApi/checks";
import { apiType, takes, writes } from "../../protocol/richApi/members";
import { common, paint } from "./looks";
import type { Range } from "./range";

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
