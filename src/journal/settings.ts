import { type Convention, DAYCOUNTS, STANDARD } from "../calc";

/** One line of the Settings table. */
export interface Setting {
  readonly name: string;
  readonly value: string | number;
  readonly unit: string;
  readonly what: string;
  readonly numberFormat: string;
  readonly choices?: readonly (string | number)[];
}

/** The convention, the cash, the limits of a sale, then those of what is open: the names by which functions and reports ask for them. */
export const SETTINGS: readonly Setting[] = [
  { name: "Capital base", value: STANDARD.base, unit: "strike or net", numberFormat: "General", choices: ["strike", "net"], what: "Capital under a yield: the strike, or net, the strike less the premium." },
  { name: "Day count", value: STANDARD.daycount, unit: "days a year", numberFormat: "General", choices: DAYCOUNTS, what: "Days of a year when a yield is annualised. 365 is usual." },
  { name: "Compounding", value: "simple", unit: "simple or compound", numberFormat: "General", choices: ["simple", "compound"], what: "Simple multiplies the yield by the turns in a year; compound reinvests each turn." },
  { name: "Cash", value: "", unit: "$", numberFormat: "#,##0.00", what: "Cash in the account, collateral included. Blank until you type it." },
  { name: "Days from", value: 30, unit: "days", numberFormat: "#,##0", what: "Fewest days to expiration that you want to sell." },
  { name: "Days to", value: 45, unit: "days", numberFormat: "#,##0", what: "Most days to expiration that you want to sell." },
  { name: "Most spread of mid", value: 0.1, unit: "share of mid", numberFormat: "0%", what: "Widest spread between bid and ask, as a share of their middle." },
  { name: "Least open interest", value: 100, unit: "contracts", numberFormat: "#,##0", what: "Fewest open contracts at a strike." },
  { name: "Least annualised yield", value: 0, unit: "a year", numberFormat: "0.00%", what: "Lowest annualised yield that you take." },
  { name: "Least premium", value: 0, unit: "$ a share", numberFormat: "#,##0.00##", what: "Lowest premium that is worth the trouble." },
  { name: "Most |delta|", value: 0.35, unit: "", numberFormat: "0.00", what: "Largest delta, without its sign." },
  { name: "Least |delta|", value: 0, unit: "", numberFormat: "0.00", what: "Smallest delta, without its sign: below it a put pays next to nothing." },
  { name: "Target price", value: "", unit: "$ a share", numberFormat: "#,##0.00##", what: "Highest break-even that you take; blank takes any." },
  { name: "Most share of cash a ticker", value: 0.2, unit: "share of cash", numberFormat: "0%", what: "Most of your cash that may hang on one ticker." },
  { name: "Most share of cash a sector", value: 0.4, unit: "share of cash", numberFormat: "0%", what: "Most of your cash that may hang on one sector." },
  { name: "Price to use", value: "mid", unit: "bid, mid or ask", numberFormat: "General", choices: ["bid", "mid", "ask"], what: "The premium to count with, from a chain's quotes." },
  { name: "Risk-free rate", value: 0, unit: "a year", numberFormat: "0.00%", what: "Interest without risk, such as Treasury bills pay: for the value of an option." },
  { name: "Distress amount", value: "", unit: "$", numberFormat: "#,##0.00", what: "Loss on one stock at which you would lose sleep. Blank asks nothing." },
  { name: "Most drawdown", value: 0.15, unit: "share of capital", numberFormat: "0%", what: "Loss on one stock, premiums inside, as a share of what it ties up, from which on you are told." },
  { name: "Most rolls a chain", value: 3, unit: "rolls", numberFormat: "#,##0", what: "How often a put may be rolled on before you take the shares or the loss. Blank asks nothing." },
  { name: "Most days a chain", value: 180, unit: "days", numberFormat: "#,##0", what: "Days from the first sale of a roll chain to its last expiry, at most. Blank asks nothing." },
];

export interface SettingsRead {
  readonly convention: Convention;
  readonly problems: readonly { readonly name: string; readonly words: string }[];
}

/** Names and values as they stand in the table → the convention; what cannot be read keeps its default, and says so. */
export function readConvention(rows: readonly { readonly name: string; readonly value: unknown }[]): SettingsRead {
  const problems: { name: string; words: string }[] = [];
  const choose = <T extends string | number>(name: string, choices: readonly T[], standard: T): T => {
    const value = rows.find((row) => sameName(row.name, name))?.value ?? "";
    const found = choices.find((choice) => String(choice) === String(value).trim().toLowerCase());
    if (found === undefined && value !== "") problems.push({ name, words: `${name} must be ${listed(choices)}; until then it is ${standard}` });
    return found ?? standard;
  };
  const base = choose("Capital base", ["strike", "net"] as const, STANDARD.base);
  const daycount = choose("Day count", DAYCOUNTS, STANDARD.daycount);
  const compound = choose("Compounding", ["simple", "compound"] as const, "simple") === "compound";
  return { convention: { base, daycount, compound }, problems };
}

/** The convention as it stands in the table. */
export function conventionRows({ base, daycount, compound }: Convention): readonly { readonly name: string; readonly value: string | number }[] {
  return [
    { name: "Capital base", value: base },
    { name: "Day count", value: daycount },
    { name: "Compounding", value: compound ? "compound" : "simple" },
  ];
}

/** A number of the table by its name: what stands there, the default where the row is gone, else null. A blank is null: it asks nothing. */
export function settingNumber(rows: readonly { readonly name: string; readonly value: unknown }[], name: string): number | null {
  const row = rows.find((one) => sameName(one.name, name));
  const value = row ? row.value : SETTINGS.find((one) => one.name === name)?.value;
  return typeof value === "number" && Number.isFinite(value) ? value : null;
}

/** Numbers that are asked by name and cannot be read: each in words, with what holds until then. Rules of a sale are judged where they are used. */
export function numberProblems(rows: readonly { readonly name: string; readonly value: unknown }[]): SettingsRead["problems"] {
  return SETTINGS.filter(({ name }) => NUMBERS.includes(name)).flatMap(({ name, value: standard }) => {
    const value = rows.find((row) => sameName(row.name, name))?.value ?? "";
    const isFine = value === "" || (typeof value === "number" && Number.isFinite(value) && value >= 0);
    return isFine ? [] : [{ name, words: `${name} must be a number, zero or above; until then ${standard === "" ? "nothing is known of it" : "nothing is asked of it"}` }];
  });
}
const NUMBERS: readonly string[] = ["Cash", "Risk-free rate", "Distress amount", "Most drawdown", "Most rolls a chain", "Most days a chain"];

export function sameName(one: string, other: string): boolean {
  return one.trim().toLowerCase() === other.trim().toLowerCase();
}

const listed = (choices: readonly (string | number)[]): string => `${choices.slice(0, -1).join(", ")} or ${choices.at(-1)}`;

/** Where there is no Settings table. */
export const STANDARD_SETTINGS: SettingsRead = { convention: STANDARD, problems: [] };

/** All conventions that can be chosen. */
export function everyConvention(): readonly Convention[] {
  return (["strike", "net"] as const).flatMap((base) => DAYCOUNTS.flatMap((daycount) => [false, true].map((compound) => ({ base, daycount, compound }))));
}
