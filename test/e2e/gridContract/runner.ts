import { expect } from "expect";
import type { Runner } from "../../workbench/gridContract";

type Work = () => Promise<void> | void;
interface Scope {
  readonly name: string;
  readonly before: Work[];
  readonly after: Work[];
}

/** A test runner for a page: keeps the tests by their full names, which are jest's, and runs one when it is asked to. */
export function createRunner(): { readonly runner: Runner; run(name: string): Promise<void> } {
  const tests = new Map<string, Work>();
  const scopes: Scope[] = [];
  const here = (): Scope => {
    const scope = scopes.at(-1);
    if (!scope) throw new Error("tests and hooks stand inside a describe");
    return scope;
  };
  const runner: Runner = {
    expect: expect as unknown as jest.Expect,
    describe(name, body) {
      scopes.push({ name, before: [], after: [] });
      body();
      scopes.pop();
    },
    beforeEach: (hook) => void here().before.push(hook),
    afterEach: (hook) => void here().after.push(hook),
    test(name, body) {
      here();
      const around = [...scopes];
      const full = [...around.map((scope) => scope.name), name].join(" ");
      if (tests.has(full)) throw new Error(`two tests have the name ${full}`);
      tests.set(full, () => within(around, body as Work));
    },
  };
  return {
    runner,
    async run(name) {
      const work = tests.get(name);
      if (!work) throw new Error(`the page knows no test ${name}`);
      await work();
    },
  };
}

async function within(scopes: readonly Scope[], body: Work): Promise<void> {
  try {
    for (const scope of scopes) for (const hook of scope.before) await hook();
    await body();
  } finally {
    for (const scope of [...scopes].reverse()) for (const hook of scope.after) await hook();
  }
}
