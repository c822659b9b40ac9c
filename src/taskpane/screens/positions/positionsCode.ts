import { fetchedOnce } from "../../hooks/useFetched";

/** Positions and their moves: a file of its own, which the pane does not wait for. */
export const positionsCode = fetchedOnce(() => import(/* webpackChunkName: "positions" */ "./Positions"));
