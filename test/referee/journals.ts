import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { layOutJournal, logTrades, setConvention } from "../../src/actions";
import { type Convention, STANDARD, type Trade } from "../../src/calc";
import { type KeptPlan, PLAN_HEADERS, toPlanCells } from "../../src/journal/plan";
import { sampleYear } from "../../src/journal/sample";
import { SETTINGS } from "../../src/journal/settings";
import { plans as planTable } from "../../src/journal/sheets";
import { journalFile } from "../../workbench/template";
import { BROKERS, type BrokerEvent, LOGS, brokerTrade, hasLogs, toTrades } from "../fixtures/brokerLogs";
import { CHAIN_A_LEGS, CHAIN_B_LEGS, tradeOf } from "../fixtures/goldenChains";

/** A log, what the Watchlist says of its tickers, and how yields are quoted: everything that the numbers of a workbook follow from. */
export interface Journal {
  readonly name: string;
  readonly trades: readonly Trade[];
  readonly watchlist: readonly Watched[];
  /** As typed in Settings. */
  readonly cash?: number;
  readonly distress?: number;
  readonly plans?: readonly KeptPlan[];
  readonly convention: Convention;
}

export interface Watched {
  readonly ticker: string;
  readonly price?: number;
  readonly sector?: string;
  readonly targetPrice?: number;
  readonly checked?: number;
  readonly earnings?: number;
  readonly exDate?: number;
}

/** Excel's number of the day that this machine's clock shows. */
export function today(): number {
  const now = new Date();
  return Math.round(Date.UTC(now.getFullYear(), now.getMonth(), now.getDate()) / 86_400_000) + 25_569;
}

const chainA = CHAIN_A_LEGS.map((leg) => tradeOf(leg, "KO"));
const chainB = CHAIN_B_LEGS.map((leg) => tradeOf(leg, "BBB"));
const journal = (name: string, trades: readonly Trade[], more: Partial<Journal> = {}): Journal => ({ name, trades, watchlist: [], convention: STANDARD, ...more });

const short = (ticker: string, price: string): Trade => tradeOf({ fields: { action: "Sell", type: "Shares", date: "2026-03-03", quantity: "100", price }, cash: 0, running: 0 }, ticker);

export const JOURNALS: readonly Journal[] = [
  journal("an empty journal", []),
  journal("the sample year", sampleYear(), { watchlist: [{ ticker: "PFE", price: 24.6, sector: "Health Care" }, { ticker: "SOFI", price: 25.25 }] }),
  journal("golden chains A and B", [...chainA, ...chainB]),
  journal("both chains half-way, with prices, compounded on the net base", [...chainA.slice(0, 6), ...chainB.slice(0, 2)], { watchlist: [{ ticker: "BBB", price: 51.5 }, { ticker: "KO", price: 47 }], convention: { base: "net", daycount: 360, compound: true }, distress: 2000 }),
  journal("more shares short than there is cash, one of them without a price", [...chainB.slice(0, 1), short("KO", "60"), short("F", "20")], { watchlist: [{ ticker: "BBB", price: 51.5, sector: "Cars" }, { ticker: "KO", price: 62, sector: "Cars" }, { ticker: "F", sector: "Cars" }], cash: 5000 }),
  journal("everything that warns", warnings(today()), {
    watchlist: [{ ticker: "KO", price: 44, exDate: today() + 10, earnings: today() + 30, targetPrice: 45, sector: "Consumer Staples", checked: today() - 91 }, { ticker: "F", price: 12.5, sector: "Cars", checked: today() }, { ticker: "OLD", price: 30 }],
    cash: 25_000, distress: 400, plans: plans(today()), convention: { base: "strike", daycount: 252, compound: false } }),
];

/** Puts in the money, past expiry and inside a week; calls struck below each basis, over an ex-date, in the money; two accounts. */
function warnings(now: number): readonly Trade[] {
  const option = (ticker: string, type: "Put" | "Call", strike: number, expiry: number, price: number, more: Partial<Trade> = {}): Trade =>
    ({ date: now - 30, account: "Main", ticker, action: "Sell to open", type, quantity: 1, strike, expiry, price, fees: 0.65, multiplier: 100, notes: "", id: "", ...more });
  return [
    ...chainA.slice(0, 5),
    option("KO", "Call", 45, now + 40, 0.5, { date: now - 20 }),
    option("KO", "Put", 45, now + 90, 1.05, { quantity: 3 }),
    option("F", "Put", 12, now + 5, 0.25),
    option("F", "Put", 12.5, now + 5, 0.3, { account: "IRA", quantity: 2 }),
    option("F", "Call", 12, now + 60, 1.1, { account: "IRA", action: "Buy to open" }),
    option("OLD", "Put", 25, now - 3, 0.4),
  ];
}

