/** What a cell says: a value, or none where it is blank or says that there is none; else the words why it cannot be read. */
export type CellRead = { readonly value: number | null } | { readonly words: string };

/** A number, also as text: "1,250", "$5.10", "43.04%" (÷ 100). docs/spec/screen.md §1.4. */
export function numberIn(cell: unknown): CellRead {
  if (typeof cell === "number") return Number.isFinite(cell) ? { value: cell + 0 } : NONE;
  if (cell === null || cell === undefined) return NONE;
  if (typeof cell !== "string") return { words: `${shown(cell)} is not a number` };
  const bare = cell.trim().replace(/\u2212/g, "-");
  if (NO_VALUE.has(bare.toLowerCase())) return NONE;
  const [, sign = "", digits = "", percent] = /^([-+]?)\$?\s*((?:[1-9]\d{0,2}(?:,\d{3})+|\d+)?(?:\.\d*)?)\s*(%?)$/.exec(bare) ?? [];
  if (!/\d/.test(digits)) return { words: `${shown(cell)} is not a number` };
  const number = Number(`${sign}${digits.replace(/,/g, "")}`);
  if (!Number.isFinite(number)) return { words: `${shown(cell)} is too large` };
  return { value: (percent === "%" ? number / 100 : number) + 0 };
}

/** A day as Excel numbers it, or as text. docs/spec/screen.md §1.5. */
export function dayIn(cell: unknown): CellRead {
  if (cell === null || cell === undefined || cell === 0 || (typeof cell === "string" && NO_VALUE.has(cell.trim().toLowerCase()))) return NONE;
  const day = typeof cell === "number" || (typeof cell === "string" && /^\s*\d{5}\s*$/.test(cell)) ? serial(Number(cell)) : null;
  const read = day ?? (typeof cell === "string" || typeof cell === "number" ? dayOfText(String(cell)) : null);
  return read === null ? { words: `${shown(cell)} is not a date` } : { value: read };
}

/** The words of a cell inside a sentence. */
export function shown(cell: unknown): string {
  if (typeof cell === "string") return `"${cell.trim().slice(0, 30)}"`;
  return typeof cell === "number" || typeof cell === "boolean" ? String(cell).toUpperCase() : "what stands there";
}

function dayOfText(text: string): number | null {
  const bare = text.trim().replace(/^(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,?\s+/i, "");
  const iso = /^(\d{4})-?(\d{2})-?(\d{2})(?:[T :].*)?$/.exec(bare) ?? /^(\d{4})\/(\d{1,2})\/(\d{1,2})$/.exec(bare);
  if (iso) return dayNumber(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const us = /^(\d{1,2})\/(\d{1,2})\/(\d{4}|\d{2})(?:,? \d{1,2}:\d{2}(?::\d{2})?(?: ?[AP]M)?)?$/i.exec(bare);
  if (us) return dayNumber(fullYear(us[3]!), Number(us[1]), Number(us[2]));
  const dotted = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(bare);
  if (dotted) return dayNumber(Number(dotted[3]), Number(dotted[2]), Number(dotted[1]));
  const dayFirst = /^(\d{1,2})[\s-]([a-z]{3})[a-z]*\.?,?[\s-]'?(\d{4}|\d{2})\b/i.exec(bare);
  if (dayFirst) return dayNumber(fullYear(dayFirst[3]!), monthOf(dayFirst[2]!), Number(dayFirst[1]));
  const monthFirst = /^([a-z]{3})[a-z]*\.?[\s-](\d{1,2})(?:st|nd|rd|th)?,?[\s-]'?(\d{4}|\d{2})\b/i.exec(bare);
  return monthFirst ? dayNumber(fullYear(monthFirst[3]!), monthOf(monthFirst[1]!), Number(monthFirst[2])) : null;
}

function dayNumber(year: number, month: number, day: number): number | null {
  const time = Date.UTC(year, month - 1, day);
  const date = new Date(time);
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null;
  return serial(time / MILLISECONDS + EPOCH);
}

/** A day within those that can be meant. */
function serial(number: number): number | null {
  return number >= FIRST_DAY && number < AFTER_LAST_DAY ? Math.floor(number) : null;
}

const fullYear = (digits: string): number => (digits.length === 2 ? 2000 + Number(digits) : Number(digits));
const monthOf = (word: string): number => MONTHS.indexOf(word.toLowerCase()) + 1;
const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const NONE: CellRead = { value: null };
const NO_VALUE: ReadonlySet<string> = new Set(["", "-", "--", "\u2013", "\u2014", "n/a", "na", "#n/a", "nan", "null", "none", "unch"]);
const MILLISECONDS = 86_400_000;
/** 1970-01-01 in Excel's numbers. */
const EPOCH = 25569;
/** 1977-01-01, the year of the first listed puts, and 2100-01-01. */
const FIRST_DAY = 28126;
const AFTER_LAST_DAY = 73051;
