import axe from "axe-core";
import type { Frame, Page } from "playwright-core";
import { type Kept, type Workbench, openWorkbench } from "./browser";

/** Office's theme, and colours that the system forces on all pages. */
export interface Look {
  readonly theme?: "light" | "dark";
  readonly forcedColors?: boolean;
}

export type NarrowPane = Pick<Workbench, "page" | "pane" | "errors" | "outside" | "refused" | "quiet" | "saved">;

/** The pane open beside a workbook, 320 pixels wide: an empty one, or what was kept of a visit before. */
export async function openNarrowPane({ theme = "light", kept }: { readonly theme?: "light" | "dark"; readonly kept?: Kept } = {}): Promise<NarrowPane> {
  const storageState = withSettings(kept, { "workbench.paneWidth": "320", "workbench.theme": theme });
  // without motion, so that no colour is looked at half-way
  const { page, pane, errors, outside, refused, quiet, saved } = await openWorkbench({ storageState, reducedMotion: "reduce" });
  await page.evaluate(() => window.workbench.openPane());
  await pane.getByRole("button", { name: kept ? "Log a trade" : "Lay out the journal" }).first().waitFor();
  return { page, pane, errors, outside, refused, quiet, saved };
}

/** What a page kept, with these of its settings. */
function withSettings({ cookies, origins }: Kept = { cookies: [], origins: [] }, settings: Readonly<Record<string, string>>): Kept {
  const [{ localStorage, ...rest } = { origin: new URL(process.env.WORKBENCH_URL ?? "").origin, localStorage: [] }] = origins;
  const others = localStorage.filter(({ name }) => !(name in settings));
  return { cookies, origins: [{ ...rest, localStorage: [...others, ...Object.entries(settings).map(([name, value]) => ({ name, value }))] }] };
}

const LOOKS: Readonly<Record<string, Look>> = {
  light: { theme: "light" },
  dark: { theme: "dark" },
  "high contrast on black": { theme: "dark", forcedColors: true },
  "high contrast on white": { theme: "light", forcedColors: true },
};

/** What a pane must not show, look by look: nothing, when all is well. The pane is light again afterwards. */
export async function faultsInEveryLook({ page, pane }: Pick<NarrowPane, "page" | "pane">): Promise<Record<string, Findings>> {
  const faults: Record<string, Findings> = {};
  for (const [name, look] of Object.entries(LOOKS)) {
    await putOn(page, look);
    await settled(pane);
    const found = await looksRight(pane);
    if (Object.values(found).some((each) => each.length > 0)) faults[name] = found;
  }
  await putOn(page, LOOKS.light!);
  return faults;
}

/** Colours that are on their way to others have come there. */
async function settled(pane: Frame): Promise<void> {
  await pane.evaluate(() => Promise.allSettled(document.getAnimations().filter((one) => one instanceof CSSTransition).map(({ finished }) => finished)).then(() => undefined));
}

/** As when Office or the system changes while the pane is open. */
export async function putOn(page: Page, { theme = "light", forcedColors = false }: Look): Promise<void> {
  await page.emulateMedia({ reducedMotion: "reduce", forcedColors: forcedColors ? "active" : "none", colorScheme: forcedColors ? theme : null });
  await page.evaluate(async (scheme) => {
    for (const frame of document.querySelectorAll<HTMLElement>("aside iframe")) frame.style.colorScheme = scheme;
    // the pane hears of it, and draws itself anew
    for (let frames = 0; frames < 3; frames += 1) await new Promise((done) => requestAnimationFrame(done));
  }, theme);
}

interface Findings {
  readonly axe: string[];
  readonly overflow: string[];
  readonly letters: string[];
}

/** What axe finds, and what is wider than the pane: both must be nothing. */
export async function findings(pane: Frame): Promise<Pick<Findings, "axe" | "overflow">> {
  if (!(await pane.evaluate(() => "axe" in window))) await pane.evaluate(axe.source);
  const found = await pane.evaluate(async () => {
    const { violations } = await (window as unknown as { axe: typeof axe }).axe.run(document);
    return violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => `${id} ${target.join(" ")}: ${failureSummary}`));
  });
  return { axe: found, overflow: await overflows(pane) };
}

export function overflows(pane: Frame): Promise<string[]> {
  return pane.evaluate(() =>
    [...document.querySelectorAll("html, nav, main, footer")].filter((one) => one.scrollWidth > Math.max(one.clientWidth, 1)).map((one) => `${one.tagName} ${one.scrollWidth} > ${one.clientWidth}`),
  );
}

/** Beside what every pane must hold: letters of a chart outside of it or over one another. Real fonts are as wide as they are. */
export async function looksRight(pane: Frame): Promise<Findings> {
  const letters = await pane.evaluate(() =>
    [...document.querySelectorAll("svg[role=img]")].flatMap((svg) => {
      const frame = svg.getBoundingClientRect();
      const boxes = [...svg.querySelectorAll("text")].map((text) => ({ words: text.textContent, box: text.getBoundingClientRect() }));
      return boxes.flatMap(({ words, box }, at) => [
        ...(box.left < frame.left - 1 || box.right > frame.right + 1 || box.top < frame.top - 2 || box.bottom > frame.bottom + 2 ? [`"${words}" is cut`] : []),
        ...boxes.slice(at + 1).filter((other) => box.left < other.box.right && other.box.left < box.right && box.top + 3 < other.box.bottom && other.box.top + 3 < box.bottom).map((other) => `"${words}" over "${other.words}"`),
      ]);
    }),
  );
  return { ...(await findings(pane)), letters };
}

/** A button of the navigation. */
export const tab = (pane: Frame, name: string) => pane.getByRole("navigation").getByRole("button", { name });

/** A day so many days from now, as a date field takes it. */
export const inDays = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
