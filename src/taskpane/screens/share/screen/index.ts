/** Fetched when the Share screen is first opened. */
export { Share } from "./Share";
