import { openWorkbench, type Workbench } from "./browser";

jest.setTimeout(400_000);
let bench: Workbench;
beforeAll(async () => {
  bench = await openWorkbench();
});
afterAll(async () => {
  await bench.close();
});

const SHEET = "Sheet1";

/** The first ones are typed letter by letter: whole and broken numbers, arguments left out, texts and truth values. */
const ANSWERS: readonly [formula: string, value: number][] = [
  ["=WHEEL.CSP_BREAKEVEN(50,1.25)", 48.75],
  ['=WHEEL.CSP_YIELD(50,0.95,45,,"net",360,TRUE)', (1 + 0.95 / 49.05) ** 8 - 1],
  ["=WHEEL.CSP_ROLL_CREDIT(2.1,2.35,2,2.6)", 47.4],
  ["=WHEEL.CSP_CONTRACTS(20000,48,0.5)", 2],
  ["=WHEEL.CSP_STATIC_RETURN(48,50,2.5,30)", ((0.5 / 50) * 365) / 30],
  ["=WHEEL.CC_IF_CALLED(48,49,0.8)", (49 - 47.2) / 47.2],
  ["=WHEEL.CSP_YIELD(50,0.95)", 0.019],
  ["=WHEEL.CSP_YIELD(50,0.95,45)", (0.019 * 365) / 45],
  ["=WHEEL.CSP_ROLL_CREDIT(2.1,2.35)", 0.25],
  ["=WHEEL.CSP_ROLL_BREAKEVEN(48,1.2,2.1,2.35)", 46.55],
  ["=WHEEL.CSP_ROLL_YIELD(48,2.1,2.35,28)", ((0.25 / 48) * 365) / 28],
  ["=WHEEL.CSP_COLLATERAL(50,2)", 10_000],
  ["=WHEEL.CSP_MAX_GAIN(50,1.25,2)", 250],
  ["=WHEEL.CSP_MAX_LOSS(50,1.25)", 4875],
  ["=WHEEL.CSP_PROFIT(50,1.25,45)", -375],
  ["=WHEEL.CSP_CUSHION(52,50,1.25)", (52 - 48.75) / 52],
  ["=WHEEL.CSP_STRIKE_FOR(45,1.2)", 46.2],
  ["=WHEEL.CSP_PREMIUM_FOR(50,0.12,45)", (50 * 0.12 * 45) / 365],
  ["=WHEEL.CC_BREAKEVEN(48,0.8)", 47.2],
  ["=WHEEL.CC_STATIC_RETURN(48,48.5,49,0.8)", 0.8 / 47.2],
  ["=WHEEL.CC_MAX_LOSS(48,0.8,2)", 9440],
];

test.each(ANSWERS.slice(0, 6))("typed by keyboard, %s answers", async (formula, value) => {
  await bench.type(SHEET, "B2", formula);
  await bench.shows(SHEET, "B2", value);
  expect((await bench.read(SHEET, "B2")).formula).toBe(formula);
});

test("entered one below the other, all of them answer", async () => {
  const last = ANSWERS.length;
  await bench.page.evaluate(async (formulas) => {
    for (const [row, formula] of formulas.entries()) await window.workbench.type("Sheet1", `N${row + 1}`, formula);
  }, ANSWERS.map(([formula]) => formula));
  await bench.shows(SHEET, `N${last}`, ANSWERS.at(-1)![1]);
  const cells = (await bench.readAll(SHEET, `N1:N${last}`)).flat();
  expect(cells.map(({ formula, value }) => [formula, value])).toEqual(ANSWERS.map(([formula, value]) => [formula, expect.closeTo(value, 10)]));
});

test.each([
  ["=WHEEL.CSP_BREAKEVEN(-50,1.25)", "#VALUE!", /strike must be above zero/],
  ["=WHEEL.CSP_YIELD(50,0.95,0)", "#VALUE!", /days must be above zero/],
  ['=WHEEL.CSP_YIELD(50,0.95,45,0,"gross")', "#VALUE!", /basis must be "strike" or "net"/],
  ["=WHEEL.CSP_YIELD(50,0.95,45,0,,300)", "#VALUE!", /daycount must be/],
  ["=WHEEL.INCOME(Z1:Z3)", "#VALUE!", /trades must begin with its headers: Trades/],
])("%s shows %s, and says in words what is wrong beside the selected cell", async (formula, code, words) => {
  await bench.type(SHEET, "B3", formula);
  await bench.shows(SHEET, "B3", code);
  const { error, message } = await bench.read(SHEET, "B3");
  expect(error).toBe(code);
  expect(message).toMatch(words);
  await bench.page.evaluate(() => window.workbench.select("Sheet1", "B3"));
  await bench.page.getByText(words).first().waitFor();
});

