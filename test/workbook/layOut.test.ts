import { layOutJournal, readJournal } from "../../src/actions";
import { closeExcel, openExcel, tableNamed, valuesOf } from "./journalInNode";

afterEach(closeExcel);

test("an empty workbook gets the whole journal in at most 12 round trips", async () => {
  const excel = await openExcel();
  const done = await layOutJournal();
  console.log(excel.requests.map((r) => [r.bytes, r.actions, r.error]), excel.failures, done);
  expect(excel.requests.length).toBeLessThanOrEqual(12);
  expect(tableNamed(excel.grid, "Trades").columns).toHaveLength(19);
  console.log(valuesOf(excel, "Trades").map((r)=>r.map(c=>String(c).slice(0,20)).join("|")).join("\n"));
  expect(await readJournal()).toMatchObject({ state: "ready", missing: [], trades: [], problems: [] });
});
