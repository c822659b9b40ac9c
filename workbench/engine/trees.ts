import type { Injector } from "@univerjs/core";
import type * as Formula from "@univerjs/engine-formula";

type Services = Pick<typeof Formula, "IDefinedNamesService" | "IFunctionService">;

/**
 * Univer keeps the tree of each formula's text, with the ranges that its tables had then. Forgets those whose text names one of these tables; all of them where a defined name
 * does, because a text does not show which tables the names in it stand for.
 */
export function forgetTreesOf(injector: Injector, { IDefinedNamesService, IFunctionService }: Services, unitId: string, tables: readonly string[]): void {
  const names = Object.values(injector.get(IDefinedNamesService).getDefinedNameMap(unitId) ?? {});
  const hidden = names.some(({ formulaOrRefString }) => tables.some((table) => mentions(formulaOrRefString, table)));
  injector.get(IFunctionService).deleteFormulaAstCacheKey(...(hidden ? [""] : tables));
}

/** Not as the name of a sheet, which the table's sheet often has as well: Audit!A1 or 'Audit'!A1. */
function mentions(formula: string, table: string): boolean {
  const [text, name] = [formula.toLowerCase(), table.toLowerCase()];
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) if (!/^'?!/.test(text.slice(at + name.length))) return true;
  return false;
}
