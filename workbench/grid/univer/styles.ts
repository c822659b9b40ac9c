import type { IBorderData, IStyleData, Nullable } from "@univerjs/core";
import type { Border, BorderEdge, Style } from "../grid";

type Patch = { [K in keyof IStyleData]?: IStyleData[K] | null };

/** The neutral style in Univer's words; null takes a property away. */
export function toUniver(style: Style): Patch {
  const patch: Patch = {};
  const put = <K extends keyof Style>(key: K, write: (value: NonNullable<Style[K]>) => Patch, cleared: Patch) => {
    const value = style[key];
    if (value === null) Object.assign(patch, cleared);
    else if (value !== undefined) Object.assign(patch, write(value as NonNullable<Style[K]>));
  };
  put("numberFormat", (pattern) => ({ n: pattern === "General" ? null : { pattern } }), { n: null });
  put("fill", (rgb) => ({ bg: { rgb } }), { bg: null });
  put("fontColor", (rgb) => ({ cl: { rgb } }), { cl: null });
  put("fontName", (ff) => ({ ff }), { ff: null });
  put("fontSize", (fs) => ({ fs }), { fs: null } as unknown as Patch);
  put("bold", (on) => ({ bl: flag(on) }), { bl: 0 });
  put("italic", (on) => ({ it: flag(on) }), { it: 0 });
  put("underline", (on) => ({ ul: { s: flag(on) } }), { ul: { s: 0 } });
  put("strikethrough", (on) => ({ st: { s: flag(on) } }), { st: { s: 0 } });
  put("horizontal", (side) => ({ ht: side === "general" ? null : HORIZONTAL.indexOf(side) }), { ht: null });
  put("vertical", (side) => ({ vt: VERTICAL.indexOf(side) }), { vt: null });
  put("wrap", (on) => ({ tb: on ? WRAP : OVERFLOW }), { tb: null });
  put("indent", (steps) => ({ pd: { l: steps * INDENT + PADDING } }), { pd: null });
  put("borders", (borders) => ({ bd: bordersToUniver(borders) }), { bd: null });
  return patch;
}

export function fromUniver(style: Nullable<IStyleData>): Style {
  if (!style) return {};
  const found: Style = {};
  if (style.n?.pattern && style.n.pattern !== "General") found.numberFormat = style.n.pattern;
  const fill = style.bg && hex(style.bg.rgb);
  if (fill) found.fill = fill;
  const fontColor = style.cl && hex(style.cl.rgb);
  if (fontColor) found.fontColor = fontColor;
  if (style.ff) found.fontName = style.ff;
  if (style.fs) found.fontSize = style.fs;
  if (style.bl) found.bold = true;
  if (style.it) found.italic = true;
  if (style.ul?.s) found.underline = true;
  if (style.st?.s) found.strikethrough = true;
  if (style.ht) found.horizontal = HORIZONTAL[style.ht];
  if (style.vt) found.vertical = VERTICAL[style.vt];
  if (style.tb === WRAP) found.wrap = true;
  const indent = Math.round(((style.pd?.l ?? PADDING) - PADDING) / INDENT);
  if (indent > 0) found.indent = indent;
  const borders = bordersFromUniver(style.bd);
  if (Object.keys(borders).length > 0) found.borders = borders;
  return found;
}

/** In the order of Univer's numbers; 0 stands for none. */
const HORIZONTAL: readonly Style["horizontal"][] = ["general", "left", "center", "right", "justify"];
const VERTICAL: readonly Style["vertical"][] = [null, "top", "center", "bottom"];
const [OVERFLOW, WRAP] = [1, 3];
const [INDENT, PADDING] = [9, 2];
const LINES = { thin: 1, dotted: 3, dashed: 4, double: 7, medium: 8, thick: 13 };
const EDGES = { top: "t", bottom: "b", left: "l", right: "r" } as const;

function flag(on: boolean): 0 | 1 {
  return on ? 1 : 0;
}

function bordersToUniver(borders: NonNullable<Style["borders"]>): IBorderData {
  const entries = (Object.entries(borders) as [BorderEdge, Border | null][]).map(([edge, border]) => [EDGES[edge], border && { s: LINES[border.style], cl: { rgb: border.color } }]);
  return Object.fromEntries(entries) as IBorderData;
}

function bordersFromUniver(data: Nullable<IBorderData>): Partial<Record<BorderEdge, Border>> {
  const found: Partial<Record<BorderEdge, Border>> = {};
  for (const [edge, key] of Object.entries(EDGES) as [BorderEdge, "t" | "b" | "l" | "r"][]) {
    const line = data?.[key];
    const style = line && (Object.entries(LINES) as [Border["style"], number][]).find(([, s]) => s === line.s)?.[0];
    if (line && style) found[edge] = { style, color: hex(line.cl?.rgb) ?? "#000000" };
  }
  return found;
}

/** "#RRGGBB", whatever way a colour was picked: "#abc", "rgb(1, 2, 3)". */
export function hex(color: Nullable<string>): string | null {
  if (!color) return null;
  const numbers = /^rgba?\(\s*(\d+)[\s,]+(\d+)[\s,]+(\d+)/i.exec(color);
  if (numbers) return `#${numbers.slice(1, 4).map((n) => Number(n).toString(16).padStart(2, "0")).join("")}`.toUpperCase();
  const short = /^#([0-9a-f])([0-9a-f])([0-9a-f])$/i.exec(color);
  return (short ? `#${short.slice(1).map((c) => c + c).join("")}` : color).toUpperCase();
}
