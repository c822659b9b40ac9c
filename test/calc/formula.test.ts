import { isOneOf, operand } from "../../src/calc/formula";

describe("a piece of formula among others", () => {
  test.each(["A1", "$B$2", "Sheet1!A1", "'My log'!A1", "strike", "12.5", "[@Strike]", "[@[Target price]]", "Trades[[#This Row],[Strike]]", "MAX(A1,0)", "N(ABS(A1))", 'IF(A1="x",1,2)'])(
    "%s stands alone",
    (text) => expect(operand(text)).toBe(text),
  );
  test.each(["A1+1", "-A1", "A1-B1", "[@Strike]-[@Price]", "MAX(A1,0)-MIN(B1,0)", "(A1)+(B1)", "-5", "A1:B2", '"a"&A1'])("%s gets parentheses", (text) => expect(operand(text)).toBe(`(${text})`));
});

test("one of some words", () => {
  expect(isOneOf("A1", ["Put"])).toBe('A1="Put"');
  expect(isOneOf("A1", ["Put", "Call"])).toBe('OR(A1="Put",A1="Call")');
});
