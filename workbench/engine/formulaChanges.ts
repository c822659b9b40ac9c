import type { ICommandInfo, IExecutionOptions, Injector, Nullable, Workbook } from "@univerjs/core";
import type * as Core from "@univerjs/core";
import type * as Formula from "@univerjs/engine-formula";
import { forgetArrays } from "./touched/keptArrays";

/** Private parts of Univer 0.25.1 by which a calculation gets the formulas of all cells. */
interface Controller {
  _calculate(dirty: unknown): Promise<void>;
}
interface Model {
  getFormulaData(): object;
}
interface Written {
  readonly unitId: string;
  readonly subUnitId: string;
  readonly cellValue?: Readonly<Record<string, Readonly<Record<string, CellWritten | null | undefined>> | null | undefined>> | null;
}
interface CellWritten {
  readonly f?: string | null;
  readonly si?: string | null;
  readonly s?: unknown;
}

const CELLS = "sheet.mutation.set-range-values";
/** What changes neither formulas nor what they read: steps of a calculation, results that spill, what is drawn. Everything else that changes the workbook counts as a change of formulas. */
const HARMLESS: ReadonlySet<string> = new Set([
  "formula.mutation.set-formula-calculation-start",
  "formula.mutation.set-formula-calculation-notification",
  "formula.mutation.set-formula-calculation-result",
  "formula.mutation.set-trigger-formula-calculation-start",
  "formula.mutation.set-array-formula-data",
  "formula.mutation.set-image-formula-data",
  "sheet.mutation.data-validation-formula-mark-dirty",
  "sheet.mutation.conditional-formatting-formula-mark-dirty",
  "sheet.mutation.set-worksheet-row-auto-height",
  "sheet.mutation.set-worksheet-row-is-auto-height",
  "sheet.mutation.set-worksheet-row-height",
  "sheet.mutation.set-worksheet-col-width",
  "sheet.mutation.set-tab-color",
  "workbench.mutation.change-chart",
]);
const MUTATION = 2;

/**
 * At the start of each calculation Univer gathers the formulas of all cells anew. Most edits change values and no formula: as long as that is so, each calculation gets the very same
 * object, by which it knows that formulas, tables, names and sheets are those of the one before.
 */
export function keepFormulaData(injector: Injector, { ICommandService, IUniverInstanceService }: typeof Core, { CalculateController, FormulaDataModel, IFunctionService }: typeof Formula): void {
  const model = injector.get(FormulaDataModel) as unknown as Model;
  const controller = injector.get(CalculateController) as unknown as Controller;
  const functions = injector.get(IFunctionService);
  const books = injector.get(IUniverInstanceService);
  let kept: object | null = null;
  const forget = () => (kept = null);

  const { getFormulaData } = model;
  let isCalculating = false;
  model.getFormulaData = function () {
    if (!isCalculating) return getFormulaData.call(this);
    return (kept ??= getFormulaData.call(this));
  };
  const { _calculate } = controller;
  controller._calculate = function (dirty) {
    isCalculating = true;
    try {
      return _calculate.call(this, dirty);
    } finally {
      isCalculating = false;
    }
  };

  injector.get(ICommandService).beforeCommandExecuted((command: Readonly<ICommandInfo>, options?: IExecutionOptions) => {
    if (command.type !== MUTATION || HARMLESS.has(command.id)) return;
    if (command.id === CELLS && changesFormats(command.params as Written)) forgetArrays();
    if (command.id !== CELLS || changesFormulas(books.getUnit<Workbook>((command.params as Written).unitId), command.params as Written, options)) forget();
  });
  for (const name of ["registerExecutors", "unregisterExecutors", "deleteFormulaAstCacheKey"] as const) {
    const change = functions[name] as (...given: unknown[]) => unknown;
    Object.assign(functions, {
      [name](this: unknown, ...given: unknown[]) {
        forget();
        return change.apply(this, given);
      },
    });
  }
}

function changesFormulas(book: Nullable<Workbook>, { subUnitId, cellValue }: Written, options: IExecutionOptions | undefined): boolean {
  if (options?.applyFormulaCalculationResult) return false;
  const cells = book?.getSheetBySheetId(subUnitId)?.getCellMatrix();
  if (!cells) return true;
  for (const [row, line] of Object.entries(cellValue ?? {})) {
    for (const [column, next] of Object.entries(line ?? {})) {
      const before = cells.getValue(Number(row), Number(column));
      const [formula, id] = [before?.f ?? "", before?.si ?? ""];
      if (!next ? formula || id : isOther(next.f, formula) || isOther(next.si, id)) return true;
    }
  }
  return false;
}

const changesFormats = ({ cellValue }: Written): boolean => Object.values(cellValue ?? {}).some((line) => Object.values(line ?? {}).some((cell) => cell?.s !== undefined));

/** What is not said stays as it is. */
const isOther = (next: string | null | undefined, before: string): boolean => next !== undefined && (next ?? "") !== before;
