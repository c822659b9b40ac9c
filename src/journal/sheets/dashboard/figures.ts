import { palette } from "../../palette";
import type { Highlight } from "../../schema";

/** The cash against which collateral and shares are held: that of Settings; else, where deposits are logged, what the log adds up to; else none is known, and it is 0. */
export const CASH = `IF(${settingOf("Cash")}>0,${settingOf("Cash")},IF(COUNTIF(Trades[Action],"Deposit")>0,MAX(0,SUM(Trades[Cash])),0))`;

export const CASH_SOURCE = `IF(${settingOf("Cash")}>0,"as typed in Settings",IF(COUNTIF(Trades[Action],"Deposit")>0,"what the log adds up to","type it in Settings"))`;

export const SHARES_AT_STRIKE_COST = `-SUMIFS(Positions[Credit],Positions[Type],"Shares")`;

/** A number of the Settings table by its name; 0 when it is blank, no number or gone. */
export function settingOf(name: string): string {
  return `IFERROR(N(INDEX(Settings[Value],MATCH("${name}",Settings[Name],0))),0)`;
}

/** On the page in whole dollars; the tables that it asks have the cents. */
export const DOLLARS = "#,##0;[Red]-#,##0";
/** In tables, where most are zero in many rows: what is there stands out. */
export const OR_DASH = '#,##0;[Red]-#,##0;"–"';
export const PERCENT = "0.0%;[Red]-0.0%";

type Cell = (header: string) => string;

/** What the shares of all groups are counted from: cash and shares at market, without a price at strike cost; all totals where no cash is known. `column` is a column of Exposure. */
export function capitalOf(column: (header: string) => string): string {
  const shares = `(SUM(${column("At market")})+SUMPRODUCT((LEN(${column("At market")})=0)*1,${column("At strike cost")}))`;
  return `IF(${CASH}>0,${CASH}+${shares},SUM(${column("Total")}))`;
}

/** How many dollars are left up to the limit of a row, or too many, after "; "; nothing where there is none. `sentence` takes the first "; " away. */
export function limitWords(cell: Cell): string {
  const room = `(${cell("Limit")}*${cell("Total")}/${cell("Share")}-${cell("Total")})`;
  return `IF(AND(ISNUMBER(${cell("Limit")}),N(${cell("Share")})>0),IF(${room}<-0.005,"; Above the limit by "&FIXED(-${room},2),"; Within the limit: "&FIXED(MAX(0,${room}),2)&" left"),"")`;
}

export const sentence = (words: string): string => `MID(${words},3,200)`;

export const LIMIT_MARKS: readonly Highlight[] = [
  { columns: ["State"], formula: (ref) => `=LEFT(${ref("State")},5)="Above"`, fontColor: palette.loss, bold: true },
  { columns: ["State"], formula: (ref) => `=LEFT(${ref("State")},6)="Within"`, fontColor: palette.gain },
];

/** Where the Watchlist names none. */
export const NO_SECTOR = "(no sector)";
