/** What functions of whole ranges answer; their JSDoc stands beside their names, in src/functions. Fetched as one file. */
export * from "./reports";
export * from "./plan";
export * from "./portfolio";
