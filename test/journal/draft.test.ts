import { ACTIONS, type Action, STANDARD, TRADE_TYPES, typesOf } from "../../src/calc";
import { emptyDraft, fieldsFor, readDraft } from "../../src/journal/draft";
import { ruleOf } from "../../src/journal/actionRules";
import type { Draft, FieldName } from "../../src/journal/form";
import { previewTrade } from "../../src/journal/preview";

const TODAY = 46027; // 2026-01-05
const FILLED: Partial<Draft> = { ticker: "ko", quantity: "2", strike: "50", expiry: "2026-02-20", price: "1.20", fees: "1.30" };
const fill = (action: Action, more: Partial<Draft> = {}): Draft => emptyDraft(action, TODAY, { ...FILLED, ...more });
const wordsAt = (draft: Draft, field: FieldName): string | undefined => readDraft(draft).problems.find((problem) => problem.field === field)?.words;

test("a filled form is the trade that was meant", () => {
  expect(readDraft(fill("Sell to open", { account: "  IRA ", notes: " first " })).trade).toEqual({
    date: 46027, account: "IRA", ticker: "KO", action: "Sell to open", type: "Put", quantity: 2, strike: 50, expiry: 46073, price: 1.2, fees: 1.3, multiplier: 100, notes: "first", id: "",
  });
});

test("a blank account is Main, blank fees are none, a fee of either sign is a cost", () => {
  expect(readDraft(fill("Sell to open", { fees: "" })).trade).toMatchObject({ account: "Main", fees: 0 });
  expect(readDraft(fill("Sell to open", { fees: "-1.30" })).trade?.fees).toBe(1.3);
});

test.each(ACTIONS)("%s: the empty form has today and a type that fits, and asks for what is required", (action) => {
  const draft = emptyDraft(action, TODAY);
  expect(draft.date).toBe("2026-01-05");
  const { trade, problems } = readDraft(draft);
  expect(trade).toBeNull();
  // A dividend needs its quantity only when it is paid by the share.
  const required = fieldsFor(action).filter((field) => (field.required || (action === "Dividend" && field.name === "quantity")) && draft[field.name] === "");
  expect(problems.map(({ field }) => field).sort()).toEqual(required.map(({ name }) => name).sort());
});

test.each(ACTIONS)("%s: every filled form makes a trade for each of its types, with nothing that the action has no use for", (action) => {
  for (const type of ruleOf(action, "Put").types) {
    const { trade, problems } = readDraft({ ...fill(action), type, multiplier: "" });
    expect(problems).toEqual([]);
    expect(trade?.type).toBe(type);
    if (!ruleOf(action, type).option) expect([trade?.strike, trade?.expiry]).toEqual([null, null]);
    if (ruleOf(action, type).price === "none") expect(trade?.price).toBeNull();
    expect(previewTrade(trade!, STANDARD)[0]?.label).toBe("Cash");
  }
});

test("the form offers the types that the calculation books", () => {
  for (const action of ACTIONS) expect([...ruleOf(action, "Put").types].sort()).toEqual([...typesOf(action)].sort());
});

test.each<[FieldName, string, string]>([
  ["strike", "fifty", "Strike must be a number"],
  ["strike", "-50", "Strike must be above zero"],
  ["strike", "0", "Strike must be above zero"],
  ["strike", "", "Type the strike"],
  ["strike", "1e400", "Strike must be a number"],
  ["strike", "99999999999999", "Strike is too large"],
  ["price", "1,25", "Premium must have a point before its decimals: 1.25"],
  ["price", "0,950", "Premium must have a point before its decimals: 0.950"],
  ["price", "-1", "Premium must not be below zero: the action says which way it goes"],
  ["quantity", "1.5", "Contracts must be a whole number of contracts"],
  ["quantity", "0", "Contracts must be above zero: the action says which way it goes"],
  ["expiry", "2026-02-30", "Expiry must be a date such as 2026-02-20"],
  ["expiry", "2026-01-04", "Expiry must not be before the date"],
  ["date", "", "Type the date"],
  ["date", "1066-10-14", "Date must be a day between 1977 and 2099"],
  ["ticker", "  ", "Type the ticker"],
  ["multiplier", "0", "Multiplier must be above zero"],
  ["ticker", "A".repeat(41), "Ticker must not be longer than 40 characters"],
  ["account", "x".repeat(101), "Account must not be longer than 100 characters"],
  ["notes", "n".repeat(32_767), "Notes must not be longer than 32,000 characters"],
  ["quantity", "NaN", "Contracts must be a number"],
  ["fees", "٣", "Fees must be a number"],
])("%s typed as %j is answered with words", (field, typed, words) => {
  expect(wordsAt({ ...fill("Sell to open"), [field]: typed }, field)).toBe(words);
});

