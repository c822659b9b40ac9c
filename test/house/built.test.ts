import { existsSync } from "node:fs";
import path from "node:path";
import { type OfficeInJsdom, officeInJsdom } from "../../workbench/harness/jsdom";

/** What is shipped, as built, under Microsoft's office.js and the protocol of Excel on the web. */
const dist = path.resolve(__dirname, "../../dist");
if (!existsSync(path.join(dist, "taskpane.html"))) throw new Error("dist/ is not built: run npm run build (npm test does)");

let office: OfficeInJsdom;
beforeAll(async () => {
  office = await officeInJsdom({ dist, visible: false });
  await office.host.functionsReady;
});
afterAll(() => office.close());

test("the built page starts in Excel without an error", () => {
  expect(office.info).toMatchObject({ host: "Excel", platform: "OfficeOnline" });
  expect(office.pageErrors).toEqual([]);
});

test("its functions answer", async () => {
  const { value } = (await office.host.callFunction("CSP_BREAKEVEN", [50, 1.25, null], "Sheet1!A1")) as { value: unknown };
  expect(value).toBe(48.75);
});

test("a function of whole ranges answers: the page fetches its code", async () => {
  const chain = [["Expiry", "Strike", "Type", "Bid", "Ask", "Open interest"], [46129, 50, "Put", 0.95, 1.01, 1500]];
  const { value } = (await office.host.callFunction("CSP_SCREEN", [chain, 52.4, 46094, null, null, null], "Sheet1!A1")) as { value: unknown[][] };
  expect(value[1]!.at(-1)).toBe("Pass");
  const refused = await office.host.callFunction("CSP_SCREEN", [chain, -1, 46094, null, null, null], "Sheet1!A1");
  expect(refused).toMatchObject({ ok: false, message: expect.stringMatching(/spot must be above zero/) });
});

test("an error of a function has its words", async () => {
  const answer = await office.host.callFunction("CSP_BREAKEVEN", [-50, 1.25, null], "Sheet1!A1");
  expect(answer).toMatchObject({ ok: false, message: expect.stringMatching(/strike must be above zero/) });
});

test("its ribbon command lays out the journal", async () => {
  const { status } = await office.host.invokeCommand("NewJournal");
  expect(status).toBe(0);
  expect(office.workbook.grid.tables().map(({ name }) => name)).toEqual(["Trades", "Watchlist", "Plans", "Lots", "Positions", "Chains", "Campaigns", "Income", "Problems", "Audit", "Settings", "Ladder", "Assigned", "Risks", "Exposure", "Sectors", "Attention"]);
  expect(office.unexpected).toEqual([]);
  expect(office.pageErrors).toEqual([]);
});
