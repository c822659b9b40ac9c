import { ExcelRefused } from "../excelRefused";
import { whileWaited } from "../inExcel";

/** This workbook's file as Excel would save it now; the open workbook is only read. `onPart` hears how far it has come, from 0 to 1; an answer of false ends it, with the words of `stopped`. */
export async function documentFile(onPart: (done: number) => boolean, stopped: string): Promise<Uint8Array> {
  if (typeof Office.context.document?.getFileAsync !== "function") throw new ExcelRefused("NoFile", "This Excel does not hand over its workbooks as files. Excel on Windows, on a Mac and on the web do; functions can also be turned into formulas in place.");
  const file = await asked<Office.File>((answer) => Office.context.document.getFileAsync(Office.FileType.Compressed, { sliceSize: SLICE }, answer));
  try {
    const bytes = new Uint8Array(file.size);
    let at = 0;
    for (let index = 0; index < file.sliceCount; index += 1) {
      const { data } = await asked<Office.Slice>((answer) => file.getSliceAsync(index, answer));
      const part = bytesOf(data);
      bytes.set(part, at);
      at += part.length;
      if (!onPart(at / file.size)) throw new ExcelRefused("Stopped", stopped);
    }
    if (at !== file.size) throw new ExcelRefused("FileCutOff", "Excel handed over only a part of the workbook. Save it, then try again.");
    return bytes;
  } finally {
    // Excel holds two copies at most: one that is not given back is in the way of the next. Nobody waits for that: all that was wanted of it is here, or is not to be had
    file.closeAsync();
  }
}

const SLICE = 1024 * 1024;

/** Bytes come as numbers; some Excels hand over a text of base 64. */
function bytesOf(data: unknown): Uint8Array {
  if (typeof data === "string") return Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0));
  return Uint8Array.from(data as ArrayLike<number>);
}

function asked<T>(ask: (answer: (result: Office.AsyncResult<T>) => void) => void): Promise<T> {
  return whileWaited(() => new Promise((resolve, reject) => {
    ask((result) => {
      if (result.status === Office.AsyncResultStatus.Succeeded) resolve(result.value);
      else reject(refused(result.error));
    });
  }));
}

/** Codes of Office's own, not of Excel's object model. */
function refused({ code, message }: Office.Error): ExcelRefused {
  const noRight = code === 7000 || code === 5002;
  const why = noRight ? "Excel does not let add-ins read this workbook's file: it may be protected by your organisation, or open for reading only." : `Excel could not hand over this workbook's file (${code}: ${message}).`;
  return new ExcelRefused(`File${code}`, `${why} Save the workbook under a new name and try again; functions can also be turned into formulas in place.`);
}
