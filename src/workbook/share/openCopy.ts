import { excelRefused } from "../excelRefused";
import { whileWaited } from "../inExcel";

/** Opens a file as a new workbook in a window of its own, not saved yet. */
export async function openCopy(bytes: Uint8Array): Promise<void> {
  try {
    await whileWaited(() => Excel.createWorkbook(base64Of(bytes)));
  } catch (error) {
    throw excelRefused(error);
  }
}

/** Piece by piece: a function takes only so many arguments. */
function base64Of(bytes: Uint8Array): string {
  let text = "";
  for (let at = 0; at < bytes.length; at += PIECE) text += String.fromCharCode(...bytes.subarray(at, at + PIECE));
  return btoa(text);
}
const PIECE = 30_000;
