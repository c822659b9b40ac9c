import { palette } from "../palette";
import { type CellCheck, type ColumnPlan, FORMAT, type SheetPlan, type TablePlan } from "../schema";
import { native } from "./reports/columns";

const SPREAD: CellCheck = { rule: { kind: "atLeast", limit: 0 }, refusal: "warn", words: "Spread is usually a share of the middle: 0.05 or 5%." };

/** What one would like to own, and why: decided before the trade, read when it is time to trade. */
export const watchlist: TablePlan = {
  name: "Watchlist",
  columns: [
    text("Ticker", 60, "The stock."),
    text("Sector", 138, "One of the eleven sectors; used to see how much hangs on one of them.", {
      rule: { kind: "list", choices: ["Communication Services", "Consumer Discretionary", "Consumer Staples", "Energy", "Financials", "Health Care", "Industrials", "Information Technology", "Materials", "Real Estate", "Utilities"] },
      refusal: "warn", words: "Not one of the eleven sectors. Keep it if it is your own.", prompt: "Choose from the list, or type your own.",
    }),
    number("Price", 66, "#,##0.00##", "Price of the stock now: typed, pasted, or linked with Excel's Stocks."),
    number("Volatility", 66, FORMAT.yield, "Volatility a year as your broker shows it: 0.28 or 28%."),
    number("Target price", 78, "#,##0.00##", "The price at which you want to own it. A put whose break-even is here or lower gets you that."),
    text("Why", 220, "Why you would be glad to own it: what would have to change your mind?"),
    number("Most shares", 78, FORMAT.whole, "The most shares that you want to hold; 100 for each contract."),
    day("Earnings", "Next report. A put across it carries more risk, and more premium."),
    day("Ex-date", "First day without the next dividend. A call in the money may be exercised the day before."),
    number("Dividend", 66, "#,##0.00##", "Next dividend, dollars per share."),
    day("Checked", "When you last looked at this row."),
    { ...number("Spread", 66, "0.0%", "Spread of its options: (ask − bid) ÷ their middle, as a share. What you give away on each side is half of it."), check: SPREAD },
    { ...native("Warning", 320, FORMAT.plain, "Not reviewed for 90 days · Price under target · Earnings or ex-date inside an open option's life (from Positions).", warning), late: true, wrap: true },
  ],
  rows: [],
  highlights: [{ columns: ["Warning"], formula: (ref) => `=LEN(${ref("Warning")})>0`, fill: palette.warnGround, fontColor: palette.warn }],
};

type Cell = (header: string) => string;

function warning(cell: Cell): string {
  const inside = (header: "Earnings" | "Ex-date"): string =>
    `AND(N(${cell(header)})>=TODAY(),SUMPRODUCT((Positions[Ticker]=${cell("Ticker")})*ISNUMBER(Positions[Expiry])*(Positions[Expiry]>=N(${cell(header)})))>0)`;
  const words: readonly (readonly [when: string, words: string])[] = [
    [`NOT(ISNUMBER(${cell("Checked")}))`, "Not reviewed yet"],
    [`AND(ISNUMBER(${cell("Checked")}),TODAY()-N(${cell("Checked")})>90)`, "Not reviewed for 90 days"],
    [`AND(N(${cell("Price")})>0,N(${cell("Price")})<N(${cell("Target price")}))`, "Price under target"],
    [inside("Earnings"), "Earnings inside an option's life"],
    [inside("Ex-date"), "Ex-date inside an option's life"],
  ];
  return `IF(LEN(${cell("Ticker")})=0,"",MID(${words.map(([when, what]) => `IF(${when}," · ${what}","")`).join("&")},4,250))`;
}

export const watchlistSheet: SheetPlan = {
  name: "Watchlist",
  kind: "typed",
  title: "Watchlist",
  subtitle: "Stocks you would be glad to own, at which price, and why.",
  tables: [watchlist],
};

function text(header: string, width: number, note: string, check?: CellCheck): ColumnPlan {
  return { header, kind: "typed", width, numberFormat: FORMAT.plain, align: "left", note, ...(check && { check }), ...(header === "Why" && { wrap: true }) };
}

function number(header: string, width: number, numberFormat: string, note: string): ColumnPlan {
  return {
    header, kind: "typed", width, numberFormat, align: "right", note,
    check: { rule: { kind: "atLeast", limit: 0 }, refusal: "warn", words: `${header} is usually a number, zero or above.` },
  };
}

function day(header: string, note: string): ColumnPlan {
  return {
    header, kind: "typed", width: 72, numberFormat: FORMAT.date, align: "right", note,
    check: { rule: { kind: "day" }, refusal: "warn", words: "This is usually a date, such as 2026-02-20." },
  };
}
