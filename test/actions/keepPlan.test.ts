import { layOutJournal } from "../../src/actions";
import { keepPlan, readKeptPlans } from "../../src/actions/keepPlan";
import type { KeptPlan } from "../../src/journal/plan";
import { closeExcel, columnOf, contentOf, openExcel, openJournal } from "../workbook/journalInNode";
import { asUser, refusal } from "./helpers";

afterEach(closeExcel);

const plan: KeptPlan = { date: 46083, account: "IRA", ticker: "WDGT", targetPrice: 49.5, why: "=Widgets", strike: 50, expiry: 46129, quantity: 2, premium: 0.95, verdict: "46 days are more than 45; spread 12 % of the middle is above 10 %" };

test("a plan is a row of its own, read back as it was, with the words of what it breaks; kept twice it stands there once", async () => {
  const { grid } = await openJournal();
  expect(await readKeptPlans()).toEqual({ plans: [], problems: [] });
  const first = await keepPlan(plan);
  expect(first.words).toBe("Kept the plan: 2 WDGT 50 puts at 0.95.");
  await keepPlan({ ...plan, ticker: "KO", quantity: 1, targetPrice: null });
  const kept = await readKeptPlans();
  expect(kept?.plans.map((row) => row.plan)).toEqual([plan, { ...plan, ticker: "KO", quantity: 1, targetPrice: null }]);
  expect(kept?.plans[0]?.address).toBe(first.address);
  // the native columns go on
  expect(columnOf(grid, "Plans", "Break-even").map((formula) => typeof formula === "string" && formula.startsWith("="))).toEqual([true, true]);
  const again = await keepPlan(plan);
  expect([again.words, again.address, again.undo]).toEqual(["This plan is kept already: 2 WDGT 50 puts at 0.95.", first.address, undefined]);
  expect((await readKeptPlans())?.plans).toHaveLength(2);
});

test("Undo takes back exactly that row, the last one too, and leaves what stood there before", async () => {
  const { grid } = await openJournal();
  const before = contentOf(grid, "Plans");
  const one = await keepPlan(plan);
  const two = await keepPlan({ ...plan, strike: 47.5 });
  expect(await one.undo!()).toEqual({ words: "Took the plan back." });
  expect((await readKeptPlans())?.plans.map((row) => row.plan.strike)).toEqual([47.5]);
  await two.undo!();
  expect(contentOf(grid, "Plans")).toEqual(before);
});

test("a plan that was changed since is not taken back, and says so", async () => {
  await openJournal();
  const { undo, address } = await keepPlan(plan);
  await asUser((context) => {
    const cell = address!.replace(/^Plans!A(\d+):.*/, "H$1");
    context.workbook.worksheets.getItem("Plans").getRange(cell).values = [[5]];
  });
  expect((await refusal(undo!())).message).toMatch(/was changed since it was kept/);
  expect((await readKeptPlans())?.plans[0]?.plan.quantity).toBe(5);
});

test("columns in another order with one of the user's own between them, and a row that is no plan", async () => {
  await openJournal();
  await asUser((context) => {
    context.workbook.tables.getItem("Plans").columns.add(0, [["Mine"], [""]]);
  });
  await keepPlan(plan);
  await keepPlan({ ...plan, ticker: "KO" });
  await asUser((context) => {
    const table = context.workbook.tables.getItem("Plans");
    table.columns.getItem("Strike").getDataBodyRange().getCell(1, 0).values = [["fifty"]];
  });
  const kept = await readKeptPlans();
  expect(kept?.plans.map((row) => row.plan.ticker)).toEqual(["WDGT"]);
  expect(kept?.problems).toEqual([{ words: 'Strike must be a price above zero; the cell says "fifty"', address: expect.stringMatching(/^Plans!/) as string }]);
});

test("without a Plans sheet, and on a protected one, it is refused in words, and nothing is read", async () => {
  await openExcel();
  expect(await readKeptPlans()).toBeNull();
  expect((await refusal(keepPlan(plan))).message).toBe("There is no Plans table in this workbook. Press New journal on the ribbon: it adds what is missing.");
  await layOutJournal();
  await asUser((context) => context.workbook.worksheets.getItem("Plans").protection.protect());
  expect((await refusal(keepPlan(plan))).message).toMatch(/The sheet Plans is protected/);
});
