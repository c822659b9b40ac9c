import { FluentProvider } from "@fluentui/react-components";
import "@testing-library/react/dont-cleanup-after-each";
import { fireEvent, render, screen, waitFor, within } from "@testing-library/react";
import type { Journal } from "../../../src/actions";
import { chances, valuation } from "../../../src/calc";
import { useAction } from "../../../src/taskpane/hooks/useAction";
import { LogScreen } from "../../../src/taskpane/screens/log/LogScreen";
import { useDraft } from "../../../src/taskpane/screens/log/useDraft";
import { PositionsScreen } from "../../../src/taskpane/screens/positions/PositionsScreen";
import { positionsCode } from "../../../src/taskpane/screens/positions/positionsCode";
import { usePositions } from "../../../src/taskpane/screens/positions/usePositions";
import { lightTheme } from "../../../src/taskpane/theme";
import { option, shares } from "../../calc/ledger/books";
import { journalOf, watched } from "../journalOf";
import { leaveScreen, onDay } from "../stage";

jest.setTimeout(30_000);

const nothing = () => undefined;
const TODAY = "2026-01-05";
const watching = (price: number | null, volatility: number | null = null): Partial<Journal> => ({ watchlist: [watched("KO", { price, volatility })] });

function Log({ journal }: { journal: Journal }) {
  const action = useAction(() => Promise.resolve());
  return (
    <FluentProvider theme={lightTheme}>
      <LogScreen journal={journal} action={action} said={null} onShow={nothing} onOpen={nothing} form={useDraft(journal)} />
    </FluentProvider>
  );
}
function Positions({ journal }: { journal: Journal }) {
  const action = useAction(() => Promise.resolve());
  return (
    <FluentProvider theme={lightTheme}>
      <PositionsScreen journal={journal} action={action} said={null} onShow={nothing} onOpen={nothing} state={usePositions()} />
    </FluentProvider>
  );
}

beforeAll(() => positionsCode.fetch());
beforeEach(() => {
  onDay(TODAY);
});
afterEach(leaveScreen);

const input = (name: string) => document.querySelector<HTMLInputElement>(`input[name="${name}"]`)!;
const fill = (values: Record<string, string>) => Object.entries(values).forEach(([name, value]) => fireEvent.change(input(name), { target: { value } }));
const PUT = { ticker: "ko", quantity: "2", strike: "50", expiry: "2026-02-20", price: "1.20", fees: "1.30" };
const card = (type: "put" | "call" = "put") => within(screen.getByRole("region", { name: `The ${type} until it expires` }));
const chart = (words: RegExp, type?: "put" | "call") => card(type).findByRole("img", { name: words });
const labels = (of: Element) => [...of.querySelectorAll("text")].map(({ textContent }) => textContent);
const value = (label: string, type?: "put" | "call") => card(type).getByText(label, { selector: "dt" }).nextElementSibling!.textContent;
const percent = (share: number) => `${Number((share * 100).toFixed(1))}%`;

