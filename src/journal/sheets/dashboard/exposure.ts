import { palette } from "../../palette";
import { FORMAT, type TablePlan } from "../../schema";
import { native, value, watched } from "../reports/columns";
import { CASH, settingOf } from "./figures";

/** How much hangs on each ticker, all accounts together, against the user's limit: docs/spec/portfolio.md §2, with the price as it stands in the Watchlist. */
export const exposure: TablePlan = {
  name: "Exposure",
  heading: "How much hangs on one ticker",
  columns: [
    value("Ticker", 84, FORMAT.plain, "The stock, all accounts together; the largest on top at the last rebuild."),
    native("Shares", 84, FORMAT.signed, "Shares held; below zero when short.", (cell) => known(cell, sharesOf(cell))),
    native("Collateral", 84, FORMAT.signed, "Cash set aside for its sold puts.", (cell) => known(cell, `SUMIFS(Positions[Collateral],${ofTicker(cell)})`)),
    native("At strike cost", 84, FORMAT.signed, "What its shares cost: strike or purchase price.", (cell) => known(cell, `-SUMIFS(Positions[Credit],${ofTicker(cell)},Positions[Type],"Shares")`)),
    native("At market", 84, FORMAT.signed, "Its shares at the Watchlist's price; nothing where there is none.", (cell) => known(cell, `IF(${cell("Shares")}=0,0,IF(N(${watched("Price", cell("Ticker"))})>0,${cell("Shares")}*${watched("Price", cell("Ticker"))},""))`)),
    native("Total", 84, FORMAT.signed, "Collateral + shares at market; without a price, at strike cost.", (cell) => known(cell, `${cell("Collateral")}+ABS(IF(ISNUMBER(${cell("At market")}),${cell("At market")},${cell("At strike cost")}))`)),
    native("Share", 84, "0.0%", "Total ÷ (cash, collateral included, + all shares at market). Without cash in Settings or deposits in the log: ÷ all totals.", (cell) => known(cell, `${cell("Total")}/${CAPITAL}`)),
    native("Limit", 84, "0%", "Most share of cash a ticker, from Settings: your rule, no law of finance.", (cell) => known(cell, `IF(${LIMIT}>0,${LIMIT},"")`)),
    native("State", 252, FORMAT.plain, "How many dollars are left up to the limit, or too many.", state),
  ],
  rows: [],
  highlights: [
    { columns: ["State"], formula: (ref) => `=LEFT(${ref("State")},5)="Above"`, fontColor: palette.loss, bold: true },
    { columns: ["State"], formula: (ref) => `=LEFT(${ref("State")},6)="Within"`, fontColor: palette.gain },
  ],
  key: ["Ticker"],
};

type Cell = (header: string) => string;
const known = (cell: Cell, formula: string): string => `IF(LEN(${cell("Ticker")})=0,"",${formula})`;
const ofTicker = (cell: Cell): string => `Positions[Ticker],"="&${cell("Ticker")}`;
const sharesOf = (cell: Cell): string => `SUMIFS(Positions[Quantity],${ofTicker(cell)},Positions[Type],"Shares")`;

const LIMIT = settingOf("Most share of cash a ticker");
const ALL_SHARES = `(SUM([At market])+SUMPRODUCT(([At market]="")*1,[At strike cost]))`;
const CAPITAL = `IF(${CASH}>0,${CASH}+${ALL_SHARES},SUM([Total]))`;

function state(cell: Cell): string {
  const room = `(${cell("Limit")}*${cell("Total")}/${cell("Share")}-${cell("Total")})`;
  const limit = `IF(AND(ISNUMBER(${cell("Limit")}),N(${cell("Share")})>0),IF(${room}<-0.005,"Above the limit by "&FIXED(-${room},2),"Within the limit: "&FIXED(MAX(0,${room}),2)&" left"),"")`;
  return known(cell, `${limit}&IF(ISNUMBER(${cell("At market")}),"","; at strike cost: no price")`);
}
