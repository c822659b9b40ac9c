import type fc from "../properties";

/** One thing that anything may be thrown at. */
export interface Target {
  readonly name: string;
  /** Its share of all inputs. */
  readonly weight: number;
  readonly input: fc.Arbitrary<unknown>;
  /** Throws when what comes of an input is no answer. */
  readonly run: (input: unknown) => void;
}

/** How long an input may take before it is called a hang, in milliseconds; what is usual is thousands of times faster. */
export const HANG = 10_000;
