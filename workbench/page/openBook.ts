import type { Engine } from "../engine/engine";
import type * as UniverPage from "../engine/page";
import { wordsOf, type StatusLine } from "./status";
import { loadBook, setAside, type SavedBook } from "./store";

/** Opens the workbook that was open last, or an empty one. A copy that cannot be opened is set aside, and said so; nothing of it is lost. */
export async function openBook(createPage: typeof UniverPage.createPage, container: HTMLElement, dark: boolean, status: StatusLine): Promise<{ engine: Engine; saved: SavedBook | null }> {
  try {
    const saved = await loadBook();
    return { engine: createPage(container, { dark, ...(saved ? { book: saved.book } : {}) }), saved };
  } catch (error) {
    container.replaceChildren();
    const key = await setAside();
    status.fail(`The workbook of the last visit could not be opened, so this one starts empty; the old one is kept in the browser's storage as “${key}”. (${wordsOf(error)})`, error);
    return { engine: createPage(container, { dark }), saved: null };
  }
}
