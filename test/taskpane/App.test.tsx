import "./browserGlobals";
import { act, fireEvent, render, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { logTrades, readJournal } from "../../src/actions";
import { requestScreen, tell } from "../../src/actions/route";
import { App } from "../../src/taskpane/App";
import { type ExcelInNode, excelInNode } from "../../workbench/harness/inNode";
import type { MemoryGrid } from "../../workbench/grid/memory";
import { axeFinds } from "./axe";
import { sold } from "./journalOf";

/** The whole pane over Microsoft's real office.js and the workbench's workbook. */
let excel: ExcelInNode<MemoryGrid>;
let uninstall: () => void;

beforeEach(async () => {
  excel = await excelInNode();
  uninstall = excel.install();
});
afterEach(async () => {
  expect(await axeFinds()).toEqual([]);
  expect(excel.failures).toEqual([]);
  uninstall();
  for (const name of ["Excel", "OfficeExtension", "Office"]) Reflect.deleteProperty(globalThis, name);
});

const LONG = { timeout: 10_000 };
const button = (name: string | RegExp) => screen.findByRole("button", { name }, LONG);
const overview = () => screen.findByRole("region", { name: "Cash of all trades" }, LONG);
const status = () => screen.getAllByRole("status").map(({ textContent }) => textContent).join("");
const fill = (values: Record<string, string>) => Object.entries(values).forEach(([label, value]) => fireEvent.change(screen.getByLabelText(label), { target: { value } }));
const PUT = { Ticker: "ACME", Contracts: "2", Strike: "50", Expiry: "2026-02-20", Premium: "1.20", Fees: "1.30", Date: "2026-01-05" };

async function open(): Promise<ReturnType<typeof userEvent.setup>> {
  render(<App />);
  await waitFor(() => expect(screen.queryByText("Reading the workbook…")).toBeNull(), LONG);
  return userEvent.setup();
}
test("one press lays out the journal in an empty workbook, and the pane shows what came of it", async () => {
  const user = await open();
  await user.click(await button("Lay out the journal"));
  expect(await screen.findByText(/Added Trades, Watchlist/, {}, LONG)).toBeTruthy();
  expect((await overview()).textContent).toContain("ready for its first trade");
  expect((await readJournal()).state).toBe("ready");
}, 30_000);

test("a trade is logged into an empty workbook: the journal is laid out first, the row stands in the sheet, and Undo takes it back", async () => {
  const user = await open();
  act(() => requestScreen("log"));
  fill(PUT);
  await user.click(await button("Lay out the journal and log trade"));
  expect(await screen.findByText(/Logged: Sell to open 2 ACME/, {}, LONG)).toBeTruthy();
  const { trades } = await readJournal();
  expect(trades.map(({ trade }) => ({ ...trade, id: "" }))).toEqual([{ ...sold, account: "Main", id: "" }]);
  expect(trades[0]?.trade.id).not.toBe("");
  expect(screen.getByLabelText<HTMLInputElement>("Contracts").value).toBe("");
  expect(screen.getByLabelText<HTMLInputElement>("Ticker").value).toBe("ACME");
  expect(document.querySelector("[aria-invalid=true]")).toBeNull();

  await user.click(await button("Undo"));
  expect(await screen.findByText(/Took back 1 row/, {}, LONG)).toBeTruthy();
  expect((await readJournal()).trades).toEqual([]);
  // and what was typed is there to be put right
  expect(screen.getByLabelText<HTMLInputElement>("Contracts").value).toBe("2");
}, 30_000);

test("Show row brings the row to the user's eyes", async () => {
  const user = await open();
  act(() => requestScreen("log"));
  fill(PUT);
  await user.click(await button("Lay out the journal and log trade"));
  await user.click(await button("Show row"));
  await waitFor(async () => {
    const address = await excel.Excel.run(async (context) => {
      const range = context.workbook.getSelectedRange();
      range.load("address");
      await context.sync();
      return range.address;
    });
    const { trades } = await readJournal();
    expect(address).toBe(trades[0]?.address);
  }, LONG);
}, 30_000);

test("what is typed into the table is followed", async () => {
  const user = await open();
  await user.click(await button("Lay out the journal"));
  await overview();
  await act(async () => {
    await logTrades([sold]);
    await excel.eventsDelivered();
  });
  const cash = await overview();
  await waitFor(() => expect(cash.textContent).toContain("238.70"), LONG);
  expect(within(screen.getByRole("list")).getAllByRole("listitem")).toHaveLength(1);
}, 30_000);

test("when Excel refuses, its reason is said in words, and what was typed stays", async () => {
  const user = await open();
  await user.click(await button("Lay out the journal"));
  await overview();
  act(() => requestScreen("log"));
  fill(PUT);
  excel.faults.refuse(1, "AccessDenied");
  await user.click(await button("Log trade"));
  expect((await screen.findByText(/The sheet is protected, or the workbook is read-only/, {}, LONG)).closest("[role=alert]")).toBeTruthy();
  expect(screen.getByLabelText<HTMLInputElement>("Contracts").value).toBe("2");
  excel.failures.length = 0;
}, 30_000);

test("a convention that is chosen is written into the workbook, and the preview follows", async () => {
  const user = await open();
  await user.click(await button("Lay out the journal"));
  await overview();
  act(() => requestScreen("settings"));
  await user.click(screen.getByRole("radio", { name: "Net" }));
  await user.click(await button("Use this convention"));
  await waitFor(async () => expect((await readJournal()).convention.base).toBe("net"), LONG);
  act(() => requestScreen("log"));
  fill(PUT);
  await waitFor(() => expect(screen.getByRole("region", { name: "Before you log it" }).textContent).toContain("365, net"), LONG);
}, 30_000);

test("the ribbon's messages are shown in the pane, and read out", async () => {
  await open();
  act(() => tell({ kind: "done", words: "The journal is complete." }));
  expect(status()).toContain("The journal is complete.");
  act(() => tell({ kind: "refused", words: "The sheet Trades is protected." }));
  expect(screen.getByText("The sheet Trades is protected.").closest("[role=alert]")).toBeTruthy();
});

test("the sample year is loaded, and taken back with Undo", async () => {
  const user = await open();
  await user.click(await button("Load the sample year"));
  expect(await screen.findByText(/made-up year/, {}, LONG)).toBeTruthy();
  expect((await readJournal()).trades.length).toBeGreaterThan(20);
  await user.click(await button("Undo"));
  await waitFor(async () => expect((await readJournal()).trades).toEqual([]), LONG);
}, 30_000);
