import "../browserGlobals";
import { FluentProvider } from "@fluentui/react-components";
import "@testing-library/react/dont-cleanup-after-each";
import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import type { Journal } from "../../../src/actions";
import type { Trade } from "../../../src/calc";
import { useAction } from "../../../src/taskpane/hooks/useAction";
import { guideCode } from "../../../src/taskpane/screens/guide/guideCode";
import { useGuide } from "../../../src/taskpane/screens/guide/useGuide";
import { useDraft } from "../../../src/taskpane/screens/log/useDraft";
import { PlanScreen } from "../../../src/taskpane/screens/spread/PlanScreen";
import { spreadCode } from "../../../src/taskpane/screens/spread/spreadCode";
import { useSpread } from "../../../src/taskpane/screens/spread/useSpread";
import { lightTheme } from "../../../src/taskpane/theme";
import { excelInNode } from "../../../workbench/harness/inNode";
import { option, shares } from "../../calc/ledger/books";
import { axeFinds } from "../axe";
import { journalOf, watched } from "../journalOf";

jest.setTimeout(60_000);
// compiled once, before a test waits for it; kept plans are looked for in an empty workbook
let uninstall: () => void;
beforeAll(async () => {
  await guideCode.fetch();
  await spreadCode.fetch();
  uninstall = (await excelInNode()).install();
}, 120_000);
afterAll(() => uninstall());

/** Two stocks of one sector and shares of another: small enough to be added up by hand. */
const TRADES: readonly Trade[] = [
  option("2026-02-10", "Sell to open", "Put", { ticker: "AAA", quantity: 2, strike: 50, expiry: "2026-03-20", price: 1.2, fees: 0 }),
  option("2026-03-02", "Sell to open", "Put", { ticker: "BBB", strike: 80, expiry: "2026-04-17", price: 2, fees: 0 }),
  shares("2026-01-05", "Buy", 100, 30, { ticker: "CCC" }),
];
const STOCKS = [watched("AAA", { sector: "Energy", price: 52, volatility: 0.35 }), watched("BBB", { sector: "Energy", price: 85, volatility: 0.3 }), watched("CCC", { sector: "Utilities", price: 32 }), watched("DDD")];

function Plan({ journal }: { journal: Journal }) {
  const action = useAction(() => Promise.resolve());
  return (
    <FluentProvider theme={lightTheme}>
      <PlanScreen journal={journal} action={action} said={null} onShow={() => undefined} onOpen={() => undefined} guide={useGuide()} state={useSpread()} form={useDraft(journal)} />
    </FluentProvider>
  );
}

async function openBook(trades: readonly Trade[] = TRADES, change: Partial<Journal> = {}) {
  jest.useFakeTimers({ now: new Date("2026-03-04T12:00:00"), doNotFake: ["setTimeout", "setInterval", "setImmediate", "queueMicrotask", "nextTick", "requestAnimationFrame", "cancelAnimationFrame", "clearTimeout", "clearInterval", "performance"] });
  render(<Plan journal={journalOf(trades, { watchlist: STOCKS, settings: [{ name: "Cash", value: 30_000 }, { name: "Distress amount", value: 4000 }], ...change })} />);
  const user = userEvent.setup({ delay: null });
  await user.click(await screen.findByRole("radio", { name: "The book" }));
  return user;
}

afterEach(async () => {
  const found = await axeFinds();
  cleanup();
  jest.useRealTimers();
  expect(found).toEqual([]);
});

const main = () => screen.getByRole("main").textContent;
const field = (name: string) => document.querySelector<HTMLInputElement>(`[name="${name}"]`)!;
const type = (name: string, value: string) => fireEvent.change(field(name), { target: { value } });
/** A row and, where it has one, the note under all of it. */
const rowsOf = (table: string) =>
  [...screen.getByRole("table", { name: table }).querySelectorAll("tbody tr")].reduce<string[]>((rows, row) => {
    const words = [...row.children].map((cell) => cell.textContent).join(" | ");
    return row.children.length > 1 ? [...rows, words] : [...rows.slice(0, -1), `${rows.at(-1)} | ${words}`];
  }, []);

