import { findColumn } from "../journal/schema";
import { watchlist } from "../journal/sheets";
import { isErrorText, shown } from "../journal/text";
import { sameRowRef } from "./address";
import { ExcelRefused } from "./excelRefused";
import { inExcel } from "./inExcel";
import { refuseNewer } from "./newer";
import { orFoundDone } from "./orFoundDone";
import { foreignWords, isOurs } from "./ours";
import { type FoundTable, survey } from "./survey";

/** What came of asking Excel for prices. */
export interface FilledPrices {
  /** Tickers that have the formula now, with what their cell shows. */
  readonly filled: readonly { readonly ticker: string; readonly value: unknown }[];
  /** Stocks whose price was there before: typed, or a formula of the user's own. */
  readonly kept: number;
}

/**
 * Gives every stock of the Watchlist that has no price Excel's own formula for its last close. It is tried on one cell first: where Excel does not know STOCKHISTORY, or will not
 * have it, that cell is blank again and nothing else was touched. When Excel fails on the way, a part of the formulas is taken back.
 */
export function fillBlankPrices(): Promise<FilledPrices> {
  let [wanted, kept]: [readonly string[], number] = [[], 0];
  const work = (sending: () => void): Promise<FilledPrices> => fill((tickers, others) => {
    [wanted, kept] = [tickers, others];
    sending();
  });
  const look = async (): Promise<FilledPrices | null> => {
    const there = await readFormulas(wanted);
    if (there.length >= wanted.length) return { filled: there, kept };
    if (there.length > 0) await clearPriceFormulas(wanted);
    return null;
  };
  return orFoundDone(work, look, "the prices of the Watchlist");
}

function fill(sending: (tickers: readonly string[], kept: number) => void): Promise<FilledPrices> {
  return inExcel(async (context) => {
    const { table, price, rows } = await openPrices(context);
    const stocks = rows.map((row, at) => ({ at, ...row })).filter(({ ticker }) => ticker !== "");
    const blank = stocks.filter(({ formula }) => formula === "");
    const kept = stocks.length - blank.length;
    const [first] = blank;
    if (!first) return { filled: [], kept };
    const formula = formulaOf(table);
    sending(blank.map(({ ticker }) => ticker), kept);
    const cell = (at: number): Excel.Range => context.workbook.tables.getItem(watchlist.name).getDataBodyRange().getCell(at, price);
    await tryOne(context, () => cell(first.at), formula, kept);
    for (const { at } of blank.slice(1)) cell(at).formulas = [[formula]];
    await context.sync();
    const after = await readPrices(context, price);
    // Excel may have carried the formula on into rows without a stock
    const astray = rows.flatMap(({ ticker, formula: before }, at) => (ticker === "" && before === "" && isOurFormula(after[at]?.formula) ? [at] : []));
    for (const at of astray) cell(at).values = [[""]];
    if (astray.length > 0) await context.sync();
    return { filled: blank.map(({ at, ticker }) => ({ ticker, value: after[at]?.value })), kept };
  });
}

/** Takes the formulas back from these stocks, wherever they stand now; a price that was typed over one stays. */
export function clearPriceFormulas(tickers: readonly string[]): Promise<number> {
  let count = 0;
  const clear = (sending: () => void): Promise<number> => inExcel(async (context) => {
    const { price, rows } = await openPrices(context);
    const going = rows.flatMap((row, at) => (isOfThese(row, tickers) ? [at] : []));
    for (const at of going) context.workbook.tables.getItem(watchlist.name).getDataBodyRange().getCell(at, price).values = [[""]];
    count = going.length;
    sending();
    await context.sync();
    return count;
  });
  return orFoundDone(clear, async () => ((await readFormulas(tickers)).length === 0 ? count : null), "the prices of the Watchlist");
}

/** These stocks, as far as they have the formula, with what it shows. */
function readFormulas(tickers: readonly string[]): Promise<FilledPrices["filled"]> {
  return inExcel(async (context) => {
    const { rows } = await openPrices(context);
    return rows.filter((row) => isOfThese(row, tickers)).map(({ ticker, value }) => ({ ticker, value }));
  });
}
const isOfThese = ({ ticker, formula }: PriceRow, tickers: readonly string[]): boolean => tickers.includes(ticker) && isOurFormula(formula);

