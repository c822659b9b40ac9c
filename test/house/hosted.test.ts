import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";

const root = path.resolve(__dirname, "../..");

test("a build for a host names that host everywhere, and is another add-in to Excel", () => {
  const out = mkdtempSync(path.join(os.tmpdir(), "hosted-"));
  try {
    const built = spawnSync(process.execPath, [path.join(root, "node_modules/webpack-cli/bin/cli.js"), "--mode", "production", "--output-path", out, "--stats", "errors-only"], {
      cwd: root,
      encoding: "utf8",
      env: { ...process.env, ADDIN_URL: "https://trader.example/wheel" },
    });
    expect(built.stdout + built.stderr).not.toMatch(/error/i);
    const read = (file: string) => readFileSync(path.join(out, file), "utf8");
    for (const file of ["manifest.xml", "functions.json", "functions.html", "taskpane.html", "functions.js", "main.js"]) expect([file, read(file).includes("localhost:3000")]).toEqual([file, false]);
    expect(read("manifest.xml")).toContain('<SourceLocation DefaultValue="https://trader.example/wheel/taskpane.html" />');
    expect(read("manifest.xml")).toContain("<AppDomain>https://trader.example</AppDomain>");
    expect(read("functions.json")).toContain("https://trader.example/wheel/functions.html#csp_breakeven");
    const id = /<Id>(.*)<\/Id>/;
    expect(id.exec(read("manifest.xml"))?.[1]).not.toBe(id.exec(readFileSync(path.join(root, "manifest.xml"), "utf8"))?.[1]);
  } finally {
    rmSync(out, { recursive: true, force: true });
  }
}, 120_000);
