import type { Trade } from "../../src/calc";
import { dayNumber } from "../fixtures/goldenChains";
import { spillOf } from "./cell";
import { chainA, chainB, logOf, records } from "./logOf";

const rows = (code: string, trades: readonly Trade[], ...rest: unknown[]) => records(spillOf(code, [logOf(trades), ...rest]));

describe("golden chain A through the functions (golden-chains.md §1)", () => {
  test("CAMPAIGNS has every figure of the specification", () => {
    const [row, ...others] = rows("campaigns", chainA());
    expect(others).toEqual([]);
    expect(row).toMatchObject({
      Account: "Main", Ticker: "XYZ", State: "Closed", Start: dayNumber("2026-01-05"), End: dayNumber("2026-05-29"), Days: 144, "Put premium": 260, "Call premium": 170, "Stock result": 100,
      Dividends: 40, Fees: 5.85, Total: 564.15, "Capital-days": 1_052_400, "Cash break-even": "",
    });
    expect(row!["Average capital"]).toBeCloseTo(7308.333, 3);
    expect(row!.Return).toBeCloseTo(0.077193, 6);
    expect(row!.Annualised).toBeCloseTo(0.195662, 6);
  });

  test("INCOME by month in both views, and by ticker, account, week and year", () => {
    const net = (...rest: unknown[]) => rows("income", chainA(), ...rest).map(({ Period, Net }) => [Period, Net]);
    expect(net()).toEqual([["2026-01", 0], ["2026-02", -182.6], ["2026-03", 438.05], ["2026-04", 119.35], ["2026-05", 189.35]]);
    expect(net("month", "TAX ")).toEqual([["2026-01", 0], ["2026-02", -182.6], ["2026-03", 203.7], ["2026-04", 119.35], ["2026-05", 423.7]]);
    expect(net("Year")).toEqual([["2026", 564.15]]);
    expect(net("ticker")).toEqual([["XYZ", 564.15]]);
    expect(net("account")).toEqual([["Main", 564.15]]);
    expect(net("week")[0]).toEqual(["2026-W02", 0]);
  });

  test("LOTS: 48, 45.6565 and 46.5695 at assignment; 45.776 after the first call, 45.376 with the dividend, 44.4825 after the second", () => {
    const lot = (until: string, dividends?: boolean) => rows("lots", chainA(until), dividends)[0]!;
    expect(lot("2026-03-12")).toEqual({ Account: "Main", Ticker: "XYZ", Opened: dayNumber("2026-03-12"), Shares: 100, "Strike cost": 48, "Tax basis": 45.6565, "Net stock cost": 46.5695, Source: "Assigned" });
    expect(lot("2026-03-23")["Net stock cost"]).toBe(45.776);
    expect(lot("2026-04-24", true)["Net stock cost"]).toBe(45.376);
    expect(lot("2026-04-24")["Net stock cost"]).toBe(45.776);
    expect(lot("2026-04-27", true)["Net stock cost"]).toBeCloseTo(44.4825, 10);
  });

  test("CHAINS: the roll brought 47.40 after the fees of four legs; 46.5695 is where it breaks even", () => {
    const [chain] = rows("chains", chainA("2026-02-13"));
    expect(chain).toMatchObject({ Type: "Put", Legs: 2, Rolls: 1, State: "Open", "Chain credit": 286.1, Banked: -182.6, "At risk": 468.7 });
    expect(Number(chain!["Chain credit"]) - 238.7).toBeCloseTo(47.4, 10);
    expect(chain!["Break-even"]).toBeCloseTo(46.5695, 10);
    expect(rows("chains", chainA()).map(({ Type, State, "Chain credit": credit }) => [Type, State, credit])).toEqual([["Put", "Assigned", 255.45], ["Call", "Expired", 79.35], ["Call", "Assigned", 89.35]]);
  });

  test("POSITIONS on the way: a covered call and its shares, days from the day asked for", () => {
    expect(rows("positions", chainA("2026-04-27"), dayNumber("2026-05-20"))).toEqual([
      { Account: "Main", Ticker: "XYZ", Type: "Call", Quantity: -1, Strike: 49, Expiry: dayNumber("2026-05-29"), Opened: dayNumber("2026-04-27"), Premium: 0.9, Credit: 89.35, Collateral: 0, Days: 9 },
      { Account: "Main", Ticker: "XYZ", Type: "Shares", Quantity: 100, Strike: "", Expiry: "", Opened: dayNumber("2026-03-12"), Premium: "", Credit: -4800, Collateral: 0, Days: "" },
    ]);
    expect(rows("positions", chainA())).toEqual([]);
    expect(rows("campaigns", chainA("2026-04-27"), dayNumber("2026-05-07"))).toMatchObject([{ State: "Covered", End: "", Days: 122, "Cash break-even": 43.3585 }]);
  });

  test("AUDIT: cash is what was realised, in both views and on the way; PROBLEMS has none", () => {
    for (const view of [null, "income", "tax"]) expect(rows("audit", chainA(), view).at(-1)).toEqual({ Account: "Total", Ticker: "", Cash: 564.15, Realised: 564.15, "Open options": 0, "Open shares": 0, Difference: 0, Ok: true });
    expect(rows("audit", chainA("2026-04-27"), "tax")[0]).toMatchObject({ Cash: -4335.85, "Open options": 89.35, "Open shares": -4565.65, Difference: 0, Ok: true });
    expect(rows("problems", chainA())).toEqual([{ Row: "", Ticker: "", Problem: "Every row is booked" }]);
  });
});

