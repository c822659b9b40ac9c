import { type Action, type Trade, type TradeType, calendar } from "../calc";
import { dayOf } from "./day";

/** The account of the sample's rows: how one tells them from one's own, and filters them out. */
export const SAMPLE_ACCOUNT = "Sample";

/**
 * A year of the wheel on six stocks, made up for trying the journal: the tickers exist, the prices and trades do not. It has what a
 * real year has: puts that expire, a roll down and out, early and partial assignment, calls below and above cost, dividends, and
 * positions that are open. With `today` the year ends now: it is moved by whole weeks, so that expirations stay Fridays (the trading day
 * before where that is a holiday; what was done on one is done on the next), and stops where puts and calls are open. Without it, it is all of 2025.
 */
export function sampleYear(today?: number): readonly Trade[] {
  const moved = today === undefined ? 0 : 7 * Math.floor((today - day(OPEN_UNTIL)) / 7);
  const events = today === undefined ? EVENTS : EVENTS.filter(([date]) => date < OPEN_UNTIL);
  return events.map(([date, what, ticker, quantity, contract, price, notes], index) => {
    const { action, type } = WHAT[what];
    const isOption = type === "Put" || type === "Call";
    const [strike, expiry] = contract ? contract.split(" ") : [];
    return {
      date: date === expiry ? calendar.tradingDayUpTo(day(date) + moved) : calendar.tradingDayFrom(day(date) + moved),
      account: SAMPLE_ACCOUNT,
      ticker,
      action,
      type,
      quantity,
      strike: isOption ? Number(strike) : null,
      expiry: isOption ? calendar.tradingDayUpTo(day(expiry ?? "") + moved) : null,
      price,
      fees: isOption && price !== null ? Math.round(quantity * 65) / 100 : 0,
      multiplier: 100,
      notes: notes ?? "",
      id: `S${String(index + 1).padStart(2, "0")}`,
    };
  });
}

/** A Friday before which a roll has just been made, and before which nothing of what is open has run out. */
const OPEN_UNTIL = "12-12";

/** Of the year 2025; "+01-16" is in the year after. */
const day = (monthDay: string): number => dayOf(monthDay.startsWith("+") ? `2026-${monthDay.slice(1)}` : `2025-${monthDay}`) ?? Number.NaN;

const WHAT = {
  sellPut: { action: "Sell to open", type: "Put" },
  closePut: { action: "Buy to close", type: "Put" },
  putExpired: { action: "Expired", type: "Put" },
  putAssigned: { action: "Assigned", type: "Put" },
  sellCall: { action: "Sell to open", type: "Call" },
  closeCall: { action: "Buy to close", type: "Call" },
  callExpired: { action: "Expired", type: "Call" },
  callAssigned: { action: "Assigned", type: "Call" },
  dividend: { action: "Dividend", type: "Shares" },
  interest: { action: "Interest", type: "Cash" },
  deposit: { action: "Deposit", type: "Cash" },
  withdrawal: { action: "Withdrawal", type: "Cash" },
  fee: { action: "Fee", type: "Cash" },
} as const satisfies Record<string, { action: Action; type: TradeType }>;

type SampleEvent = readonly [
  date: string, what: keyof typeof WHAT, ticker: string, quantity: number, contract: string | null, price: number | null, notes?: string,
];