test("when cash comes free: weeks with their puts, empty ones too; the next put's week goes into the plan", async () => {
  const user = await openBook();
  const weeks = rowsOf("Expirations by week");
  expect(weeks).toHaveLength(8);
  expect(weeks.filter((week) => !week.includes("empty"))).toEqual(["3/16/26 | 2 | 10,000.00 | 10,000.00", "4/13/26 | 1 | 8,000.00 | 18,000.00"]);
  expect(main()).toContain("cushion one fall");
  // 30 to 45 days from March 4 are the Fridays of April 10 and 17: April 3 is Good Friday, and the day before it is too near
  const best = screen.getByRole("button", { name: "Plan a put for Fri, Apr 10, 2026" });
  await user.click(best);
  expect(await screen.findByRole("heading", { name: "Which stock would you own?" })).toBeTruthy();
  type("ticker", "AAA");
  const press = () => user.click(document.querySelector("footer button[type=submit]")!);
  await press();
  await press();
  // Monday, April 6, to Sunday, April 12
  expect(await screen.findByRole("button", { name: /^Rules: 33–39 days/ })).toBeTruthy();
});

test("what hangs on what: by ticker, sector and account against the limits; all puts assigned against the cash", async () => {
  const user = await openBook();
  await user.click(screen.getByRole("radio", { name: "Weight" }));
  // of 30,000 and 3,200 of shares: 10,000 is 30.1 %
  expect(rowsOf("Exposure")[0]).toBe("AAA | 10,000.00 | 30.1% | 20% | Above the limit by 3,360.00");
  await user.click(screen.getByRole("radio", { name: "Sector" }));
  expect(rowsOf("Exposure")[0]).toBe("Energy | 18,000.00 | 54.2% | 40% | Above the limit by 4,720.00");
  expect(rowsOf("Cash if every put is assigned").at(-1)).toBe("Total | 18,000.00 | 12,000.00 | Covered");
  type("bookCash", "10000");
  expect(rowsOf("Cash if every put is assigned").at(-1)).toBe("Total | 18,000.00 | −8,000.00 | Short of cash by 8,000.00");
  type("bookCash", "");
  expect(main()).toContain("Type the cash above");
  expect(main()).toContain("Share of what is at work");
  type("bookCash", "-5");
  expect(screen.getByText("It must be above zero")).toBeTruthy();
  // DDD has no price, and in this workbook nothing can be asked
  expect(main()).toContain("No price for DDD.");
  expect(screen.getByRole("button", { name: "Fill blank prices with STOCKHISTORY" })).toBeTruthy();
});

test("more shares short than there is cash: the view stands, and says why nothing is a share of it", async () => {
  const user = await openBook([...TRADES, shares("2026-01-06", "Sell", 1200, 30, { ticker: "CCC" })]);
  await user.click(screen.getByRole("radio", { name: "Weight" }));
  expect(main()).toContain("Cash and shares together are not above zero: there is nothing to take a share of");
  expect(rowsOf("Exposure")).toHaveLength(4);
});

test("of several accounts each has its own cash, where the log knows it", async () => {
  const deposit: Trade = { ...TRADES[0]!, date: 46030, action: "Deposit", type: "Cash", ticker: "", strike: null, expiry: null, quantity: 0, price: 20_000, account: "Main" };
  const user = await openBook([deposit, ...TRADES, option("2026-02-10", "Sell to open", "Put", { ticker: "AAA", account: "IRA", strike: 48, expiry: "2026-03-20", price: 0.9, fees: 0 })]);
  await user.click(screen.getByRole("radio", { name: "Weight" }));
  // 20,000 + 240 + 200 − 3,000 of shares
  expect(rowsOf("Cash if every put is assigned")).toEqual(["IRA | 4,800.00 | – | No cash given for this account; most of it for AAA", "Main | 18,000.00 | −560.00 | Short of cash by 560.00; most of it for AAA", "Total | 22,800.00 | – | No cash given for IRA"]);
});

