import { palette } from "../../palette";
import { FORMAT, type TablePlan } from "../../schema";
import { number, value } from "../reports/columns";
import { OR_DASH } from "./figures";

/** What expires when, of sold puts, empty weeks too: docs/spec/portfolio.md §3. */
export const ladder: TablePlan = {
  name: "Ladder",
  heading: "What expires in which week",
  columns: [
    { ...value("Week of", 84, FORMAT.date, "Its Monday, from the week of the last rebuild on; Past expiry and Later hold what lies outside."), align: "left" },
    { ...number("Contracts", 84, "Sold puts that expire in the week."), numberFormat: OR_DASH },
    value("Collateral", 84, OR_DASH, "Cash set aside for them."),
    value("Premium", 84, OR_DASH, "What they brought, after fees: kept if they expire."),
    value("Part", 84, '0.0%;-0.0%;"–"', "Of the collateral of all sold puts."),
    value("Cash freed", 84, OR_DASH, "Free at the end of the week if every put up to here expires. Staggering smooths these days; it does not cushion a fall."),
    value("Next put", 84, FORMAT.plain, "Where the next put fits best: among the expirations inside your days from and to, the emptiest week, then the one with the emptiest neighbours."),
  ],
  rows: [],
  highlights: [
    { columns: ["Week of", "Contracts", "Collateral"], formula: (ref) => `=${ref("Week of")}="Past expiry"`, fontColor: palette.loss, bold: true },
    { columns: ["Next put"], formula: (ref) => `=LEN(${ref("Next put")})>0`, fontColor: palette.gain, bold: true },
  ],
  key: ["Week of"],
};
