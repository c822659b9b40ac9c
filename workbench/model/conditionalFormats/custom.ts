import { formulaProblem } from "../../grid/formulaText";
import type { ConditionalFormat as GridFormat } from "../../grid/grid";
import { invalidArgument } from "../../protocol/errors";
import { color, flag, text } from "../../protocol/richApi/checks";
import { apiType, leadsTo, takes, writes } from "../../protocol/richApi/members";
import type { ConditionalFormat } from ".";

/** A conditional format by formula. */
export class CustomConditionalFormat {
  static readonly api = apiType("CustomConditionalFormat", { rule: leadsTo(), format: leadsTo() });

  constructor(private readonly owner: ConditionalFormat) {}

  get rule(): ConditionalFormatRule {
    return new ConditionalFormatRule(this.owner);
  }

  get format(): ConditionalRangeFormat {
    return new ConditionalRangeFormat(this.owner);
  }
}

export class ConditionalFormatRule {
  static readonly api = apiType("ConditionalFormatRule", { formula: writes(text) });

  constructor(private readonly owner: ConditionalFormat) {}

  get formula(): string {
    return this.owner.info.formula;
  }

  set formula(formula: string) {
    const where = "ConditionalFormatRule.formula";
    const whole = formula.startsWith("=") ? formula : `=${formula}`;
    const problem = formulaProblem(whole);
    if (problem) throw invalidArgument(where, `${problem}: ${formula}`);
    if (/[\p{L}\p{N}_.]\[|\[@/u.test(whole.replace(/"(?:[^"]|"")*"/g, ""))) throw invalidArgument(where, `a conditional format cannot hold a structured reference: ${formula}`);
    this.owner.replace({ ...this.owner.info, formula: whole });
  }
}

export class ConditionalRangeFormat {
  static readonly api = apiType("ConditionalRangeFormat", { fill: leadsTo(), font: leadsTo() });

  constructor(private readonly owner: ConditionalFormat) {}

  get fill(): ConditionalRangeFill {
    return new ConditionalRangeFill(this.owner);
  }

  get font(): ConditionalRangeFont {
    return new ConditionalRangeFont(this.owner);
  }
}

export class ConditionalRangeFill {
  static readonly api = apiType("ConditionalRangeFill", { color: writes(color), clear: takes() });

  constructor(private readonly owner: ConditionalFormat) {}

  get color(): string | null {
    return this.owner.info.style.fill ?? null;
  }

  set color(fill: string) {
    restyle(this.owner, { fill });
  }

  clear(): void {
    restyle(this.owner, { fill: null });
  }
}

export class ConditionalRangeFont {
  static readonly api = apiType("ConditionalRangeFont", { color: writes(color), bold: writes(flag), italic: writes(flag), strikethrough: writes(flag), clear: takes() });

  constructor(private readonly owner: ConditionalFormat) {}

  get color(): string | null {
    return this.owner.info.style.fontColor ?? null;
  }

  set color(fontColor: string) {
    restyle(this.owner, { fontColor });
  }

  get bold(): boolean | null {
    return this.owner.info.style.bold ?? null;
  }

  set bold(bold: boolean) {
    restyle(this.owner, { bold });
  }

  get italic(): boolean | null {
    return this.owner.info.style.italic ?? null;
  }

  set italic(italic: boolean) {
    restyle(this.owner, { italic });
  }

  get strikethrough(): boolean | null {
    return this.owner.info.style.strikethrough ?? null;
  }

  set strikethrough(strikethrough: boolean) {
    restyle(this.owner, { strikethrough });
  }

  clear(): void {
    restyle(this.owner, { fontColor: null, bold: null, italic: null, strikethrough: null });
  }
}

function restyle(owner: ConditionalFormat, patch: GridFormat["style"]): void {
  const { info } = owner;
  const style = Object.fromEntries(Object.entries({ ...info.style, ...patch }).filter(([, value]) => value !== null));
  owner.replace({ ...info, style });
}
