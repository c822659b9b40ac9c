import { FluentProvider } from "@fluentui/react-components";
import "@testing-library/react/dont-cleanup-after-each";
import { cleanup, render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import type { Journal } from "../../../src/actions";
import { book, cashOf } from "../../../src/calc";
import { sampleYear } from "../../../src/journal/sample";
import { money } from "../../../src/taskpane/figures";
import { useAction } from "../../../src/taskpane/hooks/useAction";
import { JournalScreen } from "../../../src/taskpane/screens/journal/JournalScreen";
import { lightTheme } from "../../../src/taskpane/theme";
import { CHAIN_A } from "../../calc/ledger/chains";
import { axeFinds } from "../axe";
import { journalOf, sold } from "../journalOf";
import { onDay } from "../stage";

jest.setTimeout(30_000);

function Home({ journal, seen = () => undefined }: { journal: Journal | null; seen?: (what: string) => void }) {
  const action = useAction(() => Promise.resolve());
  return (
    <FluentProvider theme={lightTheme}>
      <JournalScreen journal={journal} action={action} said={null} onShow={seen} onOpen={seen} failed={false} onReread={() => seen("again")} onAnswerExpiry={() => seen("expiry")} />
    </FluentProvider>
  );
}

afterEach(async () => {
  const found = await axeFinds();
  cleanup();
  expect(found).toEqual([]);
});

const buttons = () => screen.getAllByRole("button").map(({ textContent }) => textContent);

test("while the workbook is being read it says so", () => {
  render(<Home journal={null} />);
  expect(screen.getByText("Reading the workbook…")).toBeTruthy();
});

test("a workbook without a journal: what it is, and what to do first", () => {
  render(<Home journal={journalOf([], { state: "absent" })} />);
  expect(screen.getByRole("heading", { level: 2 }).textContent).toBe("A journal for the wheel");
  expect(buttons()).toEqual(["Load the sample year", "Share this workbook", "Lay out the journal"]);
});

test("a journal that lacks something names it and offers to complete it", () => {
  render(<Home journal={journalOf([sold], { state: "incomplete", missing: ["Settings", "Trades: Fees"] })} />);
  expect(screen.getByText("Settings, Trades: Fees")).toBeTruthy();
  expect(buttons()).toContain("Complete the journal");
});

test("a journal of a later version is read and left alone", async () => {
  const seen: string[] = [];
  render(<Home journal={journalOf([sold], { state: "newer", missing: ["Trades: Fees"], stale: true })} seen={(what) => seen.push(what)} />);
  expect(screen.getByRole("region", { name: "Made by a newer Wheel Journal" }).textContent).toContain("It can be read here, and nothing in it is changed.");
  expect(screen.getByRole("region", { name: "Cash of all trades" }).textContent).toContain("238.70");
  expect(screen.queryByText(/missing|out of date/)).toBeNull();
  // what is on can be looked at, and a copy can be made
  expect(buttons()).not.toContain("Refresh");
  for (const name of ["Read it again", "Share this workbook"]) await userEvent.click(screen.getByRole("button", { name }));
  expect(seen).toEqual(["again", "share"]);
});

test("the cash, and the last ten trades of a year, newest first, each with its own cash", () => {
  const year = sampleYear();
  const journal = journalOf(year);
  render(<Home journal={journal} />);
  expect(screen.getByRole("region", { name: "Cash of all trades" }).textContent).toContain(money(journal.cash ?? Number.NaN));
  const rows = within(screen.getByRole("list")).getAllByRole("listitem");
  expect(rows).toHaveLength(10);
  const newest = Math.max(...year.map(({ date }) => date));
  const first = rows[0]?.textContent ?? "";
  expect(year.filter(({ date }) => date === newest).some((trade) => first.includes(trade.action) && first.includes(money(cashOf(trade))))).toBe(true);
});

test("rows that cannot be read are told in words, and lead to their row", async () => {
  const seen: string[] = [];
  const problems = Array.from({ length: 7 }, (_, at) => ({ row: at + 6, address: `Trades!G${at + 6}`, words: `Row ${at + 6}: Strike must be above zero` }));
  render(<Home journal={journalOf([sold], { problems })} seen={(what) => seen.push(what)} />);
  const card = within(screen.getByRole("region", { name: "7 rows want a look" }));
  expect(card.getAllByRole("listitem").map(({ textContent }) => textContent)).toHaveLength(5);
  expect(card.getAllByRole("listitem")[0]?.textContent).toBe("Row 6 Strike must be above zero");
  await userEvent.click(card.getByRole("button", { name: "Show all 7" }));
  await userEvent.click(card.getByRole("button", { name: "Row 12" }));
  expect(seen).toEqual(["Trades!G12"]);
});

test("an empty journal offers the first trade and a sample", () => {
  render(<Home journal={journalOf([])} />);
  expect(screen.getByText(/ready for its first trade/)).toBeTruthy();
  expect(buttons()).toEqual(["Refresh", "Load the sample year", "Share this workbook", "Log a trade"]);
});

test("what was realised this month and this year, what is tied up, and whether the books add up", () => {
  onDay("2026-03-15");
  render(<Home journal={journalOf(CHAIN_A.slice(0, 4).map(([trade]) => trade))} />);
  jest.useRealTimers();
  const card = screen.getByRole("region", { name: "Cash of all trades" });
  const figures = [...card.querySelectorAll("dl > div")].map(({ textContent }) => textContent);
  // assigned on 12 March: 234.35, income view; rolled on 13 February at a loss of 182.60
  expect(figures).toEqual(["This month234.35", "This year51.75", "Collateral4,800.00"]);
  expect(card.textContent).toContain("The books add up");
});

test("an option past its expiration is asked for on the home screen", async () => {
  const seen: string[] = [];
  render(<Home journal={journalOf([sold])} seen={(what) => seen.push(what)} />);
  await userEvent.click(within(screen.getByRole("region", { name: "Past expiration" })).getByRole("button"));
  expect(seen).toEqual(["expiry"]);
});

test("reports that the log has left behind are said to be out of date, with Refresh beside it", () => {
  const { rerender } = render(<Home journal={journalOf([], { stale: true })} />);
  expect(within(screen.getByRole("region", { name: "Reports are out of date" })).getByRole("button", { name: "Refresh" })).toBeTruthy();
  expect(buttons().filter((name) => name === "Refresh")).toHaveLength(1);
  rerender(<Home journal={journalOf([], { stale: false })} />);
  expect(screen.queryByRole("region", { name: "Reports are out of date" })).toBeNull();
});

test("what counts but is odd stands apart from what does not count", () => {
  const short = { ...sold, action: "Sell", type: "Shares", quantity: 100, strike: null, expiry: null, price: 50 } as const;
  const lost = { ...sold, action: "Buy to close", strike: 45 } as const;
  const journal = journalOf([short, lost]);
  const problems = book(journal.trades).problems.map(({ row, words, booked }) => ({ row, address: `Trades!A${row}`, words: `Row ${row}: ${booked ? "" : "Not booked: "}${words}`, ...(booked && { counted: true as const }) }));
  expect(problems).toHaveLength(2);
  render(<Home journal={{ ...journal, problems }} />);
  expect(screen.getByRole("region", { name: "1 row wants a look" }).textContent).toContain("Row 7 Not booked: No sold ACME Put 45");
  expect(screen.getByRole("region", { name: "1 row to check" }).textContent).toContain("Row 6 100 ACME shares went that were not there");
});
