import { type Host, openExcel, refusal } from "../model/excel";

let host: Host;
beforeEach(async () => {
  host = await openExcel();
});

const write = (value: number) => (_: Excel.RequestContext, sheet: Excel.Worksheet) => {
  sheet.getRange("A1").values = [[value]];
  sheet.getRange("A2").values = [[value]];
};
const cells = () => host.grid.read(host.grid.activeSheet(), { row: 0, column: 0, rows: 2, columns: 1 }).map(([cell]) => cell?.value);

test.each([["AccessDenied", "AccessDenied"], ["GeneralException", "GeneralException"], [5004, "InvalidOperationInCellEditMode"], [5012, "InvalidOrTimedOutSession"], [5102, "ActivityLimitReached"], [5103, "RequestPayloadSizeLimitExceeded"], [5104, "ResponsePayloadSizeLimitExceeded"], [7000, "AccessDenied"]])("a request refused with %s does nothing and is told as %s", async (code, told) => {
  host.faults.refuse(1, code);
  expect((await refusal(host, write(1)))?.code).toBe(told);
  expect(cells()).toEqual(["", ""]);
  expect(await refusal(host, write(2))).toBeNull();
});

test("requests are counted from now on", async () => {
  host.faults.refuse(2, "GeneralException");
  expect(await refusal(host, write(1))).toBeNull();
  expect((await refusal(host, write(2)))?.code).toBe("GeneralException");
  expect(() => host.faults.refuse(0, "GeneralException")).toThrow(/from 1/);
});

test("a request may fail in its middle: what came before is done", async () => {
  const steps = await countActions();
  host.faults.failAction(1, steps - 2, "GeneralException");
  expect((await refusal(host, write(1)))?.code).toBe("GeneralException");
  expect(cells()).toEqual([1, ""]);
});

async function countActions(): Promise<number> {
  await refusal(host, write(0));
  const { actions } = host.requests[0]!;
  await host.Excel.run(async (context) => {
    context.workbook.worksheets.getFirst().getRange("A1:A2").clear();
    await context.sync();
  });
  return actions;
}

test("an answer may be lost although all was done", async () => {
  host.faults.loseAnswer(1);
  expect((await refusal(host, write(1)))?.code).toBe("InvalidOrTimedOutSession");
  expect(cells()).toEqual([1, 1]);
});

test("a hanging request is neither done nor answered; a slow one is late", async () => {
  host.faults.hang(1);
  const raced = await Promise.race([refusal(host, write(1)), new Promise((resolve) => setTimeout(() => resolve("nothing"), 40))]);
  expect([raced, cells()]).toEqual(["nothing", ["", ""]]);
  host.faults.delay(1, 40);
  const started = performance.now();
  expect(await refusal(host, write(2))).toBeNull();
  expect(performance.now() - started).toBeGreaterThan(35);
});

test("a closed pane: from then on nothing is done", async () => {
  host.faults.stopAfter(1);
  expect(await refusal(host, write(1))).toBeNull();
  const raced = await Promise.race([refusal(host, write(2)), new Promise((resolve) => setTimeout(() => resolve("nothing"), 40))]);
  expect([raced, cells()]).toEqual(["nothing", [1, 1]]);
  host.faults.clear();
  expect(await refusal(host, write(3))).toBeNull();
});

test("a user who types into a cell: refused, or waiting when asked for", async () => {
  host.grid.setEditing(true);
  expect((await refusal(host, write(1)))?.code).toBe("InvalidOperationInCellEditMode");
  const waiting = host.Excel.run({ delayForCellEdit: true }, async (context) => {
    write(5)(context, context.workbook.worksheets.getFirst());
    await context.sync();
  });
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(cells()).toEqual(["", ""]);
  host.grid.setEditing(false);
  await waiting;
  expect(cells()).toEqual([5, 5]);
});

test("a request over 5 MB is refused as Excel on the web refuses it", async () => {
  const long = "x".repeat(32000);
  const refused = await refusal(host, (_, sheet) => void (sheet.getRange("A1:A200").values = Array.from({ length: 200 }, () => [long])));
  expect(refused?.code).toBe("RequestPayloadSizeLimitExceeded");
});

test("requests are written down with their size, changes in words", async () => {
  await refusal(host, write(1));
  expect(host.requests[0]).toMatchObject({ write: true, error: null });
  expect(host.requests[0]!.bytes).toBeGreaterThan(100);
  expect(host.changes.filter((c) => c.startsWith("write"))).toHaveLength(2);
  host.changes.length = 0;
  await host.Excel.run(async (context) => {
    const range = context.workbook.worksheets.getFirst().getUsedRange();
    range.load("values");
    await context.sync();
  });
  expect(host.changes).toEqual([]);
});
