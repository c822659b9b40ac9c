import { watchlist } from "../journal/sheets";
import { isOurs } from "./ours";
import type { Survey } from "./survey";

/** The values of the Watchlist table, in the order of its columns, asked for with the next sync; none when it is not ours. */
export function askWatchlist(context: Excel.RequestContext, { found }: Pick<Survey, "found">): () => { readonly headers: readonly string[]; readonly rows: readonly (readonly unknown[])[] } {
  const there = found.find(({ plan }) => plan.name === watchlist.name);
  if (!there?.table || !isOurs(there)) return () => ({ headers: [], rows: [] });
  const { headers } = there.table;
  const body = context.workbook.tables.getItem(watchlist.name).getDataBodyRange().load("values");
  return () => ({ headers, rows: body.values as unknown[][] });
}
