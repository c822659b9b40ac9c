import { palette } from "../../palette";
import { FORMAT, type ColumnPlan, type TablePlan } from "../../schema";
import { sumWhere } from "../criteria";
import { native, number, value, watched } from "../reports/columns";

/** Every open option, the first to expire on top, and what there is to look at. */
export const attention: TablePlan = {
  name: "Attention",
  heading: "Open options, and what wants a look today",
  columns: [
    value("Account", 84, FORMAT.plain, "As in the log; a blank account is Main."),
    value("Ticker", 84, FORMAT.plain, "The stock."),
    value("Type", 84, FORMAT.plain, "Put or Call."),
    number("Quantity", 84, "Contracts that are open; below zero when sold."),
    number("Strike", 84, "Price in the contract."),
    value("Expiry", 84, FORMAT.date, "Day on which the option expires."),
    native("Days left", 84, FORMAT.signed, "Expiry − today.", (cell) => `IF(ISNUMBER(${cell("Expiry")}),${cell("Expiry")}-TODAY(),"")`),
    optionPrice(),
    native("To look at", 252, FORMAT.plain, "Past expiry · In the money · Inside 7 or 21 days · Half or three quarters of the profit made (where you typed the option's price) · Earnings or ex-date inside the option's life (from the Watchlist).", toLookAt),
  ],
  rows: [],
  highlights: [
    { columns: ["Expiry", "Days left", "To look at"], formula: (ref) => `=AND(ISNUMBER(${ref("Days left")}),N(${ref("Days left")})<0)`, fontColor: palette.loss, bold: true },
    { columns: ["To look at"], formula: (ref) => `=LEN(${ref("To look at")})>0`, fontColor: palette.warn, bold: true },
  ],
  key: ["Account", "Ticker", "Type", "Strike", "Expiry"],
};

/** The one column of a report that is typed: what it would cost to buy the option back is in no log. */
function optionPrice(): ColumnPlan {
  return {
    header: "Option price", kind: "typed", width: 84, numberFormat: "#,##0.00##", align: "right",
    note: "Type what the option costs now, dollars a share, to see how much of the profit is made. It stays with its option as long as that is open.",
    check: { rule: { kind: "atLeast", limit: 0 }, refusal: "warn", words: "Option price is usually a number, zero or above." },
  };
}

type Cell = (header: string) => string;

function toLookAt(cell: Cell): string {
  const [left, strike, expiry] = [cell("Days left"), cell("Strike"), cell("Expiry")];
  const sold = `N(${cell("Quantity")})<0`;
  const now = watched("Price", cell("Ticker"));
  const inTheMoney = `IF(${cell("Type")}="Put",N(${now})<${strike},N(${now})>${strike})`;
  const premium = sumWhere("Positions[Premium]", ...["Account", "Ticker", "Type", "Quantity", "Strike", "Expiry"].map((header) => [`Positions[${header}]`, cell(header)] as const));
  const made = `IF(AND(${sold},ISNUMBER(${cell("Option price")})),IFERROR(ROUND((${premium}-${cell("Option price")})/${premium},9),-1),-1)`;
  const inside = (header: "Earnings" | "Ex-date"): string => `IFERROR(AND(${watched(header, cell("Ticker"))}>=TODAY(),${watched(header, cell("Ticker"))}<=${expiry}),FALSE)`;
  const words: readonly (readonly [when: string, words: string])[] = [
    [`${left}<0`, "Past expiry"],
    [`IFERROR(AND(${sold},N(${now})>0,${inTheMoney}),FALSE)`, "In the money"],
    [`AND(${left}>=0,${left}<=7)`, "Inside 7 days"],
    [`AND(${left}>7,${left}<=21)`, "Inside 21 days"],
    [`${made}>=0.75`, "Three quarters of the profit made"],
    [`AND(${made}>=0.5,${made}<0.75)`, "Half of the profit made"],
    [inside("Earnings"), "Earnings inside"],
    [inside("Ex-date"), "Ex-date inside"],
  ];
  return `IF(ISNUMBER(${left}),MID(${words.map(([when, what]) => `IF(${when}," · ${what}","")`).join("&")},4,250),"")`;
}
