import { FluentProvider } from "@fluentui/react-components";
import { fireEvent, render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import type { Journal } from "../../../src/actions";
import { ACTIONS, type Trade } from "../../../src/calc";
import { fieldsFor } from "../../../src/journal/draft";
import { useAction } from "../../../src/taskpane/hooks/useAction";
import { chartsCode } from "../../../src/taskpane/parts/chartsCode";
import { OutcomeBar } from "../../../src/taskpane/parts/OutcomeBar";
import { LogScreen } from "../../../src/taskpane/screens/log/LogScreen";
import { useDraft } from "../../../src/taskpane/screens/log/useDraft";
import { lightTheme } from "../../../src/taskpane/theme";
import { axeFinds } from "../axe";
import { journalOf, sold } from "../journalOf";

jest.setTimeout(30_000);
// what is tested of the charts is in OutlookCard.test.tsx
beforeAll(async () => void (await chartsCode.fetch()));

const nothing = () => undefined;

function Log({ journal }: { journal: Journal | null }) {
  const action = useAction(() => Promise.resolve());
  const form = useDraft(journal);
  const { outcome, run, say } = action;
  const undo = () => {
    if (outcome?.kind === "done" && outcome.done.undo) void run("Undoing…", outcome.done.undo);
  };
  const said = <OutcomeBar outcome={outcome} onStop={nothing} onUndo={undo} onShow={nothing} onDismiss={() => say(null)} />;
  return (
    <FluentProvider theme={lightTheme}>
      <LogScreen journal={journal} action={action} said={said} onShow={nothing} onOpen={nothing} form={form} />
    </FluentProvider>
  );
}

const field = (label: string) => screen.getByLabelText<HTMLInputElement>(label);
const preview = () => screen.getByRole("region", { name: "Before you log it" });
const pick = (action: string) => fireEvent.change(screen.getByLabelText("Action"), { target: { value: action } });
const fill = (values: Record<string, string>) => Object.entries(values).forEach(([label, value]) => fireEvent.change(field(label), { target: { value } }));
const PUT = { Ticker: "acme", Contracts: "2", Strike: "50", Expiry: "2026-02-20", Premium: "1.20", Fees: "1.30", Date: "2026-01-05" };

test.each(ACTIONS)("%s shows the fields that it needs, and no other", async (action) => {
  render(<Log journal={journalOf([])} />);
  pick(action);
  const drawn = [...document.querySelectorAll<HTMLInputElement>("form input[name], form [role=radiogroup]")].map((one) => one.name ?? "type");
  const wanted = fieldsFor(action).map(({ name }) => (name === "type" ? undefined : name));
  expect(drawn.filter((name) => name && !name.startsWith("type")).sort()).toEqual(wanted.filter(Boolean).sort());
  expect(screen.queryAllByRole("radiogroup")).toHaveLength(wanted.includes(undefined) ? 1 : 0);
  expect(await axeFinds()).toEqual([]);
});

test("the preview answers before anything is written, and names the convention of a yield", () => {
  render(<Log journal={journalOf([])} />);
  expect(preview().textContent).toContain("Fill in Ticker, Contracts, Strike, Expiry and Premium");
  fill(PUT);
  const line = (label: string) => within(preview()).getByText(label, { selector: "dt" }).parentElement!.textContent;
  expect(preview().textContent).toContain("Sell to open 2 ACME 50 puts");
  // golden chain A, first leg: 2 × 100 × 1.20 − 1.30
  expect(line("Cash")).toContain("238.70");
  expect(line("Collateral")).toContain("10,000.00");
  expect(line("Days")).toContain("46 days");
  expect(line("Break-even")).toContain("48.8065");
  // (1.20 − 0.0065) / 50 × 365 / 46
  expect(line("Annualised")).toContain("18.94%");
  expect(line("Annualised")).toContain("365, strike");
});

test("the workbook's own convention is the preview's", () => {
  render(<Log journal={journalOf([], { convention: { base: "net", daycount: 360, compound: false } })} />);
  fill(PUT);
  expect(preview().textContent).toContain("360, net");
});

test("a field's problem stands under it as soon as it is left, and not before", async () => {
  const user = userEvent.setup();
  render(<Log journal={journalOf([])} />);
  await user.type(field("Strike"), "-4");
  expect(screen.queryByText("Strike must be above zero")).toBeNull();
  await user.tab();
  expect(screen.getByText("Strike must be above zero")).toBeTruthy();
  expect(field("Strike").getAttribute("aria-invalid")).toBe("true");
  expect(screen.queryByText("Type the ticker")).toBeNull();
});

test("Enter on an unfinished form shows every problem and goes to the first one", async () => {
  const user = userEvent.setup();
  render(<Log journal={journalOf([])} />);
  await user.type(field("Premium"), "1.2{Enter}");
  expect(document.querySelectorAll("[aria-invalid=true]")).toHaveLength(4);
  expect(document.activeElement).toBe(field("Ticker"));
  expect(await axeFinds()).toEqual([]);
});

test("a warning is shown and stops nothing", () => {
  render(<Log journal={journalOf([])} />);
  // 2026-01-04 is a Sunday
  fill({ ...PUT, Date: "2026-01-04" });
  fireEvent.blur(field("Date"));
  expect(preview().textContent).toContain("238.70");
  expect(field("Date").getAttribute("aria-invalid")).not.toBe("true");
  expect(screen.getByText(/Sunday/)).toBeTruthy();
});

test("Esc empties the form, and what was typed can be had back", async () => {
  const user = userEvent.setup();
  render(<Log journal={journalOf([])} />);
  await user.type(field("Ticker"), "ACME");
  await user.keyboard("{Escape}");
  expect(field("Ticker").value).toBe("");
  expect(screen.getByText("The form is empty.")).toBeTruthy();
  await user.click(screen.getByRole("button", { name: "Undo" }));
  expect(field("Ticker").value).toBe("ACME");
});

test("the account of the last trade and its fees a contract are taken for granted until something else is typed", async () => {
  const user = userEvent.setup();
  render(<Log journal={journalOf([sold])} />);
  expect(field("Account").value).toBe("IRA");
  await user.type(field("Contracts"), "3");
  expect(field("Fees").value).toBe("1.95");
  await user.clear(field("Fees"));
  expect(field("Fees").value).toBe("");
});

test("what is typed stays when another action is chosen, where that action has a use for it", () => {
  render(<Log journal={journalOf([])} />);
  fill(PUT);
  pick("Assigned");
  expect(field("Ticker").value).toBe("acme");
  expect(field("Expiry").value).toBe("2026-02-20");
  expect(screen.queryByLabelText("Premium")).toBeNull();
});

test("put or call is one choice out of two", async () => {
  const user = userEvent.setup();
  render(<Log journal={journalOf([])} />);
  await user.click(screen.getByRole("radio", { name: "Call" }));
  expect(screen.getByRole<HTMLInputElement>("radio", { name: "Put" }).checked).toBe(false);
  fill(PUT);
  expect(preview().textContent).toContain("50 calls");
});

test("a dividend is asked for by the share, or as one amount", async () => {
  const user = userEvent.setup();
  render(<Log journal={journalOf([])} />);
  pick("Dividend");
  expect(screen.getByLabelText("Shares", { selector: "input[name=quantity]" })).toBeTruthy();
  await user.click(screen.getByRole("radio", { name: "Cash" }));
  expect(document.querySelector("[name=quantity]")).toBeNull();
  fill({ Ticker: "ACME", Amount: "40" });
  expect(preview().textContent).toContain("40.00");
});

test("rare fields wait behind More, and a problem in one of them opens it", async () => {
  const user = userEvent.setup();
  render(<Log journal={journalOf([])} />);
  const more = screen.getByRole("button", { name: /^More/ });
  expect(more.getAttribute("aria-expanded")).toBe("false");
  await user.click(more);
  fill({ ...PUT, Multiplier: "-1" });
  await user.click(more);
  await user.click(screen.getByRole("button", { name: "Log trade" }));
  expect(more.getAttribute("aria-expanded")).toBe("true");
  expect(document.activeElement).toBe(field("Multiplier"));
});

test("without a journal the button says that it lays one out first", () => {
  render(<Log journal={journalOf([], { state: "absent" })} />);
  expect(screen.getByRole("button", { name: "Lay out the journal and log trade" })).toBeTruthy();
});

describe("what a row does to what is open", () => {
  const bought: Trade = { ...sold, action: "Buy", type: "Shares", quantity: 100, strike: null, expiry: null, price: 50, fees: 0 };
  const line = (label: string) => within(preview()).getByText(label, { selector: "dt" }).parentElement!.textContent;

  test("a close of something open says what it realises and what becomes of the collateral", () => {
    render(<Log journal={journalOf([sold])} />);
    pick("Buy to close");
    fill({ ...PUT, Premium: "0.40", Contracts: "1", Fees: "0.65", Date: "2026-02-02" });
    fireEvent.change(field("Account"), { target: { value: "IRA" } });
    // half of 238.70, less 40.65
    expect(line("Realised")).toContain("78.70");
    expect(line("Collateral")).toBe("Collateral 10,000.00 →  then 5,000.00");
  });

  test("a close of what is not open can be logged, and the words say what would come of it", () => {
    render(<Log journal={journalOf([sold])} />);
    pick("Expired");
    fill({ Ticker: "ACME", Contracts: "5", Strike: "50", Expiry: "2026-02-20", Date: "2026-02-20" });
    expect(within(preview()).getByText(/only 2 of the .* it would be listed as a problem and count nowhere/)).toBeTruthy();
    expect(screen.getByRole("button", { name: "Log trade" }).getAttribute("aria-disabled")).not.toBe("true");
  });

  test("a call below a basis is warned of in the same words", () => {
    render(<Log journal={journalOf([bought])} />);
    fireEvent.click(screen.getByRole("radio", { name: "Call" }));
    fill({ ...PUT, Strike: "49", Contracts: "1", Date: "2026-01-12" });
    expect(within(preview()).getByText("The strike 49 is below the strike cost 50.")).toBeTruthy();
    expect(line("Days")).toContain("39 days");
    fill({ Strike: "51" });
    expect(within(preview()).queryByText(/is below/)).toBeNull();
  });
});
