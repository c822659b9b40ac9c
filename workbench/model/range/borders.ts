import type { Border, BorderEdge } from "../../grid/grid";
import { bottom, right } from "../../grid/a1";
import type { Rect } from "../../grid/rect";
import { invalidArgument } from "../../protocol/errors";
import { color, count, oneOf } from "../../protocol/richApi/checks";
import { apiType, reads, takes, writes } from "../../protocol/richApi/members";
import { Collection } from "../collection";
import type { Range } from "./range";

const SIDES = ["EdgeTop", "EdgeBottom", "EdgeLeft", "EdgeRight", "InsideVertical", "InsideHorizontal"] as const;
type Side = (typeof SIDES)[number];
interface Line {
  readonly style: string;
  readonly weight: string;
  readonly color: string;
}

const NONE: Line = { style: "None", weight: "Thin", color: "#000000" };

export class RangeBorderCollection extends Collection<RangeBorder> {
  static override readonly api = apiType("RangeBorderCollection", { count: reads(), getItem: takes(oneOf(...SIDES)), getItemAt: takes(count) });

  constructor(private readonly range: Range) {
    super();
  }

  get items(): RangeBorder[] {
    return SIDES.map((side) => new RangeBorder(this.range, side));
  }

  get count(): number {
    return SIDES.length;
  }
}

/** One side of a range: its outer edge, or the lines between its cells. */
export class RangeBorder {
  static readonly api = apiType("RangeBorder", {
    sideIndex: reads(),
    style: writes(oneOf("None", "Continuous", "Dash", "Dot", "Double")),
    weight: writes(oneOf("Thin", "Medium", "Thick")),
    color: writes(color),
  });

  constructor(private readonly range: Range, readonly sideIndex: Side) {}

  get id(): string {
    return this.sideIndex;
  }

  get name(): string {
    return this.sideIndex;
  }

  get style(): string {
    return this.line().style;
  }

  set style(style: string) {
    this.draw({ style });
  }

  get weight(): string {
    return this.line().weight;
  }

  set weight(weight: string) {
    this.draw({ weight, style: this.line().style === "None" ? "Continuous" : this.line().style });
  }

  get color(): string {
    return this.line().color;
  }

  set color(value: string) {
    this.draw({ color: value, style: this.line().style === "None" ? "Continuous" : this.line().style });
  }

  private line(): Line {
    const [part] = cellsAlong(this.range.extent(), this.sideIndex);
    const border = part && this.range.grid.styleOf(this.range.existing(), part.rect.row, part.rect.column).borders?.[part.edge];
    return border ? fromGrid(border) : NONE;
  }

  private draw(change: Partial<Line>): void {
    this.range.demand("allowFormatCells", "RangeBorder");
    const border = toGrid({ ...this.line(), ...change });
    for (const { rect, edge } of cellsAlong(this.range.extent(), this.sideIndex)) this.range.grid.style(this.range.sheetId, rect, { borders: { [edge]: border } });
  }
}

/** The cells whose edges make up a side. */
function cellsAlong(rect: Rect, side: Side): { rect: Rect; edge: BorderEdge }[] {
  switch (side) {
    case "EdgeTop":
      return [{ rect: { ...rect, rows: 1 }, edge: "top" }];
    case "EdgeBottom":
      return [{ rect: { ...rect, row: bottom(rect), rows: 1 }, edge: "bottom" }];
    case "EdgeLeft":
      return [{ rect: { ...rect, columns: 1 }, edge: "left" }];
    case "EdgeRight":
      return [{ rect: { ...rect, column: right(rect), columns: 1 }, edge: "right" }];
    case "InsideHorizontal":
      return rect.rows < 2 ? [] : [{ rect: { ...rect, rows: rect.rows - 1 }, edge: "bottom" }];
    case "InsideVertical":
      return rect.columns < 2 ? [] : [{ rect: { ...rect, columns: rect.columns - 1 }, edge: "right" }];
    default:
      throw invalidArgument("RangeBorderCollection.getItem", String(side));
  }
}

function toGrid({ style, weight, color: ink }: Line): Border | null {
  if (style === "None") return null;
  const solid = weight === "Thick" ? "thick" : weight === "Medium" ? "medium" : "thin";
  const line = style === "Dash" ? "dashed" : style === "Dot" ? "dotted" : style === "Double" ? "double" : solid;
  return { style: line, color: ink };
}

function fromGrid({ style, color: ink }: Border): Line {
  const names = { dashed: "Dash", dotted: "Dot", double: "Double" } as const;
  const name = style === "dashed" || style === "dotted" || style === "double" ? names[style] : "Continuous";
  return { style: name, weight: style === "thick" ? "Thick" : style === "medium" ? "Medium" : "Thin", color: ink };
}
