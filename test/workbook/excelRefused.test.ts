import { excelRefused } from "../../src/workbook/excelRefused";
import { excelInNode } from "../../workbench/harness/inNode";

/** What the channel itself says, beside office.js' own list of Excel's codes. */
const OF_THE_CHANNEL = ["ActivityLimitReached", "ConnectionFailure", "InvalidObjectPath", "InvalidOrTimedOutSession", "RequestPayloadSizeLimitExceeded", "ServiceNotAvailable", "Timeout", "Unauthenticated", "WriteNotSupportedWhenModalDialogOpen"];

test("every code that Excel has is told in words that say what to do, and without the code", async () => {
  const { Excel: known } = await excelInNode();
  const codes = [...Object.values(known.ErrorCodes as Record<string, string>), ...OF_THE_CHANNEL];
  expect(codes.length).toBeGreaterThan(35);
  for (const code of codes) {
    const { message } = excelRefused(Object.assign(new Error("raw words"), { code })) as Error;
    expect([code, message]).toEqual([code, expect.stringMatching(/[Tt]ry again|before you try|Press Refresh|[Rr]eload|by hand/)]);
    expect([code, message]).toEqual([code, expect.not.stringMatching(new RegExp(`${code}|raw words|Exception|API`))]);
  }
});

test("a code that came after this version is told with Excel's words, what to do and, last, the code", () => {
  expect((excelRefused(Object.assign(new Error("The moon is full."), { code: "MoonIsFull" })) as Error).message).toBe("Excel could not do this, for a reason that this version does not know: The moon is full. (MoonIsFull). Look at the sheet, then try again.");
});
