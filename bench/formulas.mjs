// What a person would do today: the log's cash added up by SUMIFS, a formula for each account and ticker and for each month, in two spreadsheets; beside
// it the books, which give the same sums and everything else. All three must agree to the cent.
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { bundled } from "./books.mjs";
import { log } from "./wheels.mjs";

const root = path.resolve(import.meta.dirname, "..");
const RUNS = 5;
/** Univer in Node is slow beyond that; LibreOffice takes them all. */
const MOST_IN_UNIVER = 10_000;

export async function run() {
  const books = await bundled();
  const office = ["soffice", "libreoffice"].find((name) => spawnSync(name, ["--version"]).status === 0);
  if (!office) console.log("!!! LibreOffice is not installed: its half of this comparison is SKIPPED");
  console.log("The same totals by SUMIFS (each account and ticker, each month), and by the books with all reports");
  for (const size of [1_000, 10_000, 100_000]) {
    const sheet = sheetOf(books, log(size));
    const { took, cash } = byBooks(books, log(size));
    console.log(`  ${size.toLocaleString("en").padStart(8)} facts, ${sheet.formulas.length} formulas: books ${ms(took)}; ${await inUniver(sheet, cash)}; ${office ? inOffice(office, sheet, cash) : "LibreOffice SKIPPED"}`);
  }
}

/** The fastest of some runs, and the cash by account and ticker, then by month, that the formulas must show. */
function byBooks(books, rows) {
  let [took, cash] = [Infinity, []];
  for (let at = 0; at < RUNS * 4; at++) {
    const from = performance.now();
    const booked = books.book(rows);
    const audit = books.audit(booked, "income");
    for (const view of ["income", "tax"]) for (const by of ["month", "ticker"]) books.income(booked, by, view);
    for (const report of [books.positions, books.lots, books.campaigns, books.chains, books.problems]) report(booked);
    took = Math.min(took, performance.now() - from);
    cash = [...audit.slice(0, -1).map((line) => line.cash), ...monthsOf(booked)];
  }
  return { took, cash };
}
function monthsOf({ tickers }) {
  const months = new Map();
  for (const { entries } of tickers) for (const { day, cash } of entries) months.set(monthOf(day), (months.get(monthOf(day)) ?? 0) + cash);
  return [...months].sort(([one], [other]) => one - other).map(([, units]) => units / 10_000);
}
const dateOf = (day) => new Date((day - 25_569) * 86_400_000);
const monthOf = (day) => dateOf(day).getUTCFullYear() * 12 + dateOf(day).getUTCMonth();
const firstDay = (month) => Date.UTC(Math.floor(month / 12), month % 12, 1) / 86_400_000 + 25_569;

/** Columns A–D: date, account, ticker, cash as the journal's own column shows it; the formulas stand in F. */
function sheetOf(books, rows) {
  const booked = books.book(rows);
  const cashOf = new Map(booked.tickers.flatMap(({ entries }) => entries.map(({ row, cash }) => [row, cash / 10_000])));
  const cells = rows.map(({ row, trade }) => [trade.date, trade.account, trade.ticker, cashOf.get(row)]);
  const last = rows.length;
  const range = (column) => `$${column}$1:$${column}$${last}`;
  const tickers = booked.tickers.map(({ account, ticker }) => `SUMIFS(${range("D")},${range("B")},"${account}",${range("C")},"${ticker}")`);
  const months = [...new Set(rows.map(({ trade }) => monthOf(trade.date)))].sort((one, other) => one - other);
  const byMonth = months.map((month) => `SUMIFS(${range("D")},${range("A")},">=${firstDay(month)}",${range("A")},"<${firstDay(month + 1)}")`);
  return { cells, formulas: [...tickers, ...byMonth] };
}

