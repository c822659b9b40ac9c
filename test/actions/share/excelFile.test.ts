import { zipSync } from "fflate";
import { type Archive, openArchive } from "../../../src/actions/share/file/archive";
import { makeShareable } from "../../../src/actions/share/file/copy";
import { lookAt } from "../../../src/actions/share/file/look";
import { findOffice, recalculated } from "../../referee/office";
import { readBook } from "../../referee/readBook";
import { masksOf } from "../../../src/actions/share/file/masks";
import { faultsOf } from "../../xlsx/sound";
import { excelFile } from "./excelFile";

/* What only Excel writes into files, and the workbench does not. */
jest.setTimeout(60_000);
/** Puts other text into a part of the file, in the place of some that must be there. */
const changerOf = (archive: Archive) => (path: string, from: string, to: string): void => {
  expect(archive.text(path)).toContain(from);
  archive.set(path, archive.text(path).replace(from, () => to));
};
const ALL = { maskAccounts: true, leaveOutNotes: true };

test("formulas that cells share are found in each of them, filled as Excel fills them", async () => {
  const { cells, elsewhere, links, comments, people, hidden, accounts, notes } = await lookAt(openArchive(excelFile()));
  expect(cells.map(({ address, formula, becomes }) => [address.replace(/^.*!/, ""), formula, becomes.kind])).toEqual([
    ["C1", "=WHEEL.CSP_BREAKEVEN(A1,B1)", "native"], ["D1", "=WHEEL.CSP_POP(A1+2,A1,B1,30,0.3)", "value"],
    ["C2", "=WHEEL.CSP_BREAKEVEN(A2,B2)", "native"], ["D2", "=WHEEL.CSP_POP(A2+2,A2,B2,30,0.3)", "value"], ["E2", "=WHEEL.CSP_WINDOW(40)", "native"],
    ["C3", "=WHEEL.CSP_BREAKEVEN(A3,B3)", "native"], ["D3", "=WHEEL.CSP_POP(A3+2,A3,B3,30,0.3)", "value"], ["E3", "=WHEEL.CSP_POP(-1,1,1,1,1)", "value"],
    ["A4", '=WHEEL.OPT_GREEKS("put",1,2,3,4)', "value"], ["D4", "=WHEEL.LOTS(A1)", "value"], ["E4", "=WHEEL.LOTS(A2)", "value"],
  ]);
  expect(cells[0]!.address).toBe("'Mine & yours'!C1");
  expect(elsewhere.map(({ where }) => where)).toEqual(["a calculated column of the table Trades", "a validation of Mine & yours"]);
  expect({ links, comments, people, hidden, accounts, notes }).toEqual({
    links: ["file:///C:/Users/Mary Jane/prices.xlsx"], comments: { count: 1, first: "Trades!C2" }, people: ["Mary Jane", "Daily Bugle"], hidden: [{ sheet: "Mine & yours", very: false }], accounts: ["IRA"], notes: { count: 1, first: "Trades!L2" },
  });
});

test("in the copy each is what it was made of, and everything else stands as Excel wrote it", async () => {
  const archive = openArchive(excelFile());
  const report = await makeShareable(archive, ALL);
  const sheet = archive.text("xl/worksheets/sheet2.xml");
  expect(sheet).toContain('<c r="C1"><f t="shared" ref="C1:C3" si="0">IF((A1&gt;0)*(B1&gt;=0)*(A1-B1&gt;=0),A1-B1,#VALUE!)</f><v>48.75</v></c>');
  expect(sheet).toContain('<c r="C2"><f t="shared" si="0"/><v>39</v></c><c r="D2"><v>0.62</v></c>');
  expect(sheet).toContain('<c r="E3" t="e"><v>#VALUE!</v></c>');
  expect(sheet).toContain('<c r="D4" t="b"><v>1</v></c><c r="E4" t="e"><v>#N/A</v></c>');
  expect(sheet).toContain("<f>[1]Prices!A1*2</f><v>7</v>");
  expect(sheet).toContain('Trades[Account],&quot;Account 1&quot;)</f>');
  expect(sheet).toContain('<filter val="Account 1"/>');
  expect(sheet).toContain("<formula1>&quot;Account 1,Roth&quot;</formula1>");
  // the validation that asked the add-in is gone; cells that became values have a message, but for the one with a validation of its own
  expect(sheet).toMatch(/<dataValidations count="\d+">/);
  expect(Number(/<dataValidations count="(\d+)"/.exec(sheet)![1])).toBe((sheet.match(/<dataValidation /g) ?? []).length);
  expect(sheet).not.toContain("xldudf");
  expect([...sheet.matchAll(/promptTitle="Value of a function"[^>]*sqref="(\w+)"/g)].map(([, at]) => at)).toEqual(["D1", "D3", "E3", "A4", "D4", "E4"]);
  expect(sheet.indexOf("</dataValidations>")).toBeLessThan(sheet.indexOf("<hyperlinks>"));
  const book = readBook(archive.pack());
  expect([[3, 0], [3, 1], [4, 0], [4, 1], [4, 2], [4, 3], [4, 5], [1, 4]].map(([row, column]) => book.cell("Mine & yours", row!, column!))).toEqual(["one", 2, "three", 4, "Account 1", "a value & more", "Account 1", "in"]);
  expect(report.cells).toHaveLength(11);
});

