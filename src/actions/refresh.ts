import { conventionName } from "../calc";
import { applyConvention } from "../workbook/applyConvention";
import { type Done, listed } from "./done";
import { readJournal } from "./readJournal";
import { rebuild } from "./rebuild";
import { keptWords } from "./setConvention";

/** Brings everything that the add-in keeps into line with what the user has typed: the convention of the Settings table, the reports, and the rows that cannot be booked. */
export async function refresh(now?: number): Promise<Done> {
  const { changed, kept, convention } = await applyConvention();
  await rebuild(now, { always: true });
  const { trades, problems } = await readJournal();
  const first = problems[0];
  const rows = `${trades.length.toLocaleString("en-US")} ${trades.length === 1 ? "trade" : "trades"}`;
  const trouble = first ? `, ${problems.length} to look at: ${first.words}` : "";
  const quoted = changed.length > 0 ? ` Yields are now quoted by ${conventionName(convention)}: ${listed(changed)}.` : "";
  return { words: `Read ${rows}${trouble}.${quoted}${keptWords(kept)}`.replace(/\.\./g, "."), ...(first && { address: first.address }) };
}