test("all problems come at once, each under its field", () => {
  const { problems } = readDraft({ ...fill("Sell to open"), strike: "x", price: "", quantity: "-1" });
  expect(problems.map(({ field }) => field).sort()).toEqual(["price", "quantity", "strike"]);
});

test("an assigned index option is refused with what to log instead: it is settled in cash", () => {
  expect(wordsAt(fill("Assigned", { ticker: " spx " }), "ticker")).toBe('SPX options are settled in cash and bring no shares: log "Buy to close" at the settlement value');
  expect(wordsAt(fill("Exercised", { ticker: "NDX" }), "ticker")).toMatch(/log "Sell to close"/);
  expect(wordsAt(fill("Expired", { ticker: "SPX" }), "ticker")).toBeUndefined();
  expect(wordsAt(fill("Assigned", { ticker: "SPY" }), "ticker")).toBeUndefined();
});

test("odd but possible is a warning, not a problem", () => {
  const odd = readDraft(fill("Sell to open", { expiry: "2026-02-21", multiplier: "150", fees: "500" }));
  expect(odd.trade).not.toBeNull();
  expect(odd.warnings.map(({ field }) => field).sort()).toEqual(["expiry", "fees", "multiplier"]);
  expect(odd.warnings.find(({ field }) => field === "expiry")?.words).toContain("Saturday");
});

test("an expiry on a day on which the exchange is closed is said in words, with the day before it; it is no problem", () => {
  const warned = (changes: Partial<Draft>) => readDraft(fill("Sell to open", changes)).warnings.map(({ field, words }) => [field, words]);
  expect(warned({ expiry: "2026-04-03" })).toEqual([["expiry", "2026-04-03 is Good Friday: options expire on trading days, the last one before it is 2026-04-02"]]);
  expect(warned({ expiry: "2026-02-21" })).toEqual([["expiry", "2026-02-21 is a Saturday: options expire on trading days, the last one before it is 2026-02-20"]]);
  expect(warned({ expiry: "2026-04-02" })).toEqual([]);
  expect(warned({ date: "2026-01-19" })).toEqual([["date", "2026-01-19 is Martin Luther King Jr. Day"]]);
  // money comes and goes on holidays, too
  expect(readDraft({ ...fill("Deposit", { price: "5" }), date: "2026-01-19" }).warnings).toEqual([]);
});

test("$1,250.50 and ' 1250.5 ' are the same number", () => {
  expect(readDraft(fill("Deposit", { price: "$1,250.50" })).trade?.price).toBe(1250.5);
  expect(readDraft(fill("Interest", { price: " -12.5 " })).trade?.price).toBe(-12.5);
});

test("a dividend is quantity times price, or one amount of cash", () => {
  expect(readDraft({ ...fill("Dividend"), type: "Cash", quantity: "" }).trade).toMatchObject({ type: "Cash", quantity: 0, price: 1.2 });
  expect(readDraft({ ...fill("Dividend"), type: "Shares", quantity: "" }).problems.map(({ field }) => field)).toEqual(["quantity"]);
});

test("a kept field that the next action has no use for is dropped", () => {
  expect(emptyDraft("Deposit", TODAY, FILLED)).toMatchObject({ ticker: "", strike: "", expiry: "", type: "Cash" });
  expect(emptyDraft("Buy", TODAY, { type: "Put" }).type).toBe("Shares");
  expect(TRADE_TYPES).toContain(emptyDraft("Adjusted", TODAY).type);
});

test("the preview of golden chain A's first row names the convention beside the yield", () => {
  const lines = previewTrade(readDraft(fill("Sell to open")).trade!, STANDARD);
  expect(lines.map(({ label, value }) => [label, Number(value.toFixed(6))])).toEqual([
    ["Cash", 238.7], ["Break-even", 48.8065], ["Yield", 0.02387], ["Annualised", 0.189403], ["Collateral", 10000], ["Days", 46],
  ]);
  expect(lines.find(({ label }) => label === "Annualised")?.note).toBe("365, strike");
});
