import { type ColumnPlan, FORMAT } from "../../schema";
import { literal } from "../criteria";

/** A column that the add-in writes when it rebuilds the report. */
export function value(header: string, width: number, numberFormat: string, note: string): ColumnPlan {
  return { header, kind: "report", width, numberFormat, align: numberFormat === FORMAT.plain ? "left" : "right", note };
}

/** Strikes and quantities: as many digits as they have. */
export function number(header: string, width: number, note: string): ColumnPlan {
  return { ...value(header, width, FORMAT.plain, note), align: "right" };
}

/** A column that follows today's date, the Watchlist or the log by a native formula; what is not known shows as nothing. `cell` is a cell of the same row. */
export function native(header: string, width: number, numberFormat: string, note: string, formula: (cell: (header: string) => string) => string): ColumnPlan {
  return { header, kind: "calculated", width, numberFormat, align: numberFormat === FORMAT.plain ? "left" : "right", note, formula: { text: (ref) => `=IFERROR(${formula(ref)},"")` } };
}

/** What the Watchlist says of a ticker, where it is a number. */
export function watched(header: "Price" | "Ex-date" | "Earnings", ticker: string): string {
  const found = `INDEX(Watchlist[${header}],MATCH(${literal(ticker)},Watchlist[Ticker],0))`;
  return `IF(ISNUMBER(${found}),${found},"")`;
}

export const price = (): ColumnPlan => native("Price", 66, "#,##0.00##", "The stock's price as it stands in the Watchlist; nothing where there is none.", (cell) => watched("Price", cell("Ticker")));

/** Prices a share, with up to four decimals: bases are quotients. */
export const PER_SHARE = "#,##0.00##;[Red]-#,##0.00##";
