import { fetched } from "./fetched";

/**
 * What is open: a line for each option contract, and one for the shares of each ticker. Example: =WHEEL.POSITIONS(Trades[[#All],[Date]:[Id]]) spills one line a position.
 * @customfunction POSITIONS
 * @helpurl https://localhost:3000/functions.html#positions
 * @param trades The trade log with its headers: Trades[[#All],[Date]:[Id]].
 * @param [as_of] Day from which the days to expiration are counted. Left out: the last day of the log.
 * @returns Account, Ticker, Type (Put, Call, Shares), Quantity (below zero: sold), Strike, Expiry, Opened, Premium (average a share, before fees), Credit (dollars after fees; shares: minus their strike cost), Collateral, Days.
 * @remarks Nothing expires by itself: an option that is past its expiration stays, with days below zero, until the log says what became of it.
 */
export function positions(trades: unknown[][], as_of?: number): Promise<unknown[][]> {
  return fetched("positions", trades, as_of);
}

/**
 * Shares that are held, lot by lot, with three costs a share: strike cost, tax basis, net stock cost. Example: =WHEEL.LOTS(Trades[[#All],[Date]:[Id]]) spills one line a lot.
 * @customfunction LOTS
 * @helpurl https://localhost:3000/functions.html#lots
 * @param trades The trade log with its headers: Trades[[#All],[Date]:[Id]].
 * @param [dividends] TRUE takes dividends off the net stock cost. Left out: FALSE.
 * @returns Account, Ticker, Opened, Shares (below zero: sold short), Strike cost, Tax basis, Net stock cost (dollars a share), Source (Assigned, Bought, Exercised; Sold for shares that were sold without being there).
 * @remarks Strike cost: what was paid. Tax basis (US): less the premium of the assigned contract itself, after fees. Net stock cost: less all option cash of its roll chain and of the calls sold on these shares. Lots go first in, first out.
 */
export function lots(trades: unknown[][], dividends?: boolean): Promise<unknown[][]> {
  return fetched("lots", trades, dividends);
}

/**
 * Turns of the wheel, from flat to flat, ticker by ticker: what each one brought, and on how much capital. Example: =WHEEL.CAMPAIGNS(Trades[[#All],[Date]:[Id]]) spills one line a campaign.
 * @customfunction CAMPAIGNS
 * @helpurl https://localhost:3000/functions.html#campaigns
 * @param trades The trade log with its headers: Trades[[#All],[Date]:[Id]].
 * @param [as_of] Day up to which campaigns that are still on are counted. Left out: the last day of the log.
 * @returns Account, Ticker, State (Short put, Shares, Covered, Closed; Other for only calls, long options or short shares), Start, End, Days, Put premium, Call premium (net of buy-backs, before fees), Stock result, Dividends, Fees, Total, Capital-days, Average capital, Return, Annualised, Cash break-even.
 * @remarks Total = premiums + stock result + dividends − fees. Return = total ÷ average capital; annualised = total ÷ capital-days × 365, simple; capital is the collateral of sold puts and the strike cost of shares held. Cash break-even: − cash ÷ shares, while shares are held.
 */
export function campaigns(trades: unknown[][], as_of?: number): Promise<unknown[][]> {
  return fetched("campaigns", trades, as_of);
}

/**
 * Money-weighted yearly return of each campaign, ticker or account, and of all together. Example: =WHEEL.CAMPAIGN_XIRR(Trades[[#All],[Date]:[Id]]) spills one line a campaign, then the total.
 * @customfunction CAMPAIGN_XIRR
 * @helpurl https://localhost:3000/functions.html#campaign_xirr
 * @param trades The trade log with its headers: Trades[[#All],[Date]:[Id]].
 * @param [as_of] Day on which what is still open counts as paid back. Left out: the last day of the log.
 * @param [by] "campaign", "ticker" or "account". Left out: "campaign".
 * @returns Account, Ticker, Start, End, Total (dollars), XIRR (a fraction a year; blank where there is no such rate: all on one day, or money that came before it went, as with a call without shares); a last row "Total".
 * @remarks Money goes out when collateral is set aside or shares are bought and comes back when it is free; premiums, dividends and fees count on their day. What is still on counts at the end: collateral in full, shares at strike cost. Compounded, as Excel's XIRR: after a few days a small gain reads as a huge rate.
 */