test("comments, threads, people, the order of calculation and names in charts are gone, with all that led to them", async () => {
  const archive = openArchive(excelFile());
  await makeShareable(archive, ALL);
  expect(archive.paths().filter((path) => /comment|person|vml|calcChain/i.test(path))).toEqual([]);
  for (const path of archive.paths().filter((one) => one.endsWith(".rels") || one === "[Content_Types].xml" || one.includes("sheet1"))) expect([path, /comments\d|threadedComment|person\.xml|vmlDrawing\d|calcChain\.xml|legacyDrawing/.test(archive.text(path))]).toEqual([path, false]);
  expect(archive.paths().filter((path) => !path.includes("externalLinks") && /Mary|Bugle|Peter|>IRA<|"IRA"/.test(archive.text(path)))).toEqual([]);
  expect(archive.text("xl/charts/chart1.xml")).toContain("<c:v>Account 1</c:v></c:pt><c:pt idx=\"1\"><c:v>KO</c:v>");
  expect(archive.text("xl/tables/table1.xml")).not.toContain("calculatedColumnFormula");
  expect(await lookAt(archive)).toMatchObject({ cells: [], elsewhere: [], comments: { count: 0 }, people: [] });
});

test("accounts have other names inside of texts, too: in comments, filters, titles and messages; what stands in headers, addresses and names of sheets is told", async () => {
  const bytes = excelFile();
  const archive = openArchive(bytes);
  const change = changerOf(archive);
  change("xl/comments1.xml", "ask Peter", "the IRA of Peter");
  change("xl/threadedComments/threadedComment1.xml", "ask Peter", "Peter's ira, not his IRAs");
  change("xl/workbook.xml", 'name="Mine &amp; yours"', 'name="IRA 2025"');
  change("xl/workbook.xml", "'Mine &amp; yours'!", "'IRA 2025'!");
  change("xl/worksheets/sheet2.xml", '"IRA,Roth"', '"IRA,Roth"</formula1></dataValidation><dataValidation type="list" promptTitle="IRA or Roth" prompt="Is it the IRA?" sqref="D20"><formula1>"a,b"');
  change("xl/worksheets/sheet2.xml", 'dataValidations count="2"', 'dataValidations count="3"');
  change("xl/worksheets/sheet2.xml", "SUMIFS(Trades[Strike],Trades[Account],\"IRA\")", 'SUMIFS(Trades[Strike],Trades[Account],"&lt;&gt;IRA")+COUNTIF(Trades[Account],"IRA*")&amp;"of the IRA"');
  change("xl/sharedStrings.xml", "<t>Id</t>", "<t>IRA id</t>");
  change("xl/tables/table1.xml", 'name="Id"', 'name="IRA id"');
  const { remaining } = await makeShareable(archive, { maskAccounts: true, leaveOutNotes: false });
  expect(archive.text("xl/comments1.xml")).toContain("<t>the Account 1 of Peter</t>");
  expect(archive.text("xl/threadedComments/threadedComment1.xml")).toContain("<text>Peter's Account 1, not his IRAs</text>");
  const sheet = archive.text("xl/worksheets/sheet2.xml");
  expect(sheet).toMatch(/promptTitle="Account 1 or Roth"/);
  expect(sheet).toMatch(/prompt="Is it the Account 1\?"/);
  expect(sheet).toContain('SUMIFS(Trades[Strike],Trades[Account],&quot;&lt;&gt;Account 1&quot;)+COUNTIF(Trades[Account],&quot;IRA*&quot;)&amp;&quot;of the Account 1&quot;');
  expect(archive.text("xl/tables/table1.xml")).toContain('name="IRA id"');
  expect(remaining).toEqual(["the name of the sheet “IRA 2025”: rename it (double-click its tab), then make the copy anew", "the header “IRA id” of the table Trades: call it something else, then make the copy anew", "“IRA*” in a formula, where it may be an address or mean other names, too", "“Mary Jane”, who wrote comments: leave them out, too, or delete them"]);
  expect(faultsOf(archive.pack())).toEqual([]);
});

