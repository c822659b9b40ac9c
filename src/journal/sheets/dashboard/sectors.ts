import { palette } from "../../palette";
import { FORMAT, type TablePlan } from "../../schema";
import { sumWhere } from "../criteria";
import { native, value } from "../reports/columns";
import { LIMIT_MARKS, NO_SECTOR, OR_DASH, capitalOf, limitWords, sentence, settingOf } from "./figures";

/** How much hangs on each sector of the Watchlist, from the rows of Exposure: docs/spec/portfolio.md §2. */
export const sectors: TablePlan = {
  name: "Sectors",
  heading: "How much hangs on one sector",
  columns: [
    value("Sector", 84, FORMAT.plain, "As in the Watchlist at the last rebuild; the largest on top."),
    native("Tickers", 84, FORMAT.whole, "Stocks of the sector on which something hangs.", (cell) => known(cell, `SUMPRODUCT((Exposure[Sector]=${cell("Sector")})*1)`)),
    sumOf("Collateral", "Cash set aside for the sold puts of its stocks."),
    sumOf("At strike cost", "What its shares cost: strike or purchase price."),
    native("At market", 84, OR_DASH, "Its shares at the Watchlist's prices; nothing where one of them has none.", (cell) => known(cell, `IF(${unpriced(cell)}>0,"",${inExposure(cell, "At market")})`)),
    sumOf("Total", "Collateral + shares at market; without a price, at strike cost."),
    native("Share", 84, "0.0%", "Total ÷ (cash, collateral included, + all shares at market). Without cash in Settings or deposits in the log: ÷ all totals.", (cell) => known(cell, `${cell("Total")}/MAX(0,${CAPITAL})`)),
    native("Limit", 84, "0%", "Most share of cash a sector, from Settings: your rule, no law of finance.", (cell) => known(cell, `IF(AND(${LIMIT}>0,${cell("Sector")}<>"${NO_SECTOR}"),${LIMIT},"")`)),
    native("State", 206, FORMAT.plain, "How many dollars are left up to the limit, or too many. A stock without a sector is judged by none: what is not known cannot be within a limit.", state),
  ],
  rows: [],
  highlights: [...LIMIT_MARKS, { columns: ["State"], formula: (ref) => `=ISNUMBER(SEARCH("press Refresh",${ref("State")}))`, fontColor: palette.warn }],
  key: ["Sector"],
};

type Cell = (header: string) => string;
const known = (cell: Cell, formula: string): string => `IF(LEN(${cell("Sector")})=0,"",${formula})`;
const inExposure = (cell: Cell, header: string): string => sumWhere(`Exposure[${header}]`, ["Exposure[Sector]", cell("Sector")]);
const unpriced = (cell: Cell): string => `SUMPRODUCT((Exposure[Sector]=${cell("Sector")})*(LEN(Exposure[At market])=0))`;
function sumOf(header: string, note: string) {
  return native(header, 84, OR_DASH, note, (cell) => known(cell, inExposure(cell, header)));
}

const LIMIT = settingOf("Most share of cash a sector");
const CAPITAL = capitalOf((header) => `Exposure[${header}]`);

/** Sectors that were typed since the last rebuild have no row yet: then the rows do not add up to all of Exposure. */
function state(cell: Cell): string {
  const lacks = `ABS(SUM([Total])-SUM(Exposure[Total]))>0.005`;
  const words = sentence(`IF(${cell("Sector")}="${NO_SECTOR}","; No sector on the Watchlist",${limitWords(cell)})&IF(${unpriced(cell)}>0,"; at strike cost: no price","")`);
  return known(cell, `IF(${lacks},"The Watchlist's sectors have changed: press Refresh",${words})`);
}
