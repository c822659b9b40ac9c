import { fetchedOnce } from "../hooks/useFetched";
import type * as charts from "./charts";

/** What draws charts, once it has been fetched. */
export type Charts = typeof charts;

/** The charts, with d3: a file of its own, which the pane does not wait for and does without where it cannot be had. */
export const chartsCode = fetchedOnce<Charts>(() => import(/* webpackChunkName: "charts" */ "./charts"));
