import { readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import { generateCustomFunctionsMetadata } from "custom-functions-metadata";

export interface Parameter {
  readonly name: string;
  readonly type: string;
  readonly description: string;
  readonly optional?: boolean;
  readonly dimensionality?: string;
}
export interface FunctionMetadata {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly helpUrl: string;
  readonly parameters: readonly Parameter[];
  readonly result: { readonly type?: string; readonly dimensionality?: string };
}

const FOLDER = path.resolve(__dirname, "../../src/functions");
/** Every file that declares functions for cells, as the build finds them. */
export const FILES = readdirSync(FOLDER, { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".ts"))
  .map((name) => path.join(FOLDER, name))
  .filter((file) => readFileSync(file, "utf8").includes("@customfunction"))
  .sort();

/** What the build tells Excel about the functions, generated as the build does, and the name of each function's code. */
export async function metadata(): Promise<{ functions: FunctionMetadata[]; errors: string[]; codeNames: Record<string, string> }> {
  const { metadataJson, errors, associate } = await generateCustomFunctionsMetadata(FILES);
  const { functions } = JSON.parse(metadataJson) as { functions: FunctionMetadata[] };
  return { functions, errors, codeNames: Object.fromEntries(associate.map(({ id, functionName }) => [id, functionName])) };
}
