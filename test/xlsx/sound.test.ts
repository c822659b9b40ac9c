import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { layOutJournal, logTrades } from "../../src/actions";
import { openArchive } from "../../src/actions/share/file/archive";
import { makeShareable } from "../../src/actions/share/file/copy";
import { namedFunctions } from "../../src/journal/names";
import { sampleYear } from "../../src/journal/sample";
import { SCHEMA_VERSION } from "../../src/journal/schema";
import { MemoryGrid } from "../../workbench/grid/memory";
import { excelInNode } from "../../workbench/harness/inNode";
import { xlsxOf } from "../../workbench/xlsx";
import { excelFile } from "../actions/share/excelFile";
import { isStored, openStored } from "../fixtures/workbooks/open";
import { faultsOf } from "./sound";

jest.setTimeout(120_000);
const SAVED = { results: "saved", title: "", author: "Peter", made: new Date(0) } as const;

/** A journal with the sample year, the functions as names, and a sheet of the user's with all that a formula in a file may need. */
async function workbookOfAUser(): Promise<Uint8Array> {
  const excel = await excelInNode({ grid: new MemoryGrid() });
  const close = excel.install();
  try {
    await layOutJournal(46_022);
    await logTrades(sampleYear(), 46_022);
    const { grid } = excel.workbook;
    const id = grid.addSheet("Mine & 'my' own");
    const formulas = ["=WHEEL.CSP_BREAKEVEN(A1,A2)", "=WHEEL.CSP_POP(52,50,1.2,30,0.3)", "=SUM(Trades[Fees])", "=LET(a,1,a+1)", '=IFS(A1>1,TEXTJOIN("-",TRUE,A1,A2))', "=@A1:A3"].map((formula) => ({ formula }));
    const values = [50, 1.25, "=1+1", "#N/A", true, " a & <b> "].map((value) => ({ value }));
    grid.write(id, { row: 0, column: 0, rows: 6, columns: 2 }, values.map((value, row) => [value, formulas[row]]));
    for (const { name, formula } of namedFunctions()) grid.addName(name, formula);
    grid.addConditionalFormat({ sheetId: id, rect: { row: 0, column: 0, rows: 2, columns: 1 }, formula: "=A1>NORM.S.DIST(0,TRUE)", style: { bold: true, fill: "#FFFFFF" }, stopIfTrue: true });
    grid.freeze(id, 1, 1);
    return xlsxOf(excel.workbook, SAVED);
  } finally {
    close();
  }
}

let saved: Uint8Array;
beforeAll(async () => {
  saved = await workbookOfAUser();
});

test("Excel would open a saved workbook without a question", () => {
  expect(faultsOf(saved)).toEqual([]);
});

test.each([[true, true], [false, false], [true, false]])("and its copy to send, with accounts masked: %s, notes left out: %s", async (maskAccounts, leaveOutNotes) => {
  for (const bytes of [saved, excelFile()]) {
    const archive = openArchive(bytes);
    await makeShareable(archive, { maskAccounts, leaveOutNotes });
    expect(faultsOf(archive.pack())).toEqual([]);
  }
});

test("and a file as Excel itself writes it", () => {
  expect(faultsOf(excelFile())).toEqual([]);
});

test.each(Array.from({ length: SCHEMA_VERSION }, (_, index) => index + 1).filter(isStored))("and a journal of version %i, saved as it stands", async (version) => {
  const { workbook, close } = await openStored(version);
  try {
    // Price got of version 4 asked for a whole column; completing the journal mends it
    expect(faultsOf(xlsxOf(workbook, SAVED)).filter((fault) => version !== 4 || !/Plans.*"=" asks for a whole column at once/.test(fault))).toEqual([]);
  } finally {
    close();
  }
});

