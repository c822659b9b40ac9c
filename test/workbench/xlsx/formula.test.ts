import { namedFunctions } from "../../../src/journal/names";
import { inFile } from "../../../workbench/xlsx/formula";

// The forms on the right are those that Excel 16 for Mac itself writes.
test.each([
  ["=LAMBDA(value,rate,[periods],IF(ISOMITTED(periods),value,value*(1+rate)^periods))", "_xlfn.LAMBDA(_xlpm.value,_xlpm.rate,_xlop.periods,IF(_xlfn.ISOMITTED(_xlpm.periods),_xlpm.value,_xlpm.value*(1+_xlpm.rate)^_xlpm.periods))"],
  ["=LAMBDA([x],[y],x+y)", "_xlfn.LAMBDA(_xlop.x,_xlop.y,_xlpm.x+_xlpm.y)"],
  ["=LET(total,SUM(Trades[Strike]),total*100)", "_xlfn.LET(_xlpm.total,SUM(Trades[Strike]),_xlpm.total*100)"],
  ["=CSP_BREAKEVEN(50,1.25)", "CSP_BREAKEVEN(50,1.25)"],
  ["=@INDEX(A1:A3,1)+@B1:B9*SUM(C1#)", "_xlfn.SINGLE(INDEX(A1:A3,1))+_xlfn.SINGLE(B1:B9)*SUM(_xlfn.ANCHORARRAY(C1))"],
  ["=SORT(FILTER(A1:A9,A1:A9>0))&TEXTJOIN(\",\",TRUE,'SORT(1)'!A1,\"LET(\")", "_xlfn._xlws.SORT(_xlfn._xlws.FILTER(A1:A9,A1:A9>0))&_xlfn.TEXTJOIN(\",\",TRUE,'SORT(1)'!A1,\"LET(\")"],
  ["=WHEEL.CSP_YIELD(45,0.62,30)&\"WHEEL.CSP_YIELD(1)\"", "_xldudf_WHEEL_CSP_YIELD(45,0.62,30)&\"WHEEL.CSP_YIELD(1)\""],
])("%s in a file", (formula, stored) => {
  expect(inFile(formula)).toBe(stored);
});

test("every function as a name: nothing of its own stands without its prefix", () => {
  for (const { formula } of namedFunctions()) {
    const stored = inFile(formula);
    expect(stored.replace(/"[^"]*"|_xl(?:pm|op)\.\w+|_xlfn\.[A-Z.]+|#VALUE!|[A-Z]+(?=\()|TRUE|FALSE/g, "")).not.toMatch(/[A-Za-z[\]]/);
    expect(stored).toMatch(/^_xlfn\.LAMBDA\(_xlpm\.\w+,/);
  }
});