/** The last close of the last ten days: over a weekend or a holiday there is none of today. One value, so that it does not spill inside a table. */
function formulaOf({ headers }: FoundTable): string {
  const ticker = headers[placeOf("Ticker", headers)]!;
  return `=LET(closes,STOCKHISTORY(${sameRowRef(ticker)},TODAY()-10,TODAY(),0,0,1),INDEX(closes,ROWS(closes)))`;
}
const isOurFormula = (formula: unknown): boolean => typeof formula === "string" && /^=.*STOCKHISTORY\(/i.test(formula);

/** What an Excel without the function shows or throws; any other answer, also "busy" or "no such stock", comes from one that has it. */
async function tryOne(context: Excel.RequestContext, place: () => Excel.Range, formula: string, kept: number): Promise<void> {
  const put = async (): Promise<unknown> => {
    const cell = place();
    cell.formulas = [[formula]];
    cell.load("values");
    await context.sync();
    return cell.values[0]?.[0];
  };
  const answer = await put().catch((error: unknown) => {
    if (REFUSALS.has(String((error as { code?: unknown } | null)?.code))) return UNKNOWN;
    throw error;
  });
  if (shown(answer) !== UNKNOWN && shown(answer) !== BLOCKED) return;
  // asked for anew: what a refused request has named cannot be named again
  place().values = [[""]];
  await context.sync();
  const why = shown(answer) === BLOCKED ? "This Excel may not ask for prices (it answers #BLOCKED!): the privacy settings or the licence forbid it." : "This spreadsheet does not know STOCKHISTORY, Excel's own function for prices: Microsoft 365 has it.";
  throw new ExcelRefused("NoStockHistory", `${why} Nothing was changed${kept > 0 ? ", the prices that you typed stay" : ""}; type the others into the Watchlist.`);
}
/** How a spreadsheet says no to a formula that it cannot read. */
const REFUSALS: ReadonlySet<string> = new Set(["InvalidArgument", "InvalidFormula", "UnsupportedOperation", "NotImplemented"]);
const UNKNOWN = "#NAME?";
const BLOCKED = "#BLOCKED!";

interface PriceRow {
  readonly ticker: string;
  /** "" for a blank cell; a typed price is its own. */
  readonly formula: unknown;
  readonly value: unknown;
}

async function openPrices(context: Excel.RequestContext): Promise<{ readonly table: FoundTable; readonly price: number; readonly rows: readonly PriceRow[] }> {
  const asked = survey(context, [watchlist]);
  await context.sync();
  const seen = asked.read();
  refuseNewer(seen);
  const [found] = seen.found;
  const table = found?.table;
  if (!found || !table) throw new ExcelRefused("NoWatchlist", "There is no Watchlist table in this workbook. Press New journal on the ribbon: it adds what is missing.");
  if (!isOurs(found)) throw new ExcelRefused("ForeignTable", foreignWords(found));
  if (table.protected) throw new ExcelRefused("AccessDenied", `The sheet ${table.sheet} is protected. Unprotect it (Review, Unprotect Sheet) and try again.`);
  const [ticker, price] = [placeOf("Ticker", table.headers), placeOf("Price", table.headers)];
  if (ticker < 0 || price < 0) throw new ExcelRefused("MissingColumn", "The Watchlist lacks the column Ticker or Price. Give it its name back, then try again.");
  const rows = (await readCells(context)).slice(0, table.rows);
  return { table, price, rows: rows.map(({ values, formulas }) => ({ ticker: shown(values[ticker]).trim().toUpperCase(), formula: formulas[price], value: values[price] })) };
}

async function readPrices(context: Excel.RequestContext, price: number): Promise<readonly Omit<PriceRow, "ticker">[]> {
  return (await readCells(context)).map(({ values, formulas }) => ({ formula: formulas[price], value: values[price] }));
}

async function readCells(context: Excel.RequestContext): Promise<readonly { readonly values: readonly unknown[]; readonly formulas: readonly unknown[] }[]> {
  const body = context.workbook.tables.getItem(watchlist.name).getDataBodyRange().load("values,formulas");
  await context.sync();
  return body.values.map((values: unknown[], at) => ({ values, formulas: body.formulas[at] as unknown[] }));
}

function placeOf(header: string, headers: readonly string[]): number {
  const column = watchlist.columns.find((one) => one.header === header);
  return column ? findColumn(column, headers) : -1;
}

/** Does a cell show a price by now? */
export const isPrice = (value: unknown): boolean => typeof value === "number" && value > 0;
/** Does it show why there is none? Excel says #BUSY! while it still asks. */
export const isTrouble = (value: unknown): boolean => isErrorText(value) && shown(value) !== "#BUSY!" && shown(value) !== "#GETTING_DATA";
