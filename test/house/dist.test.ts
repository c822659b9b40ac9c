import { existsSync, readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import vm from "node:vm";
import { gzipSync } from "node:zlib";

const dist = path.resolve(__dirname, "../../dist");
const read = (file: string) => readFileSync(path.join(dist, file), "utf8");
const gzip = (...files: string[]) => files.reduce((sum, file) => sum + gzipSync(readFileSync(path.join(dist, file)), { level: 9 }).length, 0);
const kB = 1000;

if (!existsSync(path.join(dist, "taskpane.html"))) throw new Error("dist/ is not built: run npm run build (npm test does)");

const scripts = readdirSync(dist).filter((file) => file.endsWith(".js"));
// the build takes away the quotes that HTML does not need
const pageScripts = [...read("taskpane.html").matchAll(/<script[^>]*src="?([^"\s>]+)"?[^>]*>/g)].map((match) => match[1] ?? "");

test("the public names are there", () => {
  for (const file of ["taskpane.html", "functions.js", "functions.json", "functions.html", "manifest.xml", "assets/icons/app-32.png"]) expect([file, existsSync(path.join(dist, file))]).toEqual([file, true]);
});

test("functions.js alone answers every function of functions.json", () => {
  const associated = new Map<string, unknown>();
  const CustomFunctions = { associate: (id: string, call: unknown) => associated.set(id, call), Error: class extends Error {}, ErrorCode: {} };
  vm.runInNewContext(read("functions.js"), { CustomFunctions });
  const { functions, allowErrorForDataTypeAny } = JSON.parse(read("functions.json")) as { functions: { id: string }[]; allowErrorForDataTypeAny: boolean };
  expect(allowErrorForDataTypeAny).toBe(true);
  expect(functions.length).toBeGreaterThan(15);
  expect([...associated.keys()].sort()).toEqual(functions.map(({ id }) => id).sort());
  for (const call of associated.values()) expect(typeof call).toBe("function");
});

test("functions are there before anything of the pane, as blocking scripts", () => {
  expect(pageScripts).toEqual(["https://appsforoffice.microsoft.com/lib/1/hosted/office.js", "functions.js", "main.js"]);
  expect(read("taskpane.html")).not.toMatch(/<script[^>]*(defer|async|type="module")/);
});

test("the budgets hold", () => {
  expect(gzip("functions.js")).toBeLessThanOrEqual(30 * kB);
  expect(gzip("functions.js", "main.js")).toBeLessThanOrEqual(45 * kB);
  expect(gzip("pane.js")).toBeLessThanOrEqual(180 * kB);
});

test("the page has a strict policy, and nothing in it needs more", () => {
  const html = read("taskpane.html");
  const policy = /Content-Security-Policy"?\s+content="([^"]+)"/.exec(html)?.[1] ?? "";
  expect(policy).toContain("default-src 'self'");
  expect(policy).not.toMatch(/unsafe-eval|script-src[^;]*unsafe-inline|\*/);
  expect(html).not.toMatch(/<script(?![^>]*src=)[^>]*>/);
  expect(html).not.toMatch(/\son\w+=/);
  for (const script of scripts) expect([script, /\beval\(|new Function\(/.test(read(script))]).toEqual([script, false]);
});

test("nothing is asked of anybody but the add-in's own origin and Microsoft's CDN", () => {
  // namespaces and links of libraries' messages are text, not addresses that are fetched; a fetch of any kind is not in the code
  for (const script of ["functions.js", "main.js"]) expect([script, /\b(fetch|XMLHttpRequest|WebSocket|sendBeacon|EventSource)\b/.test(read(script))]).toEqual([script, false]);
  for (const script of scripts) expect([script, /\b(XMLHttpRequest|WebSocket|sendBeacon|EventSource)\b/.test(read(script))]).toEqual([script, false]);
  const outside = [...read("taskpane.html").matchAll(/(?:src|href)="?(https?:\/\/[^"/\s>]+)/g)].map((match) => match[1]);
  expect(outside).toEqual(["https://appsforoffice.microsoft.com"]);
});

test("Microsoft's library is not bundled", () => {
  for (const script of scripts) expect([script, /OSFPerformance|RichApiMessageManager|OfficeExtension\.ClientObject\s*=/.test(read(script))]).toEqual([script, false]);
});
