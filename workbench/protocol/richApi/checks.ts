import { invalidArgument } from "../errors";
import type { Check } from "./members";

/** What an argument must be. Each check names the argument's place and what it found, so that a mistake is understood at once. */
export const text: Check = (value, where) => demand(typeof value === "string", value, where, "a text");
export const flag: Check = (value, where) => demand(typeof value === "boolean", value, where, "true or false");
export const number: Check = (value, where) => demand(typeof value === "number" && Number.isFinite(value), value, where, "a number");
export const whole: Check = (value, where) => demand(Number.isInteger(value), value, where, "a whole number");
export const anything: Check = (value) => value;

export const count: Check = (value, where) => demand(Number.isInteger(value) && (value as number) >= 0, value, where, "a whole number from 0 on");

export const color: Check = (value, where) => {
  if (typeof value === "string" && NAMED[value.toLowerCase()]) return NAMED[value.toLowerCase()];
  return String(demand(typeof value === "string" && /^#?[0-9a-f]{6}$/i.test(value), value, where, "a colour such as #107C41")).replace(/^#?/, "#").toUpperCase();
};

export const oneOf = (...allowed: readonly string[]): Check => (value, where) => demand(typeof value === "string" && allowed.includes(value), value, where, `one of ${allowed.join(", ")}`);

export const either = (...checks: readonly Check[]): Check => (value, where) => {
  const failures: unknown[] = [];
  for (const check of checks) {
    try {
      return check(value, where);
    } catch (failure) {
      failures.push(failure);
    }
  }
  throw failures.at(-1);
};

export const optional = (check: Check): Check => (value, where) => (value === undefined || value === null ? undefined : check(value, where));

/** A plain object with no keys but these; those in `required` must be there. */
export const record = (keys: Readonly<Record<string, Check>>, required: readonly string[] = []): Check => (value, where) => {
  demand(typeof value === "object" && value !== null && !Array.isArray(value), value, where, "an object");
  const given = value as Record<string, unknown>;
  const extra = Object.keys(given).find((key) => !keys[key]);
  if (extra !== undefined) throw invalidArgument(`${where}.${extra}`, "no such key is known");
  const missing = required.find((key) => given[key] === undefined || given[key] === null);
  if (missing !== undefined) throw invalidArgument(`${where}.${missing}`, "it is missing");
  return Object.fromEntries(Object.entries(given).map(([key, item]) => [key, item === undefined ? item : keys[key]?.(item, `${where}.${key}`)]));
};

export const listOf = (check: Check): Check => (value, where) => {
  demand(Array.isArray(value), value, where, "an array");
  return (value as unknown[]).map((item, i) => check(item, `${where}[${i}]`));
};

function demand(holds: boolean, value: unknown, where: string, what: string): unknown {
  if (!holds) throw invalidArgument(where, `${what} is expected, not ${show(value)}`);
  return value;
}

function show(value: unknown): string {
  if (value === undefined || value === null) return "nothing";
  const shown = typeof value === "object" && value.constructor !== Object && !Array.isArray(value) ? value.constructor.name : JSON.stringify(value) ?? typeof value;
  return shown.length > 80 ? `${shown.slice(0, 77)}…` : shown;
}

const NAMED: Readonly<Record<string, string>> = { black: "#000000", white: "#FFFFFF", red: "#FF0000", green: "#008000", blue: "#0000FF", yellow: "#FFFF00", orange: "#FFA500", gray: "#808080", grey: "#808080", purple: "#800080" };
