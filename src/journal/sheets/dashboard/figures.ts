/** The cash against which collateral and shares are held: that of Settings; else, where deposits are logged, what the log adds up to; else none is known, and it is 0. */
export const CASH = `IF(${settingOf("Cash")}>0,${settingOf("Cash")},IF(COUNTIF(Trades[Action],"Deposit")>0,MAX(0,SUM(Trades[Cash])),0))`;

export const CASH_SOURCE = `IF(${settingOf("Cash")}>0,"as typed in Settings",IF(COUNTIF(Trades[Action],"Deposit")>0,"what the log adds up to","type it in Settings"))`;

export const SHARES_AT_STRIKE_COST = `-SUMIFS(Positions[Credit],Positions[Type],"Shares")`;

/** A number of the Settings table by its name; 0 when it is blank, no number or gone. */
export function settingOf(name: string): string {
  return `IFERROR(N(INDEX(Settings[Value],MATCH("${name}",Settings[Name],0))),0)`;
}

/** On the page in whole dollars; the tables that it asks have the cents. */
export const DOLLARS = "#,##0;[Red]-#,##0";
export const PERCENT = "0.0%;[Red]-0.0%";
