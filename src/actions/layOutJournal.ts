import { type Done, listed } from "./done";
import { fetchedCode } from "./fetchedCode";
import { rebuild } from "./rebuild";

/** Lays out what the journal lacks in this workbook, everything, some columns, or nothing, and fills the reports that came. */
export async function layOutJournal(now?: number): Promise<Done & { readonly added: readonly string[] }> {
  const { layOut } = await layOutCode();
  const { added, named, kept, elsewhere, address } = await layOut();
  await rebuild(now, { always: added.length + named.length > 0 });
  if (added.length + named.length === 0) return { words: "The journal is complete: there was nothing to add.", address, added };
  const moved = elsewhere.map(({ table, sheet }) => ` ${table} is on the sheet "${sheet}", because a sheet of yours is called ${table}.`);
  const done = [
    ...(named.length > 0 ? [`Gave ${listed(named.map(({ column, header }) => `${column.header} (which was called "${header}")`))} ${named.length === 1 ? "its name" : "their names"} back.`] : []),
    ...(added.length > 0 ? [`Added ${listed(added)}.`] : []),
    ...(kept === null ? [] : [`The log as it was before is kept on the hidden sheet “${kept}” (right-click a tab, Unhide).`]),
  ];
  return { words: done.join(" ") + moved.join(""), address, added };
}

/** A journal is laid out once: what does it is fetched then. */
const layOutCode = () => fetchedCode(() => import(/* webpackChunkName: "layOut" */ "../workbook/layOut"));