const EVENTS: readonly SampleEvent[] = [
  ["01-02", "deposit", "", 0, null, 60000, "Sample year: made-up trades. Filter Account for Sample and delete the rows when you are done."],
  ["01-06", "sellPut", "KO", 2, "60 02-21", 0.82, "Glad to own it at 59"],
  ["01-13", "sellPut", "F", 5, "10 02-21", 0.28],
  ["01-21", "sellPut", "INTC", 2, "21 02-21", 0.74, "Target 20: one turn at a time"],
  ["02-03", "sellPut", "PFE", 3, "26 03-21", 0.71],
  ["02-07", "closePut", "F", 5, "10 02-21", 0.74, "Roll down and out for a credit"],
  ["02-07", "sellPut", "F", 5, "9.5 03-21", 0.81, "Roll down and out for a credit"],
  ["02-18", "closePut", "INTC", 2, "21 02-21", 0.08, "Most of it earned, three days left"],
  ["02-21", "putExpired", "KO", 2, "60 02-21", null],
  ["02-24", "sellPut", "KO", 2, "67.5 04-17", 0.95],
  ["03-03", "sellPut", "VZ", 2, "42 04-17", 0.78],
  ["03-10", "sellPut", "INTC", 2, "20 04-17", 0.88],
  ["03-21", "putExpired", "F", 5, "9.5 03-21", null],
  ["03-21", "putAssigned", "PFE", 3, "26 03-21", null, "Shares at 26"],
  ["03-24", "sellCall", "PFE", 3, "26.5 04-17", 0.34],
  ["03-31", "interest", "", 0, null, 388.2, "On the collateral, three months"],
  ["04-07", "sellPut", "F", 5, "9 05-16", 0.46],
  ["04-08", "putAssigned", "INTC", 1, "20 04-17", null, "One of two, early"],
  ["04-11", "closePut", "INTC", 1, "20 04-17", 0.62],
  ["04-14", "sellCall", "INTC", 1, "21 05-16", 0.57],
  ["04-17", "putExpired", "KO", 2, "67.5 04-17", null],
  ["04-17", "putExpired", "VZ", 2, "42 04-17", null],
  ["04-17", "callExpired", "PFE", 3, "26.5 04-17", null],
  ["04-21", "sellPut", "VZ", 2, "42 05-16", 0.69],
  ["04-28", "closePut", "F", 5, "9 05-16", 0.11, "Three quarters earned in three weeks"],
  ["05-05", "sellPut", "KO", 2, "70 06-20", 1.28],
  ["05-09", "dividend", "PFE", 300, null, 0.43],
  ["05-12", "sellCall", "PFE", 3, "25 06-20", 0.22, "Below the strike cost of 26: a choice, not a habit"],
  ["05-16", "callExpired", "INTC", 1, "21 05-16", null],
  ["05-16", "putExpired", "VZ", 2, "42 05-16", null],
  ["05-19", "sellPut", "F", 5, "10 06-20", 0.21],
  ["05-27", "sellPut", "SOFI", 4, "13 06-27", 0.52],
  ["06-02", "sellCall", "INTC", 1, "21 07-18", 0.83],
  ["06-20", "putAssigned", "KO", 2, "70 06-20", null, "Shares at 70"],
  ["06-20", "callExpired", "PFE", 3, "25 06-20", null],
  ["06-20", "putExpired", "F", 5, "10 06-20", null],
  ["06-23", "sellCall", "KO", 2, "70 07-18", 1.02],
  ["06-27", "putExpired", "SOFI", 4, "13 06-27", null],
  ["06-30", "interest", "", 0, null, 401.75, "On the collateral, three months"],
  ["07-07", "sellPut", "F", 5, "11 08-15", 0.33],
  ["07-14", "sellCall", "PFE", 3, "26 08-15", 0.38],
  ["07-18", "callExpired", "KO", 2, "70 07-18", null],
  ["07-18", "callAssigned", "INTC", 1, "21 07-18", null, "Called away at 21: this turn is done"],
  ["07-21", "sellCall", "KO", 2, "70 08-15", 1.1],
  ["07-28", "sellPut", "SOFI", 4, "19 08-29", 0.77],
  ["08-01", "dividend", "PFE", 300, null, 0.43],
  ["08-15", "callAssigned", "KO", 2, "70 08-15", null, "Called away at 70: bought and sold at one price, paid to wait"],
  ["08-15", "putExpired", "F", 5, "11 08-15", null],
  ["08-15", "callAssigned", "PFE", 1, "26 08-15", null, "One of three; the others expired"],
  ["08-15", "callExpired", "PFE", 2, "26 08-15", null],
  ["08-18", "sellPut", "VZ", 2, "43 09-19", 0.58],
  ["08-29", "putExpired", "SOFI", 4, "19 08-29", null],
  ["09-02", "sellPut", "KO", 2, "67.5 10-17", 0.93],
  ["09-08", "sellCall", "PFE", 2, "26 10-17", 0.29],
  ["09-15", "sellPut", "INTC", 2, "24 10-17", 0.71],
  ["09-19", "putExpired", "VZ", 2, "43 09-19", null],
  ["09-30", "interest", "", 0, null, 415.1, "On the collateral, three months"],
  ["10-03", "closePut", "INTC", 2, "24 10-17", 0.06],
  ["10-08", "closeCall", "PFE", 2, "26 10-17", 0.85, "Rolled up and out: the shares ran away"],
  ["10-08", "sellCall", "PFE", 2, "27 12-19", 1.01, "Rolled up and out: the shares ran away"],
  ["10-17", "putAssigned", "KO", 2, "67.5 10-17", null, "Shares at 67.50"],
  ["10-20", "sellCall", "KO", 2, "70 11-21", 0.88],
  ["11-03", "sellPut", "SOFI", 3, "27 12-19", 1.62],
  ["11-07", "dividend", "PFE", 200, null, 0.43],
  ["11-14", "withdrawal", "", 0, null, 1500, "Paid out"],
  ["11-21", "callAssigned", "KO", 2, "70 11-21", null, "Called away at 70"],
  ["11-24", "sellPut", "KO", 2, "67.5 +01-16", 1.12, "The shares went at 70: back to waiting at 66.38"],
  ["12-01", "fee", "", 0, null, 12, "Quotes"],
  ["12-03", "sellPut", "VZ", 2, "40 +01-16", 0.74],
  ["12-08", "closePut", "SOFI", 3, "27 12-19", 2.05, "Roll out one week"],
  ["12-08", "sellPut", "SOFI", 3, "27 12-26", 2.4, "Roll out for a credit"],
  ["12-19", "callExpired", "PFE", 2, "27 12-19", null],
  ["12-26", "putAssigned", "SOFI", 3, "27 12-26", null, "Shares at 27, and the wheel goes on"],
  ["12-31", "interest", "", 0, null, 398.4, "On the collateral, three months"],
];
