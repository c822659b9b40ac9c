import { stopWaiting } from "../../../src/actions";
import * as share from "../../../src/actions/share";
import type { OfficeInJsdom } from "../../../workbench/harness/jsdom";
import { openWithFile } from "../share/workbookFile";
import { BY_FILE } from "./scenarios";

/* The workbook's file is asked for beside Excel's object model: its own requests fail here, in every way. */
let office: OfficeInJsdom;
let leave: () => void;
beforeEach(async () => {
  ({ office, leave } = await openWithFile());
});
afterEach(() => leave());

const [ASKED, A_SLICE, GIVEN_BACK] = [1, 2, 3];
/** What Excel made and nobody got stays with it, and it holds two at most: so that comes last. */
const FAULTS = [...[A_SLICE, ASKED].flatMap((request) => [7000, 5001, 5010, "silence"].map((fault) => [request, fault] as const)), [A_SLICE, "answer lost"], [ASKED, "answer lost"]] as const;

test.each(Object.entries(BY_FILE))("%s: whatever request for the file fails, or is never answered, the words say what to do, nothing in the workbook has changed, and the next press succeeds", async (_, act) => {
  const press = () => act(share);
  const { host: { faults }, workbook: { grid } } = office;
  const cells = () => JSON.stringify(grid.read(grid.activeSheet(), { row: 0, column: 0, rows: 3, columns: 3 }));
  const before = cells();
  for (const [request, fault] of FAULTS) {
    if (fault === "silence") faults.hang(request);
    else if (fault === "answer lost") faults.loseAnswer(request);
    else faults.refuse(request, fault);
    const answer = press().then(() => "done", (error: Error) => error.message);
    if (fault === "silence") {
      expect([request, await Promise.race([answer, new Promise((resolve) => setTimeout(() => resolve("waits"), 50))])]).toEqual([request, "waits"]);
      stopWaiting();
    }
    expect([request, fault, await answer]).toEqual([request, fault, expect.stringMatching(fault === "silence" ? /^Not waiting for Excel any longer/ : /Save the workbook under a new name and try again/)]);
    faults.clear();
    await new Promise((resolve) => setTimeout(resolve, 20)); // what failed gives its copy back, too
    const held = office.host.leftOvers().files;
    await press();
    // nobody waits for the copy to be given back
    while (office.host.leftOvers().files > held) await new Promise((resolve) => setTimeout(resolve, 1));
    expect([request, fault, cells()]).toEqual([request, fault, before]);
  }
  // a copy that is here whole counts, whatever comes of giving it back
  faults.refuse(GIVEN_BACK, 5001);
  await press();
});

test("opening the copy: whatever becomes of the request, the words say what to do, and the next press opens it", async () => {
  const { host: { faults }, workbook } = office;
  const opened: Uint8Array[] = [];
  workbook.onOpened((file) => void opened.push(file));
  const copy = await share.makeCopy({ maskAccounts: true, leaveOutNotes: true }, () => true);
  while (office.host.leftOvers().files > 0) await new Promise((resolve) => setTimeout(resolve, 1)); // it is given back: no more requests of that
  for (const fault of [5012, "AccessDenied", "GeneralException", "InvalidOperation", 5004, 5016, 5102, 5103, 7000, "answer lost", "silence"]) {
    opened.length = 0;
    if (fault === "silence") faults.hang(1);
    else if (fault === "answer lost") faults.loseAnswer(1);
    else faults.refuse(1, fault);
    const answer = share.openCopy(copy).then(() => "done", (error: Error) => error.message);
    if (fault === "silence") {
      expect(await Promise.race([answer, new Promise((resolve) => setTimeout(() => resolve("waits"), 50))])).toBe("waits");
      stopWaiting();
    }
    expect([fault, await answer]).toEqual([fault, expect.stringMatching(/try again|[Rr]eload|before you press/)]);
    expect([fault, opened.length]).toEqual([fault, fault === "answer lost" ? 1 : 0]);
    faults.clear();
    await share.openCopy(copy);
    expect([fault, Buffer.compare(opened.at(-1)!, copy.bytes)]).toEqual([fault, 0]);
  }
});