/** Sold as planned and at other prices, in two accounts; open, past its expiry, assigned and bought back; planned anew before and after the sale, also on one day; and what was never sold. */
function plans(now: number): readonly KeptPlan[] {
  const plan = (ticker: string, strike: number, expiry: number, more: Partial<KeptPlan> = {}): KeptPlan =>
    ({ date: now - 40, account: "Main", ticker, targetPrice: null, why: "=no formula", strike, expiry, quantity: 1, premium: 0.3, verdict: "Pass", ...more });
  const rolled = chainA.find(({ action, strike }) => action === "Sell to open" && strike === 48)!;
  return [
    plan("F", 12, now + 5), plan("F", 12.5, now + 5, { account: "IRA" }), plan("F", 12.5, now + 5), plan("OLD", 25, now - 3), plan("OLD", 20, now - 3),
    plan("KO", 48, rolled.expiry ?? 0, { date: rolled.date, premium: 2 }), plan("KO", 45, now + 90, { date: now - 29 }),
    plan("F", 12, now + 5, { date: now - 30, premium: 0.2 }), plan("F", 12, now + 5, { date: now - 30, premium: 0.25 }), plan("F", 12, now + 5, { date: now - 10 }),
  ];
}

/** Real logs of brokers, each in an account of its own, where they lie beside the project. */
export const BROKER_JOURNALS: readonly Journal[] = !hasLogs
  ? []
  : [journal("brokers' logs of one wheel each", wheelLogs(), { watchlist: [{ ticker: "X", price: 21.37 }] }), journal("brokers' files of many underlyings", manyUnderlyings())];

function wheelLogs(): readonly Trade[] {
  return ["pltr-schwab-2026", "pltr-robinhood-2026", "pcg-tastytrade-2020", "sofi-schwab-2026"].flatMap((file) => toTrades(readFileSync(path.join(LOGS, `${file}.csv`), "utf8")).map((trade) => ({ ...trade, account: file })));
}

function manyUnderlyings(): readonly Trade[] {
  const { files } = JSON.parse(readFileSync(path.join(LOGS, "flat-underlyings-truth.json"), "utf8")) as { files: Record<string, Record<string, unknown>> };
  return Object.entries(files).flatMap(([file, underlyings]) => {
    const [broker = "", , account = ""] = file.split("/");
    const events = path.join(BROKERS, broker, "expected", `${account}.events.jsonl`);
    if (!existsSync(events)) return [];
    const all = readFileSync(events, "utf8").trim().split("\n").map((line) => JSON.parse(line) as BrokerEvent);
    return Object.keys(underlyings).flatMap((ticker) => all.flatMap((event) => (event.underlying === ticker ? brokerTrade(event, all, ticker) : [])).map((trade) => ({ ...trade, account })));
  });
}

/** The journal as a file, laid out, filled and reported by the add-in. Every result in it is wrong, so that a right number was calculated by who read it. */
export function fileOf({ trades, watchlist, convention, cash, distress, plans: kept = [] }: Journal): Promise<Uint8Array> {
  return journalFile(async () => {
    await layOutJournal(today());
    if (convention !== STANDARD) await setConvention(convention);
    if (watchlist.length > 0) await watch(watchlist);
    if (kept.length > 0) await keep(kept);
    for (const [name, value] of [["Cash", cash], ["Distress amount", distress]] as const) if (value !== undefined) await set(name, value);
    if (trades.length > 0) await logTrades(trades, today());
  }, { subject: "for the referee", results: "wrong" });
}

function watch(watchlist: Journal["watchlist"]): Promise<void> {
  return Excel.run(async (context) => {
    const rows = watchlist.map(({ ticker, sector = "", price = "", targetPrice = "", earnings = "", exDate = "", checked = "" }) => [ticker, sector, price, "", targetPrice, "", "", earnings, exDate, "", checked, "", FORMULA]);
    context.workbook.tables.getItem("Watchlist").rows.add(undefined, rows);
    await context.sync();
  });
}

function keep(kept: readonly KeptPlan[]): Promise<void> {
  return Excel.run(async (context) => {
    const rows = kept.map(toPlanCells).map((cells) => [...PLAN_HEADERS.map((header) => cells[header]), ...planTable.columns.slice(PLAN_HEADERS.length).map(() => FORMULA)]);
    context.workbook.tables.getItem("Plans").rows.add(undefined, rows);
    await context.sync();
  });
}

function set(name: string, value: number): Promise<void> {
  return Excel.run(async (context) => {
    context.workbook.tables.getItem("Settings").columns.getItem("Value").getDataBodyRange().getCell(SETTINGS.findIndex((one) => one.name === name), 0).values = [[value]];
    await context.sync();
  });
}

/** Null leaves the cell of a calculated column to Excel. */
const FORMULA = null as unknown as string;
