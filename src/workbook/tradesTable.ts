import { trades } from "../journal/sheets";
import { ExcelRefused } from "./excelRefused";
import { foreignWords, isOurs } from "./ours";
import { refuseNewer } from "./newer";
import { askRenamed, lackingWords } from "./renamed";
import { type Found, type FoundTable, survey } from "./survey";
import { type TypedPlaces, typedPlaces } from "./tableColumns";

/** The Trades table, ready to be written: there, ours, whole and not protected. One round trip. */
export async function openTrades(context: Excel.RequestContext, also?: () => void): Promise<FoundTable & TypedPlaces> {
  const asked = survey(context, [trades]);
  also?.();
  await context.sync();
  const seen = asked.read();
  refuseNewer(seen);
  const table = await wholeTable(context, seen.found[0]);
  if (table.protected) throw new ExcelRefused("AccessDenied", `The sheet ${table.sheet} is protected. Unprotect it (Review, Unprotect Sheet) and try again.`);
  return table;
}

async function wholeTable(context: Excel.RequestContext, found: Found | undefined): Promise<FoundTable & TypedPlaces> {
  const table = found?.table;
  if (!found || !table) throw new ExcelRefused("NoJournal", "There is no Trades table in this workbook. Lay out the journal first.");
  if (!isOurs(found)) throw new ExcelRefused("ForeignTable", foreignWords(found));
  const columns = typedPlaces(table.headers);
  if (columns.missing.length > 0) {
    const asked = askRenamed(context, found);
    await context.sync();
    throw new ExcelRefused("MissingColumn", lackingWords(trades.name, columns.missing, asked()));
  }
  return { ...table, ...columns };
}
