import { WDGT, day, wdgtCells } from "../calc/screen/chains";
import { records } from "./logOf";
import { type Spreadsheet, openSpreadsheet } from "./spreadsheet";

/* A chain in cells and the functions typed beside it, in a real spreadsheet without a window. */
jest.setTimeout(120_000);

let book: Spreadsheet;
beforeAll(async () => {
  book = await openSpreadsheet();
});
afterAll(() => book.close());

function fill(row: number, column: number, cells: readonly (readonly unknown[])[]): void {
  cells.forEach((line, down) => line.forEach((cell, across) => book.grid.type(book.sheet, row + down, column + across, typeof cell === "string" ? cell : String(cell))));
}
const typed: Spreadsheet["typed"] = (...asked) => book.typed(...asked);
async function again(row: number, column: number, rows: number, columns: number): Promise<unknown[][]> {
  await book.settled();
  return book.read(row, column, rows, columns);
}

test("CSP_SCREEN spills the ranked puts of a chain, follows a rule that is changed, and keeps to a row that is spoiled", async () => {
  fill(0, 0, wdgtCells());
  fill(0, 8, WDGT.rules);
  const first = records(await typed(12, 0, `=WHEEL.CSP_SCREEN(A1:F8,${WDGT.spot},DATE(2026,3,2),I1:J7)`, 9, 17));
  expect(first.map(({ Rank, Strike, Verdict }) => [Rank, Strike, Verdict === "Pass"])).toEqual([[1, 50, true], [2, 47.5, true], [3, 45, true], ["", 40, false], ["", 42.5, false], ["", 52.5, false], ["", 55, false], ["", "", false]]);
  fill(5, 1, [["=1/0"]]);
  const spoiled = records(await again(12, 0, 9, 17));
  expect(spoiled.map(({ Rank, Strike }) => [Rank, Strike])).toEqual([[1, 47.5], [2, 45], ["", 40], ["", 42.5], ["", ""], ["", 52.5], ["", 55], ["", ""]]);
  expect(spoiled[4]!.Verdict).toBe('row 6 is not read: Strike "#DIV/0!" is not a number');
  fill(0, 9, [[45]]);
  const shorter = records(await again(12, 0, 9, 17));
  expect(shorter.map(({ Rank }) => Rank)).toEqual(shorter.map(() => ""));
  expect(shorter[0]!.Verdict).toBe("46 days are more than 45; premium 0.15 is below 0.3");
});

test("ROLL_TABLE spills golden chain A's choices; CSP_WINDOW is lifted over a column", async () => {
  fill(60, 0, [["Strike", "Expiry", "Type", "Bid", "Ask", "Open interest"], [48, day("2026-03-20"), "Put", 2.35, 2.35, 500]]);
  const rows = records(await typed(70, 0, "=WHEEL.ROLL_TABLE(50,DATE(2026,2,20),2.1,A61:F62,DATE(2026,2,13),48.5,2,1.1935,,1.3)", 4, 12));
  expect(rows.map(({ Choice }) => Choice)).toEqual(["Roll out and down", "Close", "Take assignment"]);
  expect(Number(rows[0]!["Net credit"])).toBeCloseTo(47.4, 9);
  expect(Number(rows[0]!["New break-even"])).toBeCloseTo(46.5695, 9);
  fill(80, 0, [[29], [30], [46]]);
  expect(await typed(80, 2, "=WHEEL.CSP_WINDOW(A81:A83)", 3, 1)).toEqual([["short"], ["in"], ["long"]]);
});
