import fc from "../properties";
import { readDelimited, separatorOf } from "../../src/importers/delimited";

const field = fc.string({ unit: fc.constantFrom("a", "7", " ", '"', ",", ";", "\t", "\n", "\r\n", "é", "-"), maxLength: 8 });
const quoted = (cell: string): string => `"${cell.replace(/"/g, '""')}"`;

test("what is written is read back, whatever is in the fields and between them", () =>
  fc.assert(
    fc.property(fc.array(fc.array(field, { minLength: 1, maxLength: 5 }), { maxLength: 8 }), fc.constantFrom(",", ";", "\t" as const), fc.constantFrom("\n", "\r\n", "\r"), fc.boolean(), fc.boolean(), (rows, separator, end, last, bom) => {
      const plain = (cell: string) => !/[",;\t\r\n]/.test(cell);
      const written = rows.map((row) => row.map((cell, at) => (plain(cell) && at % 2 === 0 ? cell : quoted(cell))).join(separator)).join(end) + (last ? end : "");
      const read = readDelimited((bom ? "\uFEFF" : "") + written, separator as "," | ";" | "\t");
      expect(read.openQuote).toBeNull();
      expect(read.rows.map(({ cells }) => cells)).toEqual(rows.filter((row) => row.some((cell) => cell.trim() !== "")));
    }),
    { numRuns: 500 },
  ));

test("rows know the line on which they begin, blank lines and line ends in quotes counted", () =>
  expect(readDelimited('a,b\n\n"c\nd",e\r\nf').rows).toEqual([{ line: 1, cells: ["a", "b"] }, { line: 3, cells: ["c\nd", "e"] }, { line: 5, cells: ["f"] }]));

test("a quote that is never closed is told with its line, and what stands before it is read", () =>
  expect(readDelimited('a,b\nc,"d\ne,f')).toEqual({ rows: [{ line: 1, cells: ["a", "b"] }], openQuote: 2 }));

test("the separator: tabs wherever they are, else that of the first line that has one", () => {
  expect(["a,b;c\td", "a, b\nc\td", "a,b;c", "a,b\nc;d", "title\na;b", '"a;b",c', ""].map(separatorOf)).toEqual(["\t", "\t", ";", ",", ";", ",", ","]);
});
