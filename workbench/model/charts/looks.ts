import { FONT, LINE } from "../../charts/standards";
import { color, flag, number, oneOf, text } from "../../protocol/richApi/checks";
import { type ApiType, apiType, leadsTo, takes } from "../../protocol/richApi/members";
import { type ChartOwner, Part, type Path, keep, kept, membersOf } from "./part";

const font = {
  bold: kept<ChartFont>(flag, FONT.bold),
  italic: kept<ChartFont>(flag, FONT.italic),
  underline: kept<ChartFont>(oneOf("None", "Single"), FONT.underline),
  color: kept<ChartFont>(color, FONT.color),
  name: kept<ChartFont>(text, FONT.name),
  size: { check: number, standard: (part: ChartFont) => part.standardSize },
};

export class ChartFont extends Part {
  static readonly api = apiType("ChartFont", membersOf(font));

  constructor(owner: ChartOwner, path: Path, readonly standardSize: number = FONT.size) {
    super(owner, path);
  }
}
keep(ChartFont, font);

const STYLES = ["None", "Continuous", "Dash", "DashDot", "DashDotDot", "Dot", "RoundDot", "Automatic"];
const line = { color: kept<Part>(color, LINE.color), weight: kept<Part>(number, LINE.weight), lineStyle: kept<Part>(oneOf(...STYLES), LINE.lineStyle) };

abstract class Line extends Part {
  /** No line, and no word on how it was. */
  clear(): void {
    this.say({ color: undefined, weight: undefined, lineStyle: "None" });
  }
}

export class ChartLineFormat extends Line {
  static readonly api = apiType("ChartLineFormat", { ...membersOf(line), clear: takes() });
}
keep(ChartLineFormat, line);

export class ChartBorder extends Line {
  static readonly api = apiType("ChartBorder", { ...membersOf(line), clear: takes() });
}
keep(ChartBorder, line);

/** The `fill` of the part at `path`. Excel lets it be set, not read. */
export class ChartFill extends Part {
  static readonly api = apiType("ChartFill", { setSolidColor: takes(color), clear: takes() });

  setSolidColor(fill: string): void {
    this.say({ fill });
  }

  clear(): void {
    this.say({ fill: "none" });
  }
}

/** How a part looks: each Excel class of this kind leads to some of these four. */
abstract class Look extends Part {
  constructor(owner: ChartOwner, path: Path, private readonly standardSize?: number) {
    super(owner, path);
  }

  get font(): ChartFont {
    return new ChartFont(this.owner, this.at("font"), this.standardSize);
  }

  get fill(): ChartFill {
    return new ChartFill(this.owner, this.path);
  }

  get line(): ChartLineFormat {
    return new ChartLineFormat(this.owner, this.at("line"));
  }

  get border(): ChartBorder {
    return new ChartBorder(this.owner, this.at("border"));
  }
}

function look(name: string, ...parts: readonly ("font" | "fill" | "line" | "border")[]): ApiType {
  return apiType(name, Object.fromEntries(parts.map((part) => [part, leadsTo()])));
}

export class ChartAreaFormat extends Look {
  static readonly api = look("ChartAreaFormat", "fill", "border", "font");
}
export class ChartTitleFormat extends Look {
  static readonly api = look("ChartTitleFormat", "font");
}
export class ChartAxisTitleFormat extends Look {
  static readonly api = look("ChartAxisTitleFormat", "font");
}
export class ChartLegendFormat extends Look {
  static readonly api = look("ChartLegendFormat", "font");
}
export class ChartDataLabelFormat extends Look {
  static readonly api = look("ChartDataLabelFormat", "font");
}
export class ChartAxisFormat extends Look {
  static readonly api = look("ChartAxisFormat", "line", "font");
}
export class ChartGridlinesFormat extends Look {
  static readonly api = look("ChartGridlinesFormat", "line");
}
export class ChartSeriesFormat extends Look {
  static readonly api = look("ChartSeriesFormat", "fill", "line");
}
export class ChartPointFormat extends Look {
  static readonly api = look("ChartPointFormat", "fill", "border");
}
