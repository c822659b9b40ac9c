export { blackGreeks } from "./greeks";
export { blackPrice, intrinsicValue, moneyness, scaleOf } from "./price";
export { normalisedBlack, normalisedShortfall, normalisedVega } from "./normalised";
