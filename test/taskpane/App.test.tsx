import "./browserGlobals";
import "@testing-library/react/dont-cleanup-after-each";
import { act, fireEvent, render, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { logTrades, readJournal } from "../../src/actions";
import { requestScreen, tell } from "../../src/actions/route";
import { App } from "../../src/taskpane/App";
import { CHAIN_A_LEGS, type Leg } from "../fixtures/goldenChains";
import { sold } from "./journalOf";
import { type TestExcel, openExcel } from "../workbook/journalInNode";
import { leavePane } from "./paneOverExcel";

/** The whole pane over Microsoft's real office.js and the workbench's workbook. */
let excel: TestExcel;

beforeEach(async () => {
  excel = await openExcel();
});
afterEach(() => leavePane(excel));

const LONG = { timeout: 90_000 };
jest.setTimeout(300_000);
const button = (name: string | RegExp) => screen.findByRole("button", { name }, LONG);
const overview = () => screen.findByRole("region", { name: "Cash of all trades" }, LONG);
const status = () => screen.getAllByRole("status").map(({ textContent }) => textContent).join("");
const fill = (values: Record<string, string>) => Object.entries(values).forEach(([label, value]) => fireEvent.change(screen.getByLabelText(label, { selector: "input:not([type=radio])" }), { target: { value } }));
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
});

test("a request that Excel never answers: after a while one can stop waiting, and the next press is carried out", async () => {
  const user = await open();
  excel.faults.hang(1);
  await user.click(await button("Lay out the journal"));
  expect(await screen.findByText(/Excel has not answered yet/, {}, LONG)).toBeTruthy();
  await user.click(await button("Stop waiting"));
  expect(await screen.findByText(/Not waiting for Excel any longer/, {}, LONG)).toBeTruthy();
  await user.click(await button("Lay out the journal"));
  expect(await screen.findByText(/Added Trades, Watchlist/, {}, LONG)).toBeTruthy();
});

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
});

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
});

test("what is typed into the table is followed, and a row that cannot be read is told in words", async () => {
  const user = await open();
  await user.click(await button("Lay out the journal"));
  const cash = await overview();
  await act(async () => void (await logTrades([sold])));
  await waitFor(() => expect(cash.textContent).toContain("238.70"), LONG);

  await typeInto("Quantity", 4);
  // 4 × 100 × 1.20 − 1.30
  await waitFor(() => expect(cash.textContent).toContain("478.70"), LONG);
  expect(within(screen.getByRole("list")).getAllByRole("listitem")).toHaveLength(1);

  await typeInto("Strike", "fifty");
  const problems = await screen.findByRole("region", { name: "1 row wants a look" }, LONG);
  expect(problems.textContent).toMatch(/Strike/);
  await waitFor(() => expect(cash.textContent).toContain("0.00"), LONG);
});

/** Resolves when the pane has read back what it heard of, so that the next request is the test's own. */
async function quiet(): Promise<void> {
  for (let seen = -1; seen !== excel.requests.length; ) {
    seen = excel.requests.length;
    await act(() => new Promise((resolve) => setTimeout(resolve, 300)));
  }
}

/** As if typed by a person into the first row of the table Trades. */
async function typeInto(header: string, value: string | number): Promise<void> {
  const { grid } = excel;
  const table = grid.tables().find(({ name }) => name === "Trades")!;
  const headers = grid.read(table.sheetId, { ...table.rect, rows: 1 })[0]!.map((cell) => cell.value);
  const rect = { row: table.rect.row + 1, column: table.rect.column + headers.indexOf(header), rows: 1, columns: 1 };
  await act(async () => {
    grid.asUser((one) => one.write(table.sheetId, rect, [[{ value }]]));
    await excel.eventsDelivered();
  });
}

test("golden chain A, logged leg by leg as a person would, comes to 564.15", async () => {
  const user = await open();
  await user.click(await button("Lay out the journal"));
  await overview();
  act(() => requestScreen("log"));
  for (const { fields } of CHAIN_A_LEGS) {
    const { action, type } = fields;
    fireEvent.change(screen.getByLabelText("Action"), { target: { value: action } });
    await user.click(screen.getByRole("radio", { name: type }));
    fill(labelled(fields));
    await user.click(await button("Log trade"));
    await screen.findByText(new RegExp(`Logged: ${action}`), {}, LONG);
  }
  const { trades, problems, cash } = await readJournal();
  expect(problems).toEqual([]);
  expect(trades).toHaveLength(10);
  expect(cash).toBe(564.15);
});

/** The form's own words for the fields of a leg. */
function labelled({ action: _, type, quantity, price, ...rest }: Leg["fields"]): Record<string, string> {
  const isOption = type !== "Shares";
  const capital = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);
  return {
    ...Object.fromEntries(Object.entries(rest).map(([name, text = ""]) => [capital(name), text])),
    ...(quantity !== undefined && { [isOption ? "Contracts" : "Shares"]: quantity }),
    ...(price !== undefined && { [isOption ? "Premium" : "Price"]: price }),
  };
}

test("while a trade is written its form cannot be typed into, and then the next leg starts at its first field", async () => {
  const user = await open();
  await user.click(await button("Lay out the journal"));
  await overview();
  act(() => requestScreen("log"));
  fill(PUT);
  const contracts = screen.getByLabelText<HTMLInputElement>("Contracts");
  contracts.focus();
  fireEvent.submit(contracts);
  await waitFor(() => expect(contracts.matches(":disabled")).toBe(true));
  expect(await screen.findByText(/Logged: Sell to open 2 ACME/, {}, LONG)).toBeTruthy();
  await waitFor(() => expect(screen.getByLabelText<HTMLInputElement>("Contracts").matches(":enabled")).toBe(true), LONG);
  expect(screen.getByLabelText<HTMLInputElement>("Contracts").value).toBe("");
});

test("when Excel refuses, its reason is said in words, and what was typed stays", async () => {
  const user = await open();
  await user.click(await button("Lay out the journal"));
  await overview();
  act(() => requestScreen("log"));
  fill(PUT);
  await quiet();
  excel.faults.refuse(1, "AccessDenied");
  await user.click(await button("Log trade"));
  expect((await screen.findByText(/The sheet is protected, or the workbook is read-only/, {}, LONG)).closest("[role=alert]")).toBeTruthy();
  expect(screen.getByLabelText<HTMLInputElement>("Contracts").value).toBe("2");
});

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
});

test("the ribbon's messages are shown in the pane, and read out", async () => {
  await open();
  act(() => tell({ kind: "done", words: "The journal is complete." }));
  expect(status()).toContain("The journal is complete.");
  act(() => tell({ kind: "refused", words: "The sheet Trades is protected." }));
  expect(screen.getByText("The sheet Trades is protected.").closest("[role=alert]")).toBeTruthy();
});

test("while Excel does not answer the reason is said, and the workbook can be read again", async () => {
  excel.faults.refuse(1, "GeneralException");
  const user = await open();
  expect(await screen.findByText(/Excel did not say why it refused/, {}, LONG)).toBeTruthy();
  await user.click(await button("Read the workbook"));
  expect(await button("Lay out the journal")).toBeTruthy();
  expect(screen.queryByText(/Excel did not say why/)).toBeNull();
});

test("the sample year is loaded, and taken back with Undo", async () => {
  const user = await open();
  await user.click(await button("Load the sample year"));
  expect(await screen.findByText(/made-up year/, {}, LONG)).toBeTruthy();
  expect((await readJournal()).trades.length).toBeGreaterThan(20);
  await user.click(await button("Undo"));
  await waitFor(async () => expect((await readJournal()).trades).toEqual([]), LONG);
});
