import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { layOutJournal, logTrades, setConvention } from "../../src/actions";
import { type Convention, STANDARD, type Trade } from "../../src/calc";
import { sampleYear } from "../../src/journal/sample";
import { journalFile } from "../../workbench/template";
import { BROKERS, type BrokerEvent, LOGS, brokerTrade, hasLogs, toTrades } from "../fixtures/brokerLogs";
import { CHAIN_A_LEGS, CHAIN_B_LEGS, tradeOf } from "../fixtures/goldenChains";

/** A log, what the Watchlist says of its tickers, and how yields are quoted: everything that the numbers of a workbook follow from. */
export interface Journal {
  readonly name: string;
  readonly trades: readonly Trade[];
  readonly watchlist: readonly { readonly ticker: string; readonly price: number; readonly exDate?: number }[];
  readonly convention: Convention;
}

/** Excel's number of the day that this machine's clock shows. */
export function today(): number {
  const now = new Date();
  return Math.round(Date.UTC(now.getFullYear(), now.getMonth(), now.getDate()) / 86_400_000) + 25_569;
}

const chainA = CHAIN_A_LEGS.map((leg) => tradeOf(leg, "KO"));
const chainB = CHAIN_B_LEGS.map((leg) => tradeOf(leg, "BBB"));
const journal = (name: string, trades: readonly Trade[], more: Partial<Journal> = {}): Journal => ({ name, trades, watchlist: [], convention: STANDARD, ...more });

export const JOURNALS: readonly Journal[] = [
  journal("an empty journal", []),
  journal("the sample year", sampleYear(), { watchlist: [{ ticker: "PFE", price: 24.6 }, { ticker: "SOFI", price: 25.25 }] }),
  journal("golden chains A and B", [...chainA, ...chainB]),
  journal("both chains half-way, with prices, compounded on the net base", [...chainA.slice(0, 6), ...chainB.slice(0, 2)], { watchlist: [{ ticker: "BBB", price: 51.5 }, { ticker: "KO", price: 47 }], convention: { base: "net", daycount: 360, compound: true } }),
  journal("everything that warns", warnings(today()), { watchlist: [{ ticker: "KO", price: 44, exDate: today() + 10 }, { ticker: "F", price: 12.5 }, { ticker: "OLD", price: 30 }], convention: { base: "strike", daycount: 252, compound: false } }),
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
export function fileOf({ trades, watchlist, convention }: Journal): Promise<Uint8Array> {
  return journalFile(async () => {
    await layOutJournal(today());
    if (convention !== STANDARD) await setConvention(convention);
    if (watchlist.length > 0) await watch(watchlist);
    if (trades.length > 0) await logTrades(trades, today());
  }, { subject: "for the referee", results: "wrong" });
}

function watch(watchlist: Journal["watchlist"]): Promise<void> {
  return Excel.run(async (context) => {
    context.workbook.tables.getItem("Watchlist").rows.add(undefined, watchlist.map(({ ticker, price, exDate }) => [ticker, "", price, "", "", "", "", "", exDate ?? "", "", "", "", null as unknown as string]));
    await context.sync();
  });
}
