import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve, sep } from "node:path";
import type { Grid } from "../grid/grid";
import { MemoryGrid } from "../grid/memory";
import { Workbook } from "../model/workbook";
import type { Requirements } from "../protocol/requirements";
import type { Failure } from "../protocol/richApi/interpreter";
import { type WacHost, createWacHost } from "../protocol/wacHost";
import { officeJsFolder } from "./officeJs";

const ADDIN = "https://localhost:3000";
const HOST = "https://localhost";
const CDN = "https://appsforoffice.microsoft.com/lib/1/hosted/";
const EMPTY_PAGE = `<!doctype html><html><head><script src="${CDN}office.js"></script></head><body></body></html>`;

/** The page's window, with what office.js and the add-in put on it. */
export type AddinWindow = Window & typeof globalThis & Record<string, unknown> & { readonly Office: typeof Office; readonly Excel: typeof Excel; readonly CustomFunctions: typeof CustomFunctions };

export interface OfficeInJsdom {
  readonly window: AddinWindow;
  readonly host: WacHost;
  readonly workbook: Workbook;
  /** What Office.onReady said. */
  readonly info: { readonly host: string; readonly platform: string };
  /** Each time the add-in asked for its pane to be shown (true) or hidden. */
  readonly paneAsked: readonly boolean[];
  readonly unexpected: readonly Failure[];
  /** Errors that scripts of the page did not catch. */
  readonly pageErrors: readonly string[];
  close(): void;
}

export interface InJsdomOptions {
  readonly grid?: Grid;
  /** A folder with a built add-in: its taskpane.html is opened, with its scripts. An empty page with office.js without it. */
  readonly dist?: string;
  readonly requirements?: Requirements;
  readonly visible?: boolean;
}

/**
 * An add-in's page in jsdom with Microsoft's office.js and the whole protocol of Excel on the web: Office.onReady, custom functions, ribbon commands,
 * visibility of the pane. The host is what office.js takes for the window that opened the page.
 */
export async function officeInJsdom({ grid = new MemoryGrid(), dist, requirements, visible = true }: InJsdomOptions = {}): Promise<OfficeInJsdom> {
  const workbook = new Workbook(grid);
  const paneAsked: boolean[] = [];
  const unexpected: Failure[] = [];
  const pageErrors: string[] = [];
  let page: Jsdom | null = null;
  const host = createWacHost({
    workbook,
    hostOrigin: HOST,
    addinOrigin: ADDIN,
    visible,
    ...(requirements ? { requirements } : {}),
    onPaneAsked: (shown) => void paneAsked.push(shown),
    onFailure: (failure) => void unexpected.push(failure),
    send(text) {
      setImmediate(() => {
        const { window } = page ?? {};
        if (window && !window.closed) window.dispatchEvent(new window.MessageEvent("message", { data: text, origin: HOST }));
      });
    },
  });
  const { JSDOM, ResourceLoader, VirtualConsole } = loadJsdom();
  const virtualConsole = new VirtualConsole();
  virtualConsole.on("jsdomError", (error: Error & { detail?: unknown }) => pageErrors.push(String(error.detail ?? error.message)));

  class Files extends ResourceLoader {
    fetch(url: string): Promise<Buffer> | null {
      const file = fileOf(url, dist);
      return file ? Promise.resolve(readFileSync(file)) : Promise.reject(new Error(`nothing is served at ${url}`));
    }
  }
  const html = dist === undefined ? EMPTY_PAGE : readFileSync(join(dist, "taskpane.html"), "utf8");
  page = new JSDOM(html, {
    url: host.addressOf(`${ADDIN}/taskpane.html`),
    runScripts: "dangerously",
    resources: new Files(),
    pretendToBeVisual: true,
    virtualConsole,
    beforeParse(window: AddinWindow) {
      Object.defineProperty(window, "opener", { configurable: true, value: { postMessage: (text: unknown) => setImmediate(() => host.receive(text)) } });
      Object.defineProperty(window.document, "domain", { configurable: true, value: "localhost" });
    },
  });
  const { window } = page;
  await loaded(window);
  if (!window.Office) throw new Error(`office.js did not start: ${pageErrors.join("; ") || "no Office"}`);
  const info = (await window.Office.onReady()) as unknown as OfficeInJsdom["info"];
  return {
    window, host, workbook, info, paneAsked, unexpected, pageErrors,
    close() {
      host.close();
      window.close();
    },
  };
}

/** A file of office.js, or of the built add-in; null for anything else, nothing is fetched from outside. */
function fileOf(url: string, dist: string | undefined): string | null {
  const path = decodeURIComponent(new URL(url).pathname);
  if (url.startsWith(CDN)) return join(officeJsFolder(), new URL(url).pathname.slice(new URL(CDN).pathname.length));
  if (dist === undefined || !url.startsWith(`${ADDIN}/`)) return null;
  const file = resolve(dist, `.${path}`);
  return file.startsWith(resolve(dist) + sep) && existsSync(file) ? file : null;
}

function loaded(window: AddinWindow): Promise<void> {
  if (window.document.readyState === "complete") return Promise.resolve();
  return new Promise((done) => window.addEventListener("load", () => done(), { once: true }));
}

interface Jsdom {
  readonly window: AddinWindow & { readonly MessageEvent: typeof MessageEvent };
}

interface JsdomPackage {
  readonly JSDOM: new (html: string, options: object) => Jsdom;
  readonly ResourceLoader: new () => object;
  readonly VirtualConsole: new () => { on(event: string, handler: (error: Error) => void): void };
}

/** jsdom comes with jest's own environment; it has no types here. */
function loadJsdom(): JsdomPackage {
  return createRequire(__filename)("jsdom") as JsdomPackage;
}
