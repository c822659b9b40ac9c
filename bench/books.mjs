// Books and all reports for logs of 1,000, 10,000 and 100,000 facts, and how the time grows. Budgets: 50 ms for 10,000, 500 ms for 100,000, exponent ≤ 1.1.
import { mkdirSync } from "node:fs";
import { pathToFileURL } from "node:url";
import path from "node:path";
import esbuild from "esbuild";

const root = path.resolve(import.meta.dirname, "..");
const SIZES = [1_000, 10_000, 100_000];
const BUDGETS = { 10_000: 50, 100_000: 500 };
const MOST_GROWTH = 1.1;

export async function run() {
  const books = await bundle();
  const times = SIZES.map((size) => measure(books, size));
  console.log("Books and all reports, both views");
  times.forEach(({ size, booking, reports, heap }) => {
    const all = booking + reports;
    const budget = BUDGETS[size];
    console.log(`  ${size.toLocaleString("en").padStart(8)} facts: ${all.toFixed(1).padStart(7)} ms (books ${booking.toFixed(1)}, reports ${reports.toFixed(1)})${budget ? `, budget ${budget} ms: ${all <= budget ? "kept" : "MISSED"}` : ""}, ${heap}`);
  });
  const [small, large] = [times.at(-2), times.at(-1)];
  const growth = Math.log((large.booking + large.reports) / (small.booking + small.reports)) / Math.log(large.size / small.size);
  console.log(`  growth exponent from ${small.size.toLocaleString("en")} to ${large.size.toLocaleString("en")}: ${growth.toFixed(2)}, budget ${MOST_GROWTH}: ${growth <= MOST_GROWTH ? "kept" : "MISSED"}`);
}

async function bundle() {
  const outfile = path.join(root, ".cache/bench/books.mjs");
  mkdirSync(path.dirname(outfile), { recursive: true });
  const contents = `export { book } from "./src/calc/ledger/book"; ${["positions", "lots", "campaigns", "chains", "income", "audit", "problems"].map((name) => `export { ${name} } from "./src/calc/report/${name}";`).join(" ")}`;
  await esbuild.build({ stdin: { contents, resolveDir: root, loader: "ts" }, bundle: true, format: "esm", outfile, logLevel: "error" });
  return import(`${pathToFileURL(outfile).href}?${Date.now()}`);
}

function measure(books, size) {
  const rows = log(size);
  const runs = Array.from({ length: 7 }, () => once(books, rows)).sort((one, other) => one.booking + one.reports - other.booking - other.reports);
  return { size, ...runs[3] };
}

function once(books, rows) {
  const started = performance.now();
  const booked = books.book(rows);
  const read = performance.now();
  const found = [books.positions(booked), books.lots(booked), books.campaigns(booked), books.chains(booked), books.problems(booked)];
  const audits = ["income", "tax"].map((view) => [books.audit(booked, view), books.income(booked, "month", view), books.income(booked, "ticker", view)]);
  const ended = performance.now();
  if (audits.some(([audit]) => audit.some(({ ok }) => !ok))) throw new Error("the books do not add up");
  return { booking: read - started, reports: ended - read, heap: `${found[3].length.toLocaleString("en")} chains, ${found[2].length.toLocaleString("en")} campaigns, ${booked.problems.length} problems` };
}

/** Wheels on sixty tickers in two accounts, in the order of days: sold, rolled, assigned, calls, called away, and again. */
function log(size) {
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

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) await run();
