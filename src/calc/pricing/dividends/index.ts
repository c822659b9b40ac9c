export { type CashDividend, type CashTerms, price } from "./price";
