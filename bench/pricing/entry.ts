export { blackGreeks, blackPrice } from "../../src/calc/pricing/black";
export { blackVolatility } from "../../src/calc/pricing/impliedVolatility";
export * as european from "../../src/calc/pricing/european";
export { erfc } from "../../src/calc/pricing/normal";
export { chainGreeks } from "../../src/calc/pricing/chain";
