import { ACTIONS, TRADE_TYPES, type TradeColumn, annualHeader, tradeColumns, yieldHeader } from "../../calc";
import { palette } from "../palette";
import { type ColumnPlan, FORMAT, type SheetPlan, type TablePlan } from "../schema";

/** The log: one row an event, a fact that was typed; all else is worked out from it. */
export const trades: TablePlan = {
  name: "Trades",
  columns: [
    typed("Date", 66, FORMAT.date, "Day on which it happened.", { check: { rule: { kind: "day" }, refusal: "stop", words: "Type a date, such as 2026-02-20." } }),
    typed("Account", 72, FORMAT.plain, "Which account: any name. Blank means Main."),
    typed("Ticker", 54, FORMAT.plain, "The stock, also for its options. Blank for cash that belongs to no stock."),
    typed("Action", 102, FORMAT.plain, "What happened. An assignment is one row: it takes the option away and buys (put) or sells (call) the shares at the strike.", {
      check: { rule: { kind: "list", choices: ACTIONS }, refusal: "stop", words: "Choose one of the actions of the list.", prompt: "What happened? Choose from the list." },
    }),
    typed("Type", 62, FORMAT.plain, "Put or Call for options, Shares for shares, Cash for money alone.", {
      check: { rule: { kind: "list", choices: TRADE_TYPES }, refusal: "stop", words: "Choose Put, Call, Shares or Cash.", prompt: "Put or Call for options, Shares for shares, Cash for money alone." },
    }),
    typed("Quantity", 58, FORMAT.plain, "Contracts or shares, always positive: the action says which way. For a split, new shares for one old share.", {
      check: { rule: { kind: "above", limit: 0 }, refusal: "warn", words: "Quantities are above zero: the action says which way it goes." },
    }),
    typed("Strike", 54, FORMAT.plain, "Price in the contract. Options only.", { check: { rule: { kind: "above", limit: 0 }, refusal: "stop", words: "The strike is a price above zero." } }),
    typed("Expiry", 66, FORMAT.date, "Day on which the option expires. Options only.", {
      check: { rule: { kind: "day" }, refusal: "stop", words: "Type a date, such as 2026-02-20." },
    }),
    typed("Price", 60, "#,##0.00##", "Dollars per share. For cash rows the whole amount. Blank for Expired, Assigned, Exercised, Split and Adjusted.", {
      check: { rule: { kind: "atLeast", limit: 0 }, refusal: "warn", words: "Prices are zero or above: the action says which way the money goes. Interest that was paid is negative." },
    }),
    typed("Fees", 54, "#,##0.00", "Dollars for the whole row. Any sign is taken as a cost."),
    typed("Multiplier", 64, FORMAT.whole, "Shares per contract. Blank means 100; adjusted contracts differ.", {
      check: { rule: { kind: "above", limit: 0 }, refusal: "warn", words: "The multiplier is the number of shares per contract, usually 100 (leave it blank)." },
    }),
    typed("Notes", 190, FORMAT.plain, "Anything you want to remember."),
    typed("Id", 54, FORMAT.plain, "Names this row. The add-in or the broker gives it; leave it blank when you type."),
    calculated("Cash", "cash", 78, FORMAT.money, "What the row did to your cash: quantity × multiplier × price, less fees; bought is minus. Assigned and exercised: at the strike."),
    calculated("Days", "days", 46, FORMAT.whole, "Calendar days from the date to the expiry, at least 1. Rows that open an option."),
    calculated("Break-even", "breakeven", 70, "#,##0.00##", "Stock price at which the sold put neither gains nor loses: strike − price + fees per share."),
    calculated("Collateral", "collateral", 78, "#,##0.00", "Cash set aside for the sold put: strike × multiplier × quantity."),
    calculated("Yield", "yield", 86, FORMAT.yield, "What the sold put earns on its capital, fees taken off. The header names the capital: the strike, or net of the premium (see Settings)."),
    calculated("Annualised", "annualised", 128, FORMAT.yield, "The yield as a yearly rate: yield × day count ÷ days, or compounded. The header names day count and capital (see Settings)."),
  ],
  rows: [],
  highlights: [
    // The Cash column says in a word what keeps a row from being booked: the whole row is tinted, the word stands in Cash.
    { columns: ["Action", "Type", "Cash"], formula: (ref) => `=AND(ISTEXT(${ref("Cash")}),LEN(${ref("Cash")})>0)`, fill: palette.warnGround, fontColor: palette.warn },
    { columns: ["Quantity"], formula: (ref) => `=AND(ISNUMBER(${ref("Quantity")}),${ref("Quantity")}<0)`, fontColor: palette.loss, fill: palette.lossGround, bold: true },
    {
      columns: ["Expiry"],
      formula: (ref) => `=AND(ISNUMBER(${ref("Expiry")}),ISNUMBER(${ref("Date")}),${ref("Expiry")}<INT(${ref("Date")}))`,
      fontColor: palette.loss,
      fill: palette.lossGround,
      bold: true,
    },
  ],
};

export const tradesSheet: SheetPlan = {
  name: "Trades",
  kind: "typed",
  title: "Trades",
  subtitle: "Every event of the account, one row each. Type in the white columns; the tinted ones answer by themselves.",
  tables: [trades],
};

function typed(header: string, width: number, numberFormat: string, note: string, more: Partial<ColumnPlan> = {}): ColumnPlan {
  const align = numberFormat === FORMAT.plain && header !== "Quantity" && header !== "Strike" ? "left" : "right";
  return { header, kind: "typed", width, numberFormat, align, note, ...more };
}

function calculated(header: string, column: TradeColumn, width: number, numberFormat: string, note: string): ColumnPlan {
  const named = { yield: yieldHeader, annualised: annualHeader }[column as string];
  return {
    header, kind: "calculated", width, numberFormat, align: "right", note,
    formula: {
      ...(named && { header: named }),
      text: (ref, convention) => tradeColumns[column](cellsOf(ref), convention),
    },
  };
}

const cellsOf = (ref: (header: string) => string) => ({
  date: ref("Date"), ticker: ref("Ticker"), action: ref("Action"), type: ref("Type"), quantity: ref("Quantity"), strike: ref("Strike"),
  expiry: ref("Expiry"), price: ref("Price"), fees: ref("Fees"), multiplier: ref("Multiplier"), cash: ref("Cash"),
});
