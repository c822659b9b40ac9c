import fc from "../properties";
import { functionTargets } from "./customFunctions";
import { importerTargets } from "./importers";
import { journalTargets } from "./journal";
import { HANG, type Target } from "./target";

/**
 * Anything, thrown at everything that reads: 100,000 inputs a run, the same ones every time; `npm run fuzz` takes another seed and more of them, and says which. What it finds is put right, and stays
 * as a test of its own in found.test.ts.
 */
const SEED = Number(process.env.FUZZ_SEED ?? 20260522);
const INPUTS = Number(process.env.FUZZ_INPUTS ?? 100_000);
const ONLY = process.env.FUZZ_ONLY ?? "";
const TALKS = process.env.FUZZ_TALKS === "1";
jest.setTimeout(86_400_000);

let targets: readonly Target[];
beforeAll(async () => {
  targets = [...(await functionTargets()), ...journalTargets, ...importerTargets].filter(({ name }) => name.includes(ONLY));
  process.stderr.write(`fuzz: seed ${SEED}, ${INPUTS.toLocaleString("en-US")} inputs\n`);
});

test("whatever comes in: an answer or words, soon, and never a crash", () => {
  const weights = targets.reduce((sum, { weight }) => sum + weight, 0);
  const runs = targets.map((target) => tried(target, Math.ceil((INPUTS * target.weight) / weights)));
  const slowest = runs.reduce((one, other) => (other.slowest > one.slowest ? other : one));
  process.stderr.write(`fuzz: slowest input ${slowest.slowest.toFixed(0)} ms (${slowest.name})\n`);
  expect(runs.reduce((sum, { inputs }) => sum + inputs, 0)).toBeGreaterThanOrEqual(INPUTS);
  expect(runs.flatMap(({ found }) => found)).toEqual([]);
});

test("what is no answer is seen: a NaN, a minus zero, an error of the program, a hang", () => {
  const found = (run: Target["run"]): readonly string[] => tried({ name: "x", weight: 0, input: fc.integer(), run }, 20).found;
  expect(found(() => undefined)).toEqual([]);
  expect(found((input) => { if (input !== 0) JSON.parse("{"); })[0]).toMatch(/^x: seed [^]*SyntaxError/);
});

interface Tried {
  readonly name: string;
  readonly inputs: number;
  /** Milliseconds. */
  readonly slowest: number;
  readonly found: readonly string[];
}

/** The smallest input that fails, if any does, with what is needed to see it again. */
function tried(target: Target, inputs: number): Tried {
  const began = performance.now();
  let slowest = 0;
  const talks = TALKS && target.weight > 0;
  if (talks) process.stderr.write(`  ${target.name.padEnd(26)}`);
  const property = fc.property(target.input, (input) => {
    const from = performance.now();
    target.run(input);
    const took = performance.now() - from;
    slowest = Math.max(slowest, took);
    if (took > HANG) throw new Error(`it took ${Math.round(took)} ms`);
  });
  const { failed, counterexample, errorInstance, counterexamplePath } = fc.check(property, { seed: SEED, numRuns: inputs });
  if (talks) process.stderr.write(`${String(inputs).padStart(9)} inputs ${((performance.now() - began) / 1000).toFixed(1).padStart(7)} s, slowest ${slowest.toFixed(1).padStart(7)} ms${failed ? "  FAILED" : ""}\n`);
  const found = failed ? [`${target.name}: seed ${SEED}, path ${counterexamplePath}: ${fc.stringify(counterexample?.[0]).slice(0, 2000)}\n${String((errorInstance as Error | null)?.stack ?? errorInstance).slice(0, 600)}`] : [];
  return { name: target.name, inputs, slowest, found };
}
