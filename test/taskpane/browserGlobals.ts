import { TextDecoder, TextEncoder } from "node:util";

/** What every browser has and jsdom has not; imported before anything that uses it. */
Object.assign(globalThis, {
  TextEncoder,
  TextDecoder,
  structuredClone: globalThis.structuredClone ?? ((value: unknown) => JSON.parse(JSON.stringify(value))),
});
