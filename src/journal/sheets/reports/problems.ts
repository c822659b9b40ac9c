import { palette } from "../../palette";
import { FORMAT, type TablePlan } from "../../schema";
import { number, value } from "./columns";

/** Rows of the log that could not be booked, or are odd, each with a link to it. */
export const problems: TablePlan = {
  name: "Problems",
  heading: "Rows to look at",
  columns: [
    number("Row", 84, "The row of the log: click to go there, also without the add-in. Blank when there is nothing to look at."),
    value("Ticker", 60, FORMAT.plain, "The stock of that row."),
    value("Problem", 96, FORMAT.plain, "What keeps the row from being booked, or what is odd about it. A row that is not booked counts nowhere; all others are right."),
  ],
  rows: [],
  highlights: [
    { columns: ["Row"], formula: (ref) => `=LEN(${ref("Row")})>0`, fontColor: palette.harbour },
    { columns: ["Problem"], formula: (ref) => `=LEFT(${ref("Problem")},10)="Not booked"`, fontColor: palette.loss },
  ],
  key: ["Ticker", "Problem"],
};
