import { FORMAT, type TablePlan } from "../../schema";
import { native, number, PER_SHARE, price, value } from "./columns";

/** Shares that are held, lot by lot, with their three bases side by side. */
export const lots: TablePlan = {
  name: "Lots",
  heading: "Share lots and their three bases, dollars a share",
  columns: [
    value("Account", 84, FORMAT.plain, "As in the log; a blank account is Main."),
    value("Ticker", 60, FORMAT.plain, "The stock."),
    value("Opened", 84, FORMAT.date, "Day on which the shares came."),
    number("Shares", 84, "Shares that are left of the lot; below zero when they were sold without being there."),
    value("Strike cost", 84, PER_SHARE, "What was paid a share: the strike of the assignment, or the price of the purchase."),
    value("Tax basis", 84, PER_SHARE, "US: strike cost less the premium of the assigned contract itself, after its fees. Closed, expired and rolled legs never enter it."),
    value("Net stock cost", 90, PER_SHARE, "Tax basis less what the earlier legs of its roll chain and the calls sold on these shares brought, after fees. Dividends are not in it."),
    value("Source", 84, FORMAT.plain, "Assigned, Bought or Exercised; Sold for shares that are short."),
    price(),
    native("Market value", 92, FORMAT.money, "Price × shares.", (cell) => `IF(ISNUMBER(${cell("Price")}),${cell("Price")}*${cell("Shares")},"")`),
    gain("Gain on strike cost", "Strike cost", "as the income view sees it"),
    gain("Gain on tax basis", "Tax basis", "before tax, if the shares were sold now"),
    gain("Gain on net stock cost", "Net stock cost", "with all option cash of these shares"),
  ],
  rows: [],
  highlights: [],
  key: ["Account", "Ticker", "Opened", "Source", "Strike cost"],
};

function gain(header: string, basis: string, meaning: string) {
  return native(header, 92, FORMAT.money, `(Price − ${basis.toLowerCase()}) × shares: ${meaning}. Three answers to three questions; only one is taxed.`, (cell) => `IF(ISNUMBER(${cell("Price")}),(${cell("Price")}-${cell(basis)})*${cell("Shares")},"")`);
}
