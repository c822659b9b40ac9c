import type { IWorkbookData } from "@univerjs/core";
import type { Rect } from "../grid/rect";

/** A workbook as it is kept in the browser: the spreadsheet's own data and what the model keeps beyond it. */
export interface SavedBook {
  readonly version: 1;
  readonly savedAt: string;
  readonly book: IWorkbookData;
  readonly state: unknown;
  /** Where one was. */
  readonly shown: { readonly sheetId: string; readonly rect: Rect };
}

/** The workbook that was open last, or null. Throws when what is there is not one. */
export async function loadBook(): Promise<SavedBook | null> {
  const found: unknown = await request("readonly", (store) => store.get(CURRENT));
  if (found === undefined) return null;
  const saved = found as Partial<SavedBook>;
  if (saved.version !== 1 || !saved.book?.sheetOrder?.length || !saved.book.sheets || !saved.state || !saved.shown) throw new Error("the saved copy is not a workbook of this version");
  return saved as SavedBook;
}

/** The copy is taken before this returns, and is written even if the page goes away then. */
export async function saveBook(saved: SavedBook): Promise<void> {
  await request("readwrite", (store) => store.put(saved, CURRENT));
}

export async function forgetBook(): Promise<void> {
  await request("readwrite", (store) => store.delete(CURRENT));
}

/** What cannot be opened is kept under another key, so that nothing is lost with it. Answers that key. */
export async function setAside(): Promise<string> {
  const key = `unreadable ${new Date().toISOString()}`;
  const found: unknown = await request("readonly", (store) => store.get(CURRENT));
  if (found !== undefined) await request("readwrite", (store) => store.put(found, key));
  await forgetBook();
  return key;
}

const CURRENT = "current";
const STORE = "workbooks";

/** Kept open: where it has to be opened first, a page that is left is gone before anything is written. */
let database: IDBDatabase | null = null;

function request(mode: IDBTransactionMode, work: (store: IDBObjectStore) => IDBRequest): Promise<unknown> {
  return database ? within(database, mode, work) : open().then((opened) => within(opened, mode, work));
}

function open(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open("workbench", 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore(STORE);
    opening.onerror = () => reject(opening.error ?? new Error("the browser's storage cannot be opened"));
    opening.onsuccess = () => {
      database = opening.result;
      // the browser closes it when the user clears its data
      database.onclose = () => (database = null);
      resolve(database);
    };
  });
}

function within(opened: IDBDatabase, mode: IDBTransactionMode, work: (store: IDBObjectStore) => IDBRequest): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const transaction = opened.transaction(STORE, mode);
    const asked = work(transaction.objectStore(STORE));
    transaction.oncomplete = () => resolve(asked.result);
    transaction.onabort = transaction.onerror = () => reject(transaction.error ?? new Error("the browser's storage refused"));
    transaction.commit();
  });
}