test("an error in a cell goes on as it is, and a text is refused", async () => {
  await bench.type(SHEET, "D2", "=1/0");
  await bench.type(SHEET, "E2", "=WHEEL.CSP_BREAKEVEN(D2,1)");
  await bench.shows(SHEET, "E2", "#DIV/0!");
  await bench.type(SHEET, "D2", "fifty");
  await bench.shows(SHEET, "E2", "#VALUE!");
});

test("a function is calculated again when its cells change, and what hangs on it follows", async () => {
  await bench.type(SHEET, "G2", "50");
  await bench.type(SHEET, "H2", "=WHEEL.CSP_BREAKEVEN(G2,1)");
  await bench.type(SHEET, "I2", "=H2*2");
  await bench.shows(SHEET, "I2", 98);
  await bench.type(SHEET, "G2", "60");
  await bench.shows(SHEET, "I2", 118);
});

test("a scalar function over a range spills one answer a row", async () => {
  await bench.type(SHEET, "K2", "40");
  await bench.type(SHEET, "K3", "45");
  await bench.type(SHEET, "K4", "50");
  await bench.type(SHEET, "L2", "=WHEEL.CSP_BREAKEVEN(K2:K4,1.5)");
  await bench.shows(SHEET, "L4", 48.5);
  expect((await bench.readAll(SHEET, "L2:L4")).flat().map(({ value }) => value)).toEqual([38.5, 43.5, 48.5]);
  await bench.type(SHEET, "M2", "=SUM(L2:L4)");
  await bench.shows(SHEET, "M2", 130.5);
});

test("a function within a function is asked when the inner one has answered, and what is typed is calculated when it is said to be", async () => {
  const read = await bench.page.evaluate(async () => {
    await window.workbench.type("Sheet1", "B9", "=WHEEL.CSP_BREAKEVEN(WHEEL.CSP_STRIKE_FOR(WHEEL.CC_BREAKEVEN(61,1),2),1)");
    return window.workbench.read("Sheet1", "B9");
  });
  expect(read).toMatchObject({ value: 61, error: null });
});

test("while one types, the list shows the functions with their descriptions", async () => {
  await bench.page.evaluate(() => window.workbench.select("Sheet1", "B6"));
  await bench.type(SHEET, "B6", "x"); // the editor is there
  await bench.page.evaluate(() => window.workbench.select("Sheet1", "B7"));
  await bench.page.keyboard.type("=WHEEL.CSP_", { delay: 20 });
  await bench.page.getByText("WHEEL.CSP_BREAKEVEN").first().waitFor();
  const names = await bench.page.locator('ul[data-u-comp="sheets-formula-editor"] > li > span:first-child').allInnerTexts();
  expect(names.length).toBeGreaterThan(15);
  expect(names).toEqual([...names].sort());
  await bench.page.keyboard.type("Y", { delay: 20 });
  await bench.page.getByText("WHEEL.CSP_YIELD").first().waitFor();
  await bench.page.keyboard.press("Escape");
  await bench.page.keyboard.press("Escape");
});

test("two hundred at once answer", async () => {
  await bench.pane.evaluate(() =>
    Excel.run(async (context) => {
      const rows = Array.from({ length: 200 }, (_, i) => [`=WHEEL.CSP_BREAKEVEN(${i + 100},1)`]);
      context.workbook.worksheets.getItem("Sheet1").getRange("P1:P200").formulas = rows;
      await context.sync();
    }),
  );
  await bench.shows(SHEET, "P200", 298);
  expect((await bench.readAll(SHEET, "P1:P200")).every(([cell], i) => cell?.value === i + 99)).toBe(true);
});

test("nothing was asked of anybody outside, and nothing failed unseen", () => {
  expect(bench.outside).toEqual([]);
  expect(bench.errors).toEqual([]);
});
