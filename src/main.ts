import "./commands/commands";

/**
 * The one page of the shared runtime. Functions and ribbon commands are registered at once; the pane's own code is fetched when the
 * pane is first seen, so that it never stands in the way of the first calculation.
 */
void Office.onReady(({ host }) => {
  if (host !== Office.HostType.Excel) return sayNotInExcel();
  showPaneWhenSeen();
  document.addEventListener("visibilitychange", showPaneWhenSeen);
  // a pane that is closed keeps its page, at no size
  window.addEventListener("resize", showPaneWhenSeen);
  // an error while drawing takes the whole pane away: then say so instead of showing an empty page
  window.addEventListener("error", ({ error }) => {
    if (pane?.childElementCount === 0) sayFailed(error);
  });
  if (!Office.context.requirements.isSetSupported("SharedRuntime", "1.1")) return;
  Office.addin
    .onVisibilityModeChanged(({ visibilityMode }) => {
      if (visibilityMode === Office.VisibilityMode.taskpane) showPane();
    })
    .catch((error: unknown) => sayFailed(error));
});

let shown = false;
let pane: HTMLElement | null = null;

function showPaneWhenSeen(): void {
  if (document.visibilityState === "visible" && window.innerWidth > 0) showPane();
}

function showPane(): void {
  if (shown) return;
  shown = true;
  import(/* webpackChunkName: "pane" */ "./taskpane")
    .then(({ mount }) => {
      pane = document.createElement("div");
      page().replaceChildren(pane);
      mount(pane);
    })
    .catch((error: unknown) => sayFailed(error));
}

function sayFailed(error: unknown): void {
  shown = false;
  pane = null;
  const reason = error instanceof Error ? error.message : String(error);
  const again = document.createElement("button");
  again.textContent = "Try again";
  again.addEventListener("click", () => {
    page().replaceChildren();
    showPane();
  });
  say(`The pane could not be shown. Check the connection, then try again. Your workbook is not affected. (${reason})`, again);
}

function sayNotInExcel(): void {
  say("This page is part of Wheel Journal, an add-in for Excel. Open it from the Wheel tab of a workbook.");
}

function say(words: string, ...after: Node[]): void {
  const paragraph = document.createElement("p");
  paragraph.setAttribute("role", "alert");
  paragraph.textContent = words;
  page().replaceChildren(paragraph, ...after);
}

function page(): HTMLElement {
  return document.getElementById("pane") ?? document.body;
}
