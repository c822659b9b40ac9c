import { palette } from "../../palette";
import { FORMAT, type TablePlan } from "../../schema";
import { number, value } from "./columns";

/** Rows of the log that could not be booked, or are odd, each with a link to it. */
export const problems: TablePlan = {
  name: "Problems",
  heading: "Rows to look at",
  columns: [
    number("Row", 84, "The row of the sheet on which the log stands; blank when there is nothing to look at."),
    value("Ticker", 60, FORMAT.plain, "The stock of that row."),
    value("Problem", 96, FORMAT.plain, "What keeps the row from being booked, or what is odd about it. A row that is not booked counts nowhere; all others are right."),
    value("Go to", 96, FORMAT.plain, "Click to go to the row. It works without the add-in."),
  ],
  rows: [],
  highlights: [
    { columns: ["Problem"], formula: (ref) => `=LEFT(${ref("Problem")},10)="Not booked"`, fontColor: palette.loss },
    { columns: ["Go to"], formula: (ref) => `=LEN(${ref("Go to")})>0`, fontColor: palette.harbour },
  ],
  key: ["Ticker", "Problem"],
};
