export * as american from "../../src/calc/pricing/american";
export * as dividends from "../../src/calc/pricing/dividends";
