import "./styles.css";
import type * as UniverPage from "../engine/page";
import { connectAddinFunctions, type AddinFunctions } from "../addinFunctions";
import { showCharts } from "../charts/layer";
import type { FunctionDescription } from "../grid/functionHost";
import { UniverGrid } from "../grid/univer";
import { UniverFunctions } from "../grid/univer/functions";
import { Workbook } from "../model/workbook";
import { openInFrame } from "../protocol/wacHost/inFrame";
import { createApi, type WorkbenchApi } from "./api";
import { startAutosave } from "./autosave";
import { followLinks } from "./links";
import { showNotes } from "./notes";
import { openBook } from "./openBook";
import { Pane } from "./pane";
import { walkByF6 } from "./regions";
import { drawRibbon } from "./ribbon";
import { readManifest, type RibbonButton } from "./ribbon/manifest";
import { createStatusLine, wordsOf } from "./status";
import { forgetBook } from "./store";
import { currentTheme, installThemeSwitch } from "./theme";
import { typeVisibly } from "./typeVisibly";
import { showWelcome } from "./welcome";

declare global {
  interface Window {
    workbench: WorkbenchApi;
  }
}

const UNIVER = "./univer/univer.js";
const WIDE = 1000;

/** The whole page: the spreadsheet, the add-in's page beside it, and Excel's web protocol between the two. */
async function start(): Promise<void> {
  const status = createStatusLine();
  const theme = currentTheme();
  document.documentElement.dataset.theme = theme;
  const [{ createPage }, manifestText] = await Promise.all([import(UNIVER) as Promise<typeof UniverPage>, fetchText("/manifest.xml")]);
  const manifest = readManifest(manifestText, location.origin);
  const functionsText = fetchText(manifest.functionsJson);

  const { engine, saved } = await openBook(createPage, document.getElementById("sheet")!, theme === "dark", status);
  const grid = new UniverGrid(engine);
  grid.onFailure = (error) => status.fail(wordsOf(error), error);
  const workbook = new Workbook(grid);
  if (saved) {
    workbook.restore(saved.state);
    showAgain(grid, saved.shown);
  }

  // a window of its own is nothing that this page has: the file is saved instead, to be opened in a spreadsheet
  workbook.onOpened((file) => {
    const address = URL.createObjectURL(new Blob([file as BlobPart]));
    Object.assign(document.createElement("a"), { href: address, download: "Book2.xlsx" }).click();
    setTimeout(() => URL.revokeObjectURL(address), 60_000);
  });

  const pane = new Pane(manifest.name);
  if (window.innerWidth < WIDE) pane.show(false);
  const { host, frame } = openInFrame(manifest.taskpane, pane.body, {
    workbook,
    visible: pane.open,
    onPaneAsked: (shown) => pane.show(shown),
    onFailure: (failure) => status.fail(`${failure.where}: ${failure.message}`, failure),
  });
  frame.title = manifest.name;
  frame.style.colorScheme = theme;
  pane.onChange((open) => host.paneShown(open));

  const { functions, allowErrorForDataTypeAny } = JSON.parse(await functionsText) as { functions: FunctionDescription[]; allowErrorForDataTypeAny?: boolean };
  const addin: AddinFunctions = connectAddinFunctions({
    host: new UniverFunctions(engine, grid),
    functions,
    errorsToAny: allowErrorForDataTypeAny,
    prefix: `${manifest.namespace}.`,
    invoke: (id, args, address) => host.callFunction(id, args, address),
    sheetName: (sheetId) => grid.sheets().find(({ id }) => id === sheetId)?.name ?? "",
  });
  if (saved) engine.api.getFormula().executeCalculation(); // TODAY and the add-in's functions may have changed since

  const invoke = async (name: string, controlId?: string) => void (await host.invokeCommand(name, controlId));
  const openPane = async () => pane.show(true);
  const press = (button: RibbonButton) =>
    (button.action.kind === "showPane" ? openPane() : invoke(button.action.functionName, button.id)).catch((error: unknown) => status.fail(`${button.label}: ${wordsOf(error)}`, error));
  drawRibbon(manifest.tabs, press);
  showCharts(engine, grid, document.getElementById("sheet")!.parentElement!);
  followLinks(engine, grid);
  walkByF6({ frame, pane, focusSheet: () => engine.focus(), isEditing: () => grid.editing });
  void engine.rendered.then(() => showNotes(engine, grid, (cell) => addin.wordsAt(cell)?.words ?? null));
  const autosave = startAutosave(engine, grid, workbook, status, () => host.requests.length);
  installThemeSwitch(() => autosave.flush());
  document.getElementById("new-workbook")!.addEventListener("click", () => {
    if (!window.confirm("Start a new, empty workbook? The present one is deleted from this browser.")) return;
    autosave.stop();
    void forgetBook().then(() => location.reload(), (error: unknown) => status.fail(`The workbook could not be deleted: ${wordsOf(error)}`, error));
  });

  window.workbench = createApi({
    grid,
    view: engine.view,
    paneFrame: frame.name,
    failures: status.failures,
    faults: host.faults,
    requests: () => host.requests.length,
    ready: Promise.all([host.functionsReady, engine.typable]).then(() => undefined),
    wordsAt: (cell) => addin.wordsAt(cell)?.words ?? null,
    answered: () => addin.idle(),
    calls: () => addin.calls,
    openPane,
    invoke: (id) => invoke(id),
    focus: () => engine.focus(),
  });
  const can = (work: Promise<unknown>) => work.then(() => undefined, (error: unknown) => status.fail(wordsOf(error), error));
  const welcome = showWelcome([
    { title: "Lay out a journal", words: "Sheets for your trades, watchlist and plans, and reports.", run: () => can(invoke("NewJournal")) },
    { title: "Load the sample year", words: "A journal with a year of trades, to look around in.", run: () => can(invoke("LoadSample")) },
    { title: "Type a formula", words: `=${manifest.namespace}.CSP_BREAKEVEN(50,1.25) in a cell: the break-even of a put.`, run: () => can(typeVisibly(engine, grid, `=${manifest.namespace}.CSP_BREAKEVEN(50,1.25)`)) },
  ]);
  for (const begun of ["edited", "sheetAdded"] as const) grid.on(begun, welcome.leave);
  engine.api.addEvent(engine.api.Event.SheetEditStarted, welcome.leave);
}

/** The sheet and cell where one was. */
function showAgain(grid: UniverGrid, { sheetId, rect }: ReturnType<UniverGrid["selection"]>): void {
  if (grid.sheets().some(({ id, hidden }) => id === sheetId && !hidden)) grid.select(sheetId, rect);
}

async function fetchText(address: string): Promise<string> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address} is not there (${response.status}): build the add-in with npm run build`);
  return response.text();
}

void start().catch((error: unknown) => {
  const line = document.getElementById("status-line")!;
  line.textContent = `The workbench could not start: ${wordsOf(error)}`;
  line.hidden = false;
  throw error;
});
