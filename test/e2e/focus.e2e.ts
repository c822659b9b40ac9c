import { closeAll, openTab, openWorkbench } from "./browser";

jest.setTimeout(400_000);
afterAll(closeAll);

test("the sheet is drawn without taking the focus from where the user put it meanwhile", async () => {
  const { page, url, close } = await openTab();
  await page.addInitScript(() => {
    const watching = new MutationObserver(() => {
      const button = document.getElementById("theme-switch");
      if (!button) return;
      watching.disconnect();
      button.focus();
    });
    watching.observe(document, { childList: true, subtree: true });
  });
  await page.goto(url);
  await page.waitForFunction(() => "workbench" in window);
  await page.evaluate(() => window.workbench.ready);
  expect(await page.evaluate(() => document.activeElement?.id)).toBe("theme-switch");
  await close();
});

test("keys get into the sheet as soon as the workbench says that it is ready", async () => {
  const bench = await openWorkbench();
  await bench.page.evaluate(() => window.workbench.focus());
  await bench.page.keyboard.type("mine");
  await bench.page.keyboard.press("Enter");
  await bench.shows("Sheet1", "A1", "mine");
  await bench.close();
});

test("while the pane has the focus the add-in may show, select and insert what it likes; a press into the sheet takes the focus there", async () => {
  const { page, pane, shows, close } = await openWorkbench();
  await pane.getByRole("button", { name: "Lay out the journal" }).focus();
  await pane.evaluate(() =>
    Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.add("Other");
      sheet.activate();
      await context.sync();
      sheet.getRange("C3").select();
      sheet.getRange("1:2").insert("Down");
      await context.sync();
      context.workbook.worksheets.getItem("Sheet1").activate();
      context.workbook.worksheets.getItem("Sheet1").getRange("D4").select();
      await context.sync();
    }),
  );
  await page.evaluate(() => window.workbench.calculated());
  expect(await pane.evaluate(() => [document.hasFocus(), document.activeElement?.textContent])).toEqual([true, "Lay out the journal"]);

  const { x = 0, y = 0 } = (await page.locator("#univer-sheet-main-canvas_book").boundingBox()) ?? {};
  await page.mouse.click(x + 46 + 64 * 1.5, y + 20 + 20 * 6.5); // the cell B7, behind row numbers and column letters
  await page.keyboard.type("pressed");
  await page.keyboard.press("Enter");
  await shows("Sheet1", "B7", "pressed");
  await close();
});

test("F6 goes from ribbon to sheet to pane and round again, Shift+F6 back; the pane has its focus where it was left", async () => {
  const { page, pane, shows, quiet, close } = await openWorkbench();
  await quiet();
  const inPane = () => pane.evaluate(() => (document.hasFocus() ? document.activeElement?.textContent : null));
  await page.locator("#ribbon-tabs [aria-selected=true]").focus();
  await page.keyboard.press("F6");
  await page.keyboard.type("by keyboard");
  await page.keyboard.press("F6"); // a cell that is being edited keeps the keyboard
  await page.keyboard.type(" alone");
  await page.keyboard.press("Enter");
  await shows("Sheet1", "A1", "by keyboard alone");
  await page.keyboard.press("F6");
  expect(await inPane()).toBe("Journal");
  await pane.getByRole("button", { name: "Lay out the journal" }).focus();
  await page.keyboard.press("F6");
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("Wheel");
  await page.keyboard.press("Shift+F6");
  expect(await inPane()).toBe("Lay out the journal");
  await page.keyboard.press("Shift+F6");
  await page.keyboard.type("back");
  await page.keyboard.press("Enter");
  await shows("Sheet1", "A2", "back");
  await close();
});

test("where the add-in's page does not come, the sheet works all the same, and F6 goes round", async () => {
  const { page, url, close } = await openTab();
  await page.route("**/taskpane.html*", (route) => route.abort());
  await page.goto(url);
  await page.waitForFunction(() => "workbench" in window);
  await page.evaluate(() => window.workbench.type("Sheet1", "A1", "=6*7"));
  expect(await page.evaluate(() => window.workbench.read("Sheet1", "A1"))).toMatchObject({ value: 42, error: null });
  await page.locator("#ribbon-tabs [aria-selected=true]").focus();
  await page.keyboard.press("F6");
  expect(await page.evaluate(() => document.activeElement?.closest(".ribbon, .pane"))).toBeNull();
  await page.keyboard.press("F6");
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("Wheel");
  await close();
});
