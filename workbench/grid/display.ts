import type { CellValue } from "./grid";

/**
 * A value as a cell shows it under a number format. For grids without an engine; it knows what a journal uses: sections, digits,
 * thousands, percent, quoted and literal text, days and times. Colours in brackets are left out, as `text` leaves them out in Excel.
 */
export function displayText(value: CellValue, numberFormat: string): string {
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  if (typeof value === "string") return textUnder(value, numberFormat);
  if (numberFormat === "General" || numberFormat === "@") return general(value);
  if (isTooLongToShow(value, numberFormat)) return TOO_LONG;
  const sections = split(numberFormat);
  const section = value < 0 && sections[1] !== undefined ? sections[1] : value === 0 && sections[2] !== undefined ? sections[2] : sections[0] ?? "";
  const plain = section.replace(/\[[^\]]*\]/g, "");
  if (isDate(plain)) return value < 0 ? TOO_LONG : date(value, plain);
  const shown = value < 0 && sections[1] !== undefined ? -value : value;
  return number(shown, plain);
}

/** What fills a cell that is too narrow for its number, or a day that is none. */
export const TOO_LONG = "########";

/** No column is wide enough for such a number when a format asks for all its digits. */
export function isTooLongToShow(value: number, numberFormat = "General"): boolean {
  return Math.abs(value) >= 1e21 && numberFormat !== "General" && numberFormat !== "@";
}

function general(value: number): string {
  return String(Number(value.toPrecision(11))).replace("e", "E");
}

/** A text follows the fourth section, in which @ stands for it. */
function textUnder(text: string, format: string): string {
  const section = split(format)[3];
  return section === undefined ? text : section.split("@").map(literal).join(text);
}

/** Sections are separated by semicolons that stand outside of quotes. */
function split(format: string): string[] {
  return format.match(/(?:"[^"]*"|\\.|[^;"\\])+|(?<=^|;)(?=;|$)/g) ?? [""];
}

function isDate(format: string): boolean {
  return /[dmyhs]/i.test(format.replace(/"[^"]*"|\\./g, ""));
}

function date(value: number, format: string): string {
  const at = new Date(Math.round((value - 25569) * 86400) * 1000);
  const pad = (n: number, length: number) => String(n).padStart(length, "0");
  const month = (style: Intl.DateTimeFormatOptions["month"]) => at.toLocaleString("en-US", { month: style, timeZone: "UTC" });
  const weekday = (style: Intl.DateTimeFormatOptions["weekday"]) => at.toLocaleString("en-US", { weekday: style, timeZone: "UTC" });
  const half = /am\/pm/i.test(format);
  let afterHour = false;
  return format.replace(/"([^"]*)"|\\(.)|am\/pm|y+|m+|d+|h+|s+/gi, (token, quoted?: string, escaped?: string) => {
    const kind = token.charAt(0).toLowerCase();
    if (quoted !== undefined || escaped !== undefined) return quoted ?? escaped ?? "";
    const minutes = kind === "m" && afterHour;
    afterHour = kind === "h";
    if (kind === "a") return at.getUTCHours() < 12 ? "AM" : "PM";
    if (kind === "y") return token.length > 2 ? pad(at.getUTCFullYear(), 4) : pad(at.getUTCFullYear() % 100, 2);
    if (minutes) return pad(at.getUTCMinutes(), token.length);
    if (kind === "m") return token.length > 3 ? month("long") : token.length === 3 ? month("short") : pad(at.getUTCMonth() + 1, token.length);
    if (kind === "d") return token.length > 3 ? weekday("long") : token.length === 3 ? weekday("short") : pad(at.getUTCDate(), token.length);
    if (kind === "h") return pad(half ? at.getUTCHours() % 12 || 12 : at.getUTCHours(), token.length);
    return pad(at.getUTCSeconds(), token.length);
  });
}

function number(value: number, format: string): string {
  const spot = /[#0?](?:[#0?,.]*[#0?])?/.exec(format.replace(/"[^"]*"|\\./g, (text) => " ".repeat(text.length)));
  if (!spot) return literal(format);
  const digits = spot[0];
  const [whole = "", decimals = ""] = digits.split(".");
  const percent = format.includes("%");
  const least = decimals.replace(/[^0]/g, "").length;
  const fixed = Math.abs(percent ? value * 100 : value).toFixed(decimals.length);
  const [a = "0", b = ""] = fixed.split(".");
  const tail = b.replace(/0+$/, "").padEnd(least, "0");
  const lead = a.padStart(whole.replace(/[^0]/g, "").length, "0");
  const head = whole.includes(",") ? lead.replace(/\B(?=(\d{3})+$)/g, ",") : lead === "0" && !/0/.test(whole) ? "" : lead;
  const sign = value < 0 && Number(fixed) !== 0 ? "-" : "";
  const dot = format.slice(spot.index).includes(".") && decimals.length > 0 && (tail !== "" || /\.$/.test(digits)) ? "." : "";
  return sign + literal(format.slice(0, spot.index)) + head + dot + tail + literal(format.slice(spot.index + digits.length));
}

/** What stands around the digits: quotes and escapes off, `_x` is a space, `*x` fills. */
function literal(text: string): string {
  return text.replace(/"([^"]*)"|\\(.)|_(.)|\*./g, (_, quoted?: string, escaped?: string, space?: string) => quoted ?? escaped ?? (space === undefined ? "" : " "));
}
