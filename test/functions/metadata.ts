import path from "node:path";
import { generateCustomFunctionsMetadata } from "custom-functions-metadata";

export interface Parameter {
  readonly name: string;
  readonly type: string;
  readonly description: string;
  readonly optional?: boolean;
}
export interface FunctionMetadata {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly helpUrl: string;
  readonly parameters: readonly Parameter[];
  readonly result: { readonly type: string };
}

const FILES = ["put", "roll", "call"].map((name) => path.resolve(__dirname, `../../src/functions/${name}.ts`));

/** What the build tells Excel about the functions, generated as the build does, and the name of each function's code. */
export async function metadata(): Promise<{ functions: FunctionMetadata[]; errors: string[]; codeNames: Record<string, string> }> {
  const { metadataJson, errors, associate } = await generateCustomFunctionsMetadata(FILES);
  const { functions } = JSON.parse(metadataJson) as { functions: FunctionMetadata[] };
  return { functions, errors, codeNames: Object.fromEntries(associate.map(({ id, functionName }) => [id, functionName])) };
}
