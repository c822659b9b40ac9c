import fc from "../properties";
import { layOutJournal, logTrades } from "../../src/actions";
import { ACTIONS, STANDARD, TRADE_TYPES, type TradeRow, columnValue } from "../../src/calc";
import { trades } from "../../src/journal/sheets";
import { MemoryGrid } from "../../workbench/grid/memory";
import { journalFile } from "../../workbench/template";
import { CHAIN_A_LEGS, tradeOf } from "../fixtures/goldenChains";
import type { Row } from "./expected";
import type { Value } from "./readBook";

/*
 * Rows as people type them: of every action and type, with now and then a cell that should not be so. A row is the cells of the Trades table that its calculated columns look at.
 */
const money = fc.integer({ min: 0, max: 90_000 }).map((cents) => cents / 100);
const odd: fc.Arbitrary<Value> = fc.constantFrom("", "", "abc", 0, -1, 1e-9, 1e12, 0.5, "-");
const mostly = (usual: fc.Arbitrary<Value>): fc.Arbitrary<Value> => fc.oneof({ weight: 15, arbitrary: usual }, { weight: 1, arbitrary: odd });
const HEADERS = ["Date", "Ticker", "Action", "Type", "Quantity", "Strike", "Expiry", "Price", "Fees", "Multiplier"] as const;
const row = fc.record<Record<(typeof HEADERS)[number], Value>>({
  Date: mostly(fc.integer({ min: 45_000, max: 47_000 })),
  Ticker: mostly(fc.constantFrom<Value>("KO", "F", "brk.b")),
  Action: mostly(fc.oneof(fc.constantFrom<Value>(...ACTIONS), fc.constant<Value>("Sell to open"), fc.constant<Value>("sell TO open"))),
  Type: mostly(fc.oneof(fc.constantFrom<Value>(...TRADE_TYPES), fc.constant<Value>("Put"), fc.constant<Value>("call"))),
  Quantity: mostly(fc.integer({ min: 1, max: 40 })),
  Strike: mostly(money.map((strike) => strike + 0.5)),
  Expiry: mostly(fc.integer({ min: 46_500, max: 47_400 })),
  Price: mostly(fc.oneof(money.map((price) => price / 50), fc.constant<Value>(""))),
  Fees: mostly(fc.oneof(money.map((fee) => fee / 100), fc.constantFrom<Value>("", -0.65, 1.3))),
  Multiplier: mostly(fc.constantFrom<Value>("", 100, 100, 10)),
});

export const ODD_ROWS = fc.sample(row, { numRuns: 600, seed: 20260105 });

/** What the calculated columns must show for each of them. */
export const expectedOddRows = (): readonly Row[] =>
  ODD_ROWS.map((cells) => {
    const asTyped = Object.fromEntries(HEADERS.map((header) => [header.toLowerCase(), cells[header]])) as unknown as TradeRow;
    return Object.fromEntries(trades.columns.filter(({ kind }) => kind === "calculated").map(({ header, formula }) => [formula?.header?.(STANDARD) ?? header, columnValue(COLUMNS[header as keyof typeof COLUMNS], asTyped, STANDARD)]));
  });
const COLUMNS = { Cash: "cash", Days: "days", "Break-even": "breakeven", Collateral: "collateral", Yield: "yield", Annualised: "annualised" } as const;

/** A log of these rows: the table is made as long by trades, then its cells are written over. */
export function oddFile(): Promise<Uint8Array> {
  const first = tradeOf(CHAIN_A_LEGS[0]!, "KO");
  const grid = new MemoryGrid();
  return journalFile(async () => {
    await layOutJournal();
    await logTrades(ODD_ROWS.map(() => first));
    const table = grid.tables().find(({ name }) => name === "Trades");
    if (!table) throw new Error("no Trades table");
    for (const header of HEADERS) {
      const rect = { row: table.rect.row + 1, column: table.rect.column + table.columns.indexOf(header), rows: ODD_ROWS.length, columns: 1 };
      grid.write(table.sheetId, rect, ODD_ROWS.map((cells) => [{ value: cells[header] }]));
    }
  }, { subject: "for the referee", results: "wrong" }, grid);
}
