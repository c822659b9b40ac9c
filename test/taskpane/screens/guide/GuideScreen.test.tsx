import "../../browserGlobals";
import { FluentProvider } from "@fluentui/react-components";
import "@testing-library/react/dont-cleanup-after-each";
import { fireEvent, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import type { Journal } from "../../../../src/actions";
import type { Trade } from "../../../../src/calc";
import { useAction } from "../../../../src/taskpane/hooks/useAction";
import { guideCode } from "../../../../src/taskpane/screens/guide/guideCode";
import { GuideScreen } from "../../../../src/taskpane/screens/guide/GuideScreen";
import { useGuide } from "../../../../src/taskpane/screens/guide/useGuide";
import { useDraft } from "../../../../src/taskpane/screens/log/useDraft";
import { lightTheme } from "../../../../src/taskpane/theme";
import { excelInNode } from "../../../../workbench/harness/inNode";
import { money, option } from "../../../calc/ledger/books";
import { journalOf, watched } from "../../journalOf";
import { WDGT_SETTINGS, wdgtText } from "./quotesText";
import { leaveScreen, onDay } from "../../stage";

jest.setTimeout(30_000);
// compiled once, before a test waits for it; kept plans are looked for in an empty workbook
let uninstall: () => void;
beforeAll(async () => {
  await guideCode.fetch();
  uninstall = (await excelInNode()).install();
}, 120_000);
afterAll(() => uninstall());

const WATCHED = watched("WDGT", { price: 52.4, targetPrice: 49.5, why: "Widgets are always needed", sector: "Industrials", mostShares: 300, earnings: 46110 });

function Plan({ journal }: { journal: Journal }) {
  const action = useAction(() => Promise.resolve());
  const [opened, setOpened] = useState("");
  const form = useDraft(journal);
  return (
    <FluentProvider theme={lightTheme}>
      <GuideScreen journal={journal} action={action} said={null} onShow={() => undefined} onOpen={setOpened} state={useGuide()} form={form} />
      <output data-testid="opened">{opened && JSON.stringify({ opened, ...form.draft })}</output>
    </FluentProvider>
  );
}

async function open(change: Partial<Journal> = {}, trades: readonly Trade[] = []) {
  onDay("2026-03-02");
  render(<Plan journal={journalOf(trades, { watchlist: [WATCHED], settings: WDGT_SETTINGS, ...change })} />);
  await screen.findByRole("heading", { name: "Which stock would you own?" });
  return userEvent.setup({ delay: null });
}

afterEach(leaveScreen);

const field = (name: string) => document.querySelector<HTMLInputElement>(`[name="${name}"]`)!;
const type = (values: Record<string, string>) => Object.entries(values).forEach(([name, value]) => fireEvent.change(field(name), { target: { value } }));
const next = async (user: ReturnType<typeof userEvent.setup>) => user.click(document.querySelector("footer button[type=submit]")!);
const question = () => screen.getAllByRole("heading", { level: 2 })[0]!.textContent;
const main = () => screen.getByRole("main").textContent;
const puts = () => screen.getAllByRole("radio").filter((one) => /put,/.test(one.getAttribute("aria-label") ?? "")).map((one) => one.getAttribute("aria-label"));

async function toThePuts(user: ReturnType<typeof userEvent.setup>, text = wdgtText()) {
  type({ ticker: "wdgt" });
  await next(user);
  await next(user);
  type({ quotes: text });
}

test("from a stock on the Watchlist to the filled-in log form, with the numbers of the worked example", async () => {
  const user = await open();
  type({ ticker: "wdgt" });
  expect(screen.getByRole("region", { name: "On your Watchlist" }).textContent).toContain("Industrials");
  await next(user);
  expect([question(), field("target").value, field("why").value]).toEqual(["At which price is WDGT yours?", "49.5", "Widgets are always needed"]);
  expect(document.activeElement).toBe(field("target"));
  await next(user);

  type({ quotes: wdgtText() });
  expect(await screen.findByText("Clipboard: 7 puts in 1 expiration.")).toBeTruthy();
  expect(field("spot").value).toBe("52.4");
  expect(screen.getByRole("heading", { name: "3 puts keep your rules" })).toBeTruthy();
  expect(puts()).toEqual(["1. 50 put, Apr 17, 2026", "2. 47.5 put, Apr 17, 2026", "3. 45 put, Apr 17, 2026"]);
  const best = screen.getByRole("radio", { name: /^1\. 50 put/ });
  expect(best.closest("div")!.textContent).toContain("The strike 50 is above your 49.50, the 49.05 really paid is not.");
  expect(document.getElementById(best.getAttribute("aria-describedby")!)!.textContent).toContain("15.1%");
  await user.click(best);
  // 0.95 a share for 46 days
  expect(document.getElementById(best.getAttribute("aria-describedby")!)!.textContent).toContain("A day2.07");
  await next(user);

  // cash 25,500, a fifth of it is 5,100: one contract of 5,000
  expect(question()).toBe("How many?");
  expect([field("cash").value, field("contracts").value]).toEqual(["25500", "1"]);
  expect(screen.getByRole("region", { name: "How many fit" }).textContent).toContain("Ticker limit 5,100.00 left under 20 % of 25,500.00, 0.00 is there1");
  await next(user);

  expect(question()).toBe("And if they are assigned?");
  const owned = screen.getByRole("region", { name: "You own the shares" }).textContent;
  for (const words of ["at the strike5,000.00", "a share; your price is 49.5049.05", "Cash then 20,595.00", "limit 20%19.5%"]) expect(owned).toContain(words);
  expect(screen.getByRole("region", { name: "Before you sell" }).textContent).toContain("Earnings on Mar 29, 2026");
  await next(user);
  expect(JSON.parse(screen.getByTestId("opened").textContent!)).toMatchObject({ opened: "log", action: "Sell to open", type: "Put", ticker: "WDGT", date: "2026-03-02", quantity: "1", strike: "50", expiry: "2026-04-17", price: "0.95", notes: "Widgets are always needed" });
});

test("what does not keep the rules stands there with every reason, and can be chosen all the same", async () => {
  const user = await open();
  await toThePuts(user);
  await user.click(await screen.findByRole("button", { name: "4 rows do not, and why" }));
  for (const words of ["premium 0.15 is below 0.3", "spread 37.84 % of the middle is above 12 %", "|delta| 0.62 is above 0.35", "one contract takes 5,500.00, more than 20 % of the cash, the limit of a ticker"]) expect(main()).toContain(words);
  await user.click(screen.getByRole("radio", { name: "55 put, Apr 17, 2026" }));
  await next(user);
  expect(field("contracts").value).toBe("");
  expect(screen.getByText("Not one fits your limits")).toBeTruthy();
  await next(user);
  expect(screen.getByText("Type a whole number, 1 or more")).toBeTruthy();
  type({ contracts: "1" });
  await next(user);
  const warned = screen.getByRole("region", { name: "Before you sell" }).textContent;
  for (const words of ["|delta| 0.62 is above 0.35", "Your limits leave room for 0, and this is 1"]) expect(warned).toContain(words);
});

test("a limit that is moved holds for this plan, and one that cannot be meant is said in words", async () => {
  const user = await open();
  await toThePuts(user);
  await user.click(await screen.findByRole("button", { name: /^Rules: 30–46 days/ }));
  type({ "Most |delta|": "0.2" });
  expect(await screen.findByRole("heading", { name: "2 puts keep your rules" })).toBeTruthy();
  type({ "Days to": "20" });
  expect(await screen.findByText("Days from must not be above Days to.")).toBeTruthy();
  type({ "Days to": "a month" });
  expect(await screen.findByText("Days to must be a number")).toBeTruthy();
  type({ "Days to": "45" });
  expect(await screen.findByRole("heading", { name: "No put keeps all your rules" })).toBeTruthy();
  expect(main()).toContain("46 days are more than 45");
  expect(main()).toContain("30–45 days is a rule of thumb");
});

test("rows that are no quotes are listed with what is wrong, and the others stand", async () => {
  const user = await open();
  await toThePuts(user, `${wdgtText()}\n04/17/2026\tcheap\tPut\t-0.1\t0.3\t0.4\n04/17/2026\t44\tPut\t-0.1\t0.5\t0.4`);
  await user.click(await screen.findByRole("button", { name: "1 row not read" }));
  expect(main()).toMatch(/Row 9: .*cheap/);
  await user.click(screen.getByRole("button", { name: /rows do not, and why/ }));
  expect(main()).toContain("crossed market: bid 0.5 is above ask 0.4");
  await user.click(screen.getByRole("button", { name: "Empty" }));
  expect(field("quotes").value).toBe("");
});

test("bad chains are judged row by row in words: crossed and empty markets, text numbers, percent strings, greeks that are none, mixed expirations, missing columns, no puts", async () => {
  const user = await open({ settings: [{ name: "Most spread of mid", value: 2 }, { name: "Least open interest", value: 0 }, { name: "Days to", value: 46 }] });
  const all = async () => {
    const unfold = screen.queryByRole("button", { name: /rows? (do|does) not, and why/ });
    if (unfold?.getAttribute("aria-expanded") === "false") await user.click(unfold);
    return main()!;
  };
  const rows = [
    ["4/17/2026", "45", "Put", "0.50", "0.40", "-0.1", "30%"],
    ["4/17/2026", "44", "Put", "0", "0.30", "-0.1", "30%"],
    ["4/17/2026", "43", "Put", "0.2", "", "-0.1", "30%"],
    ["4/17/2026", "$1,042.50", "P", "n/a", "--", "NaN", "NaN"],
    ["17 Apr 2026", "50", "put", "$0.95", "1.01", "-999", "-999"],
    ["2026-03-13", "50", "Put", "0.30", "0.32", "-24%", "28.5%"],
    ["4/17/2026", "fifty", "Put", "1", "1.1", "-0.2", "30%"],
    ["someday", "50", "Straddle", "1", "1.1", "-0.2", "30%"],
    ["4/17/2026", "55", "Call", "1", "1.1", "0.4", "30%"],
  ];
  await toThePuts(user, [["Expiry", "Strike", "Type", "Bid", "Ask", "Delta", "IV"], ...rows].map((cells) => cells.join("\t")).join("\n"));
  expect(await screen.findByRole("radio", { name: "1. 50 put, Apr 17, 2026" })).toBeTruthy();
  const judged = await all();
  for (const words of [
    "crossed market: bid 0.5 is above ask 0.4", "no bid: nobody buys it", "no ask", "no market: neither bid nor ask", "11 days are fewer than 30", 'row 8 is not read: Strike "fifty" is not a number',
    'row 9 is not read: Expiry "someday" is not a date; Type "Straddle" is neither put nor call', "1 call was passed over: only puts are screened.", "2 deltas of the chain cannot be (blank, 0, NaN, -999): computed where the price has a volatility.",
  ]) expect(judged).toContain(words);
  // every one of the nine rows is there: one passes, one is a call, seven say why not
  expect(judged).toContain("7 rows do not, and why");

  type({ quotes: "Expiry\tStrike\tBid\tAsk\n4/17/2026\t50\t1\t1.1" });
  expect(await screen.findByText(/^The chain lacks the column Type; .* in a line above them: "Puts"\.$/)).toBeTruthy();
  type({ quotes: "Expiry\tStrike\tType\tBid\tAsk\n4/17/2026\t55\tCall\t1\t1.1" });
  expect(await screen.findByText(/the chain has no puts/i)).toBeTruthy();
  await next(user);
  expect(question()).toBe("Which put?");
});

test("an expiration on a closed day is said where the quotes are read and before the sale, in the words of the log form; quotes that were pasted for another stock are said as well", async () => {
  const user = await open();
  // Good Friday, and a Saturday
  await toThePuts(user, ["Expiry\tStrike\tType\tBid\tAsk\tDelta", "4/3/2026\t50\tPut\t0.95\t1.01\t-0.24", "4/11/2026\t50\tPut\t0.95\t1.01\t-0.24", "4/10/2026\t50\tPut\t0.95\t1.01\t-0.24"].join("\n"));
  expect(await screen.findByText("2026-04-03 is Good Friday: options expire on trading days, the last one before it is 2026-04-02.")).toBeTruthy();
  expect(screen.getByText(/^2026-04-11 is a Saturday: .* 2026-04-10\.$/)).toBeTruthy();
  expect(main()).not.toContain("2026-04-10 is");
  await user.click(screen.getByRole("radio", { name: /^\d\. 50 put, Apr 3, 2026/ }));
  await next(user);
  await next(user);
  expect(screen.getByRole("region", { name: "Before you sell" }).textContent).toContain("2026-04-03 is Good Friday: options expire on trading days, the last one before it is 2026-04-02");

  await user.click(screen.getByRole("button", { name: /Stock$/ }));
  type({ ticker: "ACME" });
  await next(user);
  await next(user);
  expect(await screen.findByText("These quotes were pasted for WDGT, and the stock here is ACME.")).toBeTruthy();
});

test("of several accounts the one is asked for in which it would be sold, and its own cash is a limit", async () => {
  const deposits = [["Main", 60_000], ["IRA", 6000]].map(([account, price]) => money("2026-01-02", "Deposit", Number(price), { account: String(account) }));
  const user = await open({ settings: WDGT_SETTINGS.filter(({ name }) => name !== "Cash") }, deposits);
  await toThePuts(user);
  await user.click(await screen.findByRole("radio", { name: /^1\. 50 put/ }));
  await next(user);
  const fit = () => screen.getByRole("region", { name: "How many fit" }).textContent;
  expect([field("account").value, field("contracts").value]).toEqual(["IRA", "1"]);
  expect(fit()).toContain("Cash of the account 6,000.00 left of the 6,000.00 in IRA1");
  // a fifth of 66,000
  type({ account: "main" });
  expect(fit()).toContain("Cash of the account 60,000.00 left of the 60,000.00 in Main12");
  expect(field("contracts").value).toBe("2");
  await next(user);
  expect(screen.getByText("Sell to open 2 WDGT 50 puts · 4/17/26 · at 0.95 · Main")).toBeTruthy();
  await next(user);
  expect(JSON.parse(screen.getByTestId("opened").textContent!)).toMatchObject({ opened: "log", account: "Main", quantity: "2" });
});

test("text that is no chain is said to be none, and which formats are known", async () => {
  const user = await open();
  await toThePuts(user, "Dear diary");
  expect(await screen.findByText(/^This is no chain of quotes that is known here/)).toBeTruthy();
  await next(user);
  expect(question()).toBe("Which put?");
});

test("a file is read as well, and its name is said", async () => {
  const user = await open();
  await toThePuts(user, "");
  await user.upload(screen.getByLabelText("File of quotes"), new File([wdgtText()], "wdgt.txt", { type: "text/plain" }));
  expect(await screen.findByText("wdgt.txt: 7 puts in 1 expiration.")).toBeTruthy();
});

test("without a Watchlist, cash or rules of one's own: the defaults hold, what is not known is said", async () => {
  const user = await open({ watchlist: [], settings: [] });
  type({ ticker: "WDGT" });
  expect(main()).toContain("Not on your Watchlist");
  await next(user);
  type({ target: "a lot" });
  expect(screen.getByText("Target price must be a number")).toBeTruthy();
  await next(user);
  expect(question()).toBe("At which price is WDGT yours?");
  type({ target: "" });
  await next(user);
  type({ quotes: wdgtText().replace(/04\/17/g, "04/10") });
  expect(await screen.findByText(/Type the stock's price with these quotes: discount/)).toBeTruthy();
  type({ spot: "52.4" });
  await user.click(await screen.findByRole("radio", { name: /^1\. 50 put/ }));
  await next(user);
  expect(field("contracts").value).toBe("1");
  expect(main()).toContain("the cash is not known: not asked");
  type({ cash: "8000" });
  expect(main()).toContain("8,000.00 left of 8,000.00 beside open puts");
  expect(field("contracts").value).toBe("");
});

test("puts that are open count: what they have set aside is not free, and the distress is that of all of the ticker", async () => {
  const held = option("2026-02-10", "Sell to open", "Put", { ticker: "WDGT", quantity: 2, strike: 48, expiry: "2026-03-20", price: 1, fees: 0 });
  const user = await open({ settings: [...WDGT_SETTINGS.filter(({ name }) => name !== "Cash"), { name: "Cash", value: 100_000 }] }, [held]);
  type({ ticker: "WDGT" });
  expect(screen.getByRole("region", { name: "Open already" }).textContent).toContain("2 WDGT 48 puts");
  await toThePuts(user);
  await user.click(await screen.findByRole("radio", { name: /^1\. 50 put/ }));
  await next(user);
  expect(field("contracts").value).toBe("1"); // 300 shares are wanted, 200 may come
  await next(user);
  expect(screen.getByRole("region", { name: "You own the shares" }).textContent).toContain("9,600.00 are set aside for other puts85,495.00");
  // 295 are earned; below 48 all three lose 300 a dollar: 95 at 48
  type({ distress: "2905" });
  expect(main()).toContain("Lost with WDGT at 38.00");
  type({ distress: "-1" });
  expect(screen.getByText("It must be above zero")).toBeTruthy();
});

test("puts can be put in order by what one compares, and expirations stand side by side for puts alike", async () => {
  const user = await open();
  const later = wdgtText().split("\n").slice(1).map((line) => line.replace("04/17", "05/15").replace(/\t(\d+\.\d+)\t(\d+\.\d+)$/, (_all, bid: string, ask: string) => `\t${(Number(bid) * 1.5).toFixed(2)}\t${(Number(ask) * 1.5).toFixed(2)}`));
  await toThePuts(user, [wdgtText(), ...later].join("\n"));
  const first = () => puts()[0];
  expect(first()).toBe("1. 50 put, Apr 17, 2026");
  for (const [order, name] of [["Discount", "3. 45 put, Apr 17, 2026"], ["|delta|", "3. 45 put, Apr 17, 2026"], ["Premium", "1. 50 put, Apr 17, 2026"], ["POP", "3. 45 put, Apr 17, 2026"]] as const) {
    await user.selectOptions(screen.getByLabelText("Order"), order);
    expect([order, first()]).toEqual([order, name]);
  }
  // 47.50 bid at 0.55: 55 dollars for 46 days
  const figures = document.getElementById(screen.getByRole("radio", { name: /^2\. 47\.5 put/ }).getAttribute("aria-describedby")!)!.textContent;
  for (const words of ["A day1.20", "Discount9.4%", "|delta|0.16", "P(ITM)", "POP", "Gone at 21 d"]) expect(figures).toContain(words);
  await user.click(screen.getByRole("button", { name: /^By expiration/ }));
  const rows = screen.getAllByRole("row").map((row) => row.textContent);
  expect(rows).toHaveLength(3);
  expect(rows[1]).toMatch(/^4\/17\/264645/);
  expect(main()).toContain("More time brings more premium, and less a day.");
});

test("start over empties the plan, and one can go back to any step that was reached", async () => {
  const user = await open();
  await toThePuts(user);
  expect(screen.getByRole<HTMLButtonElement>("button", { name: "Size" }).disabled).toBe(true);
  await user.click(screen.getByRole("button", { name: "Stock" }));
  expect(question()).toBe("Which stock would you own?");
  await user.click(screen.getByRole("button", { name: "Start over" }));
  expect(field("ticker").value).toBe("");
  await next(user);
  expect(screen.getByText("Type a ticker")).toBeTruthy();
  expect(document.activeElement).toBe(field("ticker"));
});
