import * as core from "@univerjs/core";
import { FUniver } from "@univerjs/core/facade";
import { greenTheme } from "@univerjs/themes";
import * as formula from "@univerjs/engine-formula";
import * as sheets from "@univerjs/sheets";
import * as sheetsFormula from "@univerjs/sheets-formula";
import * as table from "@univerjs/sheets-table";
import * as conditional from "@univerjs/sheets-conditional-formatting";
import * as validation from "@univerjs/sheets-data-validation";
import { CanvasColorService, DocSelectionRenderService, Engine as Drawing, IEditorService, ILayoutService, IRenderManagerService, SpreadsheetSkeleton, UniverSheetsCorePreset } from "@univerjs/preset-sheets-core";
import coreEn from "@univerjs/preset-sheets-core/locales/en-US";
import * as tableUi from "@univerjs/preset-sheets-table";
import { UniverSheetsTablePreset } from "@univerjs/preset-sheets-table";
import tableEn from "@univerjs/preset-sheets-table/locales/en-US";
import { UniverSheetsDataValidationPreset } from "@univerjs/preset-sheets-data-validation";
import validationEn from "@univerjs/preset-sheets-data-validation/locales/en-US";
import { UniverSheetsConditionalFormattingPreset } from "@univerjs/preset-sheets-conditional-formatting";
import conditionalEn from "@univerjs/preset-sheets-conditional-formatting/locales/en-US";
import { UniverSheetsFilterPreset } from "@univerjs/preset-sheets-filter";
import filterEn from "@univerjs/preset-sheets-filter/locales/en-US";
import { UniverSheetsSortPreset } from "@univerjs/preset-sheets-sort";
import sortEn from "@univerjs/preset-sheets-sort/locales/en-US";
import "@univerjs/preset-sheets-core/lib/index.css";
import "@univerjs/preset-sheets-table/lib/index.css";
import "@univerjs/preset-sheets-data-validation/lib/index.css";
import "@univerjs/preset-sheets-conditional-formatting/lib/index.css";
import "@univerjs/preset-sheets-filter/lib/index.css";
import "@univerjs/preset-sheets-sort/lib/index.css";
import { drawInMeasure, lookOnceInAFrame } from "./drawing";
import { emptyBook, type Engine } from "./engine";
import { guardFocus } from "./focus";
import { keepFormulaData } from "./formulaChanges";
import { calculateGrownRows } from "./grownTables";
import { gatedHistory } from "./history";
import { pickLib } from "./lib";
import { knowIsOmitted, takeOptionals } from "./namedFunctions";
import { listNamesWhole } from "./nameList";
import { letDeletedSheetsRest, makeRoomForIndents, patchEngine } from "./patches";
import { forgetWithReaders, readWhatIsSaid, shareRanges } from "./ranges";
import { measureFontsOnce } from "./rowHeights";
import { hasten, readTextsOnce } from "./speed";
import { rememberStyles } from "./styles";
import { tableThemes } from "./tableThemes";
import { viewOf } from "./view";

/** The spreadsheet with its user interface, in `container`. */
export function createPage(container: HTMLElement, options: { book?: Partial<core.IWorkbookData>; dark?: boolean } = {}): Engine {
  patchEngine(formula);
  takeOptionals(formula);
  hasten(formula);
  shareRanges(core);
  rememberStyles(core);
  forgetWithReaders(formula);
  readWhatIsSaid(formula);
  letDeletedSheetsRest({ validator: validation.SheetsDataValidationValidatorService, skeleton: SpreadsheetSkeleton });
  makeRoomForIndents(SpreadsheetSkeleton);
  measureFontsOnce(SpreadsheetSkeleton);
  listNamesWhole(sheetsFormula.DescriptionService);
  CanvasColorService.prototype.getRenderColor = (color) => color; // sheets stay light under a dark theme, with the colours that they were given
  const { take } = guardFocus(container, DocSelectionRenderService);
  lookOnceInAFrame(Drawing, core);
  const { atWork } = drawInMeasure(Drawing, container);
  const locale = core.LocaleType.EN_US;
  const history = gatedHistory(core);
  const univer = new core.Univer({
    override: history.override,
    logLevel: core.LogLevel.WARN,
    theme: greenTheme,
    darkMode: options.dark ?? false,
    locale,
    locales: { [locale]: core.mergeLocales(coreEn, tableEn, validationEn, conditionalEn, filterEn, sortEn) },
  });
  for (const [plugin, config] of pluginsOf(container)) univer.registerPlugin(plugin, config);
  const api = FUniver.newAPI(univer);
  const injector = univer.__getInjector();
  knowIsOmitted(injector, formula);
  api.createWorkbook(options.book ?? emptyBook());
  readTextsOnce(injector, formula);
  keepFormulaData(injector, core, formula);
  calculateGrownRows(injector, core, sheetsFormula);
  const lib = pickLib({ core, formula, sheets, sheetsFormula, table, conditional, validation });
  const stage = injector.get(core.LifecycleService);
  return {
    univer,
    api,
    injector,
    lib,
    history: history.gate,
    rendered: stage.onStage(core.LifecycleStages.Steady),
    typable: stage.onStage(core.LifecycleStages.Rendered).then(() => cursorThere(injector)),
    focus: () => take(() => injector.get(ILayoutService).focus()),
    atWork,
    view: viewOf(container, api, injector, IRenderManagerService),
    dispose: () => univer.dispose(),
  };
}

/** The first cell's editor is made some time after the sheet is drawn, and nothing tells of it; a key that is pressed before is lost. */
async function cursorThere(injector: core.Injector): Promise<void> {
  const there = () => injector.get(IEditorService).getEditor(core.DOCS_NORMAL_EDITOR_UNIT_ID_KEY)?.docSelectionRenderService.getActiveTextRange();
  while (!there()) await new Promise((resolve) => setTimeout(resolve, 10));
}

type PluginClass = core.PluginCtor<core.Plugin>;

/** Presets share plugins; each is registered once, with what the last preset says about it. */
function pluginsOf(container: HTMLElement): Iterable<[PluginClass, object | undefined]> {
  const presets = [
    UniverSheetsCorePreset({ container, ribbonType: "simple" }),
    UniverSheetsTablePreset(),
    UniverSheetsDataValidationPreset({ showSearchOnDropdown: false, showEditOnDropdown: false }), // as in Excel: what is typed goes into the cell, not into a search of the list
    UniverSheetsConditionalFormattingPreset(),
    UniverSheetsFilterPreset(),
    UniverSheetsSortPreset(),
  ];
  const plugins = new Map<string, [PluginClass, object | undefined]>();
  for (const preset of presets)
    for (const entry of preset.plugins) {
      const [plugin, config] = (Array.isArray(entry) ? entry : [entry, undefined]) as [PluginClass, object | undefined];
      plugins.set(plugin.pluginName, [plugin, config]);
    }
  plugins.set(table.UniverSheetsTablePlugin.pluginName, [table.UniverSheetsTablePlugin, { userThemes: tableThemes() }]);
  plugins.set(tableUi.UniverSheetsTableUIPlugin.pluginName, [tableUi.UniverSheetsTableUIPlugin, { hideAnchor: true }]); // Excel hangs no tag on a table
  return plugins.values();
}
