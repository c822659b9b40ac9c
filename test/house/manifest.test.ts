import { existsSync, readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import { validateXML } from "xmllint-wasm";

const root = path.resolve(__dirname, "../..");
const xml = readFileSync(path.join(root, "manifest.xml"), "utf8");
const all = (pattern: RegExp, text = xml) => [...text.matchAll(pattern)].map((match) => match[1] ?? "");

const schemas = process.env.MANIFEST_XSD ?? path.resolve(root, "../shared/data/manifest-xsd");
const main = "OfficeAppManifestV1_1.xsd";
// Microsoft's schema files are not part of this repository; where they are not at hand this test is skipped and said so.
const withSchemas = existsSync(path.join(schemas, main)) ? test : test.skip;

async function schemaErrors(contents: string): Promise<readonly { message: string }[]> {
  const file = (name: string) => ({ fileName: name, contents: readFileSync(path.join(schemas, name), "utf8") });
  const preload = readdirSync(schemas).filter((name) => name.endsWith(".xsd") && name !== main).map(file);
  return (await validateXML({ xml: [{ fileName: "manifest.xml", contents }], schema: [file(main).contents], preload })).errors;
}

withSchemas("the manifest fits Microsoft's XML schema", async () => {
  expect(await schemaErrors(xml)).toEqual([]);
});

withSchemas("the schema check can fail", async () => {
  expect(await schemaErrors(xml.replace('lifetime="long"', 'lifetime="ever"'))).not.toEqual([]);
});

test("every resource is named once, is used, and every use has one", () => {
  const ids = all(/<bt:(?:Image|Url|String) id="([^"]+)"/g);
  const uses = all(/resid="([^"]+)"/g);
  expect(new Set(ids).size).toBe(ids.length);
  expect([...new Set(uses)].sort()).toEqual([...ids].sort());
  for (const id of ids) expect(id.length).toBeLessThanOrEqual(32);
});

test("every address is https, and every picture exists", () => {
  for (const url of all(/(?:DefaultValue|Value)="(https?:[^"]+)"/g)) expect(url).toMatch(/^https:/);
  const pictures = all(/DefaultValue="https:\/\/localhost:3000\/(assets\/[^"]+)"/g);
  expect(pictures.length).toBeGreaterThan(30);
  for (const picture of pictures) expect(existsSync(path.join(root, picture))).toBe(true);
});

test("pictures have the size that their name says", () => {
  for (const picture of all(/DefaultValue="https:\/\/localhost:3000\/(assets\/[^"]+)"/g)) {
    const png = readFileSync(path.join(root, picture));
    const size = Number(/-(\d+)\.png$/.exec(picture)?.[1]);
    expect([picture, png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([picture, size, size]);
  }
  const declared = [...xml.matchAll(/<bt:Image size="(\d+)" resid="Icon\.\w+\.(\d+)"/g)];
  expect(declared.length).toBeGreaterThan(30);
  for (const [, size, named] of declared) expect(size).toBe(named);
});

test("every icon has the three required sizes", () => {
  const icons = xml.match(/<Icon>[\s\S]*?<\/Icon>/g) ?? [];
  expect(icons).toHaveLength(5);
  for (const icon of icons) for (const size of ["16", "32", "80"]) expect(icon).toContain(`size="${size}"`);
});

test("one page serves functions, pane and ribbon, as a shared runtime must", () => {
  expect(all(/<Runtime resid="([^"]+)" lifetime="long"/g)).toEqual(["Taskpane.Url"]);
  expect(all(/<Page>\s*<SourceLocation resid="([^"]+)"/g)).toEqual(["Taskpane.Url"]);
  expect(all(/<FunctionFile resid="([^"]+)"/g)).toEqual(["Taskpane.Url"]);
  expect(all(/ShowTaskpane">\s*<SourceLocation resid="([^"]+)"/g)).toEqual(["Taskpane.Url"]);
  expect(xml).not.toContain("<TaskpaneId>");
});

test("the namespace is WHEEL, and the minimal sets are those that the add-in asks for", () => {
  expect(xml).toContain('<bt:String id="Functions.Namespace" DefaultValue="WHEEL" />');
  expect([...xml.matchAll(/<Set Name="([^"]+)" MinVersion="([^"]+)"/g)].map((m) => `${m[1]} ${m[2]}`)).toEqual(["SharedRuntime 1.1", "CustomFunctionsRuntime 1.3", "ExcelApi 1.9"]);
});

test("every ribbon button that runs a function has that function in the add-in", () => {
  const associated = readdirSync(path.join(root, "src/commands")).flatMap((file) => all(/associate\(\s*"([^"]+)"/g, readFileSync(path.join(root, "src/commands", file), "utf8")));
  const named = all(/<FunctionName>([^<]+)</g);
  expect(named).toEqual(["NewJournal", "LogTrade", "Refresh"]);
  for (const name of named) expect(associated).toContain(name);
});

test("the manifest's version is the package's", () => {
  const { version } = JSON.parse(readFileSync(path.join(root, "package.json"), "utf8")) as { version: string };
  expect(all(/<Version>([^<]+)</g)).toEqual([`${version}.0`]);
});
