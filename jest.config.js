const transform = {
  "^.+\\.tsx?$": ["ts-jest", { diagnostics: false, tsconfig: { module: "CommonJS", moduleResolution: "node10", ignoreDeprecations: "6.0", jsx: "react-jsx", esModuleInterop: true, isolatedModules: true, target: "ES2022", sourceMap: true } }],
};
const shared = { transform, transformIgnorePatterns: ["/node_modules/", "/\\.cache/"], rootDir: __dirname };

/** @type {import('jest').Config} */
module.exports = {
  projects: [
    // calculation, journal, functions, workbook, workbench: real office.js against the workbench's host, no browser
    { ...shared, displayName: "node", testEnvironment: "node", testMatch: ["<rootDir>/test/**/*.test.ts"], testPathIgnorePatterns: ["/e2e/"], globalSetup: "<rootDir>/test/headless.mjs" },
    // the task pane, in jsdom; d3 comes as modules, which jest cannot load, or as "umd", which it can
    { ...shared, displayName: "pane", testEnvironment: "jsdom", testEnvironmentOptions: { customExportConditions: ["umd", "browser"] }, testMatch: ["<rootDir>/test/**/*.test.tsx"], globalSetup: "<rootDir>/test/headless.mjs" },
    // the workbench in Chromium, as a person would use it; run alone, two files at once at most: `jest --selectProjects e2e --maxWorkers 2`
    { ...shared, displayName: "e2e", testEnvironment: "node", testMatch: ["<rootDir>/test/e2e/**/*.e2e.ts"], globalSetup: "<rootDir>/test/e2e/startOnce.mjs", globalTeardown: "<rootDir>/test/e2e/endOnce.mjs" },
  ],
};
