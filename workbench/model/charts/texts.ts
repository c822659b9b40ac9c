import { LEGEND_POSITION, TITLE_SIZE, hasLegend } from "../../charts/standards";
import { titleText } from "../../charts/texts";
import { flag, oneOf, text } from "../../protocol/richApi/checks";
import { apiType, leadsTo, writes } from "../../protocol/richApi/members";
import { ChartAxisTitleFormat, ChartLegendFormat, ChartTitleFormat } from "./looks";
import { Part, keep, kept, keptAs, membersOf } from "./part";

const title = { visible: kept<ChartTitle>(flag, true), overlay: kept<ChartTitle>(flag, false) };

/** The chart's title: the single series' name as long as none is given. */
export class ChartTitle extends Part {
  static readonly api = apiType("ChartTitle", { ...membersOf(title), text: writes(text), format: leadsTo() });

  get text(): string {
    return titleText(this.owner.workbook.grid, this.owner.info);
  }

  /** A title that was hidden shows again. */
  set text(words: string) {
    this.say({ text: words, visible: true });
  }

  get format(): ChartTitleFormat {
    return new ChartTitleFormat(this.owner, this.path, TITLE_SIZE);
  }
}
keep(ChartTitle, title);

const axisTitle = { visible: kept<ChartAxisTitle>(flag, false) };

/** An axis has a title as soon as it is given one. */
export class ChartAxisTitle extends Part {
  static readonly api = apiType("ChartAxisTitle", { ...membersOf(axisTitle), text: writes(text), format: leadsTo() });

  get text(): string {
    return typeof this.said.text === "string" ? this.said.text : "Axis Title";
  }

  set text(words: string) {
    this.say({ text: words, visible: true });
  }

  get format(): ChartAxisTitleFormat {
    return new ChartAxisTitleFormat(this.owner, this.path, 10);
  }
}
keep(ChartAxisTitle, axisTitle);

const legend = {
  visible: keptAs<ChartLegend>(flag, (part) => hasLegend(part.owner.info)),
  overlay: kept<ChartLegend>(flag, false),
  position: kept<ChartLegend>(oneOf("Top", "Bottom", "Left", "Right", "Corner"), LEGEND_POSITION),
};

export class ChartLegend extends Part {
  static readonly api = apiType("ChartLegend", { ...membersOf(legend), format: leadsTo() });

  get format(): ChartLegendFormat {
    return new ChartLegendFormat(this.owner, this.path);
  }
}
keep(ChartLegend, legend);
