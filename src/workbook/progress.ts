import { ExcelRefused } from "./excelRefused";

/** How far a long piece of work has come. */
export interface Progress {
  /** "Writing the log" */
  readonly words: string;
  readonly done: number;
  readonly total: number;
}

/** Tells of long work, after each of its pieces. */
export function watchProgress(listener: (progress: Progress) => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

/** Long work ends before its next piece. What is written by pieces is written so that any of them may be the last: docs/spec/faults.md §4. */
export function stopWork(): void {
  isStopping = true;
}

/** A new action begins: a wish to stop was about the one before. */
export function workBegins(): void {
  isStopping = false;
}

/** One piece of long work: what was asked of Excel so far is done, and told. `stopped` says what the user finds who does not want the rest; null where it makes no sense to stop. */
export async function piece(context: Excel.RequestContext, progress: Progress, stopped: string | null): Promise<void> {
  await context.sync();
  if (progress.done >= progress.total) return;
  for (const listen of listeners) listen(progress);
  if (isStopping && stopped !== null) throw new ExcelRefused("Stopped", stopped);
}

const listeners = new Set<(progress: Progress) => void>();
let isStopping = false;
