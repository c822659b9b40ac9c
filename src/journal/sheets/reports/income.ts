import { series } from "../../palette";
import { type ChartPlan, FORMAT, type TablePlan } from "../../schema";
import { native, value } from "./columns";

/** What each month brought. */
export const income: TablePlan = {
  name: "Income",
  columns: [
    value("Period", 84, FORMAT.plain, "The month, by the day of the event that closed something."),
    value("Premium received", 118, FORMAT.money, "Information: premiums by the day of sale, before fees. No result: what was sold may still be open."),
    value("Realised options", 118, FORMAT.money, "Options that were closed, expired or were assigned, after fees."),
    value("Realised stock", 104, FORMAT.money, "Shares that went: proceeds less strike cost, after fees."),
    value("Dividends", 92, FORMAT.money, "Dividends, after fees."),
    value("Interest", 92, FORMAT.money, "Interest received, less paid."),
    value("Fees", 84, FORMAT.money, "Information: all fees of the month; they are in the results already."),
    value("Net", 96, FORMAT.money, "Realised options + realised stock + dividends + interest − account fees."),
    native("Running total", 104, FORMAT.money, "Net of this row and of all above it.", (cell) => `IF(ISNUMBER(${cell("Net")}),SUM(INDEX([Net],1):INDEX([Net],ROW()-ROW(INDEX([Net],1))+1)),"")`),
  ],
  rows: [],
  highlights: [],
  key: ["Period"],
};

export const incomeChart: ChartPlan = {
  name: "Wheel income",
  title: "Income by month, and the running total",
  categories: "Period",
  columns: { header: "Net", color: series[0] },
  line: { header: "Running total", color: series[2] },
  height: 236,
};