test("golden chain B through the functions: 498.05 in 109 days, 9.961 %; 49.0565 after the put (golden-chains.md §2)", () => {
  const [row] = rows("campaigns", chainB());
  expect(row).toMatchObject({ Total: 498.05, Days: 109, "Average capital": 5000 });
  expect(row!.Return).toBeCloseTo(0.09961, 10);
  expect(rows("lots", chainB("2026-04-17"))[0]).toMatchObject({ "Strike cost": 50, "Tax basis": 49.0565, "Net stock cost": 49.0565 });
});

describe("CAMPAIGN_XIRR", () => {
  test("the rate of each campaign, and of all together; flows of one rate are worth nothing at it", () => {
    const [one, other, total] = rows("campaignXirr", [...chainA(), ...chainB()]);
    expect([one!.Ticker, other!.Ticker, total!.Account]).toEqual(["WDGT", "XYZ", "Total"]);
    expect([one!.Total, other!.Total, total!.Total]).toEqual([498.05, 564.15, 1062.2]);
    // golden chain B: 4,905.65 set aside, 69.35 and 84.35 on the way, 5,250 back
    const [start, rate] = [dayNumber("2026-03-02"), Number(one!.XIRR)];
    const flows = [["2026-03-02", -4905.65], ["2026-04-20", 69.35], ["2026-05-18", 84.35], ["2026-06-19", 5250]] as const;
    expect(flows.reduce((sum, [day, amount]) => sum + amount / (1 + rate) ** ((dayNumber(day) - start) / 365), 0)).toBeCloseTo(0, 6);
    expect(Number(total!.XIRR)).toBeGreaterThan(Math.min(rate, Number(other!.XIRR)));
    expect(Number(total!.XIRR)).toBeLessThan(Math.max(rate, Number(other!.XIRR)));
  });
  test("by ticker and account; what is on has no end; what begins and ends on one day has no rate", () => {
    const twice = [...chainB(), ...chainB("2026-03-02").map((trade) => ({ ...trade, date: dayNumber("2026-07-01"), expiry: dayNumber("2026-07-17") }))];
    expect(rows("campaignXirr", twice).map(({ Start, End }) => [Start, End])).toEqual([[dayNumber("2026-03-02"), dayNumber("2026-06-19")], [dayNumber("2026-07-01"), ""], [dayNumber("2026-03-02"), ""]]);
    expect(rows("campaignXirr", twice, dayNumber("2026-07-11"), "TICKER")).toMatchObject([{ Account: "", Ticker: "WDGT", Total: 592.4 }, { Account: "Total", Total: 592.4 }]);
    expect(rows("campaignXirr", twice, null, "account")).toMatchObject([{ Account: "Main", Ticker: "" }, { Account: "Total" }]);
    const [sold] = chainB();
    expect(rows("campaignXirr", [sold!, { ...sold!, action: "Buy to close", price: 0.5 }])).toMatchObject([{ Total: 43.7, XIRR: "" }, { XIRR: "" }]);
  });
});

describe("wrong arguments are refused in words", () => {
  const log = logOf(chainA());
  test.each<[string, unknown[], string]>([
    ["income", [log, "quarter"], '#VALUE! by must be "month", "week", "year", "ticker" or "account"'],
    ["income", [log, 5], '#VALUE! by must be "month", "week", "year", "ticker" or "account"'],
    ["income", [log, null, "both"], '#VALUE! view must be "income" or "tax"'],
    ["audit", [log, "cash"], '#VALUE! view must be "income" or "tax"'],
    ["campaignXirr", [log, null, "month"], '#VALUE! by must be "campaign", "ticker" or "account"'],
    ["positions", [log, -3], "#VALUE! as_of must be a date"],
    ["positions", [log, 20260105], "#VALUE! as_of must be a date"],
    ["campaigns", [log, NaN], "#VALUE! as_of must be a date"],
    ["campaigns", [log, "soon"], "#VALUE! as_of must be a date"],
    ["lots", [log, "yes"], "#VALUE! dividends must be TRUE or FALSE"],
  ])("%s", (code, args, words) => expect(spillOf(code, args)).toBe(words));

  test("a blank cell is the default, also where it arrives as 0 or as an empty text", () => {
    for (const blank of [null, undefined, 0]) expect(spillOf("positions", [log, blank])).toEqual(spillOf("positions", [log]));
    for (const blank of [null, undefined, ""]) expect(spillOf("income", [log, blank, blank])).toEqual(spillOf("income", [log]));
  });
});

test("an empty log has no answer, and says so; a log without a row that can be booked as well", () => {
  const [headers] = logOf([]);
  for (const code of ["positions", "lots", "campaigns", "campaignXirr", "chains", "income", "audit"]) {
    expect(spillOf(code, [[headers]])).toBe("#N/A the log is empty");
    expect(spillOf(code, [[headers, headers!.map(() => null), headers!.map(() => "")]])).toBe("#N/A the log is empty");
    expect(spillOf(code, [logOf(chainA().slice(1, 2))])).toBe("#N/A no row of the log could be booked: see WHEEL.PROBLEMS");
  }
  expect(records(spillOf("problems", [[headers]]))).toEqual([{ Row: "", Ticker: "", Problem: "The log is empty" }]);
});
