import { series } from "../../palette";
import type { ChartPlan, SheetPlan } from "../../schema";
import { income, incomeChart } from "../reports/income";
import { allAssigned } from "./allAssigned";
import { attention } from "./attention";
import { cards } from "./cards";
import { exposure } from "./exposure";
import { ladder } from "./ladder";
import { risks } from "./risks";
import { sectors } from "./sectors";

export { allAssigned, attention, exposure, ladder, risks, sectors };

const incomeHere: ChartPlan = { ...incomeChart, name: "Wheel dashboard income" };

const ladderChart: ChartPlan = {
  name: "Wheel ladder",
  title: "Collateral of sold puts, by the week in which they expire",
  categories: "Week of",
  columns: { header: "Collateral", color: series[1] },
  height: 0,
};

/** The first sheet: how it goes, what hangs on what, and what wants a look, on one page. docs/spec/journal.md §7. */
export const dashboardSheet: SheetPlan = {
  name: "Dashboard",
  kind: "report",
  title: "Dashboard",
  subtitle: "How the wheel turns: what it brought, what is at work, what expires when, and what wants a look today.",
  tables: [attention, sectors, exposure, risks, allAssigned, ladder],
  page: {
    cards,
    charts: [
      { chart: incomeHere, table: income, columns: [0, 4] },
      { chart: ladderChart, table: ladder, columns: [5, 8] },
    ],
    chartHeight: 214,
    widths: [142, 140, 92, 92, 92, 92, 92, 92, 220],
  },
};
