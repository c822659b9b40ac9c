export * as european from "./european";
export * as american from "./american";
export * as dividends from "./dividends";
export * as chances from "./chances";
export { type ChainGreeks, type ChainTerms, chainGreeks } from "./chain";
export { type DecayPoint, decay } from "./decay";
export { type PutTableRow, type PutTableTerms, putTable } from "./putTable";
export { type Style, valuation } from "./style";
export { type Greeks, type OptionTerms, type OptionType } from "./terms";