test("in every other place where Excel keeps texts accounts have other names, too; who made the file is left out everywhere; what cannot be changed is told, with where it is", async () => {
  const archive = openArchive(excelFile());
  const change = changerOf(archive);
  const sheet = "xl/worksheets/sheet2.xml";
  change(sheet, "<pageMargins", '<pageMargins header="0.3"/><headerFooter><oddHeader>&amp;LIRA&amp;C&amp;"Arial,Bold"&amp;14IRA 2026&amp;RHIRAM &amp;&amp; IRA</oddHeader></headerFooter><ignored');
  change(sheet, "<ignored", '<protectedRanges><protectedRange sqref="A1" name="IRA"/></protectedRanges><ignored');
  change(sheet, "<dataValidations", '<scenarios><scenario name="IRA up" user="Mary Jane" comment="by Mary Jane"/></scenarios><conditionalFormatting sqref="A1"><cfRule type="containsText" priority="1" operator="containsText" text="IRA"><formula>NOT(ISERROR(SEARCH("IRA",A1)))</formula></cfRule><cfRule type="iconSet" priority="2"><iconSet><cfvo type="formula" val="_xldudf_WHEEL_CSP_BREAKEVEN($A$1,1)"/></iconSet></cfRule></conditionalFormatting><dataValidations');
  change(sheet, '<hyperlink ref="A1"', '<hyperlink display="the IRA log" tooltip="IRA&#10;log" ref="A1"');
  change(sheet, '<filter val="IRA"/>', '<customFilters><customFilter operator="notEqual" val="*IRA*"/></customFilters>');
  change(sheet, '<c r="E1">', '<c r="E1"><v>48151623</v></c><c r="F1"><f>SUMIFS(Trades[Strike],Trades[Account],48151623)+48151624</f><v>0</v></c><c r="G1"><f>Trades!B3</f><v>48151623</v></c><c r="H1"><f>_xlfn.MAP(A1:A3,B1:B3,_xldudf_WHEEL_CSP_BREAKEVEN)</f><v>48.75</v></c><c r="I1">');
  change("xl/worksheets/sheet1.xml", "</row></sheetData>", '</row><row r="3"><c r="A3" s="1"><v>46000</v></c><c r="B3"><v>48151623</v></c></row></sheetData>');
  change("xl/tables/table1.xml", 'ref="A1:M2" totalsRowShown="0"', 'ref="A1:M4" totalsRowCount="1" comment="of the IRA"');
  change("xl/tables/table1.xml", 'name="Account"', 'name="Account" totalsRowLabel="IRA total"');
  change("xl/tables/table1.xml", 'name="Strike"/>', 'name="Strike" totalsRowFunction="custom"><totalsRowFormula>_xldudf_WHEEL_CSP_POP(1,1,1,1,1)</totalsRowFormula></tableColumn>');
  change("xl/workbook.xml", "<sheets>", '<fileSharing userName="Mary Jane"/><mc:AlternateContent><mc:Choice Requires="x15"><x15ac:absPath url="C:\\Users\\Mary Jane\\" xmlns:x15ac="x"/></mc:Choice></mc:AlternateContent><sheets>');
  change("xl/workbook.xml", "</definedNames>", '<definedName name="IRA" comment="cash of the IRA">Trades!$A$1</definedName></definedNames>');
  archive.set("xl/drawings/drawing1.xml", '<xdr:wsDr xmlns:xdr="x"><xdr:cNvPr id="2" name="IRA chart" descr="What the IRA earned"/><a:p><a:r><a:t>I</a:t></a:r><a:r><a:t>RA, mine</a:t></a:r></a:p></xdr:wsDr>');
  change("xl/charts/chart1.xml", "<c:val><c:numRef>", "<c:val><c:numRef><c:numCache><c:pt><c:v>48151623</c:v></c:pt></c:numCache>");
  archive.set("xl/charts/chartEx1.xml", "<cx:chart><cx:strDim><cx:pt>IRA</cx:pt></cx:strDim><cx:tx><cx:v>of the IRA</cx:v></cx:tx></cx:chart>");
  archive.set("xl/pivotCache/pivotCacheDefinition1.xml", '<pivotCacheDefinition refreshedBy="Mary Jane"><s v="IRA"/></pivotCacheDefinition>');
  archive.set("xl/connections.xml", '<connections><connection name="IRA" sourceFile="C:\\Mary\\x.csv"/></connections>');
  archive.set("customXml/item9.xml", "<x>of the IRA</x>");

  const found = await lookAt(archive);
  expect([found.people, found.links]).toEqual([["Mary Jane", "Daily Bugle", "the folder C:\\Users\\Mary Jane\\"], ["file:///C:/Users/Mary Jane/prices.xlsx", "C:\\Mary\\x.csv"]]);
  const { name, remaining, accounts } = await makeShareable(archive, { maskAccounts: true, leaveOutNotes: true, name: "2026_IRA-log (shared).xlsx" });
  expect([name, accounts]).toEqual(["2026 Account 1 log (shared).xlsx", 2]);
  expect(remaining).toEqual(["“IRA” in the names of the workbook (Formulas, Name Manager)", "“48151623” in a chart, picture, text box or button", "“IRA” in a data connection (Data, Queries & Connections)", "“of the IRA” in the file’s part customXml/item9.xml", "“IRA” in a sheet’s rules, links, ranges or print settings"]);
  const parts = archive.paths().filter((path) => !/externalLinks|connections|customXml|chart1/.test(path)).map((path) => [path, [...archive.text(path).matchAll(/(?<!\w)IRA(?!\w)|Mary|48151623/g)].length] as const).filter(([, left]) => left > 0);
  expect(parts).toEqual([["xl/workbook.xml", 1], [sheet, 1]]);
  const text = archive.text(sheet);
  for (const kept of ['&amp;LAccount 1&amp;C&amp;&quot;Arial,Bold&quot;&amp;14Account 1 2026&amp;RHIRAM &amp;&amp; Account 1<', 'tooltip="Account 1&#10;log"', 'val="IF(($A$1&gt;0)*($A$1-1&gt;=0),$A$1-1,#VALUE!)"', "Trades[Account],&quot;Account 2&quot;)+48151624", '<c r="G1" t="str"><f>Trades!B3</f><v>Account 2</v>', '<c r="H1"><v>48.75</v></c>']) expect(text).toContain(kept);
  expect(archive.text("xl/tables/table1.xml")).toMatch(/name="Strike"><\/tableColumn>/);
  expect(archive.text("xl/drawings/drawing1.xml")).toContain("<a:t>Account 1, mine</a:t></a:r><a:r><a:t></a:t>");
});

