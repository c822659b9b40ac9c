/** Fetched when the book is first looked at. */
export { Spread } from "./Spread";
