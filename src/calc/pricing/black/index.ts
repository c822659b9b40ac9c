export { type Expiry, expiryOf } from "./expiry";
export { blackGreeks, greeksWithin } from "./greeks";
export { normalisedBlack, normalisedShortfall, normalisedVega } from "./normalised";
export { blackPrice, intrinsicValue, logRatio, moneyness, scaleOf } from "./price";
