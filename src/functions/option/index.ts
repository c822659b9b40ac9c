// Option values: what one option is worth, how that changes, and the volatility that a price implies.
export * from "./price";
export * from "./slopes";
export * from "./volatility";
export * from "./withDividends";
