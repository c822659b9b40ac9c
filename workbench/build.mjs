import { createHash } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

const here = path.dirname(fileURLToPath(import.meta.url));
const root = path.dirname(here);
export const OUT = path.join(root, ".cache/workbench");

const COMMON = { bundle: true, minify: true, charset: "utf8", logLevel: "error", define: { "process.env.NODE_ENV": '"production"' } };
const FONTS = { ".ttf": "dataurl", ".woff": "dataurl", ".woff2": "dataurl" };

/** Under jest each look at a global goes through the test's own world, and takes a hundred times as long as one at a constant beside it. */
const GLOBALS_AT_HAND = '"use strict"; const { Array, Boolean, Error, JSON, Map, Math, Number, Object, Promise, Reflect, RegExp, Set, String, Symbol, WeakMap, WeakSet, isNaN, parseFloat, parseInt } = globalThis;';

/**
 * What is built: Univer once without a window for Node, Univer once for the page (as ES modules with splitting, which keeps 4 MB of
 * hyphenation patterns out of what is loaded), and the workbench's own page, which is small and loads the second.
 */
const PARTS = {
  headless: {
    sources: ["engine", "grid/a1.ts"],
    out: "univer-headless.cjs",
    build: (esbuild, out) => esbuild.build({ ...COMMON, entryPoints: [path.join(here, "engine/headless.ts")], outfile: out, format: "cjs", platform: "node", target: "node20", external: ["canvas"], banner: { js: GLOBALS_AT_HAND }, plugins: [formulasAtOnce, oldFormatsGo, textsOnce] }),
  },
  univer: {
    sources: ["engine", "grid/a1.ts"],
    out: "univer",
    build: (esbuild, out) => esbuild.build({ ...COMMON, entryPoints: { univer: path.join(here, "engine/page.ts") }, outdir: out, format: "esm", splitting: true, target: "es2022", loader: FONTS, plugins: [nameListAsInExcel, formulasAtOnce, oldFormatsGo, textsOnce, buttonsAsTold, dialogsStay] }),
  },
  page: {
    sources: ["addinFunctions", "charts", "engine/engine.ts", "engine/lib.ts", "grid", "model", "page", "protocol"],
    out: "page",
    build: async (esbuild, out) => {
      await esbuild.build({ ...COMMON, sourcemap: true, entryPoints: { workbench: path.join(here, "page/main.ts") }, outdir: out, format: "esm", target: "es2022", external: ["./univer/univer.js"] });
      for (const file of ["index.html", "icon.svg"]) fs.copyFileSync(path.join(here, "page", file), path.join(out, file));
    },
  },
};

/**
 * Univer's list of function names follows the typing 300 ms behind and takes the Enter key as long as it is open: who pauses after "=W", types on and
 * presses Enter at once gets WEEKDAY in the middle of the formula. In the bundle (not in node_modules) the list follows at once, and Enter ends the
 * formula as it stands, as in Excel; Tab takes the name.
 */
const nameListAsInExcel = patch("name list as in Excel", /sheets-formula-ui[\\/]lib[\\/]es[\\/]index\.js$/, [
  ["editor.input$.pipe(debounceTime(300))", "editor.input$.pipe(debounceTime(40))"],
  ["KeyCode.ARROW_DOWN,\n\t\t\tKeyCode.ENTER,\n\t\t\tKeyCode.ESC,", "KeyCode.ARROW_DOWN,\n\t\t\tKeyCode.ESC,"],
]);

/**
 * Univer keeps each formula's tree under a number that it works out from every letter of the text, again for each cell, and two texts may share one; in the bundle
 * (not in node_modules) it is kept under the text itself. And its hundreds of thousands of small objects get each field by an assignment, which the machine can foresee,
 * and not by a helper that asks first whether the object has it; and no formula gets, in each calculation, two sets of neighbours that nobody fills any more.
 */
