import { strToU8, unzipSync, zipSync } from "fflate";
import { openArchive } from "../../../src/actions/share/file/archive";
import { makeShareable } from "../../../src/actions/share/file/copy";
import { paceOf } from "../../../src/actions/share/file/pace";
import { sheetPieces } from "../../../src/actions/share/file/pieces";
import { readZip, writeZip } from "../../../src/actions/share/file/zip";
import { ExcelRefused } from "../../../src/workbook/excelRefused";
import { faultsOf } from "../../xlsx/sound";
import { excelFile } from "./excelFile";

/* Long files are gone through in pieces, between which the pane draws and hears Stop. docs/spec/sharing.md §2.8 */
const ALL = { maskAccounts: true, leaveOutNotes: true };

/** The small file with many rows below the user's sheet: enough to take several pieces. */
function longFile(rows: number): Uint8Array {
  const files = unzipSync(excelFile());
  const path = "xl/worksheets/sheet2.xml";
  const more = Array.from({ length: rows }, (_, at) => `<row r="${at + 6}"><c r="A${at + 6}"><v>${at}</v></c><c r="B${at + 6}"><f>A${at + 6}*2+LEN("IRA")</f><v>${2 * at + 3}</v></c><c r="C${at + 6}"><f>_xldudf_WHEEL_CSP_BREAKEVEN(A${at + 6},1)</f><v>1</v></c></row>`).join("");
  return zipSync({ ...files, [path]: strToU8(Buffer.from(files[path]!).toString("utf8").replace("</sheetData>", `${more}</sheetData>`)) });
}

test("pieces are whole rows, and nothing is lost, wherever the file is cut", () => {
  const xml = '<worksheet><sheetViews/><sheetData><row r="1"><c r="A1"><v>1</v></c></row><row r="2"/><row r="3"><c r="A3" t="str"><v>ä</v></c></row></sheetData><pageMargins/></worksheet>';
  for (let size = 1; size < xml.length; size += 1) {
    const cut = Array.from({ length: Math.ceil(xml.length / size) }, (_, at) => xml.slice(at * size, (at + 1) * size));
    const pieces = [...sheetPieces(cut)];
    expect(pieces.map((piece) => piece.xml).join("")).toBe(xml);
    expect(pieces.filter(({ where }) => where === "rows").every((piece) => (piece.xml.match(/<row\b/g) ?? []).length >= (piece.xml.match(/<\/row>/g) ?? []).length && !/<c\b(?![\s\S]*<\/c>)/.test(piece.xml))).toBe(true);
    expect([pieces[0]!.where, pieces.at(-1)!.where]).toEqual(["head", "tail"]);
  }
  expect([...sheetPieces(["<worksheet><sheetData/><a/></worksheet>"])].map(({ where, xml: one }) => [where, one])).toEqual([["head", "<worksheet><sheetData/>"], ["tail", "<a/></worksheet>"]]);
});

test("while a long file is changed others have their turn, and hear how far it is", async () => {
  const bytes = longFile(30_000);
  const archive = openArchive(bytes);
  const parts: number[] = [];
  let turns = 0;
  const timer = setInterval(() => (turns += 1));
  const weight = archive.weight("xl/worksheets/sheet2.xml");
  const report = await makeShareable(archive, ALL, paceOf(weight * 5, [0.3, 1], (done) => (parts.push(done), true), ""));
  clearInterval(timer);
  expect(report.cells).toHaveLength(11 + 30_000);
  expect([parts.length > 3, turns > 3, parts.every((part, at) => part >= (parts[at - 1] ?? 0.3) && part <= 1)]).toEqual([true, true, true]);
  const sheet = Buffer.from(unzipSync(archive.pack())["xl/worksheets/sheet2.xml"]!).toString("utf8");
  expect(sheet).toContain('<c r="B30005"><f>A30005*2+LEN(&quot;Account 1&quot;)</f><v>60001</v></c><c r="C30005"><f>IF((A30005&gt;0)*(A30005-1&gt;=0),A30005-1,#VALUE!)</f>');
  expect((sheet.match(/<row /g) ?? []).length).toBe(30_005);
}, 60_000);

test("Stop ends it, and says so", async () => {
  const archive = openArchive(longFile(30_000));
  await expect(makeShareable(archive, ALL, paceOf(1e7, [0.3, 1], () => false, "Stopped. No copy was made."))).rejects.toThrow(new ExcelRefused("Stopped", "Stopped. No copy was made."));
}, 60_000);

test("what is not changed is not packed again; other programs read the file", async () => {
  const archive = openArchive(excelFile());
  const before = new Map(readZip(excelFile())!.map(({ name, bytes }) => [name, Buffer.from(bytes).toString("hex")]));
  await makeShareable(archive, ALL);
  const packed = archive.pack();
  for (const { name, bytes } of readZip(packed)!.filter((file) => /styles|externalLink/.test(file.name))) expect([name, Buffer.from(bytes).toString("hex")]).toEqual([name, before.get(name)]);
  expect(Object.keys(unzipSync(packed)).sort()).toEqual([...archive.paths()].sort());
  expect(faultsOf(packed)).toEqual([]);
});

test("a zip file with names of any script and files of any kind comes back as it was; what is cut off or encrypted is refused", () => {
  const made = zipSync({ "a.txt": strToU8("one"), "xl/ü 退.xml": [strToU8("two".repeat(1_000)), { level: 9 }], "plain.bin": [new Uint8Array([1, 2, 3]), { level: 0 }], "empty.txt": new Uint8Array(0) });
  expect(unzipSync(writeZip(readZip(made)!))).toEqual(unzipSync(made));
  expect([readZip(made.subarray(0, made.length - 10)), readZip(new Uint8Array(5))]).toEqual([null, null]);
  const encrypted = made.slice();
  const directory = new DataView(encrypted.buffer).getUint32(encrypted.length - 6, true);
  encrypted[directory + 8]! |= 1;
  expect(readZip(encrypted)).toBeNull();
});
