import fc from "../../properties";
import { merge, movesOf } from "../../../src/workbook/reports/merge";

const shown = (present: string[], wanted: string[]) => merge(present, wanted).map((row) => `${row.present ?? "+"}${row.wanted === null ? "-" : wanted[row.wanted]}`);

describe("which rows stay, come and go", () => {
  test("new ones come to their places while the rows stand in the report's order", () => {
    expect(shown(["a", "c"], ["a", "b", "c", "d"])).toEqual(["0a", "+b", "1c", "+d"]);
  });
  test("once the user has sorted them they stay, and new ones come at the end", () => {
    expect(shown(["c", "a"], ["a", "b", "c"])).toEqual(["0c", "1a", "+b"]);
  });
  test("gone ones go, and two with one key are two", () => {
    expect(shown(["a", "x", "a"], ["a", "a"])).toEqual(["0a", "2a"]);
  });
  test("the last row is used again, and known as such", () => {
    expect(merge(["x"], ["a"])).toEqual([{ wanted: 0, present: 0, reused: true }]);
    expect(merge(["x", "y"], [])).toEqual([{ wanted: null, present: 0, reused: true }]);
  });
});

test("the moves, done to the present rows, give the merged ones, whatever stays, comes and goes", () => {
  const keys = fc.array(fc.constantFrom(..."abcdefghij"), { maxLength: 14 });
  fc.assert(fc.property(keys.filter((all) => all.length > 0), keys, (present, wanted) => {
    const rows = merge(present, wanted);
    const { moves, tail } = movesOf(rows, present.length);
    const sheet: (number | null)[] = present.map((_, index) => index);
    for (const { kind, at, rows: count } of moves) {
      if (kind === "delete") sheet.splice(at, count);
      else sheet.splice(at, 0, ...new Array<null>(count).fill(null));
    }
    expect([...sheet, ...new Array<null>(tail).fill(null)]).toEqual(rows.map((row) => row.present));
    expect(rows.flatMap(({ wanted: one }) => (one === null ? [] : [one])).sort((a, b) => a - b)).toEqual(wanted.map((_, index) => index));
  }), { numRuns: 500 });
});
