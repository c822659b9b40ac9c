import { hasGridlines, hasSecondaryAxis, isAxisVisible, isRound } from "../../charts/standards";
import { axisFormat } from "../../charts/texts";
import type { AxisName } from "../../grid/chart";
import { ApiError, itemNotFound } from "../../protocol/errors";
import { either, flag, number, oneOf, optional, text } from "../../protocol/richApi/checks";
import { type Check, apiType, leadsTo, reads, takes, writes } from "../../protocol/richApi/members";
import { ChartAxisFormat, ChartGridlinesFormat } from "./looks";
import { type ChartOwner, Part, keep, kept, keptAs, membersOf } from "./part";
import { ChartAxisTitle } from "./texts";

export class ChartAxes {
  static readonly api = apiType("ChartAxes", { categoryAxis: leadsTo(), valueAxis: leadsTo(), getItem: takes(oneOf("Category", "Value"), optional(oneOf("Primary", "Secondary"))) });

  constructor(private readonly owner: ChartOwner) {}

  get categoryAxis(): ChartAxis {
    return this.getItem("Category");
  }

  get valueAxis(): ChartAxis {
    return this.getItem("Value");
  }

  /** The second pair of axes is there when a series is drawn against it. */
  getItem(type: "Category" | "Value", group: "Primary" | "Secondary" = "Primary"): ChartAxis {
    if (isRound(this.owner.info.type)) throw new ApiError("InvalidOperation", "A pie or doughnut has no axes.", "ChartAxes.getItem");
    if (group === "Secondary" && !hasSecondaryAxis(this.owner.info)) throw itemNotFound("ChartAxes.getItem");
    const primary = type === "Category" ? "category" : "value";
    return new ChartAxis(this.owner, group === "Primary" ? primary : type === "Category" ? "secondaryCategory" : "secondaryValue");
  }
}

const blank: Check = oneOf("");
const automatic = either(blank, number);

const axis = {
  visible: keptAs<ChartAxis>(flag, ({ owner, name }) => isAxisVisible(owner.info, name)),
  linkNumberFormat: keptAs<ChartAxis>(flag, ({ said }) => said.numberFormat === undefined),
  minimum: kept<ChartAxis>(automatic, ""),
  maximum: kept<ChartAxis>(automatic, ""),
  majorUnit: kept<ChartAxis>(automatic, ""),
  categoryType: kept<ChartAxis>(oneOf("Automatic", "TextAxis", "DateAxis"), "Automatic"),
  reversePlotOrder: kept<ChartAxis>(flag, false),
  tickLabelPosition: kept<ChartAxis>(oneOf("NextToAxis", "High", "Low", "None"), "NextToAxis"),
  majorTickMark: kept<ChartAxis>(oneOf("None", "Cross", "Inside", "Outside"), "None"),
  tickLabelSpacing: kept<ChartAxis>(automatic, ""),
};

/** What is left to Excel reads as "" here; Excel would give the number that it has chosen. */
export class ChartAxis extends Part {
  static readonly api = apiType("ChartAxis", { ...membersOf(axis), type: reads(), axisGroup: reads(), numberFormat: writes(text), title: leadsTo(), majorGridlines: leadsTo(), format: leadsTo() });

  constructor(owner: ChartOwner, readonly name: AxisName) {
    super(owner, ["axes", name]);
  }

  get type(): string {
    return this.name === "category" || this.name === "secondaryCategory" ? "Category" : "Value";
  }

  get axisGroup(): string {
    return this.name === "category" || this.name === "value" ? "Primary" : "Secondary";
  }

  get numberFormat(): string {
    return axisFormat(this.owner.workbook.grid, this.owner.info, this.name);
  }

  /** From now on the axis has a format of its own. */
  set numberFormat(numberFormat: string) {
    this.say({ numberFormat, linkNumberFormat: false });
  }

  get title(): ChartAxisTitle {
    return new ChartAxisTitle(this.owner, this.at("title"));
  }

  get majorGridlines(): ChartGridlines {
    return new ChartGridlines(this.owner, this.name);
  }

  get format(): ChartAxisFormat {
    return new ChartAxisFormat(this.owner, this.path);
  }
}
keep(ChartAxis, axis);

const gridlines = { visible: keptAs<ChartGridlines>(flag, ({ owner, name }) => hasGridlines(owner.info, name)) };

export class ChartGridlines extends Part {
  static readonly api = apiType("ChartGridlines", { ...membersOf(gridlines), format: leadsTo() });

  constructor(owner: ChartOwner, readonly name: AxisName) {
    super(owner, ["axes", name, "majorGridlines"]);
  }

  get format(): ChartGridlinesFormat {
    return new ChartGridlinesFormat(this.owner, this.path);
  }
}
keep(ChartGridlines, gridlines);
