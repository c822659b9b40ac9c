import { readFileSync } from "node:fs";
import vm from "node:vm";

/** The functions of dist/functions.js by their ids, as Excel's page gets them; a script that they fetch is read from dist/, too. */
export function builtFunctions() {
  const found = new Map();
  const CustomFunctions = { associate: (id, code) => found.set(id, code), Error, ErrorCode: { invalidValue: "#VALUE!", notAvailable: "#N/A" } };
  const fetched = (script) => {
    run(script.src);
    script.onload();
  };
  const document = { getElementsByTagName: () => [], createElement: () => ({ setAttribute: () => undefined, getAttribute: () => null }), head: { appendChild: (script) => setTimeout(fetched, 0, script) } };
  const run = (file) => vm.runInThisContext(`(function (CustomFunctions, document) { ${readFileSync(`dist/${file}`, "utf8")}\n})`, { filename: file })(CustomFunctions, document);
  run("functions.js");
  return found;
}