describe("a put that is being sold", () => {
  test("its card has its place from the first digit on, and says what is missing", () => {
    render(<Log journal={journalOf([], watching(52))} />);
    expect(screen.queryByRole("region", { name: /until it expires/ })).toBeNull();
    fill({ ticker: "KO", price: "1" });
    expect(card().getAllByText("Drawn once the fields above are filled in.")).toHaveLength(2);
    expect(card().queryByRole("img")).toBeNull();
  });

  test("payoff and decay are drawn with the Watchlist's price, marked, and said in words", async () => {
    render(<Log journal={journalOf([], watching(52))} />);
    fill(PUT);
    const payoff = await chart(/^At the expiration: 238\.70 with the stock at 50 or above, nothing at 48\.8065, −[\d,]+\.\d\d at 44\.\d+\. With the stock where it is, at 52\.00: 238\.70\.$/);
    expect(labels(payoff)).toEqual(["strike 50: 238.70 at most", "even 48.8065", "stock 52.00: 238.70"]);
    const decay = await chart(/^What it costs to buy back, if the stock stays where it is: 1\.20 on the first day, half of that after \d+ days, 0\.\d\d with 21 days left, nothing at the expiration\.$/);
    expect(labels(decay)).toEqual(["1.20", expect.stringMatching(/^half gone after \d+ days$/), "today", "2/20/26", "21 days left"]);
    expect(card().getByText(/^Half of the premium is gone after about \d+ days if the stock stays where it is\. With 21 days left: \d+% gone\.$/)).toBeTruthy();
    expect(card().getByText("From the Watchlist")).toBeTruthy();
  });

  test("where the words of the 21 days find no room, their line is not drawn either", async () => {
    render(<Log journal={journalOf([], watching(52))} />);
    const lines = async (expiry: string, words: RegExp) => {
      fill({ ...PUT, expiry });
      return (await chart(words)).querySelectorAll("line").length;
    };
    const [axis, both] = [1, 2];
    expect(await lines("2026-01-27", /21 days left, nothing/)).toBe(axis);
    expect(await lines("2026-02-20", /half of that after 2\d days, .*21 days left, nothing/)).toBe(both);
  });

  test("volatility and chances are those of the premium, each by its name", async () => {
    render(<Log journal={journalOf([], watching(52, 0.9))} />);
    fill(PUT);
    await chart(/buy back/);
    const terms = { type: "put", spot: 52, strike: 50, days: 46, rate: 0, dividendYield: 0 } as const;
    const volatility = valuation("american").impliedVolatility({ ...terms, price: 1.2 });
    expect(value("Volatility")).toBe(percent(volatility));
    expect(card().getByText("solved from the premium")).toBeTruthy();
    expect(value("|delta|")).toBe(Math.abs(valuation("american").slopes({ ...terms, volatility }).delta).toFixed(2));
    expect(value("P(ITM)")).toBe(percent(chances.inTheMoney({ ...terms, volatility })));
    // the break-even has the fees in it: the premium is 1.20 less 1.30 ÷ 200
    expect(value("POP")).toBe(percent(chances.ofProfit({ ...terms, volatility, premium: 1.1935 })));
    expect(card().getByText(/^Risk-neutral: .* above the break-even 48\.8065,/)).toBeTruthy();
  });

  test("the rate of Settings is counted with, and said", async () => {
    const settings = [{ name: "Risk-free rate", value: 0.045 }];
    render(<Log journal={journalOf([], { ...watching(52), settings })} />);
    fill(PUT);
    await chart(/buy back/);
    const terms = { type: "put", spot: 52, strike: 50, days: 46, rate: 0.045, dividendYield: 0 } as const;
    const volatility = valuation("american").impliedVolatility({ ...terms, price: 1.2 });
    expect(value("Volatility")).toBe(percent(volatility));
    expect(percent(volatility)).not.toBe(percent(valuation("american").impliedVolatility({ ...terms, rate: 0, price: 1.2 })));
    expect(card().getByText(/The rate is 4\.5%; dividends are left out\.$/)).toBeTruthy();
  });

  test("a typed price of the stock is looked at and never part of the row; blank is the Watchlist's again", async () => {
    render(<Log journal={journalOf([], watching(52))} />);
    fill({ ...PUT, spot: "47,5" });
    expect(card().getByText("It must have a point before its decimals: 47.5")).toBeTruthy();
    fill({ spot: "47.50" });
    await chart(/at 47\.50: −261\.30/);
    expect(screen.getByRole("region", { name: "Before you log it" }).textContent).not.toContain("47.5");
    fill({ spot: "0" });
    expect(card().getByText("It must be above zero")).toBeTruthy();
    fill({ spot: "" });
    fireEvent.blur(input("spot"));
    expect(input("spot").value).toBe("52");
    // and another stock has another price
    fill({ spot: "47.50", ticker: "PEP" });
    expect(input("spot").value).toBe("");
  });

  test("Enter in the stock's price logs nothing", () => {
    render(<Log journal={journalOf([], watching(52))} />);
    fill(PUT);
    expect(fireEvent.keyDown(input("spot"), { key: "Enter" })).toBe(false);
    expect(fireEvent.keyDown(input("spot"), { key: "5" })).toBe(true);
  });

  test("without a price the payoff is drawn all the same, and the rest says what to type", async () => {
    render(<Log journal={journalOf([])} />);
    fill(PUT);
    expect(labels(await chart(/^At the expiration/))).toEqual(["strike 50: 238.70 at most", "even 48.8065"]);
    expect(card().getByText("Type what the stock costs now, and see how the premium decays.")).toBeTruthy();
    expect(["Volatility", "|delta|", "P(ITM)", "POP"].map((label) => value(label))).toEqual(["–", "–", "–", "–"]);
  });

  test("a premium that implies no volatility: the Watchlist's, and why; without one there, words", async () => {
    const { rerender } = render(<Log journal={journalOf([], watching(47, 0.3))} />);
    fill({ ...PUT, price: "2" });
    await chart(/buy back.*: 3\.\d\d on the first day/);
    expect(value("Volatility")).toBe("30%");
    expect(card().getByText("from the Watchlist")).toBeTruthy();
    expect(card().getByText(/^No volatility gives this price: it is not above .*, 3; the Watchlist's is taken\. Risk-neutral/)).toBeTruthy();
    expect(card().getByText(/^If the stock stays where it is, 3\.00 of its value stays to the end: the option is in the money\.$/)).toBeTruthy();
    rerender(<Log journal={journalOf([], watching(47))} />);
    expect(await card().findByText(/^No volatility gives this price: it is not above what the option is worth without any, 3\.$/)).toBeTruthy();
    expect(value("Volatility")).toBe("–");
  });

  test("a sale of another day: the Watchlist's price of today is not taken for the one of that day", async () => {
    render(<Log journal={journalOf([], watching(52, 0.3))} />);
    fill({ ...PUT, date: "2025-12-30" });
    expect(input("spot").value).toBe("");
    expect(screen.getByLabelText("Stock on 12/30/25")).toBe(input("spot"));
    expect(await card().findByText("Type what the stock cost on that day, and see how the premium decays.")).toBeTruthy();
    fill({ spot: "51" });
    expect(labels(await chart(/buy back/))).toContain("12/30/25");
  });

  test("what is drawn settles first: no picture of every digit", async () => {
    render(<Log journal={journalOf([], watching(52))} />);
    fill(PUT);
    await chart(/^At the expiration: 238\.70/);
    fill({ price: "1.2" });
    fill({ price: "1.25" });
    expect(card().getByRole("img", { name: /^At the expiration/ }).getAttribute("aria-label")).toContain("238.70");
    await chart(/^At the expiration: 248\.70/);
  });

  test("what is bought has no such card", () => {
    render(<Log journal={journalOf([], watching(52))} />);
    fireEvent.change(screen.getByLabelText("Action"), { target: { value: "Buy to open" } });
    fill(PUT);
    expect(screen.queryByRole("region", { name: /until it expires/ })).toBeNull();
  });
});

describe("a call", () => {
  const CALL = { ...PUT, quantity: "1", strike: "52", price: "0.80", fees: "" };
  const held = shares("2025-12-01", "Buy", 100, 50);

  test("on shares: what they come to when they are called away, and even where they are", async () => {
    render(<Log journal={journalOf([held], watching(51))} />);
    fireEvent.click(screen.getByRole("radio", { name: "Call" }));
    fill(CALL);
    expect(labels(await chart(/^At the expiration: 280\.00/, "call"))).toEqual(["strike 52: 280.00 at most", "even 49.20", "stock 51.00: 180.00"]);
    expect(card("call").getByText("At the expiration, shares included, in $")).toBeTruthy();
  });

  test("below the net stock cost it comes out even nowhere, and the picture says so", async () => {
    render(<Log journal={journalOf([held], watching(46))} />);
    fireEvent.click(screen.getByRole("radio", { name: "Call" }));
    fill({ ...CALL, strike: "47" });
    expect(labels(await chart(/^At the expiration: −220\.00 with the stock at 47 or above, even nowhere,/, "call"))).toEqual(["strike 47: −220.00 at best", "stock 46.00: −320.00"]);
  });

  test("without shares it has no floor: words, no payoff, no chance of profit; it decays all the same", async () => {
    render(<Log journal={journalOf([], watching(51))} />);
    fireEvent.click(screen.getByRole("radio", { name: "Call" }));
    fill(CALL);
    await chart(/buy back/, "call");
    expect(card("call").getByText(/^Without shares under it a call has no floor/)).toBeTruthy();
    expect(value("POP", "call")).toBe("–");
    expect(value("P(ITM)", "call")).toMatch(/^\d+(\.\d)?%$/);
  });
});

describe("where an option is opened on what is open", () => {
  const put = option("2025-12-20", "Sell to open", "Put", { quantity: 2, strike: 50, expiry: "2026-01-16", price: 1.2, fees: 1.3 });

  test("a roll: of the new contract, with the earlier legs; from its first own field on", async () => {
    render(<Positions journal={journalOf([put], watching(47.5))} />);
    fireEvent.click(screen.getByRole("button", { name: /2 × 50 put/ }));
    fireEvent.click(screen.getByRole("button", { name: "Roll" }));
    expect(screen.queryByRole("region", { name: /until it expires/ })).toBeNull();
    fill({ price: "2.10", fees: "1.30", strike: "48", expiry: "2026-02-20", newPrice: "2.35", newFees: "1.30" });
    // golden chain A: 286.10 of both legs, even at 46.5695
    const payoff = await chart(/^At the expiration: 286\.10 with the stock at 48 or above, nothing at 46\.5695/);
    expect(labels(payoff)).toContain("even 46.5695");
    expect(card().getByText("At the expiration, earlier legs included, in $")).toBeTruthy();
    await chart(/buy back.*: 2\.35 on the first day/);
    // what is typed here is there after a look elsewhere
    fill({ spot: "48.25" });
    await waitFor(() => expect(card().getByRole("img", { name: /at 48\.25: 286\.10/ })).toBeTruthy());
  });

  test("a call sold on shares", async () => {
    render(<Positions journal={journalOf([shares("2025-12-01", "Buy", 100, 50)], watching(51))} />);
    fireEvent.click(screen.getByRole("button", { name: /100 shares/ }));
    fireEvent.click(screen.getByRole("button", { name: "Sell a call" }));
    fill({ strike: "52", expiry: "2026-02-20", price: "0.80" });
    await chart(/^At the expiration: 280\.00/, "call");
    await chart(/buy back.*: 0\.80 on the first day/, "call");
  });
});
