import type { OpenContract } from "./open";

/** A figure before and after. */
export interface Change<T> {
  readonly before: T;
  readonly after: T;
}

/** How many of a contract are open. */
export interface ContractChange {
  readonly contract: OpenContract;
  readonly before: number;
  readonly after: number;
}