/* What Excel repairs: each is made in a good file, and must be told. The first column is the part, the second what stands there, the third what is made of it. */
const SHEET = /^xl\/worksheets\/sheet\d+\.xml$/;
const TABLE = /^xl\/tables\/table1\.xml$/;
const BROKEN: readonly (readonly [what: string, part: RegExp, from: RegExp, to: string])[] = [
  ["a part that is not well-formed", SHEET, /<\/sheetData>/, ""],
  ["elements out of their order", SHEET, /(<sheetViews>.*?<\/sheetViews>)(<sheetFormatPr[^>]*\/>)/, "$2$1"],
  ["the tables before the drawing", /sheet\d+\.xml$/, /(<drawing [^>]*\/>)(<tableParts.*<\/tableParts>)/, "$2$1"],
  ["an attribute of another kind", SHEET, /<dimension ref="[^"]*"/, '<dimension ref="all"'],
  ["an element that is not known", SHEET, /<sheetData>/, "<news/><sheetData>"],
  ["a relation that leads nowhere", /workbook\.xml\.rels$/, /sheet1\.xml/, "sheet99.xml"],
  ["a relation that is not there", /workbook\.xml$/, /r:id="rId1"/, 'r:id="rId99"'],
  ["a part without a type", /Content_Types/, /<Override PartName="\/xl\/tables\/table1\.xml"[^>]*\/>/, ""],
  ["a type of a part that is not there", /Content_Types/, /<\/Types>/, '<Override PartName="/xl/calcChain.xml" ContentType="a/b"/></Types>'],
  ["a sheet's name of 32 characters", /workbook\.xml$/, /<sheet name="Trades"/, `<sheet name="${"x".repeat(32)}"`],
  ["two sheets of one name", /workbook\.xml$/, /<sheet name="Plans"/, '<sheet name="trades"'],
  ["two defined names in one scope", /workbook\.xml$/, /(<definedName name="Wheel_State".*?<\/definedName>)/, "$1$1"],
  ["a defined name like a cell", /workbook\.xml$/, /name="Wheel_State"/, 'name="AB12"'],
  ["a column's name that is not its header", TABLE, /(<tableColumn id="1" name=")[^"]*/, "$1Day"],
  ["two columns of one name", TABLE, /(<tableColumn id="2" name=")[^"]*/, "$1date"],
  ["a plain line break in a column's name", TABLE, /(<tableColumn id="1" name=")/, "$1&#10;"],
  ["a column too few", TABLE, /<tableColumn id="1"[^>]*\/>/, ""],
  ["a table's filter below its rows", /tables\/table\d+\.xml$/, /<autoFilter ref="([A-Z]+\d+):([A-Z]+)\d+"/, '<autoFilter ref="$1:$2999"'],
  ["two tables of one id", /table2\.xml$/, /<table ([^>]*)\bid="\d+"/, '<table $1id="1"'],
  ["two tables of one name", /table2\.xml$/, /displayName="[^"]*"/, 'displayName="trades"'],
  ["a calculated column without a formula", /table\d+\.xml$/, /<calculatedColumnFormula>.*?<\/calculatedColumnFormula>/, "<calculatedColumnFormula/>"],
  ["this row as one types it", SHEET, /<f>IFERROR\(IF\(LEN\(\w+\[\[#This Row\],\[(\w+)\]\]/, "<f>IFERROR(IF(LEN([@$1]"],
  ["a table that is not there", SHEET, /<f>SUM\(Trades\[/, "<f>SUM(Deals["],
  ["a column that is not there", SHEET, /<f>SUM\(Trades\[Fees\]/, "<f>SUM(Trades[Costs]"],
  ["a newer function without its prefix", SHEET, /_xlfn\.LET/, "LET"],
  ["a formula with an equals sign", SHEET, /<f>SUM/, "<f>=SUM"],
  ["a formula that does not close", SHEET, /<f>SUM\(Trades\[Fees\]\)/, "<f>SUM(Trades[Fees]"],
  ["a text of 256 characters in a formula", SHEET, /<f>SUM\(Trades\[Fees\]\)/, `<f>SUM(Trades[Fees])&amp;"${"x".repeat(256)}"`],
  ["a formula of more than 8,192 characters", SHEET, /<f>SUM\(Trades\[Fees\]\)/, `<f>SUM(Trades[Fees])${"+1".repeat(4_100)}`],
  ["a column where one value is asked", SHEET, /<f>SUM\(Trades\[Fees\]\)/, "<f>SUM(Trades[Fees]*2)"],
  ["a branch in a sum of products", SHEET, /<f>SUM\(Trades\[Fees\]\)/, "<f>SUMPRODUCT(IF(A1&gt;0,Trades[Fees]*1,0))"],
  ["a shared text that is not there", SHEET, /t="s"><v>\d+</, 't="s"><v>99999<'],
  ["a style that is not there", SHEET, /<c r="([A-Z]+\d+)" s="\d+"/, '<c r="$1" s="9999"'],
  ["a cell twice", SHEET, /(<c r="A1".*?(?:<\/c>|\/>))/, "$1$1"],
  ["rows out of order", SHEET, /<row r="1"/, '<row r="5000"'],
  ["a number that is none", SHEET, /<v>46\d\d\d<\/v>/, "<v>NaN</v>"],
  ["a text that is not shared", SHEET, /<c r="([A-Z]+\d+)"( s="\d+")? t="s"><v>\d+<\/v>/, '<c r="$1"$2 t="str"><v>x</v>'],
  ["two priorities alike", SHEET, /(<cfRule [^>]*priority=")2"/, '$11"'],
  ["a conditional format without its looks", SHEET, /dxfId="\d+"/, 'dxfId="999"'],
  ["a table by its name in a conditional format", SHEET, /(<cfRule [^>]*><formula>)[^<]*/, "$1SUM(Trades[Fees])&gt;0"],
  ["a validation's message of 256 characters", SHEET, /prompt="[^"]*"/, `prompt="${"x".repeat(256)}"`],
  ["a validation's title of 33 characters", SHEET, /promptTitle="[^"]*"|prompt="/, `promptTitle="${"x".repeat(33)}" prompt="`],
  ["a list of more than 255 characters", SHEET, /<formula1>&quot;[^<]*<\/formula1>/, `<formula1>"${"x,".repeat(130)}"</formula1>`],
  ["two validations of one cell", SHEET, /<dataValidations count="(\d+)">(<dataValidation .*?<\/dataValidation>)/, '<dataValidations count="$1">$2$2'],
  ["a pane that is not there", SHEET, /activePane="\w+"/, 'activePane="topLeft"'],
  ["several sheets selected at once", SHEET, /<sheetView (?!.*tabSelected)/, '<sheetView tabSelected="1" '],
  ["a count of styles that is wrong", /styles\.xml$/, /<cellXfs count="\d+"/, '<cellXfs count="1"'],
  ["a font that is not there", /styles\.xml$/, /fontId="1"/, 'fontId="99"'],
  ["a number format that does not end", /styles\.xml$/, /formatCode="[^"]*"/, 'formatCode="&quot;kg"'],
  ["a format out of its order", /styles\.xml$/, /<dxf>(<font>.*?<\/font>)(<fill>.*?<\/fill>)<\/dxf>/, "<dxf>$2$1</dxf>"],
  ["a count of texts that is wrong", /sharedStrings\.xml$/, /uniqueCount="\d+"/, 'uniqueCount="3"'],
  ["a text of 32,768 characters", /sharedStrings\.xml$/, /<si><t>[^<]*<\/t>/, `<si><t>${"x".repeat(32_768)}</t>`],
  ["an axis that is not there", /chart\d+\.xml$/, /<c:crossAx val="\d+"/, '<c:crossAx val="7"'],
  ["labels where a chart has none", /chart\d+\.xml$/, /(<c:(?:val)>)/, '<c:dLbls><c:dLblPos val="bestFit"/></c:dLbls>$1'],
  ["a chart's elements out of order", /chart\d+\.xml$/, /(<c:idx [^>]*\/>)(<c:order [^>]*\/>)/, "$2$1"],
  ["a chart of a sheet that is not there", /chart\d+\.xml$/, /<c:f>\w+!/, "<c:f>Nowhere!"],
  ["two shapes of one id", /drawing\d+\.xml$/, /(<xdr:twoCellAnchor>.*?<\/xdr:twoCellAnchor>)/, "$1$1"],
  ["two properties of one number", /custom\.xml$/, /pid="3"/, 'pid="2"'],
];

test.each(BROKEN)("it would ask about %s", (_, part, from, to) => {
  const files = unzipSync(saved);
  const path = Object.keys(files).find((one) => part.test(one) && from.test(strFromU8(files[one]!)));
  expect(path).toBeDefined();
  const broken = { ...files, [path!]: strToU8(strFromU8(files[path!]!).replace(from, to)) };
  expect(faultsOf(zipSync(broken, { level: 1 }))).not.toEqual([]);
});
