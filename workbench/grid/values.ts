import type { CellInput, CellValue } from "./grid";

const ERRORS = new Set(["#NULL!", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#N/A", "#SPILL!", "#CALC!", "#BUSY!", "#FIELD!", "#BLOCKED!", "#CONNECT!", "#UNKNOWN!", "#GETTING_DATA"]);

export function isError(value: CellValue): boolean {
  return typeof value === "string" && ERRORS.has(value);
}

/** Excel's name for the kind of a value. */
export function valueType(value: CellValue): "Empty" | "Error" | "Double" | "Boolean" | "String" {
  if (value === "") return "Empty";
  if (isError(value)) return "Error";
  return typeof value === "number" ? "Double" : typeof value === "boolean" ? "Boolean" : "String";
}

/**
 * What Excel makes of a text that is typed or written into a cell whose number format is `numberFormat`: a formula, a number, a day,
 * a truth value, an error or plain text. A leading apostrophe keeps anything a text. A number format comes along where the text brings one and the cell has none.
 * A text that starts with + or - and is no number is a formula, as Excel has it. `year` is what a day without one belongs to.
 */
export function readTyped(text: string, numberFormat = "General", year = new Date().getFullYear()): CellInput {
  if (numberFormat === "@") return { value: text.startsWith("'") ? text.slice(1) : text };
  if (text.startsWith("'")) return { value: text.slice(1) };
  if (text.length > 1 && text.startsWith("=")) return { formula: text };
  const plain = text.trim();
  if (plain === "") return { value: text };
  if (/^(true|false)$/i.test(plain)) return { value: plain.toUpperCase() === "TRUE" };
  if (ERRORS.has(plain.toUpperCase())) return { value: plain.toUpperCase() };
  const found = readNumber(plain) ?? readDay(plain, year) ?? readTime(plain);
  if (found) return found.format === undefined || numberFormat !== "General" ? { value: found.value } : { value: found.value, numberFormat: found.format };
  if (/^[-+]./.test(plain)) return { formula: "=" + plain };
  return { value: text };
}

/** Excel's day number; null when there is no such day. */
export function dayNumber(year: number, month: number, day: number): number | null {
  const time = Date.UTC(year, month - 1, day);
  const date = new Date(time);
  const exists = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  if (!exists || year < 1900 || year > 9999) return null;
  const serial = time / 86400000 + 25569;
  return serial < 61 ? serial - 1 : serial; // Excel counts a 29 February 1900
}

interface Found {
  readonly value: number;
  readonly format?: string;
}

function readNumber(text: string): Found | null {
  if (/^[-+]?(\d+\.?\d*|\.\d+)(E[-+]?\d+)?$/i.test(text)) {
    const value = Number(text);
    return Number.isFinite(value) ? { value } : null;
  }
  const fraction = /^([-+]?)(\d+) (\d+)\/(\d+)$/.exec(text);
  if (fraction && Number(fraction[4]) > 0) return { value: (fraction[1] === "-" ? -1 : 1) * (Number(fraction[2]) + Number(fraction[3]) / Number(fraction[4])), format: "# ?/?" };
  const inner = /^\((.*)\)$/.exec(text)?.[1];
  const money = /^([-+]?)(\$?)([-+]?)(\d{1,3}(?:,\d{3})+|\d+)?(\.\d*)?(%?)$/.exec((inner ?? text).trim());
  if (!money) return null;
  const [, before = "", dollar = "", after = "", whole = "", decimals = "", percent = ""] = money;
  if ((before && after) || (whole === "" && decimals.length < 2) || (dollar && percent) || (inner !== undefined && (before || after))) return null;
  const size = Number(`${whole.replace(/,/g, "")}${decimals}`);
  const value = (before === "-" || after === "-" || inner !== undefined ? -size : size) / (percent ? 100 : 1);
  const digits = decimals.length > 1;
  if (percent) return { value, format: digits ? "0.00%" : "0%" };
  if (dollar) return { value, format: digits ? "$#,##0.00_);[Red]($#,##0.00)" : "$#,##0_);[Red]($#,##0)" };
  return whole.includes(",") ? { value, format: digits ? "#,##0.00" : "#,##0" } : { value };
}

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

function readDay(text: string, thisYear: number): Found | null {
  const iso = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})$/.exec(text);
  if (iso) return day(Number(iso[1]), Number(iso[2]), Number(iso[3]), "m/d/yyyy");
  const us = /^(\d{1,2})[-/](\d{1,2})[-/](\d{4}|\d{2})$/.exec(text);
  if (us) return day(fullYear(us[3] ?? ""), Number(us[1]), Number(us[2]), "m/d/yyyy");
  const short = /^(\d{1,2})[-/](\d{1,2})$/.exec(text);
  if (short) return day(thisYear, Number(short[1]), Number(short[2]), "d-mmm");
  const named = /^(\d{1,2})[- ]([a-z]{3,9})(?:[- ,]+(\d{4}|\d{2}))?$/i.exec(text);
  if (named) return namedDay(named[1], named[2], named[3], thisYear);
  const american = /^([a-z]{3,9})[- ](\d{1,2})(?:,? +(\d{4}))?$/i.exec(text);
  return american ? namedDay(american[2], american[1], american[3], thisYear) : null;
}

function namedDay(date = "", name = "", year: string | undefined, thisYear: number): Found | null {
  const month = MONTHS.findIndex((m) => name.toLowerCase().startsWith(m)) + 1;
  const full = ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"][month - 1] ?? "";
  if (month === 0 || (name.length > 3 && full !== name.toLowerCase())) return null;
  return day(year === undefined ? thisYear : fullYear(year), month, Number(date), year === undefined ? "d-mmm" : "d-mmm-yy");
}

function day(year: number, month: number, date: number, format: string): Found | null {
  const value = dayNumber(year, month, date);
  return value === null ? null : { value, format };
}

/** 00 to 29 are 2000 to 2029, as Excel reads two digits. */
function fullYear(text: string): number {
  const year = Number(text);
  return text.length > 2 ? year : year < 30 ? 2000 + year : 1900 + year;
}

function readTime(text: string): Found | null {
  const time = /^(\d{1,2}):(\d{2})(?::(\d{2}))?(?: (am|pm))?$/i.exec(text);
  if (!time) return null;
  const hour = Number(time[1]);
  const [minute, second, half] = [Number(time[2]), Number(time[3] ?? 0), time[4]?.toLowerCase()];
  if (minute > 59 || second > 59 || hour > (half ? 12 : 23) || (half && hour === 0)) return null;
  const hours = half === undefined ? hour : (hour % 12) + (half === "pm" ? 12 : 0);
  return { value: (hours * 3600 + minute * 60 + second) / 86400, format: half ? "h:mm AM/PM" : time[3] ? "h:mm:ss" : "h:mm" };
}
