import type { FaultPlan } from "../faults";

/** What `Office.context.document.getFileAsync` and the file that it answers ask of the host. */
export const FILE_DISPATCH = { getFile: 77, getSlice: 80, close: 81 } as const;

/** The same faults as for requests to the workbook; null is no answer at all. */
export async function withFaults(faults: FaultPlan, work: () => Promise<object>): Promise<object | null> {
  if (faults.stopped) {
    faults.swallowed = true;
    return null;
  }
  const { refuse, loseAnswer, hang, delay } = faults.next();
  if (delay !== undefined) await new Promise((resolve) => setTimeout(resolve, delay));
  if (hang) return null;
  if (refuse !== undefined) return { Error: typeof refuse === "number" ? refuse : INTERNAL };
  const answer = await work();
  return loseAnswer ? { Error: INTERNAL } : answer;
}

/** Office.js' numbers of file types. */
const COMPRESSED = 1;
const MOST_OPEN = 2;
const LARGEST_SLICE = 4 * 1024 * 1024;
/** Errors of the channel: the file type is not supported; a parameter is wrong; Excel itself failed. */
const [NOT_SUPPORTED, OUT_OF_RANGE, INTERNAL] = [5000, 5009, 5001];

/** A request's parameters come by their numbers, and so does what is answered. */
export type FileRequest = Readonly<Record<number, unknown>>;

/**
 * Copies of the document that the add-in holds: made whole when asked for, handed over slice by slice, gone when closed. Excel holds two at a time; an add-in
 * that does not close its files gets no third one.
 */
export function createDocumentFiles(save: () => Promise<Uint8Array>) {
  const open = new Map<string, { readonly bytes: Uint8Array; readonly sliceSize: number }>();
  let made = 0;

  return {
    async answer(method: number, request: FileRequest): Promise<object> {
      if (method === FILE_DISPATCH.getFile) return getFile(Number(request[0]), Number(request[1]));
      const handle = String(request[2]);
      const file = open.get(handle);
      if (!file) return { Error: OUT_OF_RANGE };
      if (method === FILE_DISPATCH.close) {
        open.delete(handle);
        return {};
      }
      const from = Number(request[3]) * file.sliceSize;
      const slice = file.bytes.subarray(from, from + file.sliceSize);
      return slice.length === 0 ? { Error: OUT_OF_RANGE } : { 0: Array.from(slice), 1: slice.length };
    },
    open: () => open.size,
  };

  async function getFile(type: number, sliceSize: number): Promise<object> {
    if (type !== COMPRESSED) return { Error: NOT_SUPPORTED };
    if (!(sliceSize > 0 && sliceSize <= LARGEST_SLICE)) return { Error: OUT_OF_RANGE };
    if (open.size >= MOST_OPEN) return { Error: INTERNAL };
    const handle = `file-${++made}`;
    const bytes = await save();
    open.set(handle, { bytes, sliceSize });
    return { 0: handle, 1: bytes.length };
  }
}
