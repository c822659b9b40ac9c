import { AsyncLocalStorage } from "node:async_hooks";
import type { ExcelInNode } from "./inNode";
import type { Grid } from "../grid/grid";

type Globals = Pick<ExcelInNode<Grid>, "Excel" | "OfficeExtension" | "Office">;
const NAMES = ["Excel", "OfficeExtension", "Office"] as const;

/**
 * Several people at work in one workbook, in one process: each finds their own office.js under the global names, however their work is interleaved. The add-in's modules
 * keep something of their own, too (whose turn it is), so each person loads them afresh.
 */
export function actAs<T>(person: Globals, work: () => Promise<T>): Promise<T> {
  return acting.run(person, work);
}

/** Puts the names where the add-in's code looks for them; the returned function takes them away again. */
export function installPersons(): () => void {
  for (const name of NAMES) Object.defineProperty(globalThis, name, { configurable: true, get: () => acting.getStore()?.[name] });
  return () => {
    for (const name of NAMES) Reflect.deleteProperty(globalThis, name);
  };
}

const acting = new AsyncLocalStorage<Globals>();
