export { type Expiry, expiryOf } from "./expiry";
export { blackGreeks, greeksWithin } from "./greeks";
export { FARTHEST, NEAR, normalisedBlack, tailDifference, tailSum } from "./normalised";
export { blackPrice, intrinsicValue, logRatio, moneyness, scaleOf } from "./price";
