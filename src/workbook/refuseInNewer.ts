import { inExcel } from "./inExcel";
import { refuseNewer } from "./newer";
import { survey } from "./survey";

/** For actions that ask for nothing else of the journal. */
export function refuseInNewer(): Promise<void> {
  return inExcel(async (context) => {
    const asked = survey(context, []);
    await context.sync();
    refuseNewer(asked.read());
  });
}
