import fc from "../properties";
import { layOutJournal, logTrades, readJournal } from "../../src/actions";
import { readKeptPlans } from "../../src/actions/keepPlan";
import { type Trade, moves } from "../../src/calc";
import { type KeptPlan, PLAN_HEADERS, toPlanCells } from "../../src/journal/plan";
import { plans as plansTable } from "../../src/journal/sheets";
import { loadHeadless } from "../../workbench/engine/load";
import { UniverGrid } from "../../workbench/grid/univer";
import { excelInNode } from "../../workbench/harness/inNode";
import { asUser, trade } from "../actions/helpers";

/* What was done with a plan is asked of the log by the sheet itself: on the real engine. */
jest.setTimeout(120_000);
const now = new Date();
const TODAY = Date.UTC(now.getFullYear(), now.getMonth(), now.getDate()) / 86_400_000 + 25_569;
const EXPIRY = TODAY + 20;
const WIDTH = plansTable.columns.length;

let leave: () => void = () => undefined;
beforeAll(async () => {
  leave = (await excelInNode({ grid: new UniverGrid(loadHeadless().createHeadless()) })).install();
  await layOutJournal(TODAY);
});
afterAll(() => leave());

test("a plan stands beside what was sold of it since, at which price, and what became of it", async () => {
  const plan = (more: Partial<KeptPlan> = {}): KeptPlan =>
    ({ date: TODAY - 15, account: "Main", ticker: "KO", targetPrice: 48.5, why: "glad to", strike: 50, expiry: EXPIRY, quantity: 3, premium: 1.2, verdict: "Pass", ...more });
  const kept = [
    plan(), plan({ account: "IRA" }), plan({ strike: 45, targetPrice: 45 }), plan({ strike: 45, expiry: TODAY - 1 }), plan({ ticker: "F", strike: 12, expiry: TODAY - 2, premium: 0.2 }),
  ];
  await asUser(async (context) => {
    const table = context.workbook.tables.getItem("Plans");
    table.rows.add(undefined, [...kept.slice(1).map(cellsOf), Array.from({ length: WIDTH }, () => null as unknown as string)]);
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
    // the one that was sold before the plan is closed first: it was bought back
    [48.8, 4, 1.25, 0.05, "3 open · 1 assigned"],
    [48.8, 2, 1, -0.2, "2 open"],
    [43.8, 0, "", "", "Not sold yet"],
    [43.8, 0, "", "", "Not sold"],
    [11.8, 2, 0.25, 0.05, "2 open, past expiry"],
    ["", "", "", "", ""],
  ]);
});

test("a sale belongs to one plan: what the sheet says of each is what the calculation says, over made-up histories", async () => {
  const made = fc.sample(history, 15).map(({ plans, events }, at) => ({ plans: plans.map((plan) => ({ ...plan, ticker: `T${at}` })), events: events.map((event) => ({ ...event, ticker: `T${at}` })) }));
  const rows = made.flatMap(({ plans }) => plans.map(({ hours, isWrong, ...plan }) => {
    const cells = cellsOf({ ...PLAN, ...plan });
    // a time of day, and rows that are no plans, typed by hand
    return [isWrong === "Date" ? "soon" : plan.date + hours, ...cells.slice(1, 7), isWrong === "Quantity" ? "" : plan.quantity, ...cells.slice(8)];
  }));
  await asUser(async (context) => {
    context.workbook.tables.getItem("Plans").rows.add(undefined, rows);
    await context.sync();
  });
  await logTrades(made.flatMap(({ events }) => events.map((event) => trade({ type: "Put", expiry: EXPIRY, ...event, price: event.action === "Assigned" || event.action === "Expired" ? null : event.price }))), TODAY);
  const [{ trades }, kept, sheet] = [await readJournal(), await readKeptPlans(), await rowsOf()];
  const plans = (kept?.plans ?? []).filter(({ plan }) => plan.ticker.startsWith("T"));
  expect([plans.length, plans.length + (kept?.problems.length ?? 0)]).toEqual([rows.filter((cells) => typeof cells[0] === "number" && cells[7] !== "").length, rows.length]);
  const done = moves.followed(trades, plans.map(({ plan }) => plan));
  const said = new Set<string>();
  plans.forEach(({ plan, address }, at) => {
    const row = sheet[Number(/(\d+)(?::|$)/.exec(address.split("!").at(-1)!)?.[1]) - FIRST_ROW] ?? {};
    const { sold, price, until, boughtBack, assigned, expired, open } = done[at]!;
    const words = [open > 0 ? `${open} open` : "", expired > 0 ? `${expired} expired` : "", assigned > 0 ? `${assigned} assigned` : "", boughtBack > 0 ? `${boughtBack} bought back` : ""].filter((part) => part !== "").join(" · ");
    const outcome = sold > 0 ? words : until === null ? "Not sold yet" : "Planned anew";
    const found = { plan, sold: row["Sold"], price: rounded(row["Price got"]), until: row["Until"], boughtBack: row["Bought back"], assigned: row["Assigned"], expired: row["Expired"], outcome: row["Outcome"] };
    expect(found).toEqual({ plan, sold, price: rounded(price ?? ""), until: until ?? "", boughtBack, assigned, expired, outcome });
    said.add(sold > 0 ? (until === null ? "sold" : "sold, then planned anew") : outcome);
  });
  expect(said.size).toBeGreaterThan(1);
});

const PLAN: KeptPlan = { date: TODAY, account: "Main", ticker: "KO", targetPrice: null, why: "", strike: 50, expiry: EXPIRY, quantity: 1, premium: 1, verdict: "Pass" };
const FIRST_ROW = 5;

/** A few days, puts and accounts, so that much falls together. */
const days = fc.integer({ min: TODAY - 9, max: TODAY - 4 });
const history = fc.record({
  plans: fc.array(fc.record({
    date: days, account: fc.constantFrom("Main", "", "IRA", "I*"), strike: fc.constantFrom(50, 45), quantity: fc.integer({ min: 1, max: 3 }), premium: fc.constantFrom(1, 0.8),
    hours: fc.constantFrom(0, 0, 0.6), isWrong: fc.constantFrom<"" | "Date" | "Quantity">("", "", "", "", "Date", "Quantity"),
  }), { minLength: 1, maxLength: 5 }),
  events: fc.array(fc.record({
    date: days, account: fc.constantFrom("Main", "IRA", "I*"), strike: fc.constantFrom(50, 45), quantity: fc.integer({ min: 1, max: 3 }), price: fc.constantFrom(1.1, 0.9),
    action: fc.constantFrom<Trade["action"]>("Sell to open", "Sell to open", "Sell to open", "Buy to close", "Assigned", "Expired"),
  }), { maxLength: 7 }),
});

const cellsOf = (plan: KeptPlan): (string | number)[] => {
  const cells = toPlanCells(plan);
  return [...PLAN_HEADERS.map((header) => cells[header]), ...Array.from({ length: WIDTH - PLAN_HEADERS.length }, () => null as unknown as string)];
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