export function campaignXirr(trades: unknown[][], as_of?: number, by?: string): Promise<unknown[][]> {
  return fetched("campaignXirr", trades, as_of, by);
}

/**
 * Roll chains: what all legs of a sold option brought, what of it is banked, and the break-even of what is open. Example: =WHEEL.CHAINS(Trades[[#All],[Date]:[Id]]) spills one line a chain.
 * @customfunction CHAINS
 * @helpurl https://localhost:3000/functions.html#chains
 * @param trades The trade log with its headers: Trades[[#All],[Date]:[Id]].
 * @returns Account, Ticker, Type, Legs, Rolls, First sold, Last expiry, State (Open, Closed, Expired, Assigned), Chain credit (all option cash after fees), Banked, At risk (credit of the legs that are open), Break-even.
 * @remarks A roll: a sold option is bought back, and another one of the same type is sold on the same ticker, account and day. Break-even: strike − (put) or + (call) all that the contract and its earlier legs brought, a share.
 */
export function chains(trades: unknown[][]): Promise<unknown[][]> {
  return fetched("chains", trades);
}

/**
 * What was earned by month, week, year, ticker or account, in the income or the tax view. Example: =WHEEL.INCOME(Trades[[#All],[Date]:[Id]], "year") spills one line a year.
 * @customfunction INCOME
 * @helpurl https://localhost:3000/functions.html#income
 * @param trades The trade log with its headers: Trades[[#All],[Date]:[Id]].
 * @param [by] "month", "week", "year", "ticker" or "account". Left out: "month".
 * @param [view] "income" or "tax". Left out: "income".
 * @returns Period, Premium received (by the day of sale, before fees), Realised options, Realised stock, Dividends, Interest, Fees (of which; information only), Net.
 * @remarks Everything is dated by the event that closes it. Income view: the premium of an assigned option counts on that day, and shares stand at strike cost. Tax view: it goes into the basis or the proceeds of the shares. Never both, or it would count twice.
 */
export function income(trades: unknown[][], by?: string, view?: string): Promise<unknown[][]> {
  return fetched("income", trades, by, view);
}

/**
 * Proof of the books: cash = realised + open options + open shares, by account and ticker. Example: =WHEEL.AUDIT(Trades[[#All],[Date]:[Id]]) spills one line a ticker, then the total.
 * @customfunction AUDIT
 * @helpurl https://localhost:3000/functions.html#audit
 * @param trades The trade log with its headers: Trades[[#All],[Date]:[Id]].
 * @param [view] "income" or "tax". Left out: "income".
 * @returns Account, Ticker, Cash (straight from the rows, without deposits and withdrawals), Realised, Open options, Open shares, Difference, Ok; a last row "Total".
 * @remarks Exact to 1/10,000 dollar. Rows that could not be booked are on neither side: WHEEL.PROBLEMS lists them.
 */
export function audit(trades: unknown[][], view?: string): Promise<unknown[][]> {
  return fetched("audit", trades, view);
}

/**
 * Rows of the log that could not be booked, or should be looked at, and why. Example: =WHEEL.PROBLEMS(Trades[[#All],[Date]:[Id]]) spills one line a problem, or one that says that there is none.
 * @customfunction PROBLEMS
 * @helpurl https://localhost:3000/functions.html#problems
 * @param trades The trade log with its headers: Trades[[#All],[Date]:[Id]].
 * @returns Row (of the range, its header is row 1), Ticker, Problem.
 * @remarks A row that cannot be booked counts nowhere, and all others are booked as if it were not there.
 */
export function problems(trades: unknown[][]): Promise<unknown[][]> {
  return fetched("problems", trades);
}
