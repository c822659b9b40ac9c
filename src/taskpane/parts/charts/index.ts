/** All that draws charts: a file of its own, fetched with the first one. */
export { DecayChart } from "./DecayChart";
export { PayoffChart } from "./PayoffChart";
