import { FluentProvider } from "@fluentui/react-components";
import "@testing-library/react/dont-cleanup-after-each";
import { cleanup, render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import type { Journal } from "../../../src/actions";
import { cashOf } from "../../../src/calc";
import { sampleYear } from "../../../src/journal/sample";
import { money } from "../../../src/taskpane/figures";
import { useAction } from "../../../src/taskpane/hooks/useAction";
import { JournalScreen } from "../../../src/taskpane/screens/journal/JournalScreen";
import { lightTheme } from "../../../src/taskpane/theme";
import { axeFinds } from "../axe";
import { journalOf, sold } from "../journalOf";

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
  expect(buttons()).toEqual(["Load the sample year", "Lay out the journal"]);
});

test("a journal that lacks something names it and offers to complete it", () => {
  render(<Home journal={journalOf([sold], { state: "incomplete", missing: ["Settings", "Trades: Fees"] })} />);
  expect(screen.getByText("Settings, Trades: Fees")).toBeTruthy();
  expect(buttons()).toContain("Complete the journal");
});

test("a journal of a later version is left alone", async () => {
  const seen: string[] = [];
  render(<Home journal={journalOf([], { state: "newer" })} seen={(what) => seen.push(what)} />);
  expect(buttons()).toEqual(["Read it again"]);
  await userEvent.click(screen.getByRole("button"));
  expect(seen).toEqual(["again"]);
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
  expect(buttons()).toEqual(["Refresh", "Load the sample year", "Log a trade"]);
});
