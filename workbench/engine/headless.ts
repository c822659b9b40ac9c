import * as core from "@univerjs/core";
import { FUniver } from "@univerjs/core/facade";
import * as formula from "@univerjs/engine-formula";
import "@univerjs/engine-formula/facade";
import * as sheets from "@univerjs/sheets";
import "@univerjs/sheets/facade";
import * as sheetsFormula from "@univerjs/sheets-formula";
import "@univerjs/sheets-formula/facade";
import * as table from "@univerjs/sheets-table";
import "@univerjs/sheets-table/facade";
import * as validation from "@univerjs/sheets-data-validation";
import "@univerjs/sheets-data-validation/facade";
import * as conditional from "@univerjs/sheets-conditional-formatting";
import "@univerjs/sheets-conditional-formatting/facade";
import * as filter from "@univerjs/sheets-filter";
import "@univerjs/sheets-filter/facade";
import * as sort from "@univerjs/sheets-sort";
import "@univerjs/sheets-sort/facade";
import * as numfmt from "@univerjs/sheets-numfmt";
import "@univerjs/sheets-numfmt/facade";
import { emptyBook, type Engine } from "./engine";
import { keepFormulaData } from "./formulaChanges";
import { calculateGrownRows } from "./grownTables";
import { gatedHistory } from "./history";
import { pickLib } from "./lib";
import { knowIsOmitted, takeOptionals } from "./namedFunctions";
import { type CURES, letDeletedSheetsRest, patchEngine } from "./patches";
import { forgetWithReaders, readWhatIsSaid, shareRanges } from "./ranges";
import { hasten, readTextsOnce } from "./speed";
import { rememberStyles } from "./styles";
import { tableThemes } from "./tableThemes";

/**
 * A real spreadsheet without a window, for Node and jest. Never imported as it is (neither Univer's ES modules nor, in jest, its
 * CommonJS ones load there) but bundled; a test gets it so:
 *
 *     import { loadHeadless } from "../../workbench/engine/load";
 *     const engine = loadHeadless().createHeadless();                  // builds the bundle when it is missing or old
 *     const sheet = engine.api.getActiveWorkbook()!.getActiveSheet();
 *     sheet.getRange("A1:C1").setValues([[50, 1.25, { f: "=A1-B1" }]]);
 *     await engine.calculated();
 *     sheet.getRange("C1").getRawValue();                              // 48.75, the full double; getValue() may be formatted text
 *     engine.dispose();                                                // in afterAll, or jest waits for its timers
 *
 * Tables, custom functions and Excel's way of writing `[@Column]` come with `new UniverGrid(engine)` of workbench/grid/univer.
 */
export function createHeadless(options: { book?: Partial<core.IWorkbookData>; cures?: typeof CURES; quick?: boolean } = {}): HeadlessEngine {
  globalThis.requestIdleCallback ??= ((run: () => void) => setTimeout(run, 0)) as unknown as typeof requestIdleCallback;
  patchEngine(formula, options.cures);
  takeOptionals(formula);
  if (options.quick ?? true) {
    hasten(formula);
    shareRanges(core);
    rememberStyles(core);
    forgetWithReaders(formula);
    readWhatIsSaid(formula);
  }
  letDeletedSheetsRest({ validator: validation.SheetsDataValidationValidatorService });
  const locale = core.LocaleType.EN_US;
  const history = gatedHistory(core);
  const univer = new core.Univer({ override: history.override, logLevel: core.LogLevel.WARN, locale, locales: { [locale]: {} } });
  univer.registerPlugin(formula.UniverFormulaEnginePlugin);
  univer.registerPlugin(sheets.UniverSheetsPlugin);
  univer.registerPlugin(sheetsFormula.UniverSheetsFormulaPlugin);
  univer.registerPlugin(numfmt.UniverSheetsNumfmtPlugin);
  univer.registerPlugin(validation.UniverSheetsDataValidationPlugin);
  univer.registerPlugin(conditional.UniverSheetsConditionalFormattingPlugin);
  univer.registerPlugin(filter.UniverSheetsFilterPlugin);
  univer.registerPlugin(sort.UniverSheetsSortPlugin);
  univer.registerPlugin(table.UniverSheetsTablePlugin, { userThemes: tableThemes() });
  const api = FUniver.newAPI(univer);
  knowIsOmitted(univer.__getInjector(), formula);
  api.createWorkbook(options.book ?? emptyBook());
  if (options.quick ?? true) {
    readTextsOnce(univer.__getInjector(), formula);
    keepFormulaData(univer.__getInjector(), core, formula);
    calculateGrownRows(univer.__getInjector(), core, sheetsFormula);
  }
  return {
    univer,
    api,
    injector: univer.__getInjector(),
    lib: pickLib({ core, formula, sheets, sheetsFormula, table, conditional, validation }),
    history: history.gate,
    calculated: () => api.getFormula().onCalculationResultApplied(),
    rendered: Promise.resolve(),
    typable: Promise.resolve(),
    focus: () => undefined,
    atWork: () => undefined,
    view: null,
    dispose: () => {
      // a calculation that is under way tells of its progress after a second, in words that are no more then
      Object.assign(univer.__getInjector().get(sheetsFormula.TriggerCalculationController), { _startProgress: () => undefined });
      univer.dispose();
    },
  };
}

export interface HeadlessEngine extends Engine {
  /** All formulas that were written have their results. About 100 ms; UniverGrid.settled() is faster. */
  calculated(): Promise<void>;
}
