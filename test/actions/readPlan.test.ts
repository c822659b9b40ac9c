import { layOutJournal, readJournal } from "../../src/actions";
import { closeExcel, openExcel } from "../workbook/journalInNode";
import { asUser } from "./helpers";

afterEach(closeExcel);

test("what a plan starts from is read with the journal: one's own price and why, and the limits as they stand in Settings", async () => {
  await openExcel();
  await layOutJournal();
  await asUser((context) => {
    const { worksheets } = context.workbook;
    worksheets.getItem("Watchlist").getRange("A5:G5").values = [["wdgt", "Industrials", 52.4, 0.3, 49.5, "Widgets are always needed", 300]];
    worksheets.getItem("Watchlist").getRange("A6:G6").values = [["ZZZ", "", "", "", "soon", "", ""]];
  });
  const { watchlist, settings } = await readJournal();
  expect(watchlist).toEqual([
    expect.objectContaining({ ticker: "WDGT", sector: "Industrials", price: 52.4, targetPrice: 49.5, why: "Widgets are always needed", mostShares: 300 }),
    expect.objectContaining({ ticker: "ZZZ", sector: "", targetPrice: null, why: "", mostShares: null }),
  ]);
  expect(settings).toEqual(expect.arrayContaining([{ name: "Cash", value: "" }, { name: "Days from", value: 30 }, { name: "Price to use", value: "mid" }]));
});
