import "../../browserGlobals";
import "@testing-library/react/dont-cleanup-after-each";
import { act, fireEvent, render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { layOutJournal, logTrades, readJournal } from "../../../../src/actions";
import { readKeptPlans } from "../../../../src/actions/keepPlan";
import { requestScreen } from "../../../../src/actions/route";
import { App } from "../../../../src/taskpane/App";
import { guideCode } from "../../../../src/taskpane/screens/guide/guideCode";
import { excelInNode } from "../../../../workbench/harness/inNode";
import { asUser } from "../../../actions/helpers";
import { option } from "../../../calc/ledger/books";
import { wdgtText } from "./quotesText";
import { leaveScreen, onDay } from "../../stage";

jest.setTimeout(120_000);
const LONG = { timeout: 30_000 };
const field = (name: string) => document.querySelector<HTMLInputElement>(`[name="${name}"]`)!;
const press = () => document.querySelector<HTMLButtonElement>("footer button[type=submit]")!;

afterEach(leaveScreen);

test("a plan is kept with the rules that it breaks, is taken back and kept again, and stands beside what was sold", async () => {
  await guideCode.fetch();
  const excel = await excelInNode();
  const uninstall = excel.install();
  await layOutJournal();
  await asUser((context) => {
    context.workbook.worksheets.getItem("Watchlist").getRange("A5:G5").values = [["WDGT", "Industrials", 52.4, 0.3, 49.5, "Widgets are always needed", 300]];
  });
  onDay("2026-03-02");
  render(<App />);
  await waitFor(() => expect(screen.queryByText("Reading the workbook…")).toBeNull(), LONG);
  act(() => requestScreen("plan"));
  const user = userEvent.setup({ delay: null });
  await screen.findByRole("heading", { name: "Which stock would you own?" }, LONG);
  fireEvent.change(field("ticker"), { target: { value: "wdgt" } });
  await user.click(press());
  await user.click(press());
  fireEvent.change(field("quotes"), { target: { value: wdgtText() } });
  const unfold = screen.queryByRole("button", { name: /rows do not, and why/ });
  if (unfold?.getAttribute("aria-expanded") === "false") await user.click(unfold);
  await user.click(await screen.findByRole("radio", { name: "50 put, Apr 17, 2026" }, LONG));
  await user.click(press());
  fireEvent.change(field("contracts"), { target: { value: "2" } });
  await user.click(press());

  await screen.findByRole("button", { name: "Keep the plan, record the sale" }, LONG);
  await user.click(screen.getByRole("button", { name: "Only keep the plan" }));
  expect(await screen.findByText("Kept the plan: 2 WDGT 50 puts at 0.98.", {}, LONG)).toBeTruthy();
  expect((await readKeptPlans())?.plans[0]?.plan).toMatchObject({ account: "Main", quantity: 2, premium: 0.98, targetPrice: 49.5, why: "Widgets are always needed", verdict: "46 days are more than 45" });
  await user.click(screen.getByRole("button", { name: "Undo" }));
  expect(await screen.findByText("Took the plan back.", {}, LONG)).toBeTruthy();
  expect((await readKeptPlans())?.plans).toEqual([]);

  await user.click(await screen.findByRole("button", { name: "Keep the plan, record the sale" }, LONG));
  expect(await screen.findByText("Kept the plan: 2 WDGT 50 puts at 0.98.", {}, LONG)).toBeTruthy();
  expect(screen.getByRole("heading", { level: 1 }).textContent).toBe("Log a trade");
  expect([field("strike").value, field("price").value, field("quantity").value]).toEqual(["50", "0.98", "2"]);

  await act(() => logTrades([option("2026-03-03", "Sell to open", "Put", { ticker: "WDGT", quantity: 1, strike: 50, expiry: "2026-04-17", price: 1.02, fees: 0 })]).then(() => undefined));
  await waitFor(async () => expect((await readJournal()).trades).toHaveLength(1));
  act(() => requestScreen("plan"));
  await user.click(await screen.findByRole("button", { name: "Stock" }, LONG));
  const beside = await screen.findByRole("region", { name: "Planned, and done" }, LONG);
  await waitFor(() => expect(beside.textContent).toContain("Sold 1 at 1.02: 0.04 a share more than planned, 1 contract fewer. 1 open."), LONG);
  for (const words of ["WDGT 2 × 50 put, Apr 17, 2026 at 0.98", "Rules not kept: 46 days are more than 45.", "Planned Mar 2, 2026, Main: Widgets are always needed"]) expect(beside.textContent).toContain(words);
  await excel.eventsDelivered();
  uninstall();
  expect(excel.failures).toEqual([]);
});
