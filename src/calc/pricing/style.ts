import * as american from "./american";
import * as european from "./european";

/** When an option may be exercised: on any day, as options on US stocks, or at expiration only. */
export type Style = "american" | "european";

/** The same questions of either style: price, greeks, slopes, impliedVolatility. */
export function valuation(style: Style): typeof european {
  return style === "european" ? european : american;
}
