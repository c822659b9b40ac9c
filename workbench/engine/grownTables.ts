import type { ICommandInfo, Injector } from "@univerjs/core";
import type * as Core from "@univerjs/core";
import type * as SheetsFormula from "@univerjs/sheets-formula";

interface Rows {
  readonly startRow: number;
  readonly endRow: number;
  readonly startColumn: number;
  readonly endColumn: number;
}
interface Reference {
  readonly sheetId: string;
  readonly range: Rows;
  readonly titleMap: ReadonlyMap<string, number>;
}
interface Params {
  readonly unitId: string;
  readonly tableName: string;
  readonly reference: Reference;
}
interface Dirty {
  readonly dirtyRanges: { unitId: string; sheetId: string; range: Rows }[];
  readonly dirtySuperTableMap: Record<string, Record<string, string>>;
}
interface Trigger {
  _generateDirty(commands: readonly ICommandInfo[]): Dirty;
}

const [CELLS, TABLE, TABLE_GONE] = ["sheet.mutation.set-range-values", "formula.mutation.set-super-table", "formula.mutation.remove-super-table"];
const OTHERS = ["sheet.mutation.data-validation-formula-mark-dirty", "sheet.mutation.conditional-formatting-formula-mark-dirty"];

/**
 * When a table has changed, Univer calculates every formula in it and everything that reads it. But a table that grows by a row, as a log does, or loses its last one, changes for no
 * other row: what reads whole columns reads the last row as well, and what reads its own row stays as it was. So only the rows from the nearer end to the
 * farther one count as changed, as long as nothing happened beside it but cells that were written.
 */
export function calculateGrownRows(injector: Injector, { ICommandService }: typeof Core, { TriggerCalculationController }: typeof SheetsFormula): void {
  const before = followTables(injector.get(ICommandService));
  const trigger = injector.get(TriggerCalculationController) as unknown as Trigger;
  const { _generateDirty } = trigger;
  trigger._generateDirty = function (commands) {
    const onlyCells = commands.every(({ id }) => id === CELLS || id === TABLE || OTHERS.includes(id));
    const grown = onlyCells ? commands.filter((command) => command.id === TABLE && rowsBetween(before(command), paramsOf(command))) : [];
    if (grown.length === 0) return _generateDirty.call(this, commands);
    const dirty = _generateDirty.call(this, commands.filter((command) => !grown.includes(command)));
    for (const command of grown) {
      const { unitId, tableName, reference } = paramsOf(command);
      const range = rowsBetween(before(command), paramsOf(command));
      if (range) dirty.dirtyRanges.push({ unitId, sheetId: reference.sheetId, range });
      (dirty.dirtySuperTableMap[unitId] ??= {})[tableName] = "1";
    }
    return dirty;
  };
}

const paramsOf = (command: ICommandInfo): Params => command.params as Params;

/** What each table was before the command that changed it; undefined when there was none of its name. */
function followTables(commands: Core.ICommandService): (command: ICommandInfo) => Reference | undefined {
  const tables = new Map<string, Reference>();
  const changed = new WeakMap<object, Reference>();
  commands.onCommandExecuted((command) => {
    if (command.id !== TABLE && command.id !== TABLE_GONE) return;
    const params = paramsOf(command);
    const key = JSON.stringify([params.unitId, params.tableName.toLowerCase()]);
    const was = tables.get(key);
    if (command.id === TABLE_GONE) return void tables.delete(key);
    if (was) changed.set(params, was);
    const { sheetId, range, titleMap } = params.reference;
    tables.set(key, { sheetId, range: { ...range }, titleMap: new Map(titleMap) }); // a copy: Univer goes on changing its own
  });
  return ({ params }) => changed.get(params as object);
}

/** The rows in which two states of a table may differ, if they have the same place and the same columns. */
function rowsBetween(was: Reference | undefined, { reference: now }: Params): Rows | null {
  if (!was || was.sheetId !== now.sheetId) return null;
  const [a, b] = [was.range, now.range];
  if (a.startRow !== b.startRow || a.startColumn !== b.startColumn || a.endColumn !== b.endColumn) return null;
  const sameTitles = was.titleMap.size === now.titleMap.size && [...now.titleMap].every(([title, column]) => was.titleMap.get(title) === column);
  return sameTitles ? { ...a, startRow: Math.min(a.endRow, b.endRow), endRow: Math.max(a.endRow, b.endRow) } : null;
}
