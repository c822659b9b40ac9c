/** The only entry of the calculation module. */
export { CalcError } from "./check";
export { type Convention, type Daycount, DAYCOUNTS, STANDARD, conventionName } from "./convention";
export { type Cells, operand } from "./formula";

export * as calendar from "./calendar";
export * as put from "./put";
export * as roll from "./roll";
export * as call from "./call";
export { annualised, annualisedFormula } from "./yield";

export { ACTIONS, type Action, type RowCell, TRADE_TYPES, type Trade, type TradeCells, type TradeRow, type TradeType } from "./ledger/trade";
export { faultOf, faultWord, faultWords, isBlankRow, needsPrice, typesOf } from "./ledger/row";
export { cashFormula, cashOf, cashUnits, totalCash } from "./ledger/cash";
export {
  type ColumnCells,
  annualHeader,
  annualisedOf,
  breakevenOf,
  collateralOf,
  columnValue,
  daysOf,
  oddityOf,
  tradeColumns,
  yieldHeader,
  yieldOf,
} from "./ledger/columns";
export type { TradeColumn } from "./ledger/columns/rules";
export { isSameAccount, oneSpelling } from "./ledger/accounts";
export { type Book, type TickerBook, book } from "./ledger/book";
export { type LogRow, cashSettledWords } from "./ledger/entries";
export { type Bases, type BridgeLine, basesOf, bridgeOf } from "./ledger/bases";
export * as report from "./report";
export * as moves from "./moves";
export * from "./pricing";
export * as portfolio from "./portfolio";
export * as screen from "./screen";
