import { JOURNAL } from "../browser";
import { type User, PUT, expectCalm, openUser } from "./user";

jest.setTimeout(400_000);
const rows = async (user: User) => Number(/(\d+)$/.exec((await user.table())?.address ?? "")?.[1]) - 4;
/** The trades of the log, told by their ids and prices. */
const logged = async (user: User) => (await user.shown("Trades", "A5:N20")).filter(([date]) => date !== "").map((row) => [row[12], row[8], row[13]]);

describe("one trade, with each request going wrong", () => {
  let user: User;
  beforeAll(async () => {
    user = await openUser("journal");
  });
  afterAll(() => user.bench.close());
  let price = 0;

  // each code at each request is tried without a browser: test/actions/faults/faults.test.ts
  test.each([
    ["AccessDenied", /protected/, [1, 2, 3]],
    [5012, /connection to Excel was lost/, [1]],
    [5016, /dialogue box is open/, [2]],
    [5102, /busy with too many requests/, [3]],
  ] as const)("refused with %s: words, nothing half-written, what was typed stays, and pressing again logs it once", async (code, words, requests) => {
    for (const request of requests) {
      price++;
      const before = await logged(user);
      await user.faults("refuse", request, code);
      expect(await user.log({ price: String(price) })).toMatch(words);
      await user.faults("clear");
      expect(await logged(user)).toEqual(before);
      expect(await user.bench.pane.locator("[name=price]").inputValue()).toBe(String(price));
      await user.bench.pane.locator("button[type=submit]").click();
      await user.finishes(/^Logged/);
      expect(await logged(user)).toEqual([...before, [`W${before.length + 1}`, `${price}.00`, `${price * 200}.00`.replace(/(\d)(\d{3}\.)/, "$1,$2")]]);
    }
  });

  test.each([1, 2, 3, 4])("the answer to request %i is lost: it is in the log once, after the next press or at once", async (request) => {
    price++;
    const before = await rows(user);
    await user.faults("loseAnswer", request);
    const said = await user.log({ price: String(price) });
    await user.faults("clear");
    if (!/^Logged/.test(said)) {
      expect(said).toMatch(/connection to Excel was lost/);
      expect(await rows(user)).toBe(before);
      await user.bench.pane.locator("button[type=submit]").click();
      await user.finishes(/^Logged/);
    } else expect(request).toBeGreaterThan(2);
    expect(await rows(user)).toBe(before + 1);
    expect((await logged(user)).filter(([, logPrice]) => logPrice === `${price}.00`)).toHaveLength(1);
  });

  test("while a cell is edited the trade waits, the pane says why, and both get in", async () => {
    const before = await rows(user);
    await user.press("Log trade");
    await user.fill({ ...PUT, price: "77" });
    await user.bench.select("Sheet1", "B2");
    await user.bench.page.keyboard.type("half typed");
    await user.bench.pane.locator("button[type=submit]").click();
    expect(await user.hears(/has not answered yet/)).toMatch(/If a cell is being edited, press Enter or Esc in the sheet/);
    expect(await rows(user)).toBe(before);
    await user.bench.page.evaluate(() => window.workbench.focus());
    await user.bench.page.keyboard.press("Enter");
    await user.finishes(/^Logged/);
    await user.bench.shows("Sheet1", "B2", "half typed");
    expect(await rows(user)).toBe(before + 1);
  });

  test("nothing failed unseen", () => expectCalm(user));
});

test("laying out with each request refused or its answer lost: words, the user's cells untouched, and the next press goes on", async () => {
  const user = await openUser();
  await user.bench.type("Sheet1", "A1", "mine");
  for (let request = 1, done = false; !done && request < 20; request++) {
    const lost = request % 2 === 0;
    await user.faults(lost ? "loseAnswer" : "refuse", request, "AccessDenied");
    const said = await user.layOut();
    await user.faults("clear");
    done = /complete|Added/.test(said);
    if (!done) expect(said).toMatch(lost ? /connection to Excel was lost/ : /protected, or the workbook is read-only/);
  }
  await user.layOut();
  expect(await user.layOut()).toMatch(/nothing to add/);
  const tables = await user.bench.page.evaluate(() => window.workbench.tables());
  expect(tables.map(({ name, sheet }) => [name, sheet]).sort()).toEqual(JOURNAL);
  expect(await user.shown("Sheet1", "A1:B1")).toEqual([["mine", ""]]);
  await expectCalm(user);
  await user.bench.close();
});

test("three ribbon buttons at once take turns; the pane closed all the while", async () => {
  const user = await openUser();
  await user.bench.page.locator("#pane-close").click();
  await Promise.all([user.press("New journal"), user.press("Refresh"), user.press("New journal")]);
  await user.layOut();
  expect((await user.bench.page.evaluate(() => window.workbench.tables())).map(({ name, sheet }) => [name, sheet]).sort()).toEqual(JOURNAL);
  await user.press("Log trade");
  await user.fill(PUT);
  // the pane goes while the trade is being written: it is written all the same, once
  await user.bench.pane.locator("button[type=submit]").click();
  await user.bench.page.locator("#pane-close").click();
  await user.bench.shows("Trades", "N5", 240);
  await user.press("Open pane");
  await user.finishes(/^Logged/);
  expect(await rows(user)).toBe(1);
  await expectCalm(user);
  await user.bench.close();
});
