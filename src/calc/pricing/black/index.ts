export { blackPrice, intrinsicValue, moneyness, scaleOf } from "./price";
export { normalisedBlack, normalisedVega } from "./normalised";
