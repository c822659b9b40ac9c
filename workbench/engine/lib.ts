import type * as Conditional from "@univerjs/sheets-conditional-formatting";
import type * as Core from "@univerjs/core";
import type * as Formula from "@univerjs/engine-formula";
import type * as SheetsFormula from "@univerjs/sheets-formula";
import type * as Table from "@univerjs/sheets-table";
import type * as Validation from "@univerjs/sheets-data-validation";

/** The few names of Univer that the grid uses. */
export function pickLib(core: typeof Core, formula: typeof Formula, sheetsFormula: typeof SheetsFormula, table: typeof Table, conditional: typeof Conditional, validation: typeof Validation) {
  return {
    ICommandService: core.ICommandService,
    IUniverInstanceService: core.IUniverInstanceService,
    IResourceManagerService: core.IResourceManagerService,
    BaseFunction: formula.BaseFunction,
    BooleanValueObject: formula.BooleanValueObject,
    NumberValueObject: formula.NumberValueObject,
    StringValueObject: formula.StringValueObject,
    NullValueObject: formula.NullValueObject,
    ErrorValueObject: formula.ErrorValueObject,
    ArrayValueObject: formula.ArrayValueObject,
    ErrorType: formula.ErrorType,
    FunctionType: formula.FunctionType,
    FormulaDataModel: formula.FormulaDataModel,
    LexerTreeBuilder: formula.LexerTreeBuilder,
    IFunctionService: formula.IFunctionService,
    FormulaCalculationSessionService: sheetsFormula.FormulaCalculationSessionService,
    TriggerCalculationController: sheetsFormula.TriggerCalculationController,
    IDescriptionService: sheetsFormula.IDescriptionService,
    TableManager: table.TableManager,
    ConditionalFormattingRuleModel: conditional.ConditionalFormattingRuleModel,
    SheetDataValidationModel: validation.SheetDataValidationModel,
  };
}

export type Lib = ReturnType<typeof pickLib>;
