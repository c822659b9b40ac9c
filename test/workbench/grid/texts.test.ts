import { formatAbsolute, formatRect, parseRect, quoteSheet, shiftRect, splitSheet, subtract } from "../../../workbench/grid/a1";
import { displayText } from "../../../workbench/grid/display";
import { formulaProblem, moveFormula, renameSheet, shiftFormula } from "../../../workbench/grid/formulaText";
import { UnknownReference, contractReferences, expandReferences, renameColumn, renameTable } from "../../../workbench/grid/structuredRefs";
import { readTyped } from "../../../workbench/grid/values";

describe("addresses", () => {
  test.each(["A1", "A1:C3", "XFD1048576", "B:D", "2:7"])("%s is read and written", (address) => {
    const rect = parseRect(address);
    expect(rect && formatRect(rect)).toBe(address);
  });
  test.each(["", "A0", "XFE1", "A1048577", "A1:", "1A", "A1:B2:C3", "Trades", "ABCD1"])("%s is no address", (address) => expect(parseRect(address)).toBeNull());
  test("corners may come in any order, and $ is passed over", () => expect(formatRect(parseRect("$C$3:A1")!)).toBe("A1:C3"));
  test("absolute", () => expect([formatAbsolute(parseRect("A1:C3")!), formatAbsolute(parseRect("A:C")!)]).toEqual(["$A$1:$C$3", "$A:$C"]));
  test("sheets with odd names are quoted", () => {
    expect(["Log", "My log", "Bob's", "A1", "2026"].map(quoteSheet)).toEqual(["Log", "'My log'", "'Bob''s'", "'A1'", "'2026'"]);
    expect(splitSheet("'Bob''s'!A1:B2")).toEqual({ sheet: "Bob's", address: "A1:B2" });
  });
  test("a hole leaves up to four rectangles", () => expect(subtract(parseRect("A1:C3")!, parseRect("B2")!).map(formatRect)).toEqual(["A1:C1", "A3:C3", "A2", "C2"]));
  test("rectangles move, grow, shrink and vanish", () => {
    const after = (at: number, count: number) => {
      const rect = shiftRect(parseRect("B3:B5")!, "row", at, count);
      return rect && formatRect(rect);
    };
    expect([after(0, 2), after(2, 2), after(3, 2), after(5, 2), after(0, -1), after(2, -1), after(3, -5), after(2, -3), after(0, -10)]).toEqual(["B5:B7", "B5:B7", "B3:B7", "B3:B5", "B2:B4", "B3:B4", "B3", null, null]);
  });
});

describe("formulas as text", () => {
  test("a parameter that may be left out of a LAMBDA is no column", () => {
    const formula = "=LAMBDA(strike,[fees], [ days ],LET(x,strike,IF(ISOMITTED(fees),x,x+fees)))(1)";
    expect(expandReferences(formula, [], undefined, true)).toBe(formula);
    expect(() => expandReferences("=LAMBDA(x,[y],x+[z])(1)", [], undefined, true)).toThrow(UnknownReference);
  });
  test("copied, relative references move and fixed ones stay", () => {
    expect(moveFormula("=A1+$B2+C$3+$D$4+SUM(A1:B2)+Log!A1+'My log'!A1", 1, 1)).toBe("=B2+$B3+D$3+$D$4+SUM(B2:C3)+Log!B2+'My log'!B2");
    expect(moveFormula("=A1", -1, 0)).toBe("=#REF!");
    expect(moveFormula("=SUM(A:A)+SUM(1:1)", 1, 1)).toBe("=SUM(B:B)+SUM(2:2)");
  });
  test("what only looks like a reference is left alone", () => {
    const formula = '="A1"&LOG10(5)&Trades[[#This Row],[Q1]]&T1_total&WHEEL.A1(2)&A1x';
    expect(moveFormula(formula, 5, 5)).toBe(formula);
  });
  test("inserted and deleted rows", () => {
    const shift = (formula: string, count: number) => shiftFormula(formula, true, "Log", { axis: "row", at: 2, count });
    expect(shift("=A1+A3+SUM(A2:A5)+Log!A4+Other!A4", 2)).toBe("=A1+A5+SUM(A2:A7)+Log!A6+Other!A4");
    expect(shift("=A1+A3+SUM(A2:A5)+$A$9+SUM(B:B)", -1)).toBe("=A1+#REF!+SUM(A2:A4)+$A$8+SUM(B:B)");
  });
  test("cells pushed down move only references to these columns", () => {
    expect(shiftFormula("=A5+B5+SUM(A1:B9)", true, "Log", { axis: "row", at: 2, count: 1, within: parseRect("B3:C3")! })).toBe("=A5+B6+SUM(A1:B9)");
  });
  test("a sheet's new name", () => expect(renameSheet("=log!A1+'Log'!B2+Blog!C3", "Log", "My log")).toBe("='My log'!A1+'My log'!B2+Blog!C3"));
  test.each(["=SUM(A1:A2)", '="a)("', "=Trades[[#This Row],[odd '] name]]", "={1,2;3,4}", "='Bob''s (old)'!A1"])("%s is well formed", (formula) => expect(formulaProblem(formula)).toBeNull());
  test.each(["=", "=SUM(1", "=1)", '="x', "=[a", "=1*", "={1,2"])("%s is not", (formula) => expect(formulaProblem(formula)).not.toBeNull());
});