/** The workbench's engine: the time from writing the formulas to their results. */
async function inUniver({ cells, formulas }, wanted) {
  if (cells.length > MOST_IN_UNIVER) return `Univer not tried beyond ${MOST_IN_UNIVER.toLocaleString("en")}`;
  execFileSync(process.execPath, [path.join(root, "workbench/build.mjs"), "headless"], { stdio: ["ignore", "ignore", "inherit"] });
  const { createHeadless } = createRequire(import.meta.url)(path.join(root, ".cache/workbench/univer-headless.cjs"));
  const cellData = Object.fromEntries(cells.map((row, at) => [at, Object.fromEntries(row.map((value, column) => [column, typeof value === "number" ? { v: value, t: 2 } : { v: value, t: 1 }]))]));
  const sheets = { log: { id: "log", name: "Log", rowCount: Math.max(cells.length, formulas.length) + 2, columnCount: 8, cellData } };
  const engine = createHeadless({ book: { id: "book", name: "Book", sheets, sheetOrder: ["log"] } });
  const range = engine.api.getActiveWorkbook().getActiveSheet().getRange(0, 5, formulas.length, 1);
  let took = Infinity;
  for (let at = 0; at < 2; at++) {
    range.setValues(formulas.map(() => [""]));
    await engine.calculated();
    const from = performance.now();
    range.setValues(formulas.map((formula) => [{ f: `=${formula}` }]));
    await engine.calculated();
    took = Math.min(took, performance.now() - from);
  }
  check("Univer", range.getCellDataGrid().map(([cell]) => cell?.v), wanted);
  engine.dispose();
  return `Univer ${ms(took)}`;
}

/** LibreOffice opens a file and writes it as CSV; the same file without formulas stands beside it. */
function inOffice(office, { cells, formulas }, wanted) {
  const folder = mkdtempSync(path.join(tmpdir(), "formulas-"));
  try {
    const convert = (name, some) => {
      const file = path.join(folder, `${name}.fods`);
      writeFileSync(file, flatSheet(cells, some));
      const from = performance.now();
      const done = spawnSync(office, [`-env:UserInstallation=${pathToFileURL(path.join(folder, "profile")).href}`, "--headless", "--convert-to", "csv", "--outdir", folder, file], { encoding: "utf8", timeout: 300_000 });
      if (done.status !== 0) throw new Error(`LibreOffice did not convert ${name}: ${done.stderr}`);
      return performance.now() - from;
    };
    convert("warm", []);
    const times = [1, 2, 3].map(() => [convert("plain", []), convert("formulas", formulas)]);
    const plain = Math.min(...times.map(([one]) => one));
    const full = Math.min(...times.map(([, other]) => other));
    const lines = readFileSync(path.join(folder, "formulas.csv"), "utf8").trim().split("\n").slice(0, formulas.length);
    check("LibreOffice", lines.map((line) => Number(line.split(",")[5])), wanted);
    return `LibreOffice ${ms(full)} to open, add up and save (${ms(plain)} of it without formulas)`;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A flat OpenDocument sheet. Formulas have no stored values, so they are worked out on opening. */
function flatSheet(cells, formulas) {
  const cell = (value) => (typeof value === "number" ? `<table:table-cell office:value-type="float" office:value="${value}"/>` : `<table:table-cell office:value-type="string"><text:p>${value}</text:p></table:table-cell>`);
  const formula = (text) => `<table:table-cell/><table:table-cell table:formula="${openFormula(text)}"/>`;
  const count = Math.max(cells.length, formulas.length);
  const blank = "<table:table-cell/>".repeat(4);
  const rows = Array.from({ length: count }, (_, at) => `<table:table-row>${cells[at] ? cells[at].map(cell).join("") : blank}${formulas[at] ? formula(formulas[at]) : ""}</table:table-row>`);
  return `<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:of="urn:oasis:names:tc:opendocument:xmlns:of:1.2" office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.spreadsheet">
<office:body><office:spreadsheet><table:table table:name="Log">${rows.join("")}</table:table></office:spreadsheet></office:body></office:document>`;
}
/** SUMIFS($D$1:$D$9,$B$1:$B$9,"Main") as OpenDocument writes it. */
function openFormula(text) {
  const open = text.replace(/\$([A-Z])\$(\d+):\$([A-Z])\$(\d+)/g, "[.$$$1$$$2:.$$$3$$$4]").replaceAll(",", ";");
  return `of:=${open}`.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}

function check(who, found, wanted) {
  const wrong = wanted.findIndex((value, at) => !(Math.abs(Number(found[at]) - value) < 0.006));
  if (wrong >= 0 || found.length < wanted.length) throw new Error(`${who} adds up to something else: formula ${wrong + 1} shows ${found[wrong]}, and the books ${wanted[wrong]}`);
}

const ms = (time) => `${time.toFixed(time < 100 ? 1 : 0)} ms`;

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) await run();
