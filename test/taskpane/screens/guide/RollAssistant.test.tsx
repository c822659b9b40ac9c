import "../../browserGlobals";
import { FluentProvider } from "@fluentui/react-components";
import "@testing-library/react/dont-cleanup-after-each";
import { fireEvent, render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import type { Journal } from "../../../../src/actions";
import { useAction } from "../../../../src/taskpane/hooks/useAction";
import { guideCode } from "../../../../src/taskpane/screens/guide/guideCode";
import { PositionsScreen } from "../../../../src/taskpane/screens/positions/PositionsScreen";
import { positionsCode } from "../../../../src/taskpane/screens/positions/positionsCode";
import { usePositions } from "../../../../src/taskpane/screens/positions/usePositions";
import { lightTheme } from "../../../../src/taskpane/theme";
import { CHAIN_A } from "../../../calc/ledger/chains";
import { journalOf, watched } from "../../journalOf";
import { leaveScreen, onDay } from "../../stage";

jest.setTimeout(30_000);
// compiled once, before a test waits for it
beforeAll(async () => {
  await guideCode.fetch();
  await positionsCode.fetch();
}, 120_000);

function Positions({ journal }: { journal: Journal }) {
  const action = useAction(() => Promise.resolve());
  return (
    <FluentProvider theme={lightTheme}>
      <PositionsScreen journal={journal} action={action} said={null} onShow={() => undefined} onOpen={() => undefined} state={usePositions()} />
    </FluentProvider>
  );
}

/** Golden chain A on the day of its roll: two puts at 50 are open. */
async function openRoll(today = "2026-02-13", settings: Journal["settings"] = [], legs = 1) {
  onDay(today);
  render(<Positions journal={journalOf(CHAIN_A.slice(0, legs).map(([trade]) => trade), { settings, watchlist: [watched("KO", { price: 48.5 })] })} />);
  const user = userEvent.setup({ delay: null });
  await user.click(screen.getByRole("button", { name: legs === 1 ? /2 × 50 put/ : /2 × 48 put/ }));
  await user.click(screen.getByRole("button", { name: "Roll" }));
  await user.click(screen.getByRole("button", { name: "Compare rolls by new quotes" }));
  await screen.findByLabelText("Quotes");
  return user;
}

afterEach(leaveScreen);

const QUOTES = ["Expiry\tStrike\tType\tBid\tAsk", "2026-02-20\t50\tPut\t2.05\t2.15", "2026-03-20\t48\tPut\t2.30\t2.40", "2026-03-20\t50\tPut\t3.20\t3.30", "2026-03-20\t45\tPut\t1.00\t1.05", "2026-03-20\t52\tPut\t4.50\t4.60", "2026-03-20\t46\tPut\t0\t1.60"];
const field = (name: string) => document.querySelector<HTMLInputElement>(`[name="${name}"]`)!;
const paste = (rows: readonly string[]) => fireEvent.change(field("quotes"), { target: { value: rows.join("\n") } });
const choices = () => within(screen.getByRole("region", { name: "Choices by new quotes" }));
const figuresOf = (name: string | RegExp) => document.getElementById(screen.getByRole("radio", { name }).getAttribute("aria-describedby")!)!.textContent;

test("golden chain A's roll: the choices have the books' own figures, and choosing one fills both rows", async () => {
  const user = await openRoll();
  paste(QUOTES);
  expect(choices().getByText(/Bought back at 2\.10, as the quotes say/)).toBeTruthy();
  expect(choices().getByText("Buying it back locks in a loss of 182.60. A roll does not undo it: it sells time to earn it again.")).toBeTruthy();
  const down = /^Roll out and down to 48, Mar 20, 2026$/;
  for (const words of ["Net credit47.40", "Break-even46.5695", "Added28 days", "Banked now−182.60", "At risk468.70", "Collateral−400"]) expect(figuresOf(down)).toContain(words);
  await user.click(screen.getByRole("radio", { name: down }));
  expect(["price", "strike", "expiry", "newPrice"].map((name) => field(name).value)).toEqual(["2.1", "48", "2026-03-20", "2.35"]);
  const before = screen.getByRole("region", { name: "Before you log it" }).textContent;
  for (const words of ["Roll credit 0.25 a share before fees47.40", "Realised a loss, by the buy-back−182.60", "46.5695"]) expect(before).toContain(words);
  expect(screen.getByRole<HTMLInputElement>("radio", { name: down }).checked).toBe(true);
});

test("no credit is said plainly, a market that is none has no figures, and what is no roll is noted", async () => {
  const user = await openRoll();
  paste(QUOTES);
  await user.click(choices().getByRole("button", { name: "2 other rolls, and what speaks against them" }));
  const text = screen.getByRole("region", { name: "Choices by new quotes" }).textContent;
  for (const words of ["no credit at this strike: the roll costs 217.60", "no bid: nobody buys it", "2 puts are no roll out or down"]) expect(text).toContain(words);
  paste([QUOTES[0]!, QUOTES[1]!, QUOTES[4]!]);
  expect(choices().getByRole("heading", { name: "No roll in these quotes brings a credit" })).toBeTruthy();
});

test("closing is a choice as well: its form opens with the price", async () => {
  const user = await openRoll();
  paste(QUOTES);
  expect(screen.getByRole("region", { name: "Choices by new quotes" }).textContent).toContain("locks in a loss of 182.60");
  await user.click(choices().getByRole("button", { name: "Close it instead" }));
  expect(screen.getByRole("heading", { level: 2, name: "Close the KO 50 put" })).toBeTruthy();
  expect(field("price").value).toBe("2.1");
});

test("what is missing is asked for: the buy-back, the price of the stock", async () => {
  await openRoll();
  paste([QUOTES[0]!, QUOTES[2]!]);
  expect(choices().getByText("Type the buy-back, or paste quotes in which the 50 put stands as well.")).toBeTruthy();
  fireEvent.change(field("price"), { target: { value: "2.20" } });
  expect(choices().getByText("Bought back at 2.20, as typed.")).toBeTruthy();
  fireEvent.change(field("rollSpot"), { target: { value: "x" } });
  expect(choices().getByText("Type the stock's price with these quotes.")).toBeTruthy();
});

test("a put that was sold today is no roll for the books, and that is said", async () => {
  await openRoll("2026-01-05");
  paste(QUOTES);
  expect(choices().getByText(/buying it back on the same day is a day trade/)).toBeTruthy();
});

test("the chain's rolls and days stand against the user's limits, and a roll beyond them says so", async () => {
  const user = await openRoll("2026-03-10", [{ name: "Most rolls a chain", value: 1 }, { name: "Most days a chain", value: 100 }, { name: "Days to", value: 60 }], 3);
  paste([QUOTES[0]!, "2026-03-20\t48\tPut\t1.00\t1.10", "2026-04-24\t48\tPut\t2.30\t2.40", "2026-04-10\t46\tPut\t1.90\t2.00"]);
  expect(choices().getByText("Its chain: 1 roll so far, first sold 64 days ago. Your limits: 1 roll, 100 days.")).toBeTruthy();
  const unfold = choices().queryByRole("button", { name: /other rolls?, and what speaks against/ });
  if (unfold?.getAttribute("aria-expanded") === "false") await user.click(unfold);
  const text = screen.getByRole("region", { name: "Choices by new quotes" }).textContent;
  for (const words of ["it would be roll 2 of its chain, more than 1", "its chain would last 109 days, more than 100"]) expect(text).toContain(words);
});

test("quotes say nothing of another stock: they wait for the puts of the one for which they were pasted", async () => {
  onDay("2026-02-13");
  const sold = CHAIN_A[0]![0];
  render(<Positions journal={journalOf([sold, { ...sold, ticker: "PEP" }], { watchlist: [watched("KO", { price: 48.5 }), watched("PEP", { price: 48.5 })] })} />);
  const user = userEvent.setup({ delay: null });
  const roll = async (at: number) => {
    const put = screen.getAllByRole("button", { name: /2 × 50 put/ })[at]!;
    if (put.getAttribute("aria-expanded") === "false") await user.click(put);
    await user.click(screen.getAllByRole("button", { name: "Roll" }).at(at === 0 ? 0 : -1)!);
    const more = screen.queryByRole("button", { name: "Compare rolls by new quotes" });
    if (more) await user.click(more);
    return (await screen.findByLabelText<HTMLTextAreaElement>("Quotes")).value;
  };
  expect(await roll(0)).toBe("");
  paste(QUOTES);
  await user.click(screen.getByRole("button", { name: "Positions" }));
  expect(await roll(1)).toBe("");
  await user.click(screen.getByRole("button", { name: "Positions" }));
  expect(await roll(0)).toContain("2026-03-20");
});
