import { strFromU8, unzipSync } from "fflate";
import { type OfficeInJsdom, officeInJsdom } from "../../../workbench/harness/jsdom";

/* Microsoft's own office.js asks for the document, and the host answers as Excel on the web does. */
let office: OfficeInJsdom;
beforeAll(async () => void (office = await officeInJsdom()));
afterAll(() => office.close());

interface Handed {
  readonly size: number;
  readonly sliceCount: number;
  slice(index: number): Promise<{ readonly data: readonly number[]; readonly size: number; readonly index: number }>;
  close(): Promise<unknown>;
}

/** What the add-in's page does, as promises. */
function getFile(options: object = {}, type = "compressed"): Promise<Handed> {
  const asked = <T>(ask: (done: (result: Office.AsyncResult<T>) => void) => void) => new Promise<T>((resolve, reject) => ask((result) => (String(result.status) === "succeeded" ? resolve(result.value) : reject(new Error(String(result.error.code))))));
  const { document } = office.window.Office.context;
  return asked<Office.File>((done) => document.getFileAsync(type as never, options as never, done)).then((file) => ({
    size: file.size, sliceCount: file.sliceCount,
    slice: (index) => asked<Office.Slice>((done) => file.getSliceAsync(index, done)) as never,
    close: () => asked((done) => file.closeAsync(done as never)),
  }));
}

test("the document comes as a real file, in slices, and is closed", async () => {
  const { grid } = office.workbook;
  grid.write(grid.activeSheet(), { row: 0, column: 0, rows: 1, columns: 2 }, [[{ value: "IRA" }, { formula: "=WHEEL.CSP_BREAKEVEN(50,1.25)" }]]);
  const file = await getFile({ sliceSize: 1000 });
  expect(file.sliceCount).toBe(Math.ceil(file.size / 1000));
  const bytes = new Uint8Array(file.size);
  for (let index = 0; index < file.sliceCount; index += 1) {
    const { data, size, index: number } = await file.slice(index);
    expect([number, size]).toEqual([index, data.length]);
    bytes.set(data, index * 1000);
  }
  await file.close();
  const sheet = strFromU8(unzipSync(bytes)["xl/worksheets/sheet1.xml"]!);
  expect(sheet).toContain("<f>_xldudf_WHEEL_CSP_BREAKEVEN(50,1.25)</f>");
  expect(office.host.leftOvers().files).toBe(0);
  expect(office.unexpected).toEqual([]);
});

test("as Excel, the host holds two files at a time, and refuses what it cannot make", async () => {
  const files = [await getFile(), await getFile()];
  await expect(getFile()).rejects.toThrow(/\d{4}/);
  await files[0]!.close();
  const third = await getFile();
  await third.close();
  await files[1]!.close();
  await expect(getFile({}, "pdf")).rejects.toThrow(/\d{4}/);
  expect(office.host.leftOvers().files).toBe(0);
});