test.each([["a name of two letters", "RH", "the RH account", "is too short to be told from other words"], ["an ordinary word", "Income", "what the income is", "is a word of the journal, too"], ["a ticker", "KO", "the KO account", "is a ticker, too"]])("%s stays in longer texts, and that is told", async (_, account, text, why) => {
  const archive = openArchive(excelFile());
  for (const path of ["xl/sharedStrings.xml"]) archive.set(path, archive.text(path).replaceAll("<t>IRA</t>", `<t>${account}</t>`).replace("a value &amp; more", text));
  const { accounts, remaining } = await makeShareable(archive, { maskAccounts: true, leaveOutNotes: true });
  expect([accounts, remaining]).toEqual([1, [`longer texts, where “${account}” stays because it ${why}`]]);
  expect(archive.text("xl/sharedStrings.xml")).toContain(`<t>${text}</t>`);
});

test("names with signs, of other scripts, and one inside of another are each their own word", () => {
  const { inText } = masksOf(["IRA", "IRA Peter (old)", "Müller-Konto", "退休金", "A+B*"], new Set());
  expect([inText("the ira peter (old), the IRA, HIRAM, IRA_2 and iras"), inText("beim Müller-Konto; vom Müller-Konto2"), inText("从退休金账户转出"), inText("A+B* and A+BB"), inText("nothing")]).toEqual([
    "the Account 2, the Account 1, HIRAM, IRA_2 and iras", "beim Account 3; vom Müller-Konto2", "从Account 4账户转出", "Account 5 and A+BB", null,
  ]);
});

test("comments that are not to go stay whole", async () => {
  const archive = openArchive(excelFile());
  await makeShareable(archive, { maskAccounts: false, leaveOutNotes: false });
  expect(archive.paths().filter((path) => /comment|person|vml/i.test(path))).toHaveLength(4);
  expect(archive.text("xl/worksheets/sheet1.xml")).toContain('<legacyDrawing r:id="rId2"/>');
  expect(archive.text("docProps/core.xml")).toContain("Mary Jane");
});

test("what is no workbook is refused in words", () => {
  for (const bytes of [new Uint8Array([1, 2, 3]), zipSync({ "a.txt": new Uint8Array([65]) })]) expect(() => openArchive(bytes)).toThrow(/^Excel handed over a file that cannot be read/);
});

const soffice = findOffice();
(soffice ? test : test.skip)(`LibreOffice opens the copy${soffice ? "" : ": SKIPPED, because none of version 25.2 or later is on this machine"}`, async () => {
  const archive = openArchive(excelFile());
  await makeShareable(archive, ALL);
  const [book] = recalculated(soffice, [archive.pack()]).map(readBook);
  expect([[0, 2], [1, 2], [2, 2], [1, 3], [4, 4]].map(([row, column]) => book!.cell("Mine & yours", row!, column!))).toEqual([48.75, 39, 28, 0.62, 60]);
});
