import { FORMAT, type TablePlan } from "../../schema";
import { literal, sumWhere } from "../criteria";
import { native, value, watched } from "../reports/columns";
import { LIMIT_MARKS, NO_SECTOR, OR_DASH, capitalOf, limitWords, sentence, settingOf } from "./figures";

/** How much hangs on each ticker, all accounts together, against the user's limit: docs/spec/portfolio.md §2, with the price as it stands in the Watchlist. */
export const exposure: TablePlan = {
  name: "Exposure",
  heading: "How much hangs on one ticker",
  columns: [
    value("Ticker", 84, FORMAT.plain, "The stock, all accounts together; the largest on top at the last rebuild."),
    native("Sector", 124, FORMAT.plain, "As in the Watchlist.", (cell) => known(cell, sectorOf(cell))),
    native("Collateral", 84, OR_DASH, "Cash set aside for its sold puts.", (cell) => known(cell, sumWhere("Positions[Collateral]", ofTicker(cell)))),
    native("At strike cost", 84, OR_DASH, "What its shares cost: strike or purchase price.", (cell) => known(cell, `-${sumWhere("Positions[Credit]", ofTicker(cell), SHARES)}`)),
    native("At market", 84, OR_DASH, "Its shares at the Watchlist's price; nothing where there is none.", (cell) => known(cell, `IF(${sharesOf(cell)}=0,0,IF(N(${watched("Price", cell("Ticker"))})>0,${sharesOf(cell)}*${watched("Price", cell("Ticker"))},""))`)),
    native("Total", 84, OR_DASH, "Collateral + shares at market; without a price, at strike cost.", (cell) => known(cell, `${cell("Collateral")}+ABS(IF(ISNUMBER(${cell("At market")}),${cell("At market")},${cell("At strike cost")}))`)),
    native("Share", 84, "0.0%", "Total ÷ (cash, collateral included, + all shares at market). Without cash in Settings or deposits in the log: ÷ all totals.", (cell) => known(cell, `${cell("Total")}/MAX(0,${CAPITAL})`)),
    native("Limit", 84, "0%", "Most share of cash a ticker, from Settings: your rule, no law of finance.", (cell) => known(cell, `IF(${LIMIT}>0,${LIMIT},"")`)),
    native("State", 206, FORMAT.plain, "How many dollars are left up to the limit, or too many.", state),
  ],
  rows: [],
  highlights: LIMIT_MARKS,
  key: ["Ticker"],
};

type Cell = (header: string) => string;
const known = (cell: Cell, formula: string): string => `IF(LEN(${cell("Ticker")})=0,"",${formula})`;
const ofTicker = (cell: Cell) => ["Positions[Ticker]", cell("Ticker")] as const;
const SHARES = ["Positions[Type]", `"Shares"`] as const;
const sharesOf = (cell: Cell): string => sumWhere("Positions[Quantity]", ofTicker(cell), SHARES);

const LIMIT = settingOf("Most share of cash a ticker");
const CAPITAL = capitalOf((header) => `[${header}]`);
const sectorOf = (cell: Cell): string => `IFERROR(IF(LEN(TRIM(${sectorCell(cell)}))=0,"${NO_SECTOR}",TRIM(${sectorCell(cell)})),"${NO_SECTOR}")`;
const sectorCell = (cell: Cell): string => `INDEX(Watchlist[Sector],MATCH(${literal(cell("Ticker"))},Watchlist[Ticker],0))`;

function state(cell: Cell): string {
  return known(cell, sentence(`${limitWords(cell)}&IF(ISNUMBER(${cell("At market")}),"","; at strike cost: no price")`));
}
