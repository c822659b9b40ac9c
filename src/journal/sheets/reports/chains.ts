import { palette } from "../../palette";
import { FORMAT, type TablePlan } from "../../schema";
import { native, PER_SHARE, price, value } from "./columns";

/** Short options that were rolled into one another. */
export const chains: TablePlan = {
  name: "Chains",
  heading: "Roll chains: what a put or call and all that it was rolled from brought",
  columns: [
    value("Account", 84, FORMAT.plain, "As in the log; a blank account is Main."),
    value("Ticker", 60, FORMAT.plain, "The stock."),
    value("Type", 78, FORMAT.plain, "Put or Call."),
    value("Legs", 72, FORMAT.whole, "Contracts sold one after the other; a put that was never rolled is one leg."),
    value("Rolls", 72, FORMAT.whole, "Legs that went on from an earlier one."),
    value("First sold", 84, FORMAT.date, "Day of the first sale."),
    value("Last expiry", 90, FORMAT.date, "Expiry of the last leg."),
    value("State", 90, FORMAT.plain, "Open, Closed, Expired or Assigned."),
    value("Chain credit", 90, FORMAT.money, "All option cash of the chain, after fees, the first sale included."),
    value("Banked", 84, FORMAT.money, "Chain credit less what is at risk."),
    value("At risk", 84, FORMAT.money, "Credit of the legs that are open."),
    value("Break-even", 90, PER_SHARE, "Of the open contracts, else of those that were assigned: strike − (put) or + (call) all that they and their earlier legs brought, a share."),
    native("Days left", 96, FORMAT.signed, "Last expiry − today, while the chain is open.", (cell) => `IF(${cell("State")}="Open",${cell("Last expiry")}-TODAY(),"")`),
    price(),
    native("Cushion", 72, FORMAT.signedYield, "Open puts: how far the price may fall to the break-even of the whole chain, as a share of the price.", (cell) =>
      `IF(AND(${cell("Type")}="Put",${cell("State")}="Open",N(${cell("Price")})>0),(${cell("Price")}-${cell("Break-even")})/${cell("Price")},"")`),
  ],
  rows: [],
  highlights: [{ columns: ["State"], formula: (ref) => `=${ref("State")}="Open"`, fontColor: palette.gain, bold: true }],
  key: ["Account", "Ticker", "Type", "First sold"],
};