test("what moves together: a pasted block, what was left out and why, and what it does not say", async () => {
  const user = await openBook();
  await user.click(screen.getByRole("radio", { name: "Together" }));
  type("prices", "60\t61");
  expect(await screen.findByText('The first line must name the tickers, and "60" is a number.')).toBeTruthy();
  type("prices", "Date\tAAA\tBBB\n1/5/2026\t10\t20\n1/6/2026\t11\t22");
  expect(await screen.findByText(/2 lines have a price of every ticker, three are needed/)).toBeTruthy();
  type("prices", "Date\tAAA\tBBB\n1/5/2026\t10\t20\n1/6/2026\t11\t22\n1/7/2026\t\t23\n1/8/2026\t10\tx\n1/9/2026\t12\t24");
  expect(await screen.findByRole("table", { name: "Correlation of every two" })).toBeTruthy();
  expect(rowsOf("Correlation of every two")).toEqual(["AAA | 1.00 | 1.00", "BBB | 1.00 | 1.00"]);
  for (const words of ["Effective bets1of 2", "2 of 5 lines left out: AAA has no price on 1 of them (the first: 2026-01-07), BBB has no price on 1 of them (the first: 2026-01-08).", "Line 5: BBB \"x\" is no price", "Open, but not in these prices: CCC.", "2 stocks, 2 returns"]) expect(main()).toContain(words);
});

test("what a fall of everything does, at today's and at a sell-off's correlation, and how far each may fall", async () => {
  const user = await openBook();
  await user.click(screen.getByRole("radio", { name: "Falls" }));
  const rows = rowsOf("The book after the fall");
  expect(rows.map((row) => row.split(" | ")[0])).toEqual(["AAA", "BBB", "CCC", "Total"]);
  expect(rows[2]).toBe("CCC | −640.00 | 0"); // 100 shares, 6.40 less
  expect(rows[3]).toMatch(/^Total \| −\d/);
  const chances = () => rowsOf("Chance that at least half of the puts are assigned").map((row) => row.split(" | "));
  expect(chances().map(([name]) => name)).toEqual(["Today (0.3)", "Sell-off (0.8)"]);
  expect(main()).toContain("A guess: paste prices under Together");
  type("stressCorrelation", "1.2");
  expect(screen.getByText("It must be a number from 0 to 1")).toBeTruthy();
  await screen.findByText("Today (0.3)");
  expect(chances()).toHaveLength(1);
  // AAA: 240 − 2 × 100 × (50 − P) = −4,000 at 28.80
  expect(rowsOf("How far each may fall")[0]).toMatch(/^AAA \| 240\.00 \| 0% \| 44\.6% \| lost at 28\.80$/);
  // all at the part g of their prices: −20,560 + 22,100 g = −4,000
  expect(rowsOf("How far each may fall").at(-1)).toBe("All together | 640.00 | 0% | 25.1%");
  type("bookDistress", "");
  expect(rowsOf("How far each may fall")[0]).toMatch(/^AAA \| 240\.00 \| 0% \| –$/);
  type("fall", "100");
  expect(screen.getByText("It must be a number from 1 to 99")).toBeTruthy();
  expect(screen.queryByRole("table", { name: "The book after the fall" })).toBeNull();
});

test("an empty journal: the ladder is empty, and the other views say what to do first", async () => {
  const user = await openBook([], { watchlist: [], settings: [] });
  expect(rowsOf("Expirations by week").every((week) => week.includes("empty"))).toBe(true);
  for (const view of ["Weight", "Falls"]) {
    await user.click(screen.getByRole("radio", { name: view }));
    expect(screen.getByRole("heading", { name: "Nothing is open" })).toBeTruthy();
  }
});
