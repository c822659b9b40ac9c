/** Excel said no. The message is for the user: what happened, and what to do. The code is Excel's own, or one of ours. */
export class ExcelRefused extends Error {
  override readonly name = "ExcelRefused";
  constructor(
    readonly code: string,
    words: string,
    options?: { cause?: unknown },
  ) {
    super(words, options);
  }
}

/**
 * What Excel answered, in plain words; an error that is not Excel's (a fault of ours) stays what it is. Codes are the same in every language
 * of Excel; its messages are not.
 */
export function excelRefused(error: unknown): unknown {
  if (error instanceof ExcelRefused) return error;
  const { code, message } = (error ?? {}) as { code?: unknown; message?: unknown };
  if (typeof code !== "string") return error;
  return new ExcelRefused(code, WORDS[code] ?? `Excel could not do this (${code}): ${String(message)}`, { cause: error });
}

const TRY_AGAIN = "Nothing was changed by this step; try again.";
const WORDS: Readonly<Record<string, string>> = {
  AccessDenied: "The sheet is protected, or the workbook is read-only. Unprotect it (Review, Unprotect Sheet) and try again.",
  ActivityLimitReached: "Excel is busy with too many requests at once. Wait a moment and try again.",
  ApiNotAvailable: "This version of Excel is too old for that. Excel 2021, Microsoft 365 and Excel on the web can do it.",
  ApiNotFound: "This version of Excel is too old for that. Excel 2021, Microsoft 365 and Excel on the web can do it.",
  Conflict: "Somebody else changed the same cells at the same time. Look at the sheet, then try again.",
  ConflictError: "Somebody else changed the same cells at the same time. Look at the sheet, then try again.",
  ConnectionFailure: "The connection to Excel was lost. Reload the workbook and try again.",
  FilteredRangeConflict: "A filter is in the way. Clear the table's filter (Data, Clear) and try again.",
  FormulaLengthExceedsLimit: "A formula would be longer than Excel allows.",
  GeneralException: "Excel did not say why it refused. Click into the sheet, make sure that this workbook is in front, and try again.",
  HostRestartNeeded: "Excel asks to be closed and opened again.",
  InactiveWorkbook: "Another workbook is in front. Click into this one and try again.",
  InsertDeleteConflict: "Rows or columns cannot be moved here: something beside or below the table is in the way. Move it and try again.",
  InvalidArgument: "Excel did not accept a value that was written.",
  InvalidObjectPath: "A place in the workbook that was there a moment ago is gone. Press Refresh and try again.",
  InvalidOperation: "Excel does not allow that just now. Look whether a sheet of the journal is hidden or protected, then try again.",
  InvalidOperationInCellEditMode: "A cell is being edited. Press Enter or Esc in the sheet, then try again.",
  InvalidOrTimedOutSession: "The connection to Excel was lost. Reload the workbook and try again.",
  InvalidReference: "A place in the workbook that was there a moment ago is gone. Press Refresh and try again.",
  InvalidSelection: "Click into a cell of this workbook and try again.",
  ItemAlreadyExists: "Something of that name is in the workbook already.",
  ItemNotFound: "A sheet, table or column that was there a moment ago is gone. Press Refresh and try again.",
  MergedRangeConflict: "Merged cells are in the way. Unmerge them and try again.",
  NotAllowed: "Excel does not allow that here.",
  NotImplemented: "This version of Excel is too old for that. Excel 2021, Microsoft 365 and Excel on the web can do it.",
  NonBlankCellOffSheet: "Cells would be pushed off the end of the sheet. Clear what is at its very end and try again.",
  OperationCellsExceedLimit: "That is more cells than Excel takes at once. Try it in smaller parts.",
  PivotTableRangeConflict: "A PivotTable is in the way. Move it and try again.",
  RangeExceedsLimit: "That is more cells than Excel takes at once. Try it in smaller parts.",
  RequestAborted: `Excel stopped half-way. ${TRY_AGAIN}`,
  RequestPayloadSizeLimitExceeded: "That is more than Excel takes at once. Try it in smaller parts.",
  ResponsePayloadSizeLimitExceeded: "That is more than Excel gives at once. The table may be too large.",
  ServiceNotAvailable: "Excel is not available just now. Try again in a moment.",
  Timeout: "Excel did not answer in time. Look at the sheet before you try again.",
  Unauthenticated: "Your sign-in has run out. Reload the workbook.",
  UndoNotSupported: "Excel cannot undo that.",
  UnsupportedFeature: "Excel does not allow that here.",
  UnsupportedSheet: "That kind of sheet cannot hold the journal. Click into an ordinary sheet and try again.",
  UnsupportedOperation: "Excel does not allow that here.",
  WriteNotSupportedWhenModalDialogOpen: "A dialogue box is open in Excel. Close it, then try again.",
};