describe("structured references", () => {
  const trades = { name: "Trades", columns: ["Strike", "Break-even", "Yield (strike)", "Odd [x] #1"] };
  const pairs: [string, string][] = [
    ["=[@Strike]*2", "=Trades[[#This Row],[Strike]]*2"],
    ["=[@[Break-even]]", "=Trades[[#This Row],[Break-even]]"],
    ["=[@[Yield (strike)]]", "=Trades[[#This Row],[Yield (strike)]]"],
    ["=[@[Odd '[x'] '#1]]", "=Trades[[#This Row],[Odd '[x'] '#1]]"],
    ["=SUM([@[Strike]:[Break-even]])", "=SUM(Trades[[#This Row],[Strike]:[Break-even]])"],
    ["=SUM(Trades[Strike])", "=SUM(Trades[Strike])"],
    ["=SUM(Trades[[Strike]:[Break-even]])", "=SUM(Trades[[Strike]:[Break-even]])"],
    ["=ROW(Trades[[#Headers],[Strike]])", "=ROW(Trades[[#Headers],[Strike]])"],
    ["=ROWS(Trades[#All])", "=ROWS(Trades[#All])"],
    ["=\"[@Strike]\"&'[Book]Sheet'!A1", "=\"[@Strike]\"&'[Book]Sheet'!A1"],
  ];
  test.each(pairs)("%s is kept as %s, and shown short again", (short, long) => {
    expect(expandReferences(short, [trades], trades, true)).toBe(long);
    expect(contractReferences(long, "Trades")).toBe(short);
  });
  test("outside of the table its name is shown", () => expect(contractReferences("=Trades[[#This Row],[Strike]]", undefined)).toBe("=Trades[@Strike]"));
  test("case does not matter, and is put right", () => expect(expandReferences("=[@STRIKE]+sum(trades[break-EVEN])", [trades], trades)).toBe("=Trades[[#This Row],[Strike]]+sum(Trades[Break-even])"));
  test("unknown names are told", () => {
    expect(() => expandReferences("=[@Nothing]", [trades], trades, true)).toThrow(UnknownReference);
    expect(() => expandReferences("=Log[Strike]", [trades], trades, true)).toThrow(/no table Log/);
    expect(expandReferences("=Log[Strike]", [trades], trades)).toBe("=Log[Strike]");
  });
  test("renaming", () => {
    expect(renameColumn('=SUM(Trades[Strike])+Trades[[#This Row],[strike]]+Log[Strike]&"Trades[Strike]"', "Trades", "Strike", "Price #1")).toBe("=SUM(Trades[Price '#1])+Trades[[#This Row],[Price '#1]]+Log[Strike]&\"Trades[Strike]\"");
    expect(renameTable("=SUM(Trades[Trades])+ROWS(trades)+MyTrades[A]+Trades!A1&\"Trades\"", "Trades", "Log")).toBe("=SUM(Log[Trades])+ROWS(Log)+MyTrades[A]+Trades!A1&\"Trades\"");
  });
});

