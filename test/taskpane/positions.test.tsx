import "./browserGlobals";
import "@testing-library/react/dont-cleanup-after-each";
import { act, fireEvent, render, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { layOutJournal, logTrades, readJournal } from "../../src/actions";
import { requestScreen } from "../../src/actions/route";
import { App } from "../../src/taskpane/App";
import { positionsCode } from "../../src/taskpane/screens/positions/positionsCode";
import { CHAIN_A } from "../calc/ledger/chains";
import { type TestExcel, openExcel } from "../workbook/journalInNode";
import { leavePane } from "./paneOverExcel";

/** Golden chain A by moves in the pane, over Microsoft's real office.js and the workbench's workbook: what was said before is what stands in the sheet. */
let excel: TestExcel;

beforeAll(() => positionsCode.fetch());
beforeEach(async () => {
  excel = await openExcel();
  await layOutJournal();
  await logTrades([CHAIN_A[0]![0]]);
});
afterEach(() => leavePane(excel));

const LONG = { timeout: 90_000 };
jest.setTimeout(300_000);
const button = (name: string | RegExp) => screen.findByRole("button", { name }, LONG);
const fill = (values: Record<string, string>) => Object.entries(values).forEach(([name, value]) => fireEvent.change(document.querySelector(`input[name="${name}"]`)!, { target: { value } }));
const logged = async () => (await readJournal()).trades.map(({ trade }) => ({ ...trade, id: "" }));
const chain = (events: number) => CHAIN_A.slice(0, events).map(([trade]) => trade);

async function open() {
  render(<App />);
  await waitFor(() => expect(screen.queryByText("Reading the workbook…")).toBeNull(), LONG);
  act(() => requestScreen("positions"));
  return userEvent.setup({ delay: null });
}

test("a roll writes its two rows in one press, and one Undo takes both back and brings the form back", async () => {
  const user = await open();
  await user.click(await button(/2 × 50 put/));
  await user.click(await button("Roll"));
  fill({ date: "2026-02-13", price: "2.10", fees: "1.30", strike: "48", expiry: "2026-03-20", newPrice: "2.35", newFees: "1.30" });
  await user.click(await button("Log the roll"));
  expect(await screen.findByText("Logged 2 rows.", {}, LONG)).toBeTruthy();
  expect(await logged()).toEqual(chain(3));
  expect((await button(/2 × 48 put/)).textContent).toContain("Break-even 46.5695");

  await user.click(await button("Undo"));
  expect(await screen.findByText("Took back 2 rows.", {}, LONG)).toBeTruthy();
  expect(await logged()).toEqual(chain(1));
  expect(document.querySelector<HTMLInputElement>("input[name=newPrice]")!.value).toBe("2.35");
});

test("calls on shares that are not there are told in the list", async () => {
  await logTrades([{ ...CHAIN_A[0]![0], type: "Call", quantity: 3 }]);
  await open();
  expect(await screen.findByText("300 shares under sold calls are not there: that part is naked.", {}, LONG)).toBeTruthy();
});

test("what is past its expiration is answered in one press, from the home screen on", async () => {
  const user = await open();
  act(() => requestScreen("journal"));
  await user.click(await button("Say what became of it"));
  await user.click(await screen.findByRole("radio", { name: "Assigned" }, LONG));
  fill({ contracts: "1" });
  await user.click(await button("Log 2 rows"));
  expect(await screen.findByText("Logged 2 rows.", {}, LONG)).toBeTruthy();
  const rows = await logged();
  expect(rows.slice(1).map(({ action, quantity, date }) => [action, quantity, date])).toEqual([["Assigned", 1, 46073], ["Expired", 1, 46073]]);
  expect((await button(/100 shares/)).textContent).toContain("48.8065");
  expect(screen.queryByRole("region", { name: "Past expiration" })).toBeNull();

  await user.click(await button("Undo"));
  expect(await screen.findByText("Took back 2 rows.", {}, LONG)).toBeTruthy();
  expect(await logged()).toEqual(chain(1));
  expect(within(await screen.findByRole("region", { name: "2 KO 50 puts" }, LONG)).getByRole<HTMLInputElement>("radio", { name: "Assigned" }).checked).toBe(true);
});

test("a position that is closed in the sheet meanwhile is gone from the pane", async () => {
  const user = await open();
  await user.click(await button(/2 × 50 put/));
  await user.click(await button("Close"));
  await act(async () => void (await logTrades([{ ...chain(1)[0]!, action: "Buy to close", date: 46031, price: 1, fees: 0 }])));
  expect(await screen.findByRole("heading", { level: 2, name: "Nothing is open" }, LONG)).toBeTruthy();
});
