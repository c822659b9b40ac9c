// Builds the add-in in the folder that is named and prints the module of every file in it, as webpack itself tells them: node modules.cjs <folder> <output>
process.chdir(process.argv[2]);
const path = require("node:path");
const config = require(path.resolve("webpack.config.js"))({}, { mode: "production" });
const webpack = require(require.resolve("webpack", { paths: [process.cwd()] }));

webpack({ ...config, mode: "production", context: process.cwd(), output: { ...config.output, path: process.argv[3] } }, (error, stats) => {
  if (error) throw error;
  const told = stats.toJson({ all: false, errors: true, modules: true, nestedModules: true, modulesSpace: Infinity, nestedModulesSpace: Infinity, groupModulesByAttributes: false, ids: true, chunkModules: false });
  if (told.errors.length) throw new Error(told.errors.map(({ message }) => message).join("\n"));
  const names = told.modules.flatMap(({ name, modules }) => [name, ...(modules ?? []).map((one) => one.name)]);
  process.stdout.write(JSON.stringify([...new Set(names)]));
});
