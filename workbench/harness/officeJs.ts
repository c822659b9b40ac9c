import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** Where Microsoft's office.js lies: the npm package, or another build when OFFICE_JS names a folder. */
export function officeJsFolder(): string {
  return process.env.OFFICE_JS ?? join(dirname(require.resolve("@microsoft/office-js/package.json")), "dist");
}

export function readOfficeJs(file: string): string {
  return readFileSync(join(officeJsFolder(), file), "utf8");
}
