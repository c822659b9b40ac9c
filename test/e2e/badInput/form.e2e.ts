import { type User, PUT, expectCalm, openUser } from "./user";

jest.setTimeout(400_000);
let user: User;
beforeAll(async () => {
  user = await openUser("journal");
  await user.press("Log trade");
  await user.bench.pane.locator("[name=action]").waitFor();
});
afterAll(() => user.bench.close());

const rows = async () => Number(/(\d+)$/.exec((await user.table())?.address ?? "")?.[1]) - 4;
const submit = () => user.bench.pane.locator("button[type=submit]").click();
const problems = async () => (await user.bench.pane.locator("[role=alert]").allInnerTexts()).filter(Boolean);

describe("numbers", () => {
  test.each(["abc", "-1", "0", "1e99", "99999999999999", "=1+1", "1,25", "NaN", "Infinity", "0x10", "٣", "12 34 x", "<img src=x onerror=alert(1)>", "\u202e05"])("%j in every number is refused, each under its field, and nothing is written", async (junk) => {
    const before = await user.shown("Trades", "A5:S6");
    await user.fill({ ...PUT, quantity: junk, strike: junk, fees: junk === "-1" || junk === "0" ? "" : junk });
    await submit();
    const said = await problems();
    expect(said.length).toBeGreaterThanOrEqual(2);
    for (const words of said) expect(words).toMatch(/^(Contracts|Strike|Fees) (must|is too large)/);
    expect(await user.shown("Trades", "A5:S6")).toEqual(before);
    expect(await user.bench.pane.locator("[name=strike]").inputValue()).toBe(junk);
  });
});

test("dates that are none do not get into the form, a blank one and one of another age are told", async () => {
  await user.fill(PUT);
  for (const [typed, words] of [["", "Type the expiry"], ["1066-10-14", "Expiry must be a day between 1977 and 2099"], ["2025-12-31", "Expiry must not be before the date"]] as const) {
    await user.fill({ expiry: typed });
    await submit();
    expect(await problems()).toEqual([words]);
  }
  const field = user.bench.pane.locator("[name=expiry]");
  expect(await field.evaluate((input: HTMLInputElement) => ((input.value = "2026-02-30"), input.value))).toBe("");
  expect(await rows()).toBe(1);
});

test("texts that are too long are told", async () => {
  await user.fill({ ...PUT, ticker: "A".repeat(32_767), account: "x".repeat(32_767), notes: "n".repeat(32_767) });
  await submit();
  expect((await problems()).sort()).toEqual(["Account must not be longer than 100 characters", "Notes must not be longer than 32,000 characters", "Ticker must not be longer than 40 characters"]);
  await user.fill({ ticker: "   " });
  await submit();
  expect(await problems()).toContain("Type the ticker");
});

describe("texts that are something else to a spreadsheet or a browser", () => {
  test.each(["=1+1", "=HYPERLINK(\"x\")", "+5", "-2", "@SUM(A1)", "0012", "MAR1", "TRUE", "<img src=x onerror=alert(1)>", "＝1+1", "🎡 wheel"])("%j is logged, and stands in the cells as typed", async (text) => {
    const row = 5 + ((await user.bench.read("Trades", "C5")).value === "" ? 0 : await rows());
    expect(await user.log({ account: text, ticker: text, notes: text })).toMatch(/^Logged: Sell to open 2 /);
    const [account, ticker, notes] = await Promise.all(["B", "C", "L"].map((column) => user.bench.read("Trades", `${column}${row}`)));
    expect([account, ticker, notes].map((cell) => [cell?.value, cell?.formula])).toEqual([[text, ""], [text.toUpperCase(), ""], [text, ""]]);
    await user.bench.shows("Trades", `N${row}`, 240);
  });

  test("a name with a character that cannot be seen is refused under its field: it would look like another one", async () => {
    await user.fill({ ...PUT, account: "Main\u200b1", ticker: "\u202eOK", notes: "" });
    await submit();
    expect(await problems()).toEqual(expect.arrayContaining(["Ticker holds a character that cannot be seen (U+202E): type it anew", "Account holds a character that cannot be seen (U+200B): type it anew"]));
  });

  test("half of a pair of surrogates breaks nothing", async () => {
    await user.fill({ ...PUT, account: "", notes: "" });
    await user.bench.pane.locator("[name=notes]").evaluate((input: HTMLInputElement) => {
      Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value")?.set?.call(input, "half \ud83c");
      input.dispatchEvent(new Event("input", { bubbles: true }));
    });
    await submit();
    await user.finishes(/^Logged/);
    expect(await user.overview()).toMatch(/12 trades/);
  });

  test("the pane shows them as texts: no element, no script came of them", async () => {
    const overview = await user.overview();
    expect(overview).toContain("<IMG SRC=X ONERROR=ALERT(1)>");
    expect(await user.bench.pane.locator("img").count()).toBe(0);
    expect(overview).toContain("$ 2,880.00");
  });
});

test("two quick clicks log one trade, and so do Enter and a click", async () => {
  await user.press("Log trade");
  const before = await rows();
  await user.fill({ ...PUT, account: "" });
  await user.bench.pane.locator("button[type=submit]").dblclick();
  await user.finishes(/^Logged/);
  expect(await rows()).toBe(before + 1);
  await user.fill(PUT);
  await user.bench.pane.locator("[name=price]").press("Enter");
  await user.bench.pane.locator("button[type=submit]").click();
  await user.finishes(/Logged/);
  expect(await rows()).toBe(before + 2);
});

test("at 320 pixels no message is cut off", async () => {
  const pane = user.bench.pane;
  await user.bench.page.locator("#pane").evaluate((element) => (element.style.width = "320px"));
  await user.fill({ ...PUT, quantity: "1,25", strike: "99999999999999", price: "-1", expiry: "2025-01-01", notes: "n".repeat(40_000) });
  await submit();
  expect(await problems()).toHaveLength(5);
  const cut = () => pane.evaluate(() => [...document.querySelectorAll<HTMLElement>("[role=alert], [role=alert] *, [role=status] *, main *")].filter((one) => one.tagName !== "INPUT" && one.clientWidth > 1 && one.scrollWidth > one.clientWidth + 1 && getComputedStyle(one).overflow !== "visible").map((one) => `${one.tagName} ${one.innerText.slice(0, 60)}`));
  expect(await cut()).toEqual([]);
  expect(await pane.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
});

test("nothing failed unseen", () => expectCalm(user));
