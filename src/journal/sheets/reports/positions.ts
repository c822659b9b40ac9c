import { palette } from "../../palette";
import { FORMAT, type TablePlan } from "../../schema";
import { bookOverZero } from "../dashboard/together";
import { native, number, PER_SHARE, price, value, watched } from "./columns";

/** What is open: a line for each contract and one for the shares, with what follows from today and from the Watchlist's price. */
export const positions: TablePlan = {
  name: "Positions",
  columns: [
    value("Account", 84, FORMAT.plain, "As in the log; a blank account is Main."),
    value("Ticker", 60, FORMAT.plain, "The stock, also for its options."),
    value("Type", 84, FORMAT.plain, "Put, Call or Shares."),
    number("Quantity", 84, "Contracts or shares that are open; below zero when sold."),
    number("Strike", 84, "Price in the contract."),
    value("Expiry", 84, FORMAT.date, "Day on which the option expires."),
    value("Opened", 90, FORMAT.date, "Day on which the oldest of it was opened."),
    value("Premium", 84, PER_SHARE, "Average a share, before fees."),
    value("Credit", 88, FORMAT.money, "What opening it brought, in dollars after fees; for shares minus their strike cost."),
    value("Collateral", 92, FORMAT.money, "Cash set aside for sold puts: strike × multiplier × contracts."),
    value("Days", 92, FORMAT.signed, "Days to the expiry on the day of the last rebuild. The column Days left counts from today."),
    number("Multiplier", 84, "Shares per contract."),
    price(),
    native("Days left", 72, FORMAT.signed, "Expiry − today. Below zero it has passed, and the log does not say yet what became of the option.", (cell) => `IF(ISNUMBER(${cell("Expiry")}),${cell("Expiry")}-TODAY(),"")`),
    native("Cushion", 72, FORMAT.signedYield, "How far the price may move, as a share of it: sold put: down to the break-even (strike − premium); sold call: up to the strike; shares: down to their strike cost.", cushion),
    native("Money at risk", 96, FORMAT.money, "What is lost if the stock goes to zero: sold put: collateral − credit; shares: their strike cost; bought option: what it cost. Sold calls: none here, their shares carry it.", moneyAtRisk),
    native("Moneyness", 78, "0.0%;;", "Strike ÷ price of the stock now: 95% lies 5% under it. An option is at its strike when the price is that part of what it is now.", (cell) => `IF(LEN(${cell("Ticker")})=0,"",IF(AND(${cell("Type")}<>"Shares",N(${cell("Price")})>0),${cell("Strike")}/${cell("Price")},0))`),
    native("Book over zero", 96, FORMAT.signed, "With every price fallen as far as this one to its strike: what all that is open comes to, beyond what it comes to with all stocks at nothing. The Dashboard's Worst drop of all together asks it.", (cell) => bookOverZero(cell("Moneyness"))),
    native("Warning", 264, FORMAT.plain, "Past expiry · In the money · Inside 7 days · Struck below strike cost, tax basis or net stock cost (of the dearest lot) · Ex-date inside the life of a sold call. The bases come from the table Lots.", warning),
  ],
  rows: [],
  highlights: [
    { columns: ["Expiry", "Days left", "Warning"], formula: (ref) => `=AND(ISNUMBER(${ref("Days left")}),N(${ref("Days left")})<0)`, fill: palette.lossGround, fontColor: palette.loss, bold: true },
    { columns: ["Warning"], formula: (ref) => `=LEN(${ref("Warning")})>0`, fill: palette.warnGround, fontColor: palette.warn },
  ],
  key: ["Account", "Ticker", "Type", "Strike", "Expiry"],
};

type Cell = (header: string) => string;
const isSold = (cell: Cell, type: "Put" | "Call"): string => `AND(${cell("Type")}="${type}",N(${cell("Quantity")})<0)`;

function cushion(cell: Cell): string {
  const [now, strike] = [cell("Price"), cell("Strike")];
  const shares = `IF(AND(${cell("Type")}="Shares",N(${cell("Quantity")})>0),(${now}+${cell("Credit")}/${cell("Quantity")})/${now},"")`;
  return `IF(N(${now})>0,IF(${isSold(cell, "Put")},(${now}-${strike}+${cell("Premium")})/${now},IF(${isSold(cell, "Call")},(${strike}-${now})/${now},${shares})),"")`;
}

function moneyAtRisk(cell: Cell): string {
  return `IF(N(${cell("Quantity")})>0,-${cell("Credit")},IF(${isSold(cell, "Put")},${cell("Collateral")}-${cell("Credit")},""))`;
}

function warning(cell: Cell): string {
  const [now, strike, left] = [cell("Price"), cell("Strike"), cell("Days left")];
  const dearest = (basis: string): string => `SUMPRODUCT(MAX((Lots[Account]=${cell("Account")})*(Lots[Ticker]=${cell("Ticker")})*Lots[${basis}]))`;
  const below = (basis: string): string => `AND(${isSold(cell, "Call")},N(${strike})<${dearest(basis)}-0.000005)`;
  const exDate = watched("Ex-date", cell("Ticker"));
  const warnings: readonly (readonly [when: string, words: string])[] = [
    [`AND(ISNUMBER(${left}),N(${left})<0)`, "Past expiry"],
    [`AND(N(${now})>0,OR(AND(${isSold(cell, "Put")},N(${now})<N(${strike})),AND(${isSold(cell, "Call")},N(${now})>N(${strike}))))`, "In the money"],
    [`AND(ISNUMBER(${left}),N(${left})>=0,N(${left})<=7)`, "Inside 7 days"],
    [below("Strike cost"), "Struck below strike cost"],
    [below("Tax basis"), "Struck below tax basis"],
    [below("Net stock cost"), "Struck below net stock cost"],
    [`IFERROR(AND(${isSold(cell, "Call")},${exDate}>=TODAY(),${exDate}<=${cell("Expiry")}),FALSE)`, "Ex-date inside"],
  ];
  return `MID(${warnings.map(([when, words]) => `IF(${when}," · ${words}","")`).join("&")},4,250)`;
}
