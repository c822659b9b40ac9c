import { invalidArgument } from "../protocol/errors";
import { either, flag, number, oneOf, optional, record, text } from "../protocol/richApi/checks";
import { type Check, type PropertyMember, apiType, leadsTo, takes, writes } from "../protocol/richApi/members";
import type { Range } from "./range/range";
import { rangeOrAddress } from "./rangeArgument";
import type { Worksheet } from "./worksheet";

const SETTINGS: Readonly<Record<string, { readonly check: Check; readonly standard: unknown }>> = {
  orientation: { check: oneOf("Portrait", "Landscape"), standard: "Portrait" },
  paperSize: { check: either(oneOf("Letter", "A4", "A3", "A5", "Legal", "Tabloid"), text), standard: "Letter" },
  zoom: { check: record({ scale: optional(number), horizontalFitToPages: optional(number), verticalFitToPages: optional(number) }), standard: { scale: 100 } },
  blackAndWhite: { check: flag, standard: false },
  draftMode: { check: flag, standard: false },
  centerHorizontally: { check: flag, standard: false },
  centerVertically: { check: flag, standard: false },
  printGridlines: { check: flag, standard: false },
  printHeadings: { check: flag, standard: false },
  printOrder: { check: oneOf("DownThenOver", "OverThenDown"), standard: "DownThenOver" },
  leftMargin: { check: number, standard: 50.4 },
  rightMargin: { check: number, standard: 50.4 },
  topMargin: { check: number, standard: 54 },
  bottomMargin: { check: number, standard: 54 },
  headerMargin: { check: number, standard: 21.6 },
  footerMargin: { check: number, standard: 21.6 },
};

const POINTS = { Points: 1, Inches: 72, Centimeters: 72 / 2.54 } as const;
const SIDES = ["left", "right", "top", "bottom", "header", "footer"] as const;
const optionalNumber = optional(number);

/** How a sheet is printed: kept, not drawn. */
export class PageLayout {
  static readonly api = apiType("PageLayout", {
    ...Object.fromEntries(Object.entries(SETTINGS).map(([name, { check }]): [string, PropertyMember] => [name, writes(check)])),
    headersFooters: leadsTo(),
    setPrintArea: takes(rangeOrAddress),
    setPrintTitleRows: takes(rangeOrAddress),
    getPrintTitleRowsOrNullObject: takes(),
    setPrintTitleColumns: takes(rangeOrAddress),
    getPrintTitleColumnsOrNullObject: takes(),
    setPrintMargins: takes(oneOf("Points", "Inches", "Centimeters"), record(Object.fromEntries(SIDES.map((side) => [side, optionalNumber])))),
  });

  constructor(private readonly sheet: Worksheet) {}

  get headersFooters(): HeaderFooterGroup {
    return new HeaderFooterGroup(this);
  }

  setPrintArea(area: Range | string): void {
    this.keep("printArea", this.addressOf(area));
  }

  setPrintTitleRows(area: Range | string): void {
    const range = this.sheet.getRange(area);
    if (!range.isEntireRow) throw invalidArgument("PageLayout.setPrintTitleRows", "whole rows are expected, such as $1:$3");
    this.keep("printTitleRows", this.addressOf(area));
  }

  getPrintTitleRowsOrNullObject(): Range | null {
    return this.rangeOf("printTitleRows");
  }

  setPrintTitleColumns(area: Range | string): void {
    const range = this.sheet.getRange(area);
    if (!range.isEntireColumn) throw invalidArgument("PageLayout.setPrintTitleColumns", "whole columns are expected, such as $A:$B");
    this.keep("printTitleColumns", this.addressOf(area));
  }

  getPrintTitleColumnsOrNullObject(): Range | null {
    return this.rangeOf("printTitleColumns");
  }

  setPrintMargins(unit: keyof typeof POINTS, margins: Readonly<Record<string, number | undefined>>): void {
    for (const side of SIDES) {
      const size = margins[side];
      if (size !== undefined) this.keep(`${side}Margin`, size * POINTS[unit]);
    }
  }

  keep(name: string, value: unknown): void {
    this.sheet.workbook.sheetState(this.sheet.info.id).pageLayout[name] = value;
    this.sheet.workbook.changed("page layout");
  }

  kept(name: string): unknown {
    return this.sheet.workbook.sheetState(this.sheet.info.id).pageLayout[name];
  }

  private addressOf(area: Range | string): string {
    return this.sheet.getRange(area).address.replace(/^.*!/, "");
  }

  private rangeOf(name: string): Range | null {
    const address = this.kept(name);
    return typeof address === "string" ? this.sheet.getRange(address) : null;
  }
}

for (const [name, { standard }] of Object.entries(SETTINGS)) {
  Object.defineProperty(PageLayout.prototype, name, {
    get(this: PageLayout) {
      return this.kept(name) ?? standard;
    },
    set(this: PageLayout, value: unknown) {
      this.keep(name, value);
    },
  });
}

export class HeaderFooterGroup {
  static readonly api = apiType("HeaderFooterGroup", { defaultForAllPages: leadsTo() });

  constructor(private readonly layout: PageLayout) {}

  get defaultForAllPages(): HeaderFooter {
    return new HeaderFooter(this.layout);
  }
}

const PARTS = ["leftHeader", "centerHeader", "rightHeader", "leftFooter", "centerFooter", "rightFooter"] as const;

export class HeaderFooter {
  static readonly api = apiType("HeaderFooter", Object.fromEntries(PARTS.map((name) => [name, writes(text)])));

  constructor(readonly layout: PageLayout) {}
}

for (const name of PARTS) {
  Object.defineProperty(HeaderFooter.prototype, name, {
    get(this: HeaderFooter) {
      return this.layout.kept(name) ?? "";
    },
    set(this: HeaderFooter, value: string) {
      this.layout.keep(name, value);
    },
  });
}
