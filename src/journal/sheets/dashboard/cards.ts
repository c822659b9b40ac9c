import { type CardPlan, FORMAT } from "../../schema";
import { CASH, CASH_SOURCE, DOLLARS, PERCENT, SHARES_AT_STRIKE_COST } from "./figures";

/** The figures of the first page. They ask the reports, the log and the settings by native formulas, so they are right without the add-in; amounts are in whole dollars. */
export const cards: readonly (readonly CardPlan[])[] = [
  [
    card([0, 1], "Income so far", "SUM(Income[Net])", DOLLARS, `"realised since "&INDEX(Income[Period],1)`),
    card([2, 3], "Income this month", inMonth("TODAY()"), DOLLARS, `"last month "&FIXED(${inMonth("EOMONTH(TODAY(),-1)")},0)`),
    card([4, 5], "Return a year (simple)", returnOf("SUM(Campaigns[Total])", "SUM(Campaigns[Capital-days])"), PERCENT, `"365 days; closed turns "&ROUND(100*${returnOf(closed("Total"), closed("Capital-days"))},1)&" %"`),
    card([6, 7], "Shares at strike cost", SHARES_AT_STRIKE_COST, DOLLARS, `IF(COUNT(Lots[Market value])<COUNT(Lots[Shares]),"prices are missing on the Watchlist","at market "&FIXED(SUM(Lots[Market value]),0))`),
    card([8, 8], "Next expiration", nextExpiry(), FORMAT.date, `INDEX(Positions[Ticker],${atNext()})&" "&INDEX(Positions[Type],${atNext()})&" "&INDEX(Positions[Strike],${atNext()})&IF(${others()}=0,""," and "&${others()}&" more")`),
  ],
  [
    card([0, 1], "Cash", `IF(N(${CASH})=0,"",${CASH})`, DOLLARS, CASH_SOURCE),
    card([2, 3], "Collateral in use", "SUM(Positions[Collateral])", DOLLARS, `IF(N(${CASH})>0,ROUND(100*SUM(Positions[Collateral])/${CASH},0)&" % of the cash","")`),
    card([4, 5], "Left if all is assigned", `IF(N(${CASH})=0,"",${CASH}-SUM(Positions[Collateral]))`, DOLLARS, `IF(N(${CASH})=0,"needs the cash",IF(${CASH}<SUM(Positions[Collateral]),"not all puts are secured","every put is secured"))`),
    card([6, 7], "Premium that is open", open("Credit"), DOLLARS, `COUNTIF(Positions[Type],"Put")+COUNTIF(Positions[Type],"Call")&" open options"`),
    card([8, 8], "Warnings in Positions", "SUMPRODUCT((LEN(Positions[Warning])>0)*1)", "0", `COUNTIFS(Positions[Days left],">=0",Positions[Days left],"<=7")&" inside 7 days, "&COUNTIFS(Positions[Days left],">=0",Positions[Days left],"<=21")&" inside 21"`),
  ],
];

function card(columns: CardPlan["columns"], label: string, formula: string, numberFormat: string, note: string): CardPlan {
  return { columns, label, formula: `=IFERROR(${formula},"")`, numberFormat, note: `=IFERROR(${note},"")` };
}

/** Net of the month in which a day lies. The period is text: compared as it is, for a criterion "2026-05" would be taken for a day. */
function inMonth(day: string): string {
  return `SUMPRODUCT((Income[Period]=YEAR(${day})&"-"&RIGHT("0"&MONTH(${day}),2))*1,Income[Net])`;
}

function closed(header: string): string {
  return `SUMIFS(Campaigns[${header}],Campaigns[State],"Closed")`;
}
/** docs/spec/books.md §9: total ÷ capital-days × 365. */
function returnOf(total: string, capitalDays: string): string {
  return `(${total}/${capitalDays}*365)`;
}

function open(header: string): string {
  return `SUMIFS(Positions[${header}],Positions[Type],"Put")+SUMIFS(Positions[${header}],Positions[Type],"Call")`;
}

/** The next day on which something expires. */
function nextExpiry(): string {
  return `SMALL(Positions[Expiry],COUNTIF(Positions[Expiry],"<"&TODAY())+1)`;
}
function atNext(): string {
  return `MATCH(${nextExpiry()},Positions[Expiry],0)`;
}
function others(): string {
  return `(COUNTIF(Positions[Expiry],${nextExpiry()})-1)`;
}
