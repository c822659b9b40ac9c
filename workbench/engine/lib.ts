import type * as Conditional from "@univerjs/sheets-conditional-formatting";
import type * as Core from "@univerjs/core";
import type * as Formula from "@univerjs/engine-formula";
import type * as SheetsFormula from "@univerjs/sheets-formula";
import type * as Sheets from "@univerjs/sheets";
import type * as Table from "@univerjs/sheets-table";
import type * as Validation from "@univerjs/sheets-data-validation";

/** The few names of Univer that the grid uses. */
export function pickLib({ core, formula, sheets, sheetsFormula, table, conditional, validation }: Packages) {
  return {
    ICommandService: core.ICommandService,
    IUniverInstanceService: core.IUniverInstanceService,
    IResourceManagerService: core.IResourceManagerService,
    IUndoRedoService: core.IUndoRedoService,
    numfmt: core.numfmt,
    BaseFunction: formula.BaseFunction,
    BooleanValueObject: formula.BooleanValueObject,
    NumberValueObject: formula.NumberValueObject,
    StringValueObject: formula.StringValueObject,
    NullValueObject: formula.NullValueObject,
    ErrorValueObject: formula.ErrorValueObject,
    ArrayValueObject: formula.ArrayValueObject,
    ErrorType: formula.ErrorType,
    ERROR_TYPE_SET: formula.ERROR_TYPE_SET,
    FunctionType: formula.FunctionType,
    FormulaDataModel: formula.FormulaDataModel,
    FormulaRuntimeService: formula.FormulaRuntimeService,
    LexerTreeBuilder: formula.LexerTreeBuilder,
    IFunctionService: formula.IFunctionService,
    IDefinedNamesService: formula.IDefinedNamesService,
    IOtherFormulaManagerService: formula.IOtherFormulaManagerService,
    BEFORE_CELL_EDIT: sheets.BEFORE_CELL_EDIT,
    AFTER_CELL_EDIT: sheets.AFTER_CELL_EDIT,
    VALIDATE_CELL: sheets.VALIDATE_CELL,
    INTERCEPTOR_POINT: sheets.INTERCEPTOR_POINT,
    SheetInterceptorService: sheets.SheetInterceptorService,
    SheetsSelectionsService: sheets.SheetsSelectionsService,
    copyRangeStyles: sheets.copyRangeStyles,
    FormulaCalculationSessionService: sheetsFormula.FormulaCalculationSessionService,
    TriggerCalculationController: sheetsFormula.TriggerCalculationController,
    IDescriptionService: sheetsFormula.IDescriptionService,
    TableManager: table.TableManager,
    ConditionalFormattingRuleModel: conditional.ConditionalFormattingRuleModel,
    ConditionalFormattingService: conditional.ConditionalFormattingService,
    SheetDataValidationModel: validation.SheetDataValidationModel,
  };
}

export interface Packages {
  readonly core: typeof Core;
  readonly formula: typeof Formula;
  readonly sheets: typeof Sheets;
  readonly sheetsFormula: typeof SheetsFormula;
  readonly table: typeof Table;
  readonly conditional: typeof Conditional;
  readonly validation: typeof Validation;
}

export type Lib = ReturnType<typeof pickLib>;
