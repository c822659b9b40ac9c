import { FIRST_DAY, LAST_DAY } from "../day";
import { palette } from "../palette";
import { type ColumnPlan, FORMAT, type SheetPlan, type TablePlan } from "../schema";
import { isNoCriterion, literal } from "./criteria";
import { OR_DASH } from "./dashboard/figures";
import { native } from "./reports/columns";

/** Puts that one has thought through, as they were meant, beside what the log says was done. docs/spec/journal.md §8. */
export const plans: TablePlan = {
  name: "Plans",
  columns: [
    day("Date", "Day on which it was planned: what was sold since then counts."),
    text("Account", 72, "Where it is to be sold; blank means Main."),
    text("Ticker", 60, "The stock."),
    number("Target price", "#,##0.00##", "The price at which you want to own it."),
    { ...text("Why", 200, "Why you would be glad to own it at that price."), wrap: true },
    number("Strike", FORMAT.plain, "Strike of the put."),
    day("Expiry", "Day on which the put expires."),
    number("Quantity", FORMAT.whole, "Contracts that you meant to sell."),
    number("Premium", "#,##0.00##", "Dollars a share that you counted on."),
    { ...text("Verdict", 230, "What your rules said of it on that day: Pass, or every reason against it."), wrap: true },
    native("Break-even", 78, "#,##0.00##", "Strike − premium: what a share really costs when it is assigned, before fees. Marked when it is above your target price.", (cell) => `IF(AND(ISNUMBER(${cell("Strike")}),ISNUMBER(${cell("Premium")})),${cell("Strike")}-${cell("Premium")},"")`),
    native("Until", 72, FORMAT.date, "Day on which you planned the same put anew: what was sold from then on belongs to that plan. Blank: to this one.", (cell) => planned(cell, until(cell))),
    native("Sold", 60, FORMAT.whole, "Contracts of this put that were sold to open in Trades in this account since the date, and before the same put was planned anew.", (cell) => planned(cell, contracts(cell, ["Sell to open"], sinceThePlan(cell)))),
    native("Price got", 72, "#,##0.00##", "Their price a share, on average, before fees.", (cell) => planned(cell, `IF(${cell("Sold")}>0,${proceeds(cell)}/${cell("Sold")},"")`)),
    native("Difference", 78, "#,##0.00##;[Red]-#,##0.00##", "Price got − premium: what a share brought more than you counted on.", (cell) => `IF(ISNUMBER(${cell("Price got")}),${cell("Price got")}-N(${cell("Premium")}),"")`),
    native("Sold before", 66, OR_DASH, "Contracts of this put that were sold before the date, by an earlier plan or by none: what was sold first is closed first.", (cell) => planned(cell, contracts(cell, ["Sell to open"], beforeThePlan(cell)))),
    native("Bought back", 66, OR_DASH, "Of what this plan sold.", (cell) => planned(cell, closed(cell, ["Buy to close"]))),
    native("Assigned", 66, OR_DASH, "Of what this plan sold.", (cell) => planned(cell, `${closed(cell, ["Buy to close", "Assigned"])}-${cell("Bought back")}`)),
    native("Expired", 66, OR_DASH, "Of what this plan sold.", (cell) => planned(cell, `${closed(cell, ["Buy to close", "Assigned", "Expired"])}-${cell("Bought back")}-${cell("Assigned")}`)),
    native("Outcome", 190, FORMAT.plain, "What became of what was sold: contracts that are open, expired, were assigned or bought back. Not sold, not sold yet, or planned anew.", outcome),
  ],
  rows: [],
  highlights: [
    { columns: ["Break-even"], formula: (ref) => `=AND(ISNUMBER(${ref("Break-even")}),N(${ref("Target price")})>0,N(${ref("Break-even")})>N(${ref("Target price")})+0.000005)`, fill: palette.warnGround, fontColor: palette.warn },
    { columns: ["Outcome"], formula: (ref) => `=OR(LEFT(${ref("Outcome")},8)="Not sold",${ref("Outcome")}="Planned anew")`, fontColor: palette.slate },
  ],
};

export const plansSheet: SheetPlan = {
  name: "Plans",
  kind: "typed",
  title: "Plans",
  subtitle: "Puts that you have thought through, and beside them what you did: did you sell what you planned, at the price that you counted on?",
  tables: [plans],
};

type Cell = (header: string) => string;
const planned = (cell: Cell, formula: string): string => `IF(AND(LEN(${cell("Ticker")})>0,${["Date", "Strike", "Expiry"].map((header) => `ISNUMBER(${cell(header)})`).join(",")}),${formula},"")`;

/** A blank account is Main, here and there. */
const isMain = (cell: Cell): string => `OR(LEN(${cell("Account")})=0,${cell("Account")}="Main")`;
const isAccount = (cell: Cell, column: string): string => `((${column}=IF(${isMain(cell)},"Main",${cell("Account")}))+${isMain(cell)}*(${column}=""))`;

