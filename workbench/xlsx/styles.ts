import type { Border, BorderEdge, ConditionalFormat, Style } from "../grid/grid";
import { element } from "./xml";

/** Styles as a file keeps them: each kind of font, fill and border once, cells name them by number. */
export interface StyleSheet {
  /** The number of a cell's style; 0 is a plain cell. */
  of(style: Style): number;
  /** The number of what a conditional format does. */
  differential(style: ConditionalFormat["style"]): number;
  xml(): string;
}

export function styleSheet(): StyleSheet {
  const numberFormats = list([]);
  const fonts = list([fontXml({})]);
  // Excel takes the first two for itself
  const fills = list([element("fill", {}, element("patternFill", { patternType: "none" })), element("fill", {}, element("patternFill", { patternType: "gray125" }))]);
  const borders = list([borderXml({})]);
  const cells = list([element("xf", { numFmtId: 0, fontId: 0, fillId: 0, borderId: 0, xfId: 0 })]);
  const differentials = list([]);
  const formatId = (format: string): number => BUILT_IN[format] ?? FIRST_OWN + numberFormats.add(format);
  return {
    of(style) {
      const ids = {
        numFmtId: formatId(style.numberFormat ?? "General"), fontId: fonts.add(fontXml(style)), fillId: style.fill ? fills.add(solid(style.fill)) : 0, borderId: borders.add(borderXml(style.borders ?? {})),
      };
      const alignment = alignmentXml(style);
      const applies = { applyNumberFormat: ids.numFmtId > 0 || undefined, applyFont: ids.fontId > 0 || undefined, applyFill: ids.fillId > 0 || undefined, applyBorder: ids.borderId > 0 || undefined, applyAlignment: alignment !== "" || undefined };
      return cells.add(element("xf", { ...ids, xfId: 0, ...applies }, alignment));
    },
    differential: (style) => differentials.add(differentialXml(style)),
    xml: () =>
      element("styleSheet", { xmlns: "http://schemas.openxmlformats.org/spreadsheetml/2006/main" },
        ...(numberFormats.all.length > 0 ? [element("numFmts", { count: numberFormats.all.length }, ...numberFormats.all.map((formatCode, index) => element("numFmt", { numFmtId: FIRST_OWN + index, formatCode })))] : []),
        counted("fonts", fonts.all),
        counted("fills", fills.all),
        counted("borders", borders.all),
        counted("cellStyleXfs", [element("xf", { numFmtId: 0, fontId: 0, fillId: 0, borderId: 0 })]),
        counted("cellXfs", cells.all),
        counted("cellStyles", [element("cellStyle", { name: "Normal", xfId: 0, builtinId: 0 })]),
        counted("dxfs", differentials.all),
        element("tableStyles", { count: 0, defaultTableStyle: "TableStyleMedium2", defaultPivotStyle: "PivotStyleLight16" }),
      ),
  };
}

/** Formats that every Excel knows by number; 14 is the short date of the reader's own country. */
const BUILT_IN: Readonly<Record<string, number>> = { General: 0, "0": 1, "0.00": 2, "#,##0": 3, "#,##0.00": 4, "0%": 9, "0.00%": 10, "m/d/yyyy": 14, "@": 49 };
const FIRST_OWN = 164;

/** "#1B2A33" → "FF1B2A33" */
export const argb = (color: string): string => `FF${color.slice(1).toUpperCase()}`;

const counted = (name: string, children: readonly string[]): string => element(name, { count: children.length }, ...children);

function list(first: readonly string[]): { readonly all: readonly string[]; add(one: string): number } {
  const all = [...first];
  const places = new Map(all.map((one, index) => [one, index]));
  return {
    all,
    add(one) {
      const known = places.get(one);
      if (known !== undefined) return known;
      places.set(one, all.length);
      return all.push(one) - 1;
    },
  };
}

function fontXml({ bold, italic, underline, strikethrough, fontSize, fontColor, fontName }: Style): string {
  return element("font", {},
    ...(bold ? [element("b")] : []), ...(italic ? [element("i")] : []), ...(strikethrough ? [element("strike")] : []), ...(underline ? [element("u")] : []),
    element("sz", { val: fontSize ?? 11 }), ...(fontColor ? [element("color", { rgb: argb(fontColor) })] : []), element("name", { val: fontName ?? "Calibri" }), element("family", { val: 2 }),
  );
}

const solid = (color: string): string => element("fill", {}, element("patternFill", { patternType: "solid" }, element("fgColor", { rgb: argb(color) }), element("bgColor", { indexed: 64 })));

function borderXml(borders: Partial<Record<BorderEdge, Border | null>>): string {
  const side = (edge: BorderEdge): string => {
    const border = borders[edge];
    return border ? element(edge, { style: border.style }, element("color", { rgb: argb(border.color) })) : element(edge);
  };
  return element("border", {}, side("left"), side("right"), side("top"), side("bottom"), element("diagonal"));
}

function alignmentXml({ horizontal, vertical, wrap, indent }: Style): string {
  const attributes = {
    horizontal: horizontal && horizontal !== "general" ? horizontal : undefined,
    vertical: vertical && vertical !== "bottom" ? vertical : undefined,
    wrapText: wrap ? true : undefined,
    indent: indent ? indent : undefined,
  };
  return Object.values(attributes).some((value) => value !== undefined) ? element("alignment", attributes) : "";
}

/** In a conditional format a solid fill is named by its background. */
function differentialXml({ fill, fontColor, bold, italic, strikethrough }: ConditionalFormat["style"]): string {
  const font = [...(bold ? [element("b")] : []), ...(italic ? [element("i")] : []), ...(strikethrough ? [element("strike")] : []), ...(fontColor ? [element("color", { rgb: argb(fontColor) })] : [])];
  return element("dxf", {}, ...(font.length > 0 ? [element("font", {}, ...font)] : []), ...(fill ? [element("fill", {}, element("patternFill", {}, element("bgColor", { rgb: argb(fill) })))] : []));
}
