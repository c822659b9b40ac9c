import { CalcError, type Convention, screen } from "../../calc";
import { SETTINGS, readConvention } from "../../journal/settings";
import { dateOf } from "../arguments";
import { blockOf } from "./cells";
import { rollCells, screenCells } from "./planCells";

/* Screens and rolls: a chain of quotes in, a table out. Arguments are as Excel hands them over, null for omitted. */

export function cspScreen(chain: unknown[][], spot: number, as_of: number, rules?: unknown[][], rate?: number, dividend_yield?: number): unknown[][] {
  const limits = rulesOf(rules);
  const screened = screen.screenPuts({ chain: screen.readChain(blockOf(chain, "chain")), spot, asOf: dateOf(as_of, "as_of"), ...limits, rate: rate ?? 0, dividendYield: dividend_yield ?? 0 });
  return screenCells(screened, limits.convention);
}

export function rollTable(
  strike: number,
  expiry: number,
  buyback: number,
  chain: unknown[][],
  as_of: number,
  spot: number,
  contracts?: number,
  credit_before?: number,
  rules?: unknown[][],
  leg_fees?: number,
  multiplier?: number,
): unknown[][] {
  return rollCells(
    screen.rollTable({
      strike,
      expiry: dateOf(expiry, "expiry"),
      buyback,
      chain: screen.readChain(blockOf(chain, "chain")),
      asOf: dateOf(as_of, "as_of"),
      spot,
      contracts: contracts ?? 1,
      creditBefore: credit_before ?? 0,
      ...rulesOf(rules),
      legFees: leg_fees ?? 0,
      multiplier: multiplier ?? 100,
    }),
  );
}

/** The limits and the convention, from the rows of Settings or rows like them; what is wrong in any of them is said at once. */
function rulesOf(rules: unknown[][] | undefined): { readonly rules: screen.Rules; readonly convention: Convention } {
  const rows = rules === null || rules === undefined ? [] : blockOf(rules, "rules");
  const read = screen.readRules(rows, SETTINGS.map(({ name }) => name));
  const { convention, problems } = readConvention(rows.map(([name, value]) => ({ name: typeof name === "string" ? name : "", value: value === 0 ? "" : value })));
  const wrong = [...read.problems, ...problems.map(({ words }) => words.replace(/; until then .*/, ""))];
  if (wrong.length > 0) throw new CalcError("value", `rules: ${wrong.join("; ")}`);
  return { rules: read.rules, convention };
}
