const { createHash } = require("node:crypto");
const { readFileSync, readdirSync, statSync } = require("node:fs");
const path = require("node:path");
const { zipSync } = require("fflate");

/** A file of the release: its path in there, with slashes, and what is in it. */
const fileOf = (name, bytes) => ({ name, bytes: typeof bytes === "string" ? Buffer.from(bytes, "utf8") : bytes });

/** All files under a folder, under this name. */
function filesUnder(folder, name) {
  return readdirSync(folder, { recursive: true })
    .map((file) => path.join(folder, file))
    .filter((file) => statSync(file).isFile())
    .map((file) => fileOf(`${name}/${path.relative(folder, file).split(path.sep).join("/")}`, readFileSync(file)));
}

/** The same with SHA256SUMS beside them, sorted by name: `sha256sum -c SHA256SUMS` checks them all. */
function withChecksums(files) {
  const sorted = [...files].sort((one, other) => (one.name < other.name ? -1 : 1));
  const twice = sorted.find(({ name }, at) => name === sorted[at - 1]?.name);
  if (twice) throw new Error(`two files of the release are called ${twice.name}`);
  return [...sorted, fileOf("SHA256SUMS", sorted.map(({ name, bytes }) => `${sha256(bytes)}  ${name}\n`).join(""))];
}

/** The same files make the same archive: no times, no order of a folder, no user's rights are in it. */
function archiveOf(files, folder) {
  return zipSync(Object.fromEntries(files.map(({ name, bytes }) => [`${folder}/${name}`, new Uint8Array(bytes)])), { mtime: NO_TIME, level: 9, os: 3, attrs: 0o644 << 16 });
}
/** The first moment that a zip file can name, in whichever time zone. */
const NO_TIME = new Date(1980, 0, 1);

const sha256 = (bytes) => createHash("sha256").update(bytes).digest("hex");

module.exports = { fileOf, filesUnder, withChecksums, archiveOf, sha256 };
