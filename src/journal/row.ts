import { ACTIONS, type Action, type RowCell, TRADE_TYPES, type Trade, type TradeRow, type TradeType, faultOf, faultWords, isBlankRow, needsPrice, typesOf } from "../calc";
import { cellText, clipped, isErrorText, shown } from "./text";

/** The typed columns of the Trades table, in their order as laid out; each is a field of Trade. */
export const TYPED_HEADERS = [
  "Date", "Account", "Ticker", "Action", "Type", "Quantity", "Strike", "Expiry", "Price", "Fees", "Multiplier", "Notes", "Id",
] as const;
export type TypedHeader = (typeof TYPED_HEADERS)[number];

export type CellContent = string | number | boolean;
/** One row of the table: its typed cells, as values. */
export type TypedCells = Readonly<Record<TypedHeader, CellContent>>;

/** A row that cannot be booked: the cell that must change, and what must hold, in words. */
export interface RowProblem {
  readonly header: TypedHeader;
  readonly words: string;
}
export type RowRead = { readonly kind: "trade"; readonly trade: Trade } | { readonly kind: "problem"; readonly problem: RowProblem } | { readonly kind: "blank" };

/** A trade as the cells of its row; what its action has no use for stays blank. */
export function toCells(trade: Trade): TypedCells {
  const isOption = trade.type === "Put" || trade.type === "Call";
  return {
    Date: trade.date,
    Account: cellText(trade.account),
    Ticker: cellText(trade.ticker),
    Action: trade.action,
    Type: trade.type,
    Quantity: trade.type === "Cash" ? "" : trade.quantity,
    Strike: trade.strike ?? "",
    Expiry: trade.expiry ?? "",
    Price: trade.price ?? "",
    Fees: trade.fees === 0 ? "" : trade.fees,
    Multiplier: !isOption || (trade.multiplier === 100 && trade.action !== "Adjusted") ? "" : trade.multiplier,
    Notes: cellText(trade.notes),
    Id: cellText(trade.id),
  };
}

/** Any row → a trade, a problem in words, or a blank row (notes alone are no event). It is a trade exactly when its Cash cell shows a number. */
export function readRow(cells: TypedCells): RowRead {
  const row = rowOf(cells);
  if (isBlankRow(row)) return { kind: "blank" };
  const fault = faultOf(row);
  // an error where a word belongs is read as text; elsewhere it is at fault only where the cell is asked for
  const error = [...WORDS, ...(fault ? [HEADER_OF[fault]] : [])].find((header) => isErrorText(cells[header]));
  if (error) return problem(error, `${error} shows the error ${shown(cells[error])}`);
  return fault ? faulty(fault, cells) : { kind: "trade", trade: toTrade(cells) };
}

/** Names that are booked without the blanks that were typed around them, but that formulas of the sheet look for in vain. */
export function oddNames(cells: TypedCells): readonly RowProblem[] {
  return NAMES.flatMap(({ header, none }) => {
    const typed = shown(cells[header]);
    const name = typed.trim();
    if (name === typed) return [];
    const booked = name === "" ? none : `as ${clipped(header === "Ticker" ? name.toUpperCase() : name)}`;
    return [{ header, words: `The ${header.toLowerCase()} "${clipped(typed)}" has blanks around it: it is booked ${booked}, but the sheet's own sums do not find it. Type it again without them` }];
  });
}
const NAMES = [
  { header: "Account", none: "as Main" },
  { header: "Ticker", none: "without a ticker" },
] as const;

/** Does a row as it is read hold what was written? Excel may give back 0.65 for 0.65 and 46027 for a date: values are compared, not their looks. */
export function sameCells(written: TypedCells, read: TypedCells): boolean {
  return TYPED_HEADERS.every((header) => asRead(written[header]) === shown(read[header]));
}

const WORDS: readonly TypedHeader[] = ["Ticker", "Action", "Type"];

const rowOf = (cells: TypedCells): TradeRow => ({
  date: cells.Date, ticker: cells.Ticker, action: cells.Action, type: cells.Type, quantity: cells.Quantity,
  strike: cells.Strike, expiry: cells.Expiry, price: cells.Price, fees: cells.Fees, multiplier: cells.Multiplier,
});

function faulty(cell: RowCell, cells: TypedCells): RowRead {
  // with an action that fits, what is at fault is the amount that comes of the numbers
  if (cell === "action" && actionFits(cells)) return problem("Quantity", "Quantity times price is too large to calculate with");
  const header = HEADER_OF[cell];
  const value = cells[header];
  const words = faultWords(cell);
  return problem(header, value === "" ? words : `${words}; the cell says ${typeof value === "string" ? `"${clipped(value)}"` : shown(value)}`);
}

function actionFits({ Action, Type }: TypedCells): boolean {
  const action = ACTIONS.find((one) => same(one, Action));
  return action !== undefined && typesOf(action).some((type) => same(type, Type));
}

const problem = (header: TypedHeader, words: string): RowRead => ({ kind: "problem", problem: { header, words } });

const HEADER_OF: Readonly<Record<RowCell, TypedHeader>> = {
  date: "Date", ticker: "Ticker", action: "Action", type: "Type", quantity: "Quantity",
  strike: "Strike", expiry: "Expiry", price: "Price", fees: "Fees", multiplier: "Multiplier",
};

function toTrade(cells: TypedCells): Trade {
  const action = ACTIONS.find((one) => same(one, cells.Action)) as Action;
  const type = TRADE_TYPES.find((one) => same(one, cells.Type)) as TradeType;
  const isOption = type === "Put" || type === "Call";
  return {
    date: Math.floor(Number(cells.Date)),
    account: shown(cells.Account).trim() || "Main",
    ticker: shown(cells.Ticker).trim().toUpperCase(),
    action,
    type,
    quantity: type === "Cash" ? 0 : Number(cells.Quantity),
    strike: isOption ? Number(cells.Strike) : null,
    expiry: isOption ? Math.floor(Number(cells.Expiry)) : null,
    price: needsPrice(action) ? Number(cells.Price) : null,
    fees: Math.abs(Number(cells.Fees)),
    multiplier: isOption && cells.Multiplier !== "" ? Number(cells.Multiplier) : 100,
    notes: shown(cells.Notes).trim(),
    id: shown(cells.Id).trim(),
  };
}

const same = (word: string, value: CellContent): boolean => typeof value === "string" && value.toLowerCase() === word.toLowerCase();
/** Excel keeps the apostrophe that says "this is text" to itself; one more behind it was typed. */
const asRead = (value: CellContent): string => (typeof value === "string" ? value.replace(/^'/, "") : shown(value));

/** Nothing typed at all: the row with which a new table begins. */
export function isBlankCells(cells: TypedCells): boolean {
  return TYPED_HEADERS.every((header) => cells[header] === "");
}

/** Ids for new rows: W1, W2 … after the highest that is there. Others' ids (a broker's, one's own) are left alone. */
export function nextIds(present: readonly string[], count: number): readonly string[] {
  const highest = present.reduce((most, id) => Math.max(most, Number(/^W(\d{1,12})$/.exec(id.trim())?.[1] ?? 0)), 0);
  return Array.from({ length: count }, (_, index) => `W${highest + index + 1}`);
}
