import { layOutJournal, logTrades } from "../../src/actions";
import { type KeptPlan, PLAN_HEADERS, toPlanCells } from "../../src/journal/plan";
import { loadHeadless } from "../../workbench/engine/load";
import { UniverGrid } from "../../workbench/grid/univer";
import { excelInNode } from "../../workbench/harness/inNode";
import { asUser, trade } from "../actions/helpers";

/* What was done with a plan is asked of the log by the sheet itself: on the real engine. */
jest.setTimeout(120_000);
const now = new Date();
const TODAY = Date.UTC(now.getFullYear(), now.getMonth(), now.getDate()) / 86_400_000 + 25_569;
const EXPIRY = TODAY + 20;

let leave: () => void = () => undefined;
afterEach(() => leave());

test("a plan stands beside what was sold of it since, at which price, and what became of it", async () => {
  const grid = new UniverGrid(loadHeadless().createHeadless());
  leave = (await excelInNode({ grid })).install();
  await layOutJournal(TODAY);
  const plan = (more: Partial<KeptPlan> = {}): KeptPlan =>
    ({ date: TODAY - 15, account: "Main", ticker: "KO", targetPrice: 48.5, why: "glad to", strike: 50, expiry: EXPIRY, quantity: 3, premium: 1.2, verdict: "Pass", ...more });
  const kept = [
    plan(), plan({ account: "IRA" }), plan({ strike: 45, targetPrice: 45 }), plan({ strike: 45, expiry: TODAY - 1 }), plan({ ticker: "F", strike: 12, expiry: TODAY - 2, premium: 0.2 }),
  ];
  await asUser(async (context) => {
    const table = context.workbook.tables.getItem("Plans");
    table.rows.add(undefined, [...kept.slice(1).map(cellsOf), Array.from({ length: 15 }, () => null as unknown as string)]);
    table.getDataBodyRange().getCell(0, 0).getAbsoluteResizedRange(1, PLAN_HEADERS.length).values = [cellsOf(kept[0]!).slice(0, PLAN_HEADERS.length)];
    await context.sync();
  });
  const put = { expiry: EXPIRY, quantity: 1, date: TODAY - 10 };
  await logTrades([
    // before the plan, another strike, a call: not what was planned
    trade({ ...put, date: TODAY - 16, price: 9 }), trade({ ...put, strike: 51, price: 9 }), trade({ ...put, type: "Call", price: 9 }),
    trade({ ...put, quantity: 3, price: 1.3 }), trade({ ...put, price: 1.1, date: TODAY - 9 }), trade({ ...put, account: "IRA", quantity: 2, price: 1 }),
    trade({ ...put, action: "Buy to close", date: TODAY - 3, price: 0.4 }), trade({ ...put, action: "Assigned", date: TODAY - 2, price: null, fees: 0 }),
    trade({ ticker: "F", strike: 12, expiry: TODAY - 2, date: TODAY - 12, quantity: 2, price: 0.25 }),
  ], TODAY);
  // a blank account is Main
  await asUser((context) => {
    context.workbook.tables.getItem("Trades").columns.getItem("Account").getDataBodyRange().getCell(4, 0).values = [[""]];
  });
  expect((await rowsOf()).slice(0, 6).map((row) => [row["Break-even"], row["Sold"], rounded(row["Price got"]), rounded(row["Difference"]), row["Outcome"]])).toEqual([
    [48.8, 4, 1.25, 0.05, "2 open · 1 assigned · 1 bought back"],
    [48.8, 2, 1, -0.2, "2 open"],
    [43.8, 0, "", "", "Not sold yet"],
    [43.8, 0, "", "", "Not sold"],
    [11.8, 2, 0.25, 0.05, "2 open, past expiry"],
    ["", "", "", "", ""],
  ]);
});

const cellsOf = (plan: KeptPlan): (string | number)[] => {
  const cells = toPlanCells(plan);
  return [...PLAN_HEADERS.map((header) => cells[header]), ...Array.from({ length: 5 }, () => null as unknown as string)];
};
const rounded = (value: unknown): unknown => (typeof value === "number" ? Math.round(value * 1e9) / 1e9 : value);

async function rowsOf(): Promise<Record<string, unknown>[]> {
  let rows: Record<string, unknown>[] = [];
  await asUser(async (context) => {
    const range = context.workbook.tables.getItem("Plans").getRange().load("values");
    await context.sync();
    const [headers = [], ...body] = range.values as unknown[][];
    rows = body.map((cells) => Object.fromEntries(headers.map((header, at) => [String(header), cells[at]])));
  });
  return rows;
}
