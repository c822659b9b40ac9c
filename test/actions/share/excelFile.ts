import { strToU8, zipSync } from "fflate";
import { SPILLS } from "../../../workbench/xlsx/sheet/cells";

/*
 * A small workbook as Excel itself writes it, by the names and the order of Excel's parts, with what the workbench's own writer has no use for: formulas that cells share, an order of
 * calculation, comments with their drawing, threads and people, a link to another workbook, filters, a chart's copies of names, a PivotTable's, validations by list, text in runs.
 */
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

const HEADERS = ["Date", "Account", "Ticker", "Action", "Type", "Quantity", "Strike", "Expiry", "Price", "Fees", "Multiplier", "Notes", "Id"];
/** Shared texts by number: headers 0 – 12, then the rest. */
const TEXTS = [...HEADERS, "IRA", "KO", "Sell to open", "Put", "call Peter", "a value & more", "IRA"];
const shared = (text: string): number => TEXTS.indexOf(text);

const relations = (...all: readonly (readonly [id: string, kind: string, target: string, outside?: boolean])[]): string =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${all.map(([id, kind, target, outside]) => `<Relationship Id="${id}" Type="${kind.includes(":") ? kind : KIND + kind}" Target="${target}"${outside ? ' TargetMode="External"' : ""}/>`).join("")}</Relationships>`;

const text = (cell: string, index: number, style = ""): string => `<c r="${cell}"${style} t="s"><v>${index}</v></c>`;
const row = (number: number, ...cells: readonly string[]): string => `<row r="${number}" spans="1:13" x14ac:dyDescent="0.25">${cells.join("")}</row>`;

const LOG = `<worksheet xmlns="${MAIN}" xmlns:r="${R}" xmlns:x14ac="http://schemas.microsoft.com/office/spreadsheetml/2009/9/ac"><dimension ref="A1:M2"/><sheetData>${row(1, ...HEADERS.map((_, at) => text(`${String.fromCharCode(65 + at)}1`, at)))}${row(
  2, '<c r="A2" s="1"><v>46000</v></c>', text("B2", shared("IRA")), text("C2", shared("KO")), text("D2", shared("Sell to open")), text("E2", shared("Put")), '<c r="F2"><v>2</v></c>', '<c r="G2"><v>60</v></c>', '<c r="H2" s="1"><v>46030</v></c>', '<c r="I2"><v>1.2</v></c>', '<c r="J2"/>', '<c r="K2"/>', text("L2", shared("call Peter")), '<c r="M2"/>',
)}</sheetData><pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/><legacyDrawing r:id="rId2"/><tableParts count="1"><tablePart r:id="rId1"/></tableParts></worksheet>`;

const OWN = `<worksheet xmlns="${MAIN}" xmlns:r="${R}" xmlns:x14ac="http://schemas.microsoft.com/office/spreadsheetml/2009/9/ac"><dimension ref="A1:F5"/><sheetViews><sheetView workbookViewId="0"/></sheetViews><sheetData>${[
  row(1, '<c r="A1"><v>50</v></c>', '<c r="B1"><v>1.25</v></c>', '<c r="C1"><f t="shared" ref="C1:C3" si="0">_xldudf_WHEEL_CSP_BREAKEVEN(A1,B1)</f><v>48.75</v></c>', '<c r="D1"><f t="shared" ref="D1:D3" si="1">_xldudf_WHEEL_CSP_POP(A1+2,A1,B1,30,0.3)</f><v>0.61</v></c>', '<c r="E1"><f>[1]Prices!A1*2</f><v>7</v></c>'),
  row(2, '<c r="A2"><v>40</v></c>', '<c r="B2"><v>1</v></c>', '<c r="C2"><f t="shared" si="0"/><v>39</v></c>', '<c r="D2"><f t="shared" si="1"/><v>0.62</v></c>', '<c r="E2" t="str"><f>_xldudf_WHEEL_CSP_WINDOW(40)</f><v>in</v></c>'),
  row(3, '<c r="A3"><v>30</v></c>', '<c r="B3"><v>2</v></c>', '<c r="C3"><f t="shared" si="0"/><v>28</v></c>', '<c r="D3"><f t="shared" si="1"/><v>0.63</v></c>', '<c r="E3" t="e"><f>_xll.WHEEL.CSP_POP(-1,1,1,1,1)</f><v>#VALUE!</v></c>'),
  row(4, '<c r="A4" t="str" cm="1"><f t="array" ref="A4:B5">_xldudf_WHEEL_OPT_GREEKS("put",1,2,3,4)</f><v>one</v></c>', '<c r="B4"><v>2</v></c>', '<c r="C4" s="1"/>', '<c r="D4" t="b"><f>_xldudf_WHEEL_LOTS(A1)</f><v>1</v></c>', '<c r="E4"><f>_xldudf_WHEEL_LOTS(A2)</f></c>'),
  row(5, '<c r="A5" t="str"><v>three</v></c>', '<c r="B5"><v>4</v></c>', text("C5", TEXTS.length), text("D5", shared("a value & more")), '<c r="E5"><f>SUMIFS(Trades[Strike],Trades[Account],"IRA")</f><v>60</v></c>', '<c r="F5" t="inlineStr"><is><t>ira</t></is></c>'),
].join("")}</sheetData><autoFilter ref="A1:E5"><filterColumn colId="0"><filters><filter val="IRA"/></filters></filterColumn></autoFilter><dataValidations count="2"><dataValidation type="list" allowBlank="1" showInputMessage="1" sqref="D2 D9"><formula1>"IRA,Roth"</formula1></dataValidation><dataValidation type="custom" sqref="F1"><formula1>_xldudf_WHEEL_CSP_POP(A1,1,1,1,1)&gt;0</formula1></dataValidation></dataValidations><hyperlinks><hyperlink ref="A1" location="Trades!A1"/></hyperlinks><pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/><drawing r:id="rId1"/></worksheet>`;

const PARTS: Readonly<Record<string, string>> = {
  "[Content_Types].xml": `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="vml" ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"/>${[
    ["xl/workbook.xml", "spreadsheetml.sheet.main"], ["xl/worksheets/sheet1.xml", "spreadsheetml.worksheet"], ["xl/worksheets/sheet2.xml", "spreadsheetml.worksheet"], ["xl/tables/table1.xml", "spreadsheetml.table"], ["xl/sharedStrings.xml", "spreadsheetml.sharedStrings"], ["xl/styles.xml", "spreadsheetml.styles"],
    ["xl/calcChain.xml", "spreadsheetml.calcChain"], ["xl/metadata.xml", "spreadsheetml.sheetMetadata"], ["xl/comments1.xml", "spreadsheetml.comments"], ["xl/externalLinks/externalLink1.xml", "spreadsheetml.externalLink"], ["xl/drawings/drawing1.xml", "drawing"], ["xl/charts/chart1.xml", "drawingml.chart"], ["docProps/app.xml", "extended-properties"],
  ].map(([path, type]) => `<Override PartName="/${path}" ContentType="application/vnd.openxmlformats-officedocument.${type}+xml"/>`).join("")}<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/><Override PartName="/xl/threadedComments/threadedComment1.xml" ContentType="application/vnd.ms-excel.threadedcomments+xml"/><Override PartName="/xl/persons/person.xml" ContentType="application/vnd.ms-excel.person+xml"/></Types>`,
  "_rels/.rels": relations(["rId1", "officeDocument", "xl/workbook.xml"], ["rId2", "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties", "docProps/core.xml"], ["rId3", "extended-properties", "docProps/app.xml"]),
  "docProps/core.xml": `<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>Mary Jane</dc:creator><cp:lastModifiedBy>Mary Jane</cp:lastModifiedBy></cp:coreProperties>`,
  "docProps/app.xml": `<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>Microsoft Excel</Application><Company>Daily Bugle</Company></Properties>`,
  "xl/_rels/workbook.xml.rels": relations(["rId1", "worksheet", "worksheets/sheet1.xml"], ["rId2", "worksheet", "worksheets/sheet2.xml"], ["rId3", "styles", "styles.xml"], ["rId4", "sharedStrings", "sharedStrings.xml"], ["rId5", "calcChain", "calcChain.xml"], ["rId8", "sheetMetadata", "metadata.xml"], ["rId6", "externalLink", "externalLinks/externalLink1.xml"], ["rId7", "http://schemas.microsoft.com/office/2017/10/relationships/person", "persons/person.xml"]),
  "xl/workbook.xml": `<workbook xmlns="${MAIN}" xmlns:r="${R}"><sheets><sheet name="Trades" sheetId="1" r:id="rId1"/><sheet name="Mine &amp; yours" sheetId="4" state="hidden" r:id="rId2"/></sheets><externalReferences><externalReference r:id="rId6"/></externalReferences><definedNames><definedName name="_xlnm._FilterDatabase" localSheetId="1" hidden="1">'Mine &amp; yours'!$A$1:$E$5</definedName></definedNames><calcPr calcId="191029"/></workbook>`,
  "xl/styles.xml": `<styleSheet xmlns="${MAIN}"><fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="14" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs></styleSheet>`,
  "xl/sharedStrings.xml": `<sst xmlns="${MAIN}" count="20" uniqueCount="${TEXTS.length + 1}">${TEXTS.map((one) => `<si><t>${one.replace("&", "&amp;")}</t></si>`).join("")}<si><r><t xml:space="preserve">IR</t></r><r><rPr><b/></rPr><t>A</t></r></si></sst>`,
  "xl/calcChain.xml": `<calcChain xmlns="${MAIN}"><c r="C1" i="4"/><c r="D1" i="4"/></calcChain>`,
  "xl/metadata.xml": SPILLS,
  "xl/persons/person.xml": `<personList xmlns="http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments"><person displayName="Mary Jane" id="{1}" userId="mj" providerId="None"/></personList>`,
  "xl/worksheets/sheet1.xml": LOG,
  "xl/worksheets/_rels/sheet1.xml.rels": relations(["rId1", "table", "../tables/table1.xml"], ["rId2", "vmlDrawing", "../drawings/vmlDrawing1.vml"], ["rId3", "comments", "../comments1.xml"], ["rId4", "http://schemas.microsoft.com/office/2017/10/relationships/threadedComment", "../threadedComments/threadedComment1.xml"]),
  "xl/tables/table1.xml": `<table xmlns="${MAIN}" id="1" name="Trades" displayName="Trades" ref="A1:M2" totalsRowShown="0"><autoFilter ref="A1:M2"/><tableColumns count="13">${HEADERS.map((name, at) => `<tableColumn id="${at + 1}" name="${name}"${name === "Id" ? "><calculatedColumnFormula>_xldudf_WHEEL_CSP_POP(1,1,1,1,1)</calculatedColumnFormula></tableColumn>" : "/>"}`).join("")}</tableColumns></table>`,
  "xl/comments1.xml": `<comments xmlns="${MAIN}"><authors><author>Mary Jane</author></authors><commentList><comment ref="C2" authorId="0"><text><t>ask Peter</t></text></comment></commentList></comments>`,
  "xl/threadedComments/threadedComment1.xml": `<ThreadedComments xmlns="http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments"><threadedComment ref="C2" personId="{1}" id="{2}"><text>ask Peter</text></threadedComment></ThreadedComments>`,
  "xl/drawings/vmlDrawing1.vml": `<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:x="urn:schemas-microsoft-com:office:excel"><v:shapetype id="_x0000_t202"/><v:shape id="_x0000_s1025" type="#_x0000_t202"><x:ClientData ObjectType="Note"><x:Row>1</x:Row></x:ClientData></v:shape></xml>`,
  "xl/worksheets/sheet2.xml": OWN,
  "xl/worksheets/_rels/sheet2.xml.rels": relations(["rId1", "drawing", "../drawings/drawing1.xml"]),
  "xl/drawings/drawing1.xml": `<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing"/>`,
  "xl/drawings/_rels/drawing1.xml.rels": relations(["rId1", "chart", "../charts/chart1.xml"]),
  "xl/charts/chart1.xml": `<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"><c:chart><c:plotArea><c:pieChart><c:ser><c:idx val="0"/><c:order val="0"/><c:cat><c:strRef><c:f>Trades!$B$2:$C$2</c:f><c:strCache><c:ptCount val="2"/><c:pt idx="0"><c:v>IRA</c:v></c:pt><c:pt idx="1"><c:v>KO</c:v></c:pt></c:strCache></c:strRef></c:cat><c:val><c:numRef><c:f>Trades!$F$2:$G$2</c:f></c:numRef></c:val></c:ser></c:pieChart></c:plotArea></c:chart></c:chartSpace>`,
  "xl/externalLinks/externalLink1.xml": `<externalLink xmlns="${MAIN}" xmlns:r="${R}"><externalBook r:id="rId1"/></externalLink>`,
  "xl/externalLinks/_rels/externalLink1.xml.rels": relations(["rId1", "externalLinkPath", "file:///C:/Users/Mary%20Jane/prices.xlsx", true]),
};

export function excelFile(): Uint8Array {
  return zipSync(Object.fromEntries(Object.entries(PARTS).map(([path, xml]) => [path, strToU8(xml.startsWith("<xml") ? xml : `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n${xml}`)])));
}
