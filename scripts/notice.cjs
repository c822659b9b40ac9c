const { existsSync, readFileSync, readdirSync } = require("node:fs");
const path = require("node:path");

/** Licences under which a package may ship with the add-in; another one is a question to ask before, not after. */
const ACCEPTED = ["MIT", "ISC", "BSD-2-Clause", "BSD-3-Clause", "0BSD"];

/**
 * Makes NOTICE.txt: every package of which a module is in a file that ships, with its version, its licence and its text; the build fails on one without a licence, or under
 * one that is not accepted. docs/decisions/notice-and-release.md says why this is no package.
 */
module.exports = class Notice {
  apply(compiler) {
    compiler.hooks.thisCompilation.tap("Notice", (compilation) => {
      compilation.hooks.processAssets.tap({ name: "Notice", stage: compiler.webpack.Compilation.PROCESS_ASSETS_STAGE_ADDITIONAL }, () => {
        const packages = packagesOf(shippedFiles(compilation));
        compilation.emitAsset("NOTICE.txt", new compiler.webpack.sources.RawSource(noticeOf(packages)));
      });
    });
  }
};
Object.assign(module.exports, { packagesOf, noticeOf });

/** The source of every module in a chunk; several that webpack has put together into one are several. */
function shippedFiles({ chunks, chunkGraph }) {
  const files = new Set();
  for (const chunk of chunks) for (const module of chunkGraph.getChunkModulesIterable(chunk)) for (const one of module.modules ?? [module]) if (one.resource) files.add(one.resource.replace(/\?.*$/, ""));
  return files;
}

/** The packages to which these files belong, by name and version. */
function packagesOf(files) {
  const found = new Map();
  for (const file of files) {
    if (!/[\\/]node_modules[\\/]/.test(file)) continue;
    const { folder, ...named } = packageOf(path.dirname(file));
    found.set(`${named.name} ${named.version}`, { ...named, folder });
  }
  return [...found].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, each]) => each);
}

/** The nearest folder above whose package.json has a name and a version: some packages keep smaller ones inside that say how to load them. */
function packageOf(folder) {
  const file = path.join(folder, "package.json");
  const { name, version, license, author } = existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : {};
  if (name && version) return { folder, name, version, licence: license, author };
  if (path.dirname(folder) === folder) throw new Error("NOTICE: a module belongs to no package");
  return packageOf(path.dirname(folder));
}

function noticeOf(packages) {
  for (const { name, licence } of packages) if (!ACCEPTED.includes(licence)) throw new Error(`NOTICE: ${name} is under ${licence}, which is none of ${ACCEPTED.join(", ")}`);
  const list = packages.map(({ name, version, licence }) => `  ${name} ${version} (${licence})`);
  const texts = packages.map((each) => [LINE, `${each.name} ${each.version}`, "", textOf(each), ""].join("\n"));
  return [`Wheel Journal is under the MIT licence: see LICENSE. Its files hold parts of these ${packages.length} packages:`, "", ...list, "", ...texts].join("\n");
}
const LINE = "=".repeat(80);

/** The package's own text. A few name their licence and forget its text: then it is the one that the name stands for, with the author's name. */
function textOf({ folder, name, licence, author }) {
  const file = readdirSync(folder).sort().find((each) => /^licen[cs]e(\.(md|txt))?$/i.test(each));
  if (file) return readFileSync(path.join(folder, file), "utf8").replace(/\r\n?/g, "\n").trim();
  const holder = HOLDERS[name] ?? (typeof author === "string" ? author : author?.name);
  if (licence !== "MIT" || !holder) throw new Error(`NOTICE: ${name} comes without the text of its licence, ${licence}`);
  return `MIT License\n\nCopyright (c) ${holder.replace(/\s*<.*>/, "")}\n\n${MIT}`;
}
/** Where the package does not even name its author: the copyright line of the licence in its repository. */
const HOLDERS = { "@fluentui/react-icons": "2020 Microsoft Corporation" };
const MIT = readFileSync(path.join(__dirname, "../LICENSE"), "utf8").replace(/\r\n?/g, "\n").replace(/^[^]*?(?=Permission is hereby)/, "").trim();