/** The first day of another plan of the same put that is later, or of the same day and further down. */
function until(cell: Cell): string {
  const day = `INT(${cell("Date")})`;
  const isPlan = `([Date]>=${FIRST_DAY})*([Date]<${LAST_DAY + 1})*ISNUMBER([Quantity])*([Quantity]>0)*ISNUMBER([Premium])*([Premium]>=0)`;
  const same = `([Ticker]=${cell("Ticker")})*([Strike]=${cell("Strike")})*([Expiry]>=INT(${cell("Expiry")}))*([Expiry]<INT(${cell("Expiry")})+1)*${isAccount(cell, "[Account]")}`;
  const isLater = `([Date]>=${day}+(ROW([Date])-SUM(ROW(${cell("Date")}))<=0))`;
  // the earliest is what lies farthest before the end of all days; of what is no day one digit is read, "0", so that a word in one row breaks no other
  const dayOf = `LEFT("0"&[Date],1+5*([Date]>=${FIRST_DAY})*([Date]<${LAST_DAY + 1}))`;
  const found = `SUMPRODUCT(MAX(${isPlan}*${same}*${isLater}*(${LAST_DAY + 1}-${dayOf})))`;
  return `IF(${found}=0,"",${LAST_DAY + 1}-${found})`;
}

/** Days of the log, as in a criterion: [comparison, day]. */
type Days = readonly (readonly [">=" | "<", string])[];
const sinceThePlan = (cell: Cell): Days => [[">=", `INT(${cell("Date")})`], ["<", `IF(ISNUMBER(${cell("Until")}),${cell("Until")},${LAST_DAY + 1})`]];
const beforeThePlan = (cell: Cell): Days => [["<", `INT(${cell("Date")})`]];
const expires = (cell: Cell): Days => [[">=", `INT(${cell("Expiry")})`], ["<", `INT(${cell("Expiry")})+1`]];

/** Contracts of this put in the rows of the log with these actions. Criteria are quick in a long log; a name that they would take for something else is compared as it is. */
function contracts(cell: Cell, actions: readonly string[], days: Days = []): string {
  const bounds = (column: string, all: Days): string => all.map(([sign, day]) => `,Trades[${column}],"${sign}"&${day}`).join("");
  const action = actions.length === 1 ? `"${actions[0]}"` : `{${actions.map((one) => `"${one}"`).join(",")}}`;
  const of = (account: string): string =>
    `SUMPRODUCT(SUMIFS(Trades[Quantity],Trades[Ticker],"="&${literal(cell("Ticker"))},Trades[Type],"Put",Trades[Strike],${cell("Strike")}${bounds("Expiry", expires(cell))}${bounds("Date", days)},Trades[Account],${account},Trades[Action],${action}))`;
  const isOdd = `OR(${isNoCriterion(cell("Ticker"))},${isNoCriterion(cell("Account"))})`;
  return `IF(${isOdd},SUMPRODUCT(${rowsOf(cell, actions, days)},Trades[Quantity]),IF(${isMain(cell)},${of(`"=Main"`)}+${of(`"="`)},${of(`"="&${cell("Account")}`)}))`;
}

/** The same rows by "=", which takes every name for itself. */
function rowsOf(cell: Cell, actions: readonly string[], days: Days): string {
  const same = [
    `Trades[Ticker]=${cell("Ticker")}`, `Trades[Type]="Put"`, `Trades[Strike]=${cell("Strike")}`, actions.map((one) => `(Trades[Action]="${one}")`).join("+"),
    ...expires(cell).map(([sign, day]) => `Trades[Expiry]${sign}${day}`), ...days.map(([sign, day]) => `Trades[Date]${sign}${day}`),
  ];
  return `${same.map((one) => `(${one})`).join("*")}*${isAccount(cell, "Trades[Account]")}`;
}

/** Quantity × price of the plan's sales. */
const proceeds = (cell: Cell): string => `SUMPRODUCT(${rowsOf(cell, ["Sell to open"], sinceThePlan(cell))},Trades[Quantity],Trades[Price])`;

/** Of the plan's contracts those that were closed in one of these ways, once what was sold before is closed. */
function closed(cell: Cell, actions: readonly string[]): string {
  return `MAX(0,MIN(${cell("Sold")},${contracts(cell, actions)}-${cell("Sold before")}))`;
}

function outcome(cell: Cell): string {
  const counted = (count: string, words: string): string => `TEXT(${count},""" · ""0"" ${words}"";;")`;
  const isPast = `${cell("Expiry")}<TODAY()`;
  const open = `${cell("Sold")}-${cell("Bought back")}-${cell("Assigned")}-${cell("Expired")}`;
  const parts = [counted(open, `open"&IF(${isPast},", past expiry","")&"`), ...["Expired", "Assigned", "Bought back"].map((header) => counted(cell(header), header.toLowerCase()))];
  return planned(cell, `IF(${cell("Sold")}=0,IF(ISNUMBER(${cell("Until")}),"Planned anew",IF(${isPast},"Not sold","Not sold yet")),MID(${parts.join("&")},4,99))`);
}

function text(header: string, width: number, note: string): ColumnPlan {
  return { header, kind: "typed", width, numberFormat: FORMAT.plain, align: "left", note };
}

function number(header: string, numberFormat: string, note: string): ColumnPlan {
  return { header, kind: "typed", width: 66, numberFormat, align: "right", note, check: { rule: { kind: "atLeast", limit: 0 }, refusal: "warn", words: `${header} is usually a number, zero or above.` } };
}

function day(header: string, note: string): ColumnPlan {
  return { header, kind: "typed", width: 72, numberFormat: FORMAT.date, align: "right", note, check: { rule: { kind: "day" }, refusal: "warn", words: "This is usually a date, such as 2026-02-20." } };
}
