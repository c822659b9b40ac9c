import type { ExcelRefused } from "../../src/actions";
import type { Trade } from "../../src/calc";
import { CHAIN_A_LEGS, tradeOf } from "../fixtures/goldenChains";

/** A sold put of KO, with whatever else is said. */
export function trade(more: Partial<Trade> = {}): Trade {
  return { date: 46027, account: "Main", ticker: "KO", action: "Sell to open", type: "Put", quantity: 2, strike: 50, expiry: 46073, price: 1.2, fees: 1.3, multiplier: 100, notes: "", id: "", ...more };
}

/** Golden chain A, row by row, of KO: ends with 564.15 of cash. */
export function goldenChainA(): readonly Trade[] {
  return CHAIN_A_LEGS.map((leg) => tradeOf(leg, "KO"));
}

/** Something of the user's in the workbook, through Excel as a person would. */
export function asUser(work: (context: Excel.RequestContext) => Promise<void> | void): Promise<void> {
  return Excel.run(async (context) => {
    await work(context);
    await context.sync();
  });
}

/** A table's rows as the sheet has them, by their headers. */
export function rowsOf(table: string): Promise<Record<string, unknown>[]> {
  return Excel.run(async (context) => {
    const range = context.workbook.tables.getItem(table).getRange().load("values");
    await context.sync();
    const [headers = [], ...body] = range.values as unknown[][];
    return body.map((cells) => Object.fromEntries(headers.map((header, at) => [String(header), cells[at]])));
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
