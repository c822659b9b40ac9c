import { palette } from "../palette";
import { type ColumnPlan, FORMAT, type SheetPlan, type TablePlan } from "../schema";
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
    native("Sold", 60, FORMAT.whole, "Contracts of this put that were sold to open in Trades since the date, in this account.", (cell) => planned(cell, traded(cell, "Sell to open"))),
    native("Price got", 72, "#,##0.00##", "Their price a share, on average, before fees.", (cell) => planned(cell, `IF(${cell("Sold")}>0,${proceeds(cell)}/${cell("Sold")},"")`)),
    native("Difference", 78, "#,##0.00##;[Red]-#,##0.00##", "Price got − premium: what a share brought more than you counted on.", (cell) => `IF(ISNUMBER(${cell("Price got")}),${cell("Price got")}-N(${cell("Premium")}),"")`),
    native("Outcome", 190, FORMAT.plain, "What became of what was sold: contracts that are open, expired, were assigned or bought back, from Trades.", outcome),
  ],
  rows: [],
  highlights: [
    { columns: ["Break-even"], formula: (ref) => `=AND(ISNUMBER(${ref("Break-even")}),N(${ref("Target price")})>0,N(${ref("Break-even")})>N(${ref("Target price")})+0.000005)`, fill: palette.warnGround, fontColor: palette.warn },
    { columns: ["Outcome"], formula: (ref) => `=LEFT(${ref("Outcome")},8)="Not sold"`, fontColor: palette.slate },
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
const planned = (cell: Cell, formula: string): string => `IF(AND(LEN(${cell("Ticker")})>0,ISNUMBER(${cell("Strike")}),ISNUMBER(${cell("Expiry")})),${formula},"")`;

/** Contracts of this put with which something was done since the plan. A blank account is Main, here and there. */
function traded(cell: Cell, action: string): string {
  const of = (account: string): string =>
    `SUMIFS(Trades[Quantity],Trades[Ticker],"="&${cell("Ticker")},Trades[Action],"${action}",Trades[Type],"Put",Trades[Strike],${cell("Strike")},Trades[Expiry],${cell("Expiry")},Trades[Date],">="&N(${cell("Date")}),Trades[Account],${account})`;
  return `IF(${isMain(cell)},${of(`"=Main"`)}+${of(`"="`)},${of(`"="&${cell("Account")}`)})`;
}

/** Quantity × price of the sales. */
function proceeds(cell: Cell): string {
  const account = `IF(${isMain(cell)},(Trades[Account]="Main")+(Trades[Account]=""),(Trades[Account]=${cell("Account")})*1)`;
  const same = [`Trades[Ticker]=${cell("Ticker")}`, `Trades[Action]="Sell to open"`, `Trades[Type]="Put"`, `Trades[Strike]=${cell("Strike")}`, `Trades[Expiry]=${cell("Expiry")}`, `Trades[Date]>=N(${cell("Date")})`];
  return `SUMPRODUCT(${same.map((one) => `(${one})`).join("*")}*${account},Trades[Quantity],Trades[Price])`;
}
const isMain = (cell: Cell): string => `OR(LEN(${cell("Account")})=0,${cell("Account")}="Main")`;

function outcome(cell: Cell): string {
  const [expired, assigned, back] = ["Expired", "Assigned", "Buy to close"].map((action) => traded(cell, action)) as [string, string, string];
  // a format that says nothing of zero asks the log once for each number
  const counted = (count: string, words: string): string => `TEXT(${count},""" · ""0"" ${words}"";;")`;
  const open = `${cell("Sold")}-${expired}-${assigned}-${back}`;
  const isPast = `${cell("Expiry")}<TODAY()`;
  const parts = [counted(open, `open"&IF(${isPast},", past expiry","")&"`), counted(expired, "expired"), counted(assigned, "assigned"), counted(back, "bought back")];
  return planned(cell, `IF(${cell("Sold")}=0,IF(${isPast},"Not sold","Not sold yet"),MID(${parts.join("&")},4,99))`);
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