const formulasAtOnce = {
  name: "formulas at once",
  setup(build) {
    const CHANGES = [
      ["if (formulaString.length <= 64) return formulaString;\n\t\treturn hashAlgorithm(formulaString).toString();", "return formulaString;"],
      ['"treeId", void 0);\n\t\t_defineProperty(this, "children", /* @__PURE__ */ new Set());\n\t\t_defineProperty(this, "parents", /* @__PURE__ */ new Set());', '"treeId", void 0);'],
    ];
    const FIELD = /\b_defineProperty\(this, "(\w+)", /g;
    build.onLoad({ filter: /engine-formula[\\/]lib[\\/]es[\\/]index\.js$/ }, ({ path: file }) => {
      const source = changed(file, CHANGES);
      if ((source.match(FIELD) ?? []).length < 1000) throw new Error(`${file} is another version: look how it gives its objects their fields`);
      return { contents: source.replace(FIELD, "(this.$1 = "), loader: "js" };
    });
  },
};

/**
 * Of each text that it draws, Univer asks whether it might be a date, an amount or a time: each time it makes lists of all months and days for that, and that is a third of the
 * time that drawing takes. In the bundle (not in node_modules) the lists are made once, and it is remembered that a text is none.
 */
const textsOnce = {
  name: "texts once",
  setup(build) {
    const CHANGES = [
      [
        "const getNumfmtParseValueFilter = (value) => {",
        `const plainTexts = new Set();
const getNumfmtParseValueFilter = (value) => {
	if (plainTexts.has(value)) return null;
	const parsed = parseValueFilter(value);
	if (parsed === null && typeof value === "string") {
		if (plainTexts.size >= 10000) plainTexts.clear();
		plainTexts.add(value);
	}
	return parsed;
};
const parseValueFilter = (value) => {`,
      ],
    ];
    const MONTHS = [["const getLookups = (arr, sym) => {\n", `const lookups = new Map();
const getLookups = (arr, sym) => {
  if (!lookups.has(arr)) lookups.set(arr, lookupsOf(arr, sym));
  return lookups.get(arr);
};
const lookupsOf = (arr, sym) => {
`]];
    build.onLoad({ filter: /numfmt[\\/]lib[\\/]parseValue\.js$/ }, ({ path: file }) => ({ contents: changed(file, MONTHS), loader: "js" }));
    build.onLoad({ filter: /@univerjs[\\/]core[\\/]lib[\\/]es[\\/]index\.js$/ }, ({ path: file }) => ({ contents: changed(file, CHANGES), loader: "js" }));
  },
};

/**
 * Univer hangs a button on every column of every table, also where the table has them off, and for each table of a sheet it makes room for them in the headers' cells; when a table changes it does so anew,
 * and of all tables but the last one forgets to take the old room away: each change makes every cell slower to draw. In the bundle (not in node_modules) both are put right.
 */
const buttonsAsTold = patch("buttons as told", /[\\/]sheets-table-ui[\\/]lib[\\/]es[\\/]index\.js$/, [
  ["const table = this._tableManager.getTableById(unitId, tableId);\n\t\t\tconst headerStyle", "const table = this._tableManager.getTableById(unitId, tableId);\n\t\t\tif (table?.getTableMeta()?.excel?.filterButtons === false) continue;\n\t\t\tconst headerStyle"],
  ["this._buttonRenderDisposable = this._sheetInterceptorService.intercept(", "const others = this._buttonRenderDisposable;\n\t\tconst own = this._sheetInterceptorService.intercept("],
  ["priority: 10\n\t\t});\n\t}\n\t_disposeRendering()", "priority: 10\n\t\t});\n\t\tthis._buttonRenderDisposable = { dispose: () => { others?.dispose(); own.dispose(); } };\n\t}\n\t_disposeRendering()"],
]);

/**
 * When a conditional format by formula changes, as it does whenever its table grows, Univer makes its formula anew and forgets that there was another one, which is calculated with every change
 * of the sheet from then on: each row that is appended makes the next one slower. In the bundle (not in node_modules) the old formula goes.
 */
const oldFormatsGo = patch("old formats go", /[\\/]sheets-conditional-formatting[\\/]lib[\\/]es[\\/]index\.js$/, [["_conditionalFormattingFormulaService.deleteCache(unitId, subUnitId, oldRule.cfId)", "_conditionalFormattingFormulaService._removeFormulaByCfId(unitId, subUnitId, oldRule.cfId)"]]);

/**
 * The part of Univer's page that shows dialogs comes some time after the sheet takes what is typed, a second on a slow machine, and a dialog that was opened before is never shown: what a drop-down
 * refuses is taken back without a word. Nor is a second one beside the first. In the bundle (not in node_modules) that part is told what is open when it comes.
 */
const dialogsStay = patch("dialogs stay", /@univerjs[\\/]ui[\\/]lib[\\/]es[\\/]index\.js$/, [
  ['"_dialogOptions$", new Subject()', '"_dialogOptions$", new BehaviorSubject([])'],
  ["this._dialogOptions$.next(this._dialogOptions);", "this._dialogOptions$.next([...this._dialogOptions]);"],
]);

/** In the bundle a file of a package has these changes. */
function patch(name, filter, changes) {
  return { name, setup: (build) => build.onLoad({ filter }, ({ path: file }) => ({ contents: changed(file, changes), loader: "js" })) };
}

/** A file's text with these changes, each of which must fit once. */
function changed(file, changes) {
  return changes.reduce((source, [from, to]) => {
    if (source.split(from).length !== 2) throw new Error(`${file} is another version: look whether this is still so: ${from}`);
    return source.replace(from, to);
  }, fs.readFileSync(file, "utf8"));
}

/** Builds what is missing or older than its sources, else takes some 30 ms. Answers the names of the parts that were built. */
export async function buildWorkbench(parts = Object.keys(PARTS)) {
  const built = [];
  for (const name of parts) {
    const { sources, out, build } = PARTS[name];
    const key = keyOf(sources);
    const target = path.join(OUT, out);
    const keyFile = path.join(OUT, `${name}.key`);
    if (fs.existsSync(target) && read(keyFile) === key) continue;
    const draft = path.join(OUT, `${name}.${process.pid}.draft`, out);
    fs.mkdirSync(path.dirname(draft), { recursive: true });
    await build(await import("esbuild"), draft);
    replace(target, draft);
    fs.writeFileSync(keyFile, key);
    built.push(name);
  }
  return built;
}

/** The versions of what is bundled and of the bundler, and every byte of the sources. */
function keyOf(sources) {
  const { devDependencies } = JSON.parse(fs.readFileSync(path.join(root, "package.json"), "utf8"));
  const hash = createHash("sha256");
  hash.update(JSON.stringify(Object.entries(devDependencies).filter(([name]) => name === "esbuild" || name === "chart.js" || name.startsWith("@univerjs/"))));
  const files = sources.flatMap((source) => filesOf(path.join(here, source)));
  for (const file of [fileURLToPath(import.meta.url), ...files]) hash.update(path.relative(here, file)).update(fs.readFileSync(file));
  return hash.digest("hex");
}

function filesOf(source) {
  if (!fs.statSync(source).isDirectory()) return [source];
  return fs.readdirSync(source, { recursive: true }).sort().map((name) => path.join(source, name)).filter((file) => fs.statSync(file).isFile());
}

/** Two test runs may build at once: each makes its own draft and puts it in place whole. */
function replace(target, draft) {
  const old = `${draft}.old`;
  if (fs.existsSync(target)) fs.renameSync(target, old);
  try {
    fs.renameSync(draft, target);
  } catch (error) {
    if (!fs.existsSync(target)) throw error; // else the other one was first, with the same contents
  }
  fs.rmSync(path.dirname(draft), { recursive: true, force: true });
}

function read(file) {
  return fs.existsSync(file) ? fs.readFileSync(file, "utf8") : "";
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const started = Date.now();
  const built = await buildWorkbench(process.argv.length > 2 ? process.argv.slice(2) : undefined);
  process.stdout.write(built.length ? `workbench: built ${built.join(", ")} in ${Date.now() - started} ms\n` : "workbench: up to date\n");
}
