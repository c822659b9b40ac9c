import { readFileSync } from "node:fs";
import path from "node:path";

interface Lock {
  readonly packages: Record<string, { readonly version?: string; readonly resolved?: string; readonly integrity?: string; readonly optionalDependencies?: Record<string, string> }>;
}
const read = (file: string) => JSON.parse(readFileSync(path.resolve(__dirname, "../..", file), "utf8")) as Lock;

/** Optional packages of other machines (Mac, Windows) that a package asks for and the lock does not hold: npm ci would leave them out there. */
function holes({ packages }: Lock): string[] {
  const names = new Set(Object.keys(packages).map((where) => where.split("node_modules/").at(-1)));
  return Object.entries(packages).flatMap(([where, { optionalDependencies = {} }]) => Object.keys(optionalDependencies).filter((name) => !names.has(name)).map((name) => `${where} wants ${name}`));
}

/** The project's own, and that of the packages which only the bench knows. */
const LOCKS = ["package-lock.json", "bench/peers/package-lock.json"];

test.each(LOCKS)("%s is whole for Mac and Windows too", (file) => {
  expect(holes(read(file))).toEqual([]);
});

test("a hole is seen", () => {
  expect(holes({ packages: { "node_modules/a": { optionalDependencies: { "a-darwin": "1.0.0" } } } })).toEqual(["node_modules/a wants a-darwin"]);
});

test.each(LOCKS)("every package of %s is pinned by its hash and names no host", (file) => {
  const entries = Object.entries(read(file).packages).filter(([where]) => where !== "");
  expect(entries.length).toBeGreaterThan(100);
  for (const [where, entry] of entries) expect([where, typeof entry.integrity, entry.resolved]).toEqual([where, "string", undefined]);
});

test("nothing without an open licence comes with the spreadsheet engine", () => {
  expect(Object.keys(read("package-lock.json").packages).filter((where) => /@univerjs-pro|@univerjs\/presets$/.test(where))).toEqual([]);
});
