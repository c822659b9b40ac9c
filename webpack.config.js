const { readFileSync, readdirSync } = require("node:fs");
const path = require("node:path");
const CopyWebpackPlugin = require("copy-webpack-plugin");
const CustomFunctionsMetadataPlugin = require("custom-functions-metadata-plugin");
const HtmlWebpackPlugin = require("html-webpack-plugin");
const Notice = require("./scripts/notice.cjs");

const LOCAL = "https://localhost:3000/";
// A hosted build is another add-in to Excel: its own address, id and name, so that both can be installed side by side.
const HOSTED_ID = "4548743e-4129-4324-934d-e5c27de0f486";
const hostedAt = process.env.ADDIN_URL && new URL(process.env.ADDIN_URL.replace(/\/*$/, "/")).href;

/** Every file that declares custom functions: functions.json is made from their JSDoc. */
const functionFiles = readdirSync("src/functions", { recursive: true })
  .map((file) => `./src/functions/${file.replaceAll("\\", "/")}`)
  .filter((file) => file.endsWith(".ts") && readFileSync(file, "utf8").includes("@customfunction"))
  .sort();

const readdress = (content) => (hostedAt ? content.toString().replaceAll(LOCAL, hostedAt) : content);
const readdressManifest = (content) =>
  hostedAt ? readdress(content).replaceAll(LOCAL.slice(0, -1), new URL(hostedAt).origin).replace(/<Id>.*<\/Id>/, `<Id>${HOSTED_ID}</Id>`) : content;

/** What the generator of functions.json cannot say: that a function of whole ranges is asked although a cell in one is an error (it says which row it is). */
const withErrors = (metadata) => JSON.stringify({ ...JSON.parse(metadata), allowErrorForDataTypeAny: true }, null, 4);

/** The help addresses in functions.json follow the add-in's address. */
class ReaddressFunctions {
  apply(compiler) {
    compiler.hooks.thisCompilation.tap("ReaddressFunctions", (compilation) => {
      compilation.hooks.processAssets.tap({ name: "ReaddressFunctions", stage: compiler.webpack.Compilation.PROCESS_ASSETS_STAGE_SUMMARIZE }, () => {
        const metadata = compilation.getAsset("functions.json");
        if (metadata) compilation.updateAsset("functions.json", new compiler.webpack.sources.RawSource(withErrors(readdress(metadata.source.source()))));
      });
    });
  }
}

/** @type {(env: object, argv: { mode?: string }) => import("webpack").Configuration} */
module.exports = (_env, argv) => ({
  devtool: argv.mode === "development" ? "source-map" : false,
  // no fallbacks for browsers without globalThis, which Office does not run in: one of them would be an eval
  target: ["web", "es2020"],
  // functions.js answers for single values alone: the manifest names it, and it must run with no other file beside it. Functions of whole ranges fetch ranges.js.
  // main.js stands on it: one page, one copy of each module, whoever fetches it.
  // chains.js is no script of the page: a worker, which the pane starts for thousands of quotes.
  entry: { functions: "./src/functions/functions.ts", main: { import: "./src/main.ts", dependOn: "functions" }, chains: "./src/taskpane/screens/guide/steps/reader/worker.ts" },
  // the page stands beside its files, so an address needs no more than a name, and functions.js asks for no document before it fetches
  output: { clean: true, path: path.resolve(__dirname, "dist"), filename: "[name].js", chunkFilename: "[name].js", publicPath: "", globalObject: "globalThis" },
  // a checkout whose node_modules is a link to another folder's builds the same bytes
  resolve: { extensions: [".tsx", ".ts", ".js"], symlinks: false },
  resolveLoader: { symlinks: false },
  optimization: { splitChunks: false, runtimeChunk: false, chunkIds: "named" },
  performance: { hints: false },
  module: {
    rules: [
      // what one file does not use of these folders does not come along with the rest: they only declare
      { test: /src[\\/](calc|journal|importers)[\\/].*\.ts$/, sideEffects: false },
      { test: /\.tsx?$/, exclude: /node_modules/, use: { loader: "ts-loader", options: { transpileOnly: true, compilerOptions: { noEmit: false } } } },
    ],
  },
  plugins: [
    new CustomFunctionsMetadataPlugin({ output: "functions.json", input: functionFiles }),
    new ReaddressFunctions(),
    new Notice(),
    // Blocking scripts: with deferred ones Excel may call a function before it is associated (office-js issue 4769).
    new HtmlWebpackPlugin({
      filename: "taskpane.html",
      template: "./src/taskpane/taskpane.html",
      chunks: ["functions", "main"],
      chunksSortMode: "manual",
      inject: "body",
      scriptLoading: "blocking",
    }),
    new CopyWebpackPlugin({
      patterns: [
        { from: "assets/icons/*.png", to: "assets/icons/[name][ext]" },
        { from: "assets/functions.html", to: "functions.html", noErrorOnMissing: argv.mode === "development", transform: readdress },
        { from: "manifest.xml", to: "manifest.xml", transform: readdressManifest },
      ],
    }),
  ],
});
