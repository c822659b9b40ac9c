/*
 * Are the reports right? One sentence for all of them, in a cell of the Audit sheet that the strip under every report's title repeats, by native formulas: they tell a
 * log that has moved on without the add-in, on any device.
 */

/** Names of cells on the Audit sheet: the sentence; when the reports were built; what the log looked like then, and what it looks like now. */
export const STATE = "Wheel_State";
export const REBUILT = "Wheel_Rebuilt";
export const LOG_THEN = "Wheel_Log_then";
export const LOG_NOW = "Wheel_Log_now";
export const AUDIT_NAMES = [REBUILT, LOG_THEN, LOG_NOW, STATE] as const;
export type AuditName = (typeof AUDIT_NAMES)[number];

export const CHANGED = "The log has changed: press Refresh";

/** "Right · as of 2026-05-30 16:05" */
export function stateSentence(): string {
  const wrong = `COUNTIF(Audit[State],"Wrong*")`;
  const rows = `SUMPRODUCT((LEN(Problems[Row])>0)*1)`;
  const right = `"Right"&IF(${rows}=0,"",", "&${rows}&IF(${rows}=1," row"," rows")&" to look at")`;
  const words = `IF(${LOG_NOW}="${UNREADABLE}","The log holds an error value: its rows cannot be compared",IF(${LOG_THEN}<>${LOG_NOW},"${CHANGED}",IF(${wrong}>0,"Wrong: see the column State of Audit",${right})))`;
  return `=IF(LEN(${LOG_THEN})=0,"Not built yet: press Refresh",${words}&" · as of "&${REBUILT})`;
}

/**
 * The log as a text of sums, which changes when a fact changes, whatever the order of the rows: numbers by themselves and times one another, and of each word its length
 * and some letters times the date. Native functions of Excel 2010 only.
 */
export function logNow(): string {
  const column = (header: string): string => `Trades[${header}]`;
  const sums = ["Date", "Quantity", "Strike", "Expiry", "Price", "Fees", "Multiplier", "Cash"].map((header) => `ROUND(SUM(${column(header)}),4)`);
  const products = [["Date", "Quantity"], ["Quantity", "Strike", "Expiry"], ["Quantity", "Price"]].map((headers) => `ROUND(SUMPRODUCT(${headers.map(column).join(",")}),2)`);
  const letter = (header: string, at: number): string => `CODE(MID(${column(header)}&"    ",${at},1))`;
  const words = [
    `200*LEN(${column("Action")})+${letter("Action", 2)}`,
    `${letter("Type", 3)}+7*LEN(${column("Type")})`,
    `${letter("Ticker", 1)}+3*${letter("Ticker", 2)}+7*CODE(RIGHT(" "&${column("Ticker")}))+11*LEN(${column("Ticker")})`,
    `${letter("Account", 1)}+3*CODE(RIGHT(" "&${column("Account")}))+11*LEN(${column("Account")})`,
  ].map((word) => `SUMPRODUCT(${word},${column("Date")})`);
  return `=IFERROR(COUNTA(${column("Action")})&"|"&${[...sums, ...products, ...words].join(`&"|"&`)},"${UNREADABLE}")`;
}

const UNREADABLE = "error";
