import { palette } from "../../palette";
import { FORMAT, type TablePlan } from "../../schema";
import { sumWhere } from "../criteria";
import { native, value, watched } from "../reports/columns";
import { OR_DASH, settingOf } from "./figures";
import { ALL, fallOfAll, resultOfAll, stateOfAll } from "./together";

/** How each stock stands with its premiums inside, and how far it may fall: docs/spec/portfolio.md §8. What follows from the log alone is written; what asks a price is native. */
export const risks: TablePlan = {
  name: "Risks",
  heading: "How each one stands with its premiums, and how far it, or all at once, may fall to your distress amount (Settings)",
  columns: [
    value("Ticker", 84, FORMAT.plain, "The stock, all accounts together; in the last row all stocks, when every price falls by the same share."),
    native("Price", 84, "#,##0.00##", "The stock's price as it stands in the Watchlist; nothing where there is none.", (cell) => known(cell, watched("Price", cell("Ticker")))),
    native("Capital", 84, OR_DASH, "Collateral of its sold puts + strike cost of its shares.", (cell) => known(cell, `SUMPRODUCT(${isOf(cell)}*1,Positions[Collateral])-SUMPRODUCT(${isOf(cell)}*(Positions[Type]="Shares")*ISNUMBER(Positions[Quantity])*(Positions[Quantity]>0),Positions[Credit])`)),
    native("Result now", 84, FORMAT.signed, "What all of it comes to if the price stays here until the expirations: premiums of the whole roll chains, shares at net stock cost, what sold calls give up.", (cell) => known(cell, `IF(${isAll(cell)},${resultOfAll},IF(${hasPrice(cell)},${resultAt(cell, cell("Price"))},""))`)),
    native("Drawdown", 84, '0.0%;-0.0%;"–"', "Loss now ÷ capital; 0 when the stock is ahead. Settings say from where on you want to be told.", (cell) => known(cell, `IF(AND(ISNUMBER(${cell("Result now")}),${capital(cell)}>0),MAX(0,-${cell("Result now")})/${capital(cell)},"")`)),
    value("At zero", 84, FORMAT.signed, "What all of it comes to with the stock at nothing: the most that it can lose."),
    value("Distress price", 84, "#,##0.00", "Price at which the loss is the Distress amount of Settings, at the last rebuild. Blank: no such price, or no such amount."),
    native("Worst drop", 84, "0.0%", "How far the price may fall to the distress price: 100% when even nothing is no such loss, 0% when it is lost already. Of all: how far every price may fall at once.", worstDrop),
    native("State", 206, FORMAT.plain, "What is lost already, or more than your limit; in the last row how many stocks are not in it, for want of a price.", state),
  ],
  rows: [],
  highlights: [
    { columns: ["Ticker", "Worst drop"], formula: (ref) => `=${ref("Ticker")}="${ALL}"`, bold: true },
    { columns: ["State"], formula: (ref) => `=OR(LEFT(${ref("State")},12)="The distress",LEFT(${ref("State")},8)="Drawdown")`, fontColor: palette.loss, bold: true },
    { columns: ["State"], formula: (ref) => `=LEN(${ref("State")})>0`, fontColor: palette.warn },
    { columns: ["Result now"], formula: (ref) => `=N(${ref("Result now")})>0`, fontColor: palette.gain },
  ],
  key: ["Ticker"],
};

type Cell = (header: string) => string;
const known = (cell: Cell, formula: string): string => `IF(LEN(${cell("Ticker")})=0,"",${formula})`;
const ofTicker = (cell: Cell) => ["Positions[Ticker]", cell("Ticker")] as const;
const isAll = (cell: Cell): string => `${cell("Ticker")}="${ALL}"`;
/** Rows of Positions: of the stock, or all. */
const isOf = (cell: Cell): string => `((Positions[Ticker]=${cell("Ticker")})+(${isAll(cell)})>0)`;
/** Of all, that of stocks whose result is known. */
const capital = (cell: Cell): string => `IF(${isAll(cell)},SUMIFS([Capital],[Price],">0"),N(${cell("Capital")}))`;
const hasPrice = (cell: Cell): string => `N(${cell("Price")})>0`;
const DISTRESS = settingOf("Distress amount");

/** The result at zero, and what a price above it adds: the shares, what puts need not take at their strike, what calls pay above theirs. Sold ones have quantities below zero. */
function resultAt(cell: Cell, price: string): string {
  const options = (type: "Put" | "Call", side: ">=" | "<", more = ""): string => `SUMPRODUCT((Positions[Ticker]=${cell("Ticker")})*(Positions[Type]="${type}")*(Positions[Strike]${side}${price}),Positions[Quantity],Positions[Multiplier]${more})`;
  const shares = sumWhere("Positions[Quantity]", ofTicker(cell), ["Positions[Type]", `"Shares"`]);
  const puts = `${options("Put", "<", ",Positions[Strike]")}-${price}*${options("Put", ">=")}`;
  return `(${cell("At zero")}+${price}*(${shares}+${options("Call", "<")})-${options("Call", "<", ",Positions[Strike]")}-${puts})`;
}

/** Written for another distress amount, the price does not lose this one: then nothing is said, and the state asks for a rebuild. */
function worstDrop(cell: Cell): string {
  const at = cell("Distress price");
  const fall = `IF(ABS(${resultAt(cell, at)}+${DISTRESS})>0.01,"",IF(${cell("Price")}>${at},(${cell("Price")}-${at})/${cell("Price")},1))`;
  const alone = `IF(OR(${DISTRESS}<=0,NOT(${hasPrice(cell)})),"",IF(${cell("Result now")}<=-${DISTRESS},0,IF(ISNUMBER(${at}),${fall},IF(N(${cell("At zero")})>-${DISTRESS},1,""))))`;
  return known(cell, `IF(${isAll(cell)},${fallOfAll(cell("Result now"))},${alone})`);
}

function state(cell: Cell): string {
  const lost = `AND(${DISTRESS}>0,N(${cell("Result now")})<=-${DISTRESS})`;
  const most = settingOf("Most drawdown");
  const deep = `AND(${most}>0,N(${cell("Drawdown")})>${most})`;
  const stale = `AND(${DISTRESS}>0,${cell("Worst drop")}="")`;
  const words = `MID(IF(${lost},"; The distress amount is lost already","")&IF(${deep},"; Drawdown above the limit","")&IF(${stale},"; The distress amount has changed: press Refresh",""),3,200)`;
  return known(cell, `IF(${isAll(cell)},${stateOfAll(cell("Result now"))},IF(${hasPrice(cell)},${words},"No price on the Watchlist"))`);
}
