import type { ArrayValueObject, BaseFunction, BaseValueObject } from "@univerjs/engine-formula";
import type { Engine } from "./engine";

/** What a function gave in one calculation of its cell, call by call. */
interface Given {
  calculation: number;
  next: number;
  readonly results: (() => BaseValueObject)[];
}

/** Functions that give something else each time they are asked. */
const RESTLESS = ["RAND", "RANDBETWEEN", "RANDARRAY", "NOW"];

export interface HeldRandoms {
  /** From now on these functions give once more what they gave; who calls must `release`. */
  hold(): void;
  release(): void;
  /** A calculation has come to its end. */
  ended(): void;
}

/**
 * An answer of the add-in that comes in has its cell calculated again, and RAND() in there would be another number, which the add-in has not been asked for: #BUSY! for ever. To Excel the second
 * calculation is the end of the first one. So these functions give the same numbers again as long as they are held.
 */
export function holdRandoms({ injector, lib }: Pick<Engine, "injector" | "lib">): HeldRandoms {
  const functions = injector.get(lib.IFunctionService);
  const given = new Map<string, Given>();
  let [holders, calculation] = [0, 0];
  const of = (executor: BaseFunction): Given => {
    const { name, unitId, subUnitId, row, column } = executor;
    const key = JSON.stringify([String(name), unitId, subUnitId, row, column]);
    let found = given.get(key);
    if (!found || (found.calculation !== calculation && holders === 0)) given.set(key, (found = { calculation, next: 0, results: [] }));
    else if (found.calculation !== calculation) [found.calculation, found.next] = [calculation, 0];
    return found;
  };
  for (const name of RESTLESS) {
    const executor = functions.getExecutor(name) as BaseFunction | undefined;
    if (!executor) throw new Error(`this version of Univer has no ${name}`);
    const calculate = executor.calculate.bind(executor);
    executor.calculate = (...variants) => {
      const { results, next } = of(executor);
      const before = holders > 0 ? results[next] : undefined;
      of(executor).next++;
      if (before) return before();
      const result = calculate(...variants) as BaseValueObject;
      results.push(copyOf(result, lib));
      return result;
    };
  }
  return {
    hold: () => void holders++,
    release: () => void holders--,
    ended: () => void calculation++,
  };
}

/** Univer clears its values away after a calculation: a copy is made when it is needed again. */
function copyOf(result: BaseValueObject, lib: Engine["lib"]): () => BaseValueObject {
  if (result.isError()) return () => result;
  const number = (value: BaseValueObject | null) => lib.NumberValueObject.create(Number(value?.getValue() ?? 0), value?.getPattern() ?? "");
  if (!result.isArray()) {
    const [value, pattern] = [Number(result.getValue()), result.getPattern()];
    return () => lib.NumberValueObject.create(value, pattern);
  }
  const rows = (result as ArrayValueObject).getArrayValue().map((row) => row.map((value) => number(value as BaseValueObject | null)));
  return () => lib.ArrayValueObject.create({ calculateValueList: rows.map((row) => row.map(number)), rowCount: rows.length, columnCount: rows[0]?.length ?? 0, unitId: "", sheetId: "", row: -1, column: -1 });
}
