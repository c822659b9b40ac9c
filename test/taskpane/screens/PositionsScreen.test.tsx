import { FluentProvider } from "@fluentui/react-components";
import "@testing-library/react/dont-cleanup-after-each";
import { fireEvent, render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import type { Journal } from "../../../src/actions";
import type { Trade } from "../../../src/calc";
import { useAction } from "../../../src/taskpane/hooks/useAction";
import { PositionsScreen } from "../../../src/taskpane/screens/positions/PositionsScreen";
import { positionsCode } from "../../../src/taskpane/screens/positions/positionsCode";
import { usePositions } from "../../../src/taskpane/screens/positions/usePositions";
import { lightTheme } from "../../../src/taskpane/theme";
import { option, shares } from "../../calc/ledger/books";
import { CHAIN_A } from "../../calc/ledger/chains";
import { journalOf, watched } from "../journalOf";
import { leaveScreen, onDay } from "../stage";

jest.setTimeout(30_000);

/** Golden chain A up to its n-th event. */
const chain = (events: number): Trade[] => CHAIN_A.slice(0, events).map(([trade]) => trade);
const at = (price: number): Partial<Journal> => ({ watchlist: [watched("KO", { price })] });

function Positions({ journal }: { journal: Journal | null }) {
  const action = useAction(() => Promise.resolve());
  const state = usePositions();
  return (
    <FluentProvider theme={lightTheme}>
      <PositionsScreen journal={journal} action={action} said={null} onShow={() => undefined} onOpen={() => undefined} state={state} />
    </FluentProvider>
  );
}

function open(today: string, trades: readonly Trade[], change: Partial<Journal> = {}) {
  onDay(today);
  render(<Positions journal={journalOf(trades, change)} />);
  return userEvent.setup({ delay: null });
}

beforeAll(() => positionsCode.fetch());
afterEach(leaveScreen);

const rowOf = (name: RegExp) => screen.getByRole("button", { name });
const press = (name: string | RegExp) => screen.getByRole("button", { name });
const fill = (values: Record<string, string>) => Object.entries(values).forEach(([name, value]) => fireEvent.change(document.querySelector(`input[name="${name}"]`)!, { target: { value } }));
const card = () => within(screen.getByRole("region", { name: "Before you log it" }));
const rows = () => card().getAllByRole("listitem").map(({ textContent }) => textContent);
const line = (label: string) => card().getAllByText(label, { selector: "dt" }).map(({ parentElement }) => parentElement!.textContent);

test("nothing open: what stands here, and where to go", () => {
  open("2026-06-01", chain(10));
  expect(screen.getByRole("heading", { level: 2 }).textContent).toBe("Nothing is open");
});

test("at a glance: days left, in the money by how much, break-even of the whole chain, collateral, and what a price says of the profit", () => {
  open("2026-03-15", chain(4), at(47.2));
  const put = rowOf(/1 × 48 put/).textContent;
  for (const words of ["5 days", "0.80 in the money", "Break-even 46.5695", "4,800.00 collateral", "66% kept if it expired at 47.20"]) expect(put).toContain(words);
  const held = rowOf(/100 shares/).textContent;
  for (const words of ["no call sold", "46.5695", "0.6305"]) expect(held).toContain(words);
});

test("without a price nothing is pretended, and it says where to type one", () => {
  open("2026-03-15", chain(4));
  expect(rowOf(/1 × 48 put/).textContent).not.toMatch(/money|kept|%/);
  expect(screen.getByText(/No price for KO/)).toBeTruthy();
});

test("a typed mark says what has been earned, and by what", async () => {
  const user = open("2026-03-15", chain(4), at(47.2));
  await user.click(rowOf(/1 × 48 put/));
  fill({ mark: "0.47" });
  expect(rowOf(/1 × 48 put/).textContent).toContain("80% of the maximum profit, at your 0.47");
  fill({ mark: "a lot" });
  expect(screen.getByText("It must be a number")).toBeTruthy();
});

test("the payoff at the expiration is drawn, and said in words for who listens", async () => {
  const user = open("2026-03-15", chain(4), at(47.2));
  await user.click(rowOf(/1 × 48 put/));
  const chart = await screen.findByRole("img");
  // 143.05 was brought by this contract and its earlier legs; 47.20 − 46.5695 is 63.05 of it
  expect(chart.getAttribute("aria-label")).toMatch(/^At the expiration: 143\.05 with the stock at 48 or above, nothing at 46\.5695, −\d+\.\d\d at 4\d\.\d+\. With the stock where it is, at 47\.20: 63\.05\.$/);
  expect([...chart.querySelectorAll("text")].map(({ textContent }) => textContent)).toEqual(["strike 48: 143.05 at most", "even 46.5695", "stock 47.20: 63.05"]);
});

test("the three bases side by side, and the bridge line by line", async () => {
  const user = open("2026-03-15", chain(4));
  await user.click(rowOf(/100 shares/));
  await user.click(press("How one comes from the other"));
  const lines = [...document.querySelectorAll("dl")].at(-1)!;
  expect([...lines.children].map(({ textContent }) => textContent)).toEqual([
    "Strike cost 48.00", "Premium of the assigned contract, after fees −2.3435", "Tax basis 45.6565", "Earlier legs of its roll chain, after fees +0.913", "Net stock cost 46.5695",
  ]);
});

test("several accounts are told apart", () => {
  open("2026-03-15", [...chain(3), ...chain(3).map((trade) => ({ ...trade, account: "IRA" }))]);
  expect(screen.getAllByRole("region").map((one) => within(one).queryByRole("heading")?.textContent)).toEqual(expect.arrayContaining(["KO · IRA", "KO · Main"]));
});

test("a roll: two linked rows, its credit, what it realises, and break-even and chain credit before and after", async () => {
  const user = open("2026-02-13", chain(1));
  await user.click(rowOf(/2 × 50 put/));
  await user.click(press("Roll"));
  fill({ price: "2.10", strike: "48", expiry: "2026-03-20", newPrice: "2.35" });
  expect(rows()).toEqual(["Buy to close 2 KO 50 puts\u00a0· 2/20/26\u00a0· at 2.10−421.30", "Sell to open 2 KO 48 puts\u00a0· 3/20/26\u00a0· at 2.35468.70"]);
  expect(line("Roll credit")).toEqual(["Roll credit 0.25 a share before fees47.40"]);
  expect(line("Realised")).toEqual(["Realised a loss, by the buy-back−182.60"]);
  expect(line("Chain credit")).toEqual(["Chain credit 238.70 →  then 286.10"]);
  expect(line("Break-even")).toEqual(["Break-even 46.55 before fees48.8065 →  then 46.5695"]);
  expect(line("Collateral")).toEqual(["Collateral 10,000.00 →  then 9,600.00"]);
});

test("an assignment of one of two: cash, both views of what is realised, the bases", async () => {
  const user = open("2026-03-12", chain(3));
  await user.click(rowOf(/2 × 48 put/));
  await user.click(press("Assign"));
  fill({ quantity: "1" });
  expect(line("Cash")).toEqual(["Cash −4,800.00"]);
  expect(line("Realised")).toEqual(["Realised income view234.35", "Realised tax view0.00"]);
  expect(line("Shares")).toEqual(["Shares 0 →  then 100"]);
  expect([line("Tax basis"), line("Net stock cost")].flat()).toEqual(["Tax basis none →  then 45.6565", "Net stock cost none →  then 46.5695"]);
});

test("closing: the share of the maximum profit is that of the typed price", async () => {
  const user = open("2026-03-18", chain(4));
  await user.click(rowOf(/1 × 48 put/));
  await user.click(press("Close"));
  expect(document.querySelector<HTMLInputElement>("input[name=fees]")!.value).toBe("0.65");
  fill({ price: "0.30" });
  expect(line("Share of the maximum profit")[0]).toContain("87.23%");
  expect(line("Realised")).toEqual(["Realised 203.70"]);
});

test("more than is open is refused in words, and nothing is written", async () => {
  const user = open("2026-03-12", chain(3));
  await user.click(rowOf(/2 × 48 put/));
  await user.click(press("Assign"));
  fill({ quantity: "3" });
  expect(card().getByText(/Assigned 3, but only 2 of the sold KO Put 48/)).toBeTruthy();
  await user.click(press("Log the assignment"));
  // nobody was asked to write: no workbook is there, and no error about it
  expect(screen.getByRole("heading", { level: 2, name: "The KO 48 put was assigned" })).toBeTruthy();
  expect(document.activeElement).toBe(document.querySelector("input[name=quantity]"));
});

test("a call below a basis is warned of in those words, strike cost first", async () => {
  const user = open("2026-03-23", chain(5));
  await user.click(rowOf(/100 shares/));
  await user.click(press("Sell a call"));
  fill({ strike: "46", expiry: "2026-04-24", price: "0.80" });
  expect(within(card().getAllByRole("status").at(-1)!).getAllByRole("listitem").map(({ textContent }) => textContent)).toEqual([
    "The strike 46 is below the strike cost 48.",
    "The strike 46 is below the net stock cost 46.5695; with this call's premium it is 45.776.",
  ]);
  fill({ strike: "49" });
  expect(line("Net stock cost")).toEqual(["Net stock cost 46.5695 →  then 45.776"]);
  expect(card().queryByText(/is below/)).toBeNull();
});

test("selling shares realises in both views, and warns of shares that are not there", async () => {
  const user = open("2026-02-02", [shares("2026-01-05", "Buy", 100, 50, { fees: 1 })]);
  await user.click(rowOf(/100 shares/));
  await user.click(press("Sell shares"));
  fill({ price: "52", fees: "1" });
  expect(line("Realised")).toEqual(["Realised income view199.00", "Realised tax view198.00"]);
  fill({ quantity: "150" });
  expect(card().getByText(/50 KO shares went that were not there/)).toBeTruthy();
});

test("what is missing is named under its field when one presses, and the focus goes there", async () => {
  const user = open("2026-02-13", chain(1));
  await user.click(rowOf(/2 × 50 put/));
  await user.click(press("Roll"));
  expect(screen.getByText("Fill in Buy-back, New expiry and New put to see what this trade comes to.")).toBeTruthy();
  await user.click(press("Log the roll"));
  expect(screen.getAllByText("Type the price in dollars per share")).toHaveLength(2);
  expect(screen.getByText("Type the expiry")).toBeTruthy();
  expect(document.activeElement).toBe(document.querySelector("input[name=price]"));
});

test("Esc and the way back lead to the list", async () => {
  const user = open("2026-02-13", chain(1));
  await user.click(rowOf(/2 × 50 put/));
  await user.click(press("Roll"));
  await user.click(document.querySelector("input[name=price]")!);
  await user.keyboard("{Escape}");
  await user.click(press("Expire"));
  await user.click(press("Positions"));
  expect(rowOf(/2 × 50 put/)).toBeTruthy();
});

describe("past the expiration", () => {
  const late = (ticker: string, quantity = 2) => option("2026-02-02", "Sell to open", "Put", { quantity, strike: 48, expiry: "2026-03-20", price: 2.35, fees: 1.3, ticker });

  test("the day after, each is asked for, with a suggestion that says by which price", async () => {
    const user = open("2026-03-23", [late("KO"), late("PEP", 1)], at(47.2));
    expect(rowOf(/2 × 48 put/).textContent).toContain("3 days past");
    await user.click(press("Say what became of them"));
    const [ko, pep] = ["2 KO 48 puts", "1 PEP 48 put"].map((name) => screen.getByRole("region", { name }));
    expect(ko!.textContent).toContain("Likely assigned: 0.80 in the money at 47.20, the Watchlist's price now, not the one at the expiration.");
    expect(pep!.textContent).not.toContain("Likely");
    // nothing is answered for the user
    expect(within(ko!).getByRole<HTMLInputElement>("radio", { name: "Later" }).checked).toBe(true);
    expect(press("Log the answers").getAttribute("aria-disabled")).toBe("true");

    await user.click(within(ko!).getByRole("radio", { name: "Assigned" }));
    fill({ contracts: "1" });
    await user.click(within(pep!).getByRole("radio", { name: "Expired" }));
    expect(rows().slice(0, 3)).toEqual(["Assigned 1 KO 48 put\u00a0· 3/20/26−4,800.00", "Expired 1 KO 48 put\u00a0· 3/20/260.00", "Expired 1 PEP 48 put\u00a0· 3/20/260.00"]);
    expect(press("Log 3 rows")).toBeTruthy();
  });

  test("how many were assigned must fit, and a close needs its price", async () => {
    const user = open("2026-03-23", [late("KO")]);
    await user.click(press("Say what became of it"));
    await user.click(screen.getByRole("radio", { name: "Assigned" }));
    fill({ contracts: "3" });
    expect(screen.getByText("Type how many of the 2 were assigned")).toBeTruthy();
    await user.click(screen.getByRole("radio", { name: "Closed" }));
    await user.click(press("Log the answers"));
    expect(screen.getByText("Type the price in dollars per share")).toBeTruthy();
    fill({ price: "0.05", date: "2026-03-23" });
    expect(screen.getByText("Date must be between the opening and the expiry")).toBeTruthy();
    fill({ date: "2026-03-19" });
    expect(rows()).toEqual(["Buy to close 2 KO 48 puts\u00a0· 3/20/26\u00a0· at 0.05−11.30"]);
  });

  test("an index option is settled in cash: assigned is no answer, and its settlement value is asked for", async () => {
    const user = open("2026-03-23", [{ ...late("XSP", 1), strike: 600, price: 6 }], { watchlist: [watched("XSP", { price: 597.5 })] });
    await user.click(press("Say what became of it"));
    const card = screen.getByRole("region", { name: "1 XSP 600 put" });
    expect(card.textContent).toContain("Likely settled in cash: 2.50 in the money");
    expect(within(card).queryByRole("radio", { name: "Assigned" })).toBeNull();
    await user.click(within(card).getByRole("radio", { name: "Settled in cash" }));
    expect(card.textContent).toContain("The settlement value: what the option was in the money by");
    fill({ price: "2.50" });
    expect(rows()).toEqual([expect.stringContaining("Buy to close 1 XSP 600 put")]);
  });

  test("all suggestions can be taken in one press", async () => {
    const user = open("2026-03-23", [late("KO"), { ...late("KO"), strike: 45 }], at(47.2));
    await user.click(press("Say what became of them"));
    await user.click(press("Take all 2 suggestions"));
    expect(rows().map((words) => words!.split(" ")[0])).toEqual(["Expired", "Assigned"]);
  });

  test("on the day itself nothing is asked", () => {
    open("2026-03-20", [late("KO")]);
    expect(screen.queryByRole("region", { name: "Past expiration" })).toBeNull();
    expect(rowOf(/2 × 48 put/).textContent).toContain("expires today");
  });
});
