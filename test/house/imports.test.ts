import { spawnSync } from "node:child_process";
import path from "node:path";

const root = path.resolve(__dirname, "../..");

interface Violation {
  readonly from: string;
  readonly rule: { readonly name: string };
}

function violationsIn(folder: string): Violation[] {
  const script = path.join(root, "node_modules/dependency-cruiser/bin/dependency-cruise.mjs");
  const { stdout, stderr } = spawnSync(process.execPath, [script, "src", "--config", path.join(root, ".dependency-cruiser.cjs"), "--output-type", "json"], { cwd: folder, encoding: "utf8", maxBuffer: 1e8 });
  if (!stdout) throw new Error(stderr);
  return (JSON.parse(stdout) as { summary: { violations: Violation[] } }).summary.violations;
}

// npm test holds src and workbench to the rules before it runs any test
test("the gate fails where a rule is broken", () => {
  const broken = violationsIn(path.join(__dirname, "fixtures")).map(({ from, rule }) => `${path.basename(from)}: ${rule.name}`);
  expect(broken).toEqual(
    expect.arrayContaining([
      "reachesUp.ts: calc reaches only itself",
      "usesPackage.ts: calc uses no package",
      "sheet.ts: workbook takes only types from calc",
      "pane.ts: what ships does not know the workbench",
      "pane.ts: calc is entered by its index",
      "one.ts: no circles",
    ]),
  );
}, 60_000);