describe("what Excel makes of a typed text", () => {
  const cases: [string, unknown][] = [
    ["12", { value: 12 }], ["-1.5e3", { value: -1500 }], [".5", { value: 0.5 }], ["1,234", { value: 1234, numberFormat: "#,##0" }], ["$5", { value: 5, numberFormat: "$#,##0_);[Red]($#,##0)" }],
    ["-$5.25", { value: -5.25, numberFormat: "$#,##0.00_);[Red]($#,##0.00)" }], ["(12.5)", { value: -12.5 }], ["5%", { value: 0.05, numberFormat: "0%" }], ["1 1/2", { value: 1.5, numberFormat: "# ?/?" }],
    ["2026-01-05", { value: 46027, numberFormat: "m/d/yyyy" }], ["1/5/26", { value: 46027, numberFormat: "m/d/yyyy" }], ["5-Jan-2026", { value: 46027, numberFormat: "d-mmm-yy" }], ["Jan 5, 2026", { value: 46027, numberFormat: "d-mmm-yy" }],
    ["1/5", { value: 46027, numberFormat: "d-mmm" }], ["2/30/2026", { value: "2/30/2026" }], ["1/1/1900", { value: 1, numberFormat: "m/d/yyyy" }], ["12:30", { value: 12.5 / 24, numberFormat: "h:mm" }], ["1:30 pm", { value: 13.5 / 24, numberFormat: "h:mm AM/PM" }],
    ["TRUE", { value: true }], ["#n/a", { value: "#N/A" }], ["=A1", { formula: "=A1" }], ["+A1", { formula: "=+A1" }], ["-x", { formula: "=-x" }], ["'=A1", { value: "=A1" }], ["'007", { value: "007" }],
    ["1,23", { value: "1,23" }], ["12abc", { value: "12abc" }], ["", { value: "" }], ["=", { value: "=" }], ["@cash", { value: "@cash" }], ["May trades", { value: "May trades" }], ["1e999", { value: "1e999" }],
  ];
  test.each(cases)("%s", (text, expected) => expect(readTyped(text, "General", 2026)).toEqual(expected));
  test("a cell formatted as text keeps everything a text, one with a format keeps its format", () => {
    expect(readTyped("=A1", "@")).toEqual({ value: "=A1" });
    expect(readTyped("1/5/2026", "yyyy-mm-dd")).toEqual({ value: 46027 });
  });
});

describe("a value as a cell shows it", () => {
  const cases: [number | string | boolean, string, string][] = [
    [1234.5, "General", "1234.5"], [0.1 + 0.2, "General", "0.3"], [1234.5, "#,##0.00", "1,234.50"], [-1234.5, "#,##0.00;[Red]-#,##0.00", "-1,234.50"], [-5, "$#,##0.00_);[Red]($#,##0.00)", "($5.00)"],
    [0.152, "0.00%", "15.20%"], [46027, "m/d/yyyy", "1/5/2026"], [46027, "d-mmm-yy", "5-Jan-26"], [46027.5, "yyyy-mm-dd hh:mm", "2026-01-05 12:00"], [true, "0.00", "TRUE"], ["text", "0.00", "text"], [60, "0.##", "60"], [0, "0;-0;\"none\"", "none"],
    [3, '0 "days"', "3 days"], [-0.001, "0.00", "0.00"], [0.5, "#.00", ".50"],
    [5, ";;;", ""], ["text", ";;;", ""], [0, "0;-0;;@", ""], ["text", "0;-0;;@", "text"], ["text", '0;-0;0;"to "@', "to text"],
    [1e200, "#,##0.00", "########"],
    [-1e21, "0.00%", "########"],
    [1e200, "General", "1E+200"],
  ];
  test.each(cases)("%s under %s is %s", (value, format, shown) => expect(displayText(value, format)).toBe(shown));
});
