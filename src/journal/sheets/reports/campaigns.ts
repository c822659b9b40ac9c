import { palette } from "../../palette";
import { FORMAT, type TablePlan } from "../../schema";
import { native, PER_SHARE, price, value } from "./columns";

/** Turns of the wheel, from flat to flat. */
export const campaigns: TablePlan = {
  name: "Campaigns",
  columns: [
    value("Account", 84, FORMAT.plain, "As in the log; a blank account is Main."),
    value("Ticker", 60, FORMAT.plain, "The stock."),
    value("State", 78, FORMAT.plain, "Closed; else Short put, Shares, Covered (shares and a sold call) or Other."),
    value("Start", 72, FORMAT.date, "Day of its first option or share."),
    value("End", 72, FORMAT.date, "Day at whose end nothing was open any more; blank while it is on."),
    value("Days", 84, FORMAT.whole, "From start to end; while it is on, to the day of the last rebuild."),
    value("Put premium", 90, FORMAT.money, "Puts: received less paid for buying back, before fees."),
    value("Call premium", 90, FORMAT.money, "Calls: received less paid for buying back, before fees."),
    value("Stock result", 90, FORMAT.money, "Proceeds less strike cost of the shares that went, before fees."),
    value("Dividends", 84, FORMAT.money, "Dividends of the shares."),
    value("Fees", 84, FORMAT.money, "Fees of all its rows, as a cost."),
    value("Total", 90, FORMAT.money, "Premiums + stock result + dividends − fees."),
    value("Capital-days", 96, FORMAT.whole, "Collateral of sold puts + strike cost of shares held, summed over the days."),
    value("Average capital", 100, FORMAT.money, "Capital-days ÷ days."),
    value("Return", 72, FORMAT.signedYield, "Total ÷ average capital."),
    value("Annualised", 84, FORMAT.signedYield, "Total ÷ capital-days × 365, simple."),
    value("Cash break-even", 104, PER_SHARE, "−(all its cash) ÷ shares held: the price at which it comes out even. While shares are held."),
    price(),
    native("Cushion", 72, FORMAT.signedYield, "How far the price may fall to the cash break-even, as a share of the price.", (cell) => `IF(AND(N(${cell("Price")})>0,ISNUMBER(${cell("Cash break-even")})),(${cell("Price")}-${cell("Cash break-even")})/${cell("Price")},"")`),
  ],
  rows: [],
  highlights: [{ columns: ["State"], formula: (ref) => `=AND(LEN(${ref("State")})>0,${ref("State")}<>"Closed")`, fontColor: palette.gain, bold: true }],
  key: ["Account", "Ticker", "Start"],
};
