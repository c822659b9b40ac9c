import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";

/** The path of a LibreOffice that is new enough, or "". */
export function findOffice(): string {
  const { stdout, status, stderr } = spawnSync(process.execPath, [path.resolve(__dirname, "../../scripts/office.mjs")], { encoding: "utf8" });
  if (status !== 0) throw new Error(stderr);
  return stdout.trim();
}

/** The same workbooks after LibreOffice has opened them and calculated every formula anew, in the same order. */
export function recalculated(soffice: string, books: readonly Uint8Array[]): Uint8Array[] {
  const folder = mkdtempSync(path.join(os.tmpdir(), "referee-"));
  try {
    const profile = path.join(folder, "profile");
    mkdirSync(path.join(profile, "user"), { recursive: true });
    writeFileSync(path.join(profile, "user/registrymodifications.xcu"), ALWAYS_CALCULATE);
    const files = books.map((bytes, index) => {
      const file = path.join(folder, `${index}.xlsx`);
      writeFileSync(file, bytes);
      return file;
    });
    const out = path.join(folder, "out");
    const { status, stderr, stdout } = spawnSync(soffice, [`-env:UserInstallation=${pathToFileURL(profile).href}`, "--headless", "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", out, ...files], { encoding: "utf8", timeout: 300_000 });
    const made = status === 0 ? readdirSync(out) : [];
    if (made.length !== books.length) throw new Error(`LibreOffice wrote ${made.length} of ${books.length} files: ${stdout}${stderr}`);
    return books.map((_, index) => readFileSync(path.join(out, `${index}.xlsx`)));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The setting "Recalculation on File Load: Always" of LibreOffice. */
const ALWAYS_CALCULATE = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
`;
