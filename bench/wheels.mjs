/** Wheels on sixty tickers in two accounts, in the order of days: sold, rolled, assigned, calls, called away, and again. */
export function log(size) {
  const rows = [];
  const tickers = Array.from({ length: 60 }, (_, at) => ({ ticker: `T${at}`, account: at % 2 ? "IRA" : "Main", turn: at % 9 }));
  for (let day = 40_000; rows.length < size; day += 2) {
    for (const state of tickers) for (const fact of factsOf(state, day)) rows.push({ row: rows.length + 1, trade: tradeOf(fact, state, day) });
  }
  return rows.slice(0, size);
}
function tradeOf({ action, type, quantity = 2, strike = null, expiry = null, price = null, fees = 1.3 }, { account, ticker }, date) {
  return { date, account, ticker, action, type, quantity, strike, expiry, price, fees, multiplier: 100, notes: "", id: "" };
}

function factsOf(state, day) {
  const { turn } = state;
  const put = (action, strike, expiry, rest) => ({ action, type: "Put", strike, expiry, ...rest });
  const call = (action, strike, expiry, rest) => ({ action, type: "Call", strike, expiry, ...rest });
  if (turn === 0) state.began = day;
  state.turn = (turn + 1) % 9;
  const began = state.began;
  if (began === undefined) return [];
  if (turn === 0) return [put("Sell to open", 50, began + 30, { price: 1.2 })];
  if (turn === 2) return [put("Buy to close", 50, began + 30, { price: 2.1 }), put("Sell to open", 48, began + 60, { price: 2.35 })];
  if (turn === 3) return [put("Assigned", 48, began + 60, { quantity: 1 }), put("Buy to close", 48, began + 60, { quantity: 1, price: 0.3 })];
  if (turn === 4) return [call("Sell to open", 49, began + 40, { quantity: 1, price: 0.8 })];
  if (turn === 5) return [call("Expired", 49, began + 40, { quantity: 1, fees: 0 }), { action: "Dividend", type: "Shares", quantity: 100, price: 0.4, fees: 0 }];
  if (turn === 6) return [call("Sell to open", 49, began + 80, { quantity: 1, price: 0.9 })];
  if (turn === 8) return [call("Assigned", 49, began + 80, { quantity: 1 })];
  return [];
}

const HEADERS = ["Date", "Account", "Ticker", "Action", "Type", "Quantity", "Strike", "Expiry", "Price", "Fees", "Multiplier", "Notes", "Id"];

/** The log as Trades[[#All],[Date]:[Id]] hands it over. */
export function typedCells(rows) {
  return [HEADERS, ...rows.map(({ trade }) => HEADERS.map((header) => (trade[header.toLowerCase()] === "" ? null : trade[header.toLowerCase()])))];
}
