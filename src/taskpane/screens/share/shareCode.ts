import { fetchedOnce } from "../../hooks/useFetched";

/** The Share screen, with what reads and writes a workbook's file: a file of its own, which the pane does not wait for. */
export const shareCode = fetchedOnce(() => import(/* webpackChunkName: "share" */ "./screen"));
