/** Reads a block of prices from text that was pasted. Asked for by its own name: the importers are fetched with the screens that need them. */
export { type PriceText, readPriceText as readPrices } from "../importers/prices";
