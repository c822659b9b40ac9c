import { fetchedOnce } from "../../hooks/useFetched";

/** The guide and the roll assistant, with what reads and screens quotes: a file of its own, which the pane does not wait for. */
export const guideCode = fetchedOnce(() => import(/* webpackChunkName: "guide" */ "./steps"));
