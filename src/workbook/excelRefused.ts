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
  return new ExcelRefused(code, WORDS[code] ?? `Excel could not do this, for a reason that this version does not know: ${String(message)} (${code}). Look at the sheet, then try again.`, { cause: error });
}

const OLD = "This version of Excel is too old for that. Update Excel and try again: Excel 2021, Microsoft 365 and Excel on the web can do it.";
const LOST = "The connection to Excel was lost. Reload the workbook and try again.";
const GONE = "A place in the workbook that was there a moment ago is gone. Press Refresh and try again.";
const FORBIDDEN = "Excel does not allow that here. Look whether the workbook is shared, protected or opened for reading only, then try again.";
const TOO_MUCH = "That is more than Excel takes at once. Do it in smaller parts, then try again.";
const WORDS: Readonly<Record<string, string>> = {
  AccessDenied: "The sheet is protected, or the workbook is read-only. Unprotect it (Review, Unprotect Sheet) and try again.",
  ActivityLimitReached: "Excel is busy with too many requests at once. Wait a moment and try again.",
  ApiNotAvailable: OLD,
  ApiNotFound: OLD,
  Conflict: "Somebody else changed the same cells at the same time. Look at the sheet, then try again.",
  ConflictError: "Somebody else changed the same cells at the same time. Look at the sheet, then try again.",
  ConnectionFailure: LOST,
  DirtySupportingFormula: "Excel is still calculating. Wait a moment and try again.",
  EmptyChartSeries: "A chart has nothing to show. Look whether the columns of its table are there, then try again.",
  FilteredRangeConflict: "A filter is in the way. Clear the table's filter (Data, Clear) and try again.",
  FormulaLengthExceedsLimit: "A formula would be longer than Excel allows. Give long sheet names and headers shorter ones, then try again.",
  GeneralException: "Excel did not say why it refused. Click into the sheet, make sure that this workbook is in front, and try again.",
  HostRestartNeeded: "Excel asks to be closed and opened again. Save the workbook, do that, and try again.",
  InactiveWorkbook: "Another workbook is in front. Click into this one and try again.",
  InsertDeleteConflict: "Rows or columns cannot be moved here: something beside or below the table is in the way. Move it and try again.",
  InvalidArgument: "Excel did not accept a value that was written. Press Refresh and try again.",
  InvalidBinding: GONE,
  InvalidObjectPath: GONE,
  InvalidOperation: "Excel does not allow that just now. Look whether a sheet of the journal is hidden or protected, then try again.",
  InvalidOperationInCellEditMode: "A cell is being edited. Press Enter or Esc in the sheet, then try again.",
  InvalidOrTimedOutSession: LOST,
  InvalidReference: GONE,
  InvalidSelection: "Click into a cell of this workbook and try again.",
  ItemAlreadyExists: "Something of that name is in the workbook already. Press Refresh and try again.",
  ItemNotFound: "A sheet, table or column that was there a moment ago is gone. Press Refresh and try again.",
  MergedRangeConflict: "Merged cells are in the way. Unmerge them and try again.",
  NonBlankCellOffSheet: "Cells would be pushed off the end of the sheet. Clear what is at its very end and try again.",
  NotAllowed: FORBIDDEN,
  NotImplemented: OLD,
  OpenWorkbookLinksBlocked: "Excel blocks this workbook's links to others. Look at its warnings (Data, Edit Links), then try again.",
  OperationCellsExceedLimit: TOO_MUCH,
  PivotTableRangeConflict: "A PivotTable is in the way. Move it and try again.",
  PowerQueryRefreshResourceChallenge: "A query of this workbook waits for a sign-in. Answer it (Data, Queries), then try again.",
  RangeExceedsLimit: TOO_MUCH,
  RangeImageExceedsLimit: TOO_MUCH,
  RefreshWorkbookLinksBlocked: "Excel blocks this workbook's links to others. Look at its warnings (Data, Edit Links), then try again.",
  RequestAborted: "Excel stopped half-way. Look at the sheet, then try again.",
  RequestPayloadSizeLimitExceeded: TOO_MUCH,
  ResponsePayloadSizeLimitExceeded: "That is more than Excel gives at once. Shorten very long notes and formulas in the journal's tables, then try again.",
  ServiceNotAvailable: "Excel is not available just now. Try again in a moment.",
  Timeout: "Excel did not answer in time. Look at the sheet before you try again.",
  Unauthenticated: "Your sign-in has run out. Reload the workbook, then try again.",
  UndoNotSupported: "Excel cannot undo that. Change it back by hand, or reload the workbook.",
  UnsupportedFeature: FORBIDDEN,
  UnsupportedFillType: FORBIDDEN,
  UnsupportedOperation: FORBIDDEN,
  UnsupportedSheet: "That kind of sheet cannot hold the journal. Click into an ordinary sheet and try again.",
  WriteNotSupportedWhenModalDialogOpen: "A dialogue box is open in Excel. Close it, then try again.",
};
