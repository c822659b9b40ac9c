// node scripts/reference/american.mjs: prices American options with the slow solver beside this file (needs g++) and stores them for the tests.
import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";

const root = path.resolve(import.meta.dirname, "../..");
const program = path.join(root, ".cache/reference/american");
const target = path.join(root, "test/calc/pricing/american/reference.json");
const MOST_DOUBT = 2e-9;

const random = generator(20_160_914);
const cases = [...Array.from({ length: 160 }, () => drawn("typical", 1, 730, 0.08, 1.2, 0.08, 0.06, 2.5)), ...Array.from({ length: 160 }, () => drawn("wide", 1 / 24, 30 * 365, 0.005, 4, 0.2, 0.2, 8))];
mkdirSync(path.dirname(program), { recursive: true });
execFileSync("g++", ["-O2", "-o", program, path.join(import.meta.dirname, "american.cpp")]);
const answers = execFileSync(program, { input: cases.map(asPut).map((numbers) => numbers.join(" ")).join("\n") }).toString().trim().split("\n");

const rows = cases.map((terms, at) => {
  const [price, boundary, doubt] = answers[at].split(" ").map(Number);
  return { ...terms, price: price * unit(terms), boundary: terms.type === "put" ? boundary * terms.strike : terms.strike / boundary, doubt };
});
const kept = rows.filter(({ doubt }) => doubt <= MOST_DOUBT);
mkdirSync(path.dirname(target), { recursive: true });
writeFileSync(target, `[\n${kept.map(({ doubt: _, ...row }) => `  ${JSON.stringify(row)}`).join(",\n")}\n]\n`);
console.log(`${kept.length} of ${rows.length} prices stored; the others were not settled to ${MOST_DOUBT} strikes: ${rows.filter((row) => !kept.includes(row)).map(({ set, days, volatility, doubt }) => `${set} ${days} days at ${volatility}: ${doubt}`).join("; ") || "none"}`);

/** The solver knows puts in strikes. A call is a put with share and strike, rate and yield exchanged. */
function asPut(terms) {
  const { type, days, volatility, rate, dividendYield } = terms;
  return [days / 365, volatility, ...(type === "put" ? [rate, dividendYield] : [dividendYield, rate]), spotOfPut(terms)];
}
function spotOfPut({ type, spot, strike }) {
  return type === "put" ? spot / strike : strike / spot;
}
function unit({ type, spot, strike }) {
  return type === "put" ? strike : spot;
}

/** Days and volatility spread evenly in the logarithm for the wide set; the share at most `deviations` away from the strike, and at most 20 times it. */
function drawn(set, fewestDays, mostDays, leastVolatility, mostVolatility, mostRate, mostYield, deviations) {
  const spread = (least, most) => (set === "wide" ? least * (most / least) ** random() : least + (most - least) * random());
  const days = set === "typical" ? Math.round(spread(fewestDays, mostDays)) : short(spread(fewestDays, mostDays));
  const volatility = short(spread(leastVolatility, mostVolatility));
  const type = random() < 0.5 ? "put" : "call";
  const [earning, other] = [short(0.001 + mostRate * random()), random() < 0.3 ? 0 : short(mostYield * random())];
  const apart = Math.max(-3, Math.min(3, (2 * random() - 1) * deviations * volatility * Math.sqrt(days / 365)));
  const strike = 100;
  return { set, type, spot: short(strike * Math.exp(apart)), strike, days, volatility, rate: type === "put" ? earning : other, dividendYield: type === "put" ? other : earning };
}
function short(value) {
  return Number(value.toPrecision(5));
}

/** Numbers between 0 and 1, the same on every machine (mulberry32). */
function generator(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
