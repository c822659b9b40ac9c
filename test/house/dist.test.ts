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

/** functions.js as Excel's page runs it; `fetched` plays the page's part when a script is asked for. */
function loaded(fetched?: (script: { src: string; onload: () => void; onerror: (event: object) => void }, context: vm.Context) => void) {
  const calls = new Map<string, (...args: unknown[]) => unknown>();
  const CustomFunctions = { associate: (id: string, call: (...args: unknown[]) => unknown) => calls.set(id, call), Error: class extends Error { constructor(readonly code: string, words: string) { super(words); } }, ErrorCode: { invalidValue: "#VALUE!", notAvailable: "#N/A" } };
  const document = fetched && { getElementsByTagName: () => [], createElement: () => ({ setAttribute: () => undefined, getAttribute: () => null }), head: { appendChild: (script: never) => setTimeout(fetched, 0, script, context) } };
  const context: vm.Context = vm.createContext({ CustomFunctions, setTimeout, clearTimeout, ...(document && { document }) });
  vm.runInContext(read("functions.js"), context);
  return calls;
}
const metadata = JSON.parse(read("functions.json")) as { functions: { id: string; description: string; parameters: { dimensionality?: string }[]; result: { dimensionality?: string } }[]; allowErrorForDataTypeAny: boolean };
const LOG = [["Date", "Account", "Ticker", "Action", "Type", "Quantity", "Strike", "Expiry", "Price", "Fees", "Multiplier"], [46027, "", "XYZ", "Sell to open", "Put", 2, 50, 46073, 1.2, 1.3, ""]];

test("functions.js associates every function of functions.json", () => {
  expect(metadata.allowErrorForDataTypeAny).toBe(true);
  expect(metadata.functions.length).toBeGreaterThan(15);
  const calls = loaded();
  expect([...calls.keys()].sort()).toEqual(metadata.functions.map(({ id }) => id).sort());
  for (const call of calls.values()) expect(typeof call).toBe("function");
});

test("functions.js alone, with no page to fetch anything, answers every function of single values with its example", () => {
  const calls = loaded();
  const scalar = metadata.functions.flatMap(({ id, description, parameters }) => {
    const [, args, result] = /Example: =WHEEL\.[A-Z_]+\((.*)\) is (-?[\d.]+)\.$/.exec(description) ?? [];
    return args !== undefined && parameters.every(({ dimensionality }) => dimensionality !== "matrix") ? [{ id, args: JSON.parse(`[${args}]`) as unknown[], result: Number(result) }] : [];
  });
  expect(scalar.length).toBeGreaterThanOrEqual(30);
  for (const { id, args, result } of scalar) expect([id, Math.abs((calls.get(id)!(...args) as number) - result) < 1e-3 * Math.max(1, Math.abs(result))]).toEqual([id, true]);
  expect(calls.get("OPT_CHAIN")!([["put"]], 52, [[50]], [[30]], [[0.3]])).toHaveLength(2);
});

test("a function of whole ranges fetches its code once, and no call made meanwhile is lost", async () => {
  const asked: string[] = [];
  const calls = loaded((script, context) => {
    asked.push(script.src);
    vm.runInContext(read(script.src), context);
    script.onload();
  });
  const answers = (await Promise.all([calls.get("POSITIONS")!(LOG), calls.get("AUDIT")!(LOG), calls.get("POSITIONS")!(LOG)])) as unknown[][][];
  expect(asked).toEqual(["ranges.js"]);
  expect(answers.map((rows) => rows.length)).toEqual([2, 3, 2]);
});

test("code that cannot be fetched gives words, and is asked for again by the next call", async () => {
  let reachable = false;
  const calls = loaded((script, context) => {
    if (!reachable) return script.onerror({ type: "error", target: script });
    vm.runInContext(read(script.src), context);
    script.onload();
  });
  await expect(calls.get("POSITIONS")!(LOG)).rejects.toMatchObject({ code: "#N/A", message: expect.stringMatching(/^this function's code could not be fetched: check the connection, then recalculate/) as string });
  reachable = true;
  expect(await calls.get("POSITIONS")!(LOG)).toHaveLength(2);
});

test("functions are there before anything of the pane, as blocking scripts", () => {
  expect(pageScripts).toEqual(["https://appsforoffice.microsoft.com/lib/1/hosted/office.js", "functions.js", "main.js"]);
  expect(read("taskpane.html")).not.toMatch(/<script[^>]*(defer|async|type="module")/);
});

test("the budgets hold", () => {
  expect(gzip("functions.js")).toBeLessThanOrEqual(30 * kB);
  expect(gzip("functions.js", "main.js")).toBeLessThanOrEqual(45 * kB);
  expect(gzip("ranges.js")).toBeLessThanOrEqual(45 * kB);
  expect(gzip("pane.js")).toBeLessThanOrEqual(180 * kB);
  expect(gzip("charts.js")).toBeLessThanOrEqual(20 * kB);
  expect(gzip("guide.js")).toBeLessThanOrEqual(40 * kB);
  expect(gzip("chains.js")).toBeLessThanOrEqual(15 * kB);
  expect(gzip("reports.js")).toBeLessThanOrEqual(30 * kB);
  expect(gzip("spread.js")).toBeLessThanOrEqual(25 * kB);
  expect(gzip("share.js")).toBeLessThanOrEqual(45 * kB);
  // charts are the only ones that need a library of scales
  expect(read("pane.js")).not.toMatch(/rangeRound/);
  expect(read("charts.js")).toMatch(/rangeRound/);
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
  for (const script of ["functions.js", "ranges.js", "main.js"]) expect([script, /\b(fetch|XMLHttpRequest|WebSocket|sendBeacon|EventSource)\b/.test(read(script))]).toEqual([script, false]);
  for (const script of scripts) expect([script, /\b(XMLHttpRequest|WebSocket|sendBeacon|EventSource)\b/.test(read(script))]).toEqual([script, false]);
  const outside = [...read("taskpane.html").matchAll(/(?:src|href)="?(https?:\/\/[^"/\s>]+)/g)].map((match) => match[1]);
  expect(outside).toEqual(["https://appsforoffice.microsoft.com"]);
});

test("Microsoft's library is not bundled", () => {
  for (const script of scripts) expect([script, /OSFPerformance|RichApiMessageManager|OfficeExtension\.ClientObject\s*=/.test(read(script))]).toEqual([script, false]);
});
