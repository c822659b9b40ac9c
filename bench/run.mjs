// npm run bench: sizes, calls per second in-process, the books, cells per second through the workbench. Figures are of this machine, now.
import os from "node:os";

console.log(`${os.cpus()[0]?.model ?? "unknown processor"}, ${os.cpus().length} cores, Node ${process.versions.node}\n`);
const asked = process.argv.slice(2);
for (const part of ["sizes", "functions", "books", "screen", "pricing/index", "american/index", "formulas", "load", "workbench"]) {
  if (asked.length && !asked.includes(part.split("/")[0])) continue;
  const { run } = await import(`./${part}.mjs`);
  await run();
  console.log("");
}
