import type { ExcelRefused } from "../../src/actions";
import type { Trade } from "../../src/calc";
import { dayOf } from "../../src/journal/day";

/** A sold put of KO, with whatever else is said. */
export function trade(more: Partial<Trade> = {}): Trade {
  return { date: 46027, account: "Main", ticker: "KO", action: "Sell to open", type: "Put", quantity: 2, strike: 50, expiry: 46073, price: 1.2, fees: 1.3, multiplier: 100, notes: "", id: "", ...more };
}

/** FINANCE's golden chain A, row by row: $0.65 per contract and leg, no assignment fee; ends with 564.15 of cash. */
export function goldenChainA(): readonly Trade[] {
  const day = (text: string): number => dayOf(`2026-${text}`) ?? Number.NaN;
  const option = (date: string, action: Trade["action"], type: "Put" | "Call", quantity: number, strike: number, expiry: string, price: number | null): Trade =>
    trade({ date: day(date), action, type, quantity, strike, expiry: day(expiry), price, fees: price === null ? 0 : 0.65 * quantity });
  return [
    option("01-05", "Sell to open", "Put", 2, 50, "02-20", 1.2),
    option("02-13", "Buy to close", "Put", 2, 50, "02-20", 2.1),
    option("02-13", "Sell to open", "Put", 2, 48, "03-20", 2.35),
    option("03-12", "Assigned", "Put", 1, 48, "03-20", null),
    option("03-18", "Buy to close", "Put", 1, 48, "03-20", 0.3),
    option("03-23", "Sell to open", "Call", 1, 49, "04-24", 0.8),
    trade({ date: day("04-10"), action: "Dividend", type: "Shares", quantity: 100, strike: null, expiry: null, price: 0.4, fees: 0 }),
    option("04-24", "Expired", "Call", 1, 49, "04-24", null),
    option("04-27", "Sell to open", "Call", 1, 49, "05-29", 0.9),
    option("05-29", "Assigned", "Call", 1, 49, "05-29", null),
  ];
}

/** Something of the user's in the workbook, through Excel as a person would. */
export function asUser(work: (context: Excel.RequestContext) => Promise<void> | void): Promise<void> {
  return Excel.run(async (context) => {
    await work(context);
    await context.sync();
  });
}

export async function refusal(work: Promise<unknown>): Promise<ExcelRefused> {
  const error = await work.then(
    () => null,
    (thrown: unknown) => thrown as ExcelRefused,
  );
  if (!error) throw new Error("it was not refused");
  return error;
}
