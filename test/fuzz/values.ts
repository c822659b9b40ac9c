import fc from "../properties";

/** What may stand in a cell, or be typed, beside what should: each of them was somebody's paste, somebody's keyboard or somebody's attack. */
export const HOSTILE_TEXTS: readonly string[] = [
  "", " ", "5", "1,25", "1e5", "1e308", "-0", "9".repeat(400), "0012", "Infinity", "NaN", "TRUE", "#N/A", "#REF!", "#VALUE!", "MAR1", "2026-02-20", "45%", "$5",
  "=1+1", "=HYPERLINK(\"https://example.com\",\"x\")", "+1+1", "-1+1", "@SUM(A1)", "\t=1+1", "\r=1+1", "\n=1+1", "＝1+1", "＋1", "－1", "＠SUM(A1)", "'=1+1", "''", "=cmd|' /C calc'!A0", "DDE(\"cmd\",\"/C calc\",\"x\")",
  "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "\"><svg onload=alert(1)>", "&lt;b&gt;", "${1+1}", "{{1+1}}", "%s%n", "../../etc", "a\u0000b", "\u0001\u001f", "\u202Etxt.exe", "\u2066KO\u2069", "KO\u200B", "\uFEFFKO", "\uD800", "x\uDC00y", "😀", "e\u0301",
  "__proto__", "constructor", "prototype", "toString", "hasOwnProperty", "valueOf", "length", "*", "?", "~", "~*", ">0", "<>", "=", "]", "[@Strike]", "O'Neil & \"Sons\"", "a;b,c\td", "x".repeat(300), "ẞİıſ", "x".repeat(32_767),
];

/** Rare ones are as likely as all short ones together would make them too slow. */
const SHORT = HOSTILE_TEXTS.filter((text) => text.length < 1000);
const LONG = HOSTILE_TEXTS.filter((text) => text.length >= 1000);
export const hostileText: fc.Arbitrary<string> = fc.oneof(
  { weight: 60, arbitrary: fc.constantFrom(...SHORT) },
  { weight: 20, arbitrary: fc.string({ unit: "binary", maxLength: 12 }) },
  { weight: 1, arbitrary: fc.constantFrom(...LONG) },
);

/** Of every magnitude, with the neighbours of what a guard may compare with. */
export const wildNumber: fc.Arbitrary<number> = fc.oneof(
  { weight: 4, arbitrary: fc.tuple(fc.integer({ min: -323, max: 308 }), fc.constantFrom(1, -1, 1.7)).map(([power, factor]) => factor * 10 ** power) },
  { weight: 2, arbitrary: fc.constantFrom(0, -0, 1, -1, 0.5, 2, 100, 1e-9, 1 - 2 ** -53, 1 + 2 ** -52, 2 ** 31, 2 ** 53, 2_958_465, 2_958_466, 1.7976931348623157e308, -1.7976931348623157e308, 5e-324, 1e15, 1e16) },
  { weight: 1, arbitrary: fc.integer({ min: -50, max: 400 }) },
  { weight: 1, arbitrary: fc.double({ noNaN: true, noDefaultInfinity: true }) },
);

/** What Excel hands over for a cell that shows an error, and for a number with a format of its own. */
const cellObject = fc.constantFrom<unknown>(
  { type: "Error", basicType: "Error", basicValue: "#DIV/0!", errorType: "Div0" }, { type: "FormattedNumber", basicType: "Double", basicValue: 48, numberFormat: "$0.00" }, { type: "Entity", text: "Coca-Cola", basicValue: "#VALUE!" }, {}, { basicValue: {} },
);

/** Anything that Excel can hand over for one cell, and a little more. */
export const oddCell: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom<unknown>(null, undefined, "", true, false, 0) },
  { weight: 3, arbitrary: hostileText as fc.Arbitrary<unknown> },
  { weight: 3, arbitrary: wildNumber as fc.Arbitrary<unknown> },
  { weight: 1, arbitrary: cellObject },
);

/** Mostly this, now and then anything: the more often, the wilder the input. */
export const mostly = <Value>(usual: fc.Arbitrary<Value>, oddEvery: number): fc.Arbitrary<unknown> => fc.oneof({ weight: oddEvery, arbitrary: usual as fc.Arbitrary<unknown> }, { weight: 1, arbitrary: oddCell });

/** Numbers with two decimals, as prices are. */
export const price = (min: number, max: number): fc.Arbitrary<number> => fc.integer({ min: Math.round(min * 100), max: Math.round(max * 100) }).map((cents) => cents / 100);
