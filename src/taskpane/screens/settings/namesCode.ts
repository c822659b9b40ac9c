import { fetchedOnce } from "../../hooks/useFetched";

/** The functions as names, with their formulas: a file of its own, which the pane does not wait for. */
export const namesCode = fetchedOnce(() => import(/* webpackChunkName: "names" */ "./NamesCard"));
