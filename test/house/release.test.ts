import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import os from "node:os";
import path from "node:path";
import { strFromU8, unzipSync } from "fflate";
import { ALLOWED } from "./shippedPackages";

const load = createRequire(__filename);
const root = path.resolve(__dirname, "../..");
const dist = path.join(root, "dist");
const { fileOf, filesUnder, withChecksums, archiveOf, sha256 } = load("../../scripts/release/archive.cjs") as {
  fileOf: (name: string, bytes: string | Uint8Array) => File;
  filesUnder: (folder: string, name: string) => File[];
  withChecksums: (files: readonly File[]) => File[];
  archiveOf: (files: readonly File[], folder: string) => Uint8Array;
  sha256: (bytes: Uint8Array | string) => string;
};
interface File {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What a build for a host, in another folder and in another time zone, makes of the same source; and the modules that webpack says are in it. */
let again: string;
let modules: readonly string[];
beforeAll(() => {
  again = mkdtempSync(path.join(os.tmpdir(), "wheel build "));
  const source = path.join(again, "another folder");
  mkdirSync(path.join(source, "scripts"), { recursive: true });
  for (const name of ["src", "assets", "manifest.xml", "webpack.config.js", "tsconfig.json", "package.json", "LICENSE", "scripts/notice.cjs"]) cpSync(path.join(root, name), path.join(source, name), { recursive: true });
  symlinkSync(path.join(root, "node_modules"), path.join(source, "node_modules"), "junction");
  const env = { ...process.env, TZ: "Asia/Tokyo", ADDIN_URL: HOST };
  const built = spawnSync(process.execPath, [path.join(__dirname, "modules.cjs"), source, path.join(again, "dist")], { encoding: "utf8", env, maxBuffer: 1e8 });
  if (built.status !== 0) throw new Error(built.stderr);
  modules = JSON.parse(built.stdout) as string[];
}, 300_000);
afterAll(() => rmSync(again, { recursive: true, force: true }));

const HOST = "https://trader.example/wheel";
const ID = /<Id>(.*)<\/Id>/;
const hosted = (file: string): string => readFileSync(path.join(again, "dist", file), "utf8");

/** What a file of the local build is for the host: only the address is another one, and in the manifest the id. */
function forHost({ name, bytes }: File): File {
  const text = Buffer.from(bytes).toString("utf8");
  if (!text.includes("https://localhost:3000")) return { name, bytes };
  const there = text.replaceAll("https://localhost:3000/", `${HOST}/`).replaceAll("https://localhost:3000", new URL(HOST).origin);
  return fileOf(name, name.endsWith("manifest.xml") ? there.replace(ID, ID.exec(hosted("manifest.xml"))![0]) : there);
}

test("the same source makes the same bytes, in whichever folder, and for a host the same but for its address", () => {
  const sums = (files: readonly File[]): Record<string, string> => Object.fromEntries(files.map(({ name, bytes }) => [name, sha256(bytes)]));
  const local = filesUnder(dist, "");
  expect(local.length).toBeGreaterThan(40);
  // when only this fails, dist/ may be of an older source: npm run build
  expect(sums(filesUnder(path.join(again, "dist"), ""))).toEqual(sums(local.map(forHost)));
});

test("a build for a host names that host everywhere, and is another add-in to Excel", () => {
  for (const { name, bytes } of filesUnder(path.join(again, "dist"), "")) expect([name, Buffer.from(bytes).includes("localhost:3000")]).toEqual([name, false]);
  expect(hosted("manifest.xml")).toContain(`<SourceLocation DefaultValue="${HOST}/taskpane.html" />`);
  expect(hosted("manifest.xml")).toContain("<AppDomain>https://trader.example</AppDomain>");
  expect(hosted("functions.json")).toContain(`${HOST}/functions.html#csp_breakeven`);
  expect(ID.exec(hosted("manifest.xml"))?.[1]).not.toBe(ID.exec(readFileSync(path.join(root, "manifest.xml"), "utf8"))?.[1]);
});

describe("NOTICE.txt", () => {
  const notice = readFileSync(path.join(dist, "NOTICE.txt"), "utf8");
  const listed = [...notice.matchAll(/^ {2}(\S+) (\S+) \((\S+)\)$/gm)].map(([, name, version, licence]) => ({ name: name!, version: version!, licence: licence! }));
  /** "./node_modules/d3-scale/src/band.js" → "d3-scale" */
  const packagesIn = (names: readonly string[]): string[] => [...new Set(names.flatMap((name) => /.*node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(name)?.[1] ?? []))].sort();

  test("names every package of which webpack says that a module ships, and no other", () => {
    expect(packagesIn(modules).length).toBeGreaterThan(20);
    expect(listed.map(({ name }) => name)).toEqual(packagesIn(modules));
    expect(packagesIn(["./node_modules/@a/b/node_modules/c/x.js", "./src/main.ts", "./node_modules/@a/b/lib/y.js + 3 modules"])).toEqual(["@a/b", "c"]);
  });

  test("has the installed version, and the text of the licence of each", () => {
    const { packages } = JSON.parse(readFileSync(path.join(root, "package-lock.json"), "utf8")) as { packages: Record<string, { version: string }> };
    const locked = (name: string): string[] => Object.entries(packages).flatMap(([where, each]) => (where.endsWith(`node_modules/${name}`) ? [each.version] : []));
    for (const { name, version } of listed) {
      expect([name, locked(name)]).toEqual([name, expect.arrayContaining([version])]);
      const text = notice.split("=".repeat(80)).find((part) => part.startsWith(`\n${name} ${version}\n`)) ?? "";
      expect([name, text.length > 500, /copyright/i.test(text)]).toEqual([name, true, true]);
    }
  });

  test("a package under another licence, or without one, stops the build", () => {
    const { noticeOf } = load("../../scripts/notice.cjs") as { noticeOf: (packages: readonly object[]) => string };
    const one = { folder: path.join(root, "node_modules/react"), name: "x", version: "1.0.0" };
    expect(noticeOf([{ ...one, licence: "MIT" }])).toContain("  x 1.0.0 (MIT)");
    expect(() => noticeOf([{ ...one, licence: "GPL-3.0" }])).toThrow("NOTICE: x is under GPL-3.0");
    expect(() => noticeOf([one])).toThrow("NOTICE: x is under undefined");
    expect(() => noticeOf([{ ...one, folder: path.join(root, "src"), licence: "ISC" }])).toThrow("comes without the text of its licence");
  });
});

test("nothing ships that is not needed: every package is allowed by name, with a reason", () => {
  const shipped = [...new Set(modules.flatMap((name) => /.*node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(name)?.[1] ?? []))].sort();
  expect(shipped).toEqual(ALLOWED.flatMap(({ packages }) => packages).sort());
  for (const { why } of ALLOWED) expect(why.length).toBeGreaterThan(20);
});

test("what src imports is a dependency, and every dependency is imported by src", () => {
  const files = (readdirSync(path.join(root, "src"), { recursive: true }) as string[]).filter((name) => /\.tsx?$/.test(name)).map((name) => path.join(root, "src", name));
  const asked = files.filter((file) => statSync(file).isFile()).flatMap((file) => [...readFileSync(file, "utf8").matchAll(/^(?:import|export)\b[^"'`]*?\bfrom "([^."][^"]*)";|\bimport\("([^."][^"]*)"\)/gm)].map(([, name, fetched]) => /^(?:@[^/]+\/)?[^/]+/.exec((name ?? fetched)!)![0]));
  const { dependencies } = JSON.parse(readFileSync(path.join(root, "package.json"), "utf8")) as { dependencies: Record<string, string> };
  expect([...new Set(asked)].sort()).toEqual(Object.keys(dependencies).sort());
  for (const version of Object.values(dependencies)) expect(version).toMatch(/^\d+\.\d+\.\d+$/);
});

describe("the archive", () => {
  const files = withChecksums([...filesUnder(dist, "web"), fileOf("README.txt", "é")]);

  test("holds every file with its checksum", () => {
    const held = unzipSync(archiveOf(files, "wheel-journal-0"));
    const lines = strFromU8(held["wheel-journal-0/SHA256SUMS"]!).trimEnd().split("\n").map((line) => line.split("  ") as [string, string]);
    expect(lines).toHaveLength(Object.keys(held).length - 1);
    for (const [sum, name] of lines) expect([name, sha256(held[`wheel-journal-0/${name}`]!)]).toEqual([name, sum]);
    expect(lines.map(([, name]) => name)).toEqual(expect.arrayContaining(["web/taskpane.html", "web/NOTICE.txt", "README.txt"]));
  });

  test("is the same whatever the order of the files and the hour", () => {
    const one = sha256(archiveOf(files, "x"));
    jest.useFakeTimers({ now: new Date(2031, 5, 5) });
    try {
      expect(sha256(archiveOf(withChecksums([...files.slice(0, -1)].reverse()), "x"))).toBe(one);
    } finally {
      jest.useRealTimers();
    }
    expect(sha256(archiveOf(withChecksums([fileOf("README.txt", "e")]), "x"))).not.toBe(one);
  });

  test("takes no two files of one name", () => {
    expect(() => withChecksums([fileOf("a", "1"), fileOf("a", "2")])).toThrow("two files of the release are called a");
  });

  test.each([["http://example.org/", /must begin with https/], ["wheel", /must be an address/], ["https://example.org/?a=1", /nothing after the path/]])("an address that Office refuses is refused before anything is built: %s", (url, words) => {
    const refused = spawnSync(process.execPath, [path.join(root, "scripts/release.mjs"), "--url", url], { cwd: root, encoding: "utf8" });
    expect([refused.status, refused.stderr]).toEqual([1, expect.stringMatching(words)]);
  });
});
