// Who may import whom. Each folder of src names what it may reach; everything else is refused.
const REACH = {
  calc: [],
  journal: ["calc"],
  importers: ["calc"],
  functions: ["calc", "journal"],
  workbook: ["journal", "calc"],
  actions: ["calc", "journal", "importers", "workbook"],
  commands: ["actions"],
  taskpane: ["actions", "calc", "journal"],
};
const PACKAGES = {
  taskpane: "node_modules/(react|react-dom|@fluentui|scheduler|d3-scale|d3-shape|@types)/",
  // reading and packing a workbook's file, and the formulas in it: docs/decisions/sharing-by-the-file.md
  actions: "node_modules/(@borgar/fx|fflate)/",
};

const foldersRule = ([folder, reach]) => ({
  name: `${folder} reaches only ${reach.join(", ") || "itself"}`,
  severity: "error",
  from: { path: `^src/${folder}/` },
  to: { path: "^src/", pathNot: `^src/(${[folder, ...reach].join("|")})/` },
});
const packagesRule = (folder) => ({
  name: `${folder} uses ${PACKAGES[folder] ? "its packages only" : "no package"}`,
  severity: "error",
  from: { path: `^src/${folder}/` },
  to: { dependencyTypes: ["npm", "npm-dev", "npm-peer", "npm-optional", "npm-no-pkg", "core"], ...(PACKAGES[folder] ? { pathNot: PACKAGES[folder] } : {}) },
});

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    ...Object.entries(REACH).map(foldersRule),
    ...Object.keys(REACH).map(packagesRule),
    { name: "calc is entered by its index", severity: "error", from: { path: "^src/(?!calc/)" }, to: { path: "^src/calc/", pathNot: "^src/calc/index\\.ts$" } },
    { name: "workbook takes only types from calc", severity: "error", from: { path: "^src/workbook/" }, to: { path: "^src/calc/", dependencyTypesNot: ["type-only"] } },
    { name: "packages of actions are for sharing", severity: "error", from: { path: "^src/actions/(?!share/)" }, to: { path: "node_modules/(@borgar/fx|fflate)/" } },
    { name: "the ledger knows no models", severity: "error", from: { path: "^src/calc/ledger/" }, to: { path: "^src/calc/(pricing|screen|portfolio|backtest)/" } },
    { name: "what ships does not know the workbench", severity: "error", from: { path: "^src/" }, to: { path: "^(workbench|test|bench)/" } },
    // not even of types; but Excel's own objects know each other (a range its sheet, a sheet its tables), and so do those that stand for them in the workbench
    { name: "no circles", severity: "error", from: { pathNot: "^workbench/model/" }, to: { circular: true } },
    { name: "everything resolves", severity: "error", from: {}, to: { couldNotResolve: true, pathNot: "\\.cache/" } },
  ],
  options: { doNotFollow: { path: "node_modules" }, exclude: { path: "\\.cache/" }, tsConfig: { fileName: `${__dirname}/tsconfig.json` }, tsPreCompilationDeps: "specify", enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["import", "require", "node", "default", "types"], extensions: [".ts", ".tsx", ".js", ".mjs", ".json", ".css"] } },
};
