import { builtinModules } from "node:module";
import path from "node:path";
import { build, type Plugin } from "esbuild";

/** The contract as a script for a page, with jest's own expect in it. */
export async function bundleContract(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [path.join(__dirname, "inPage.ts")],
    bundle: true,
    write: false,
    format: "esm",
    target: "es2022",
    charset: "utf8",
    logLevel: "error",
    define: { "process.env.NODE_ENV": '"production"', global: "globalThis" },
    banner: { js: 'const process = { env: {}, platform: "browser" };' },
    plugins: [nothingOfNode],
  });
  return outputFiles[0]!.text;
}

/** Around expect stands what writes to terminals and reads source files; it is never called in a page, but must be there to be loaded. */
const FOR_NODE = new Set([...builtinModules, "graceful-fs", "jest-message-util"]);

const nothingOfNode: Plugin = {
  name: "nothing of Node",
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^[\w:/-]+$/ }, ({ path: name }) => (FOR_NODE.has(name.replace(/^node:/, "")) ? { path: name, namespace: "nothing" } : undefined));
    onLoad({ filter: /./, namespace: "nothing" }, () => ({ contents: "module.exports = {};" }));
  },
};
