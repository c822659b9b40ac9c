import { buildWorkbench } from "../workbench/build.mjs";

/** Before the first file: the headless spreadsheet is bundled, so that no test has to look whether it is. */
export default async function headless() {
  await buildWorkbench(["headless"]);
  process.env.WORKBENCH_HEADLESS = "built";
}
