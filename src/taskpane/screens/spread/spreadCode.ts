import { fetchedOnce } from "../../hooks/useFetched";

/** The book as a whole, with what reads prices: a file of its own, which the pane does not wait for. */
export const spreadCode = fetchedOnce(() => import(/* webpackChunkName: "spread" */ "./views"));
