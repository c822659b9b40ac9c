import type { Archive } from "./archive";
import type { Book } from "./book";
import { attribute, elementsOf, mapElements } from "./xml";

/** Comments and notes of cells, threads and the people in them; a drawing of form buttons stays. Answers, by the path of a sheet, its way to a drawing that is gone. */
export function leaveOutComments(archive: Archive, { sheets }: Book): ReadonlyMap<string, string> {
  const gone = new Map<string, string>();
  for (const { path } of sheets) {
    const ways = archive.leadsTo(path);
    if (!ways.some(({ kind }) => kind === "comments" || kind === "threadedComment")) continue;
    for (const { kind, target, id } of ways) {
      if (kind === "comments" || kind === "threadedComment") archive.remove(target);
      if (kind !== "vmlDrawing") continue;
      const drawing = mapElements(archive.text(target), "v:shape", ({ inner }) => (/ObjectType="Note"/.test(inner ?? "") ? "" : undefined));
      if (/<v:shape\s/.test(drawing)) archive.set(target, drawing);
      else {
        archive.remove(target);
        gone.set(path, id);
      }
    }
  }
  for (const { kind, target } of archive.leadsTo("xl/workbook.xml")) if (kind === "person") archive.remove(target);
  return gone;
}

/** The order of calculation names cells that have no formula any more: Excel makes it anew. */
export function leaveOutOrder(archive: Archive): void {
  for (const { kind, target } of archive.leadsTo("xl/workbook.xml")) if (kind === "calcChain") archive.remove(target);
}

/** What Excel keeps of this add-in, by which a reader would be asked to trust or install it; other add-ins' stay. */
export function leaveOutAddin(archive: Archive): void {
  for (const panes of archive.leadsTo("").filter(({ kind }) => kind === "webextensiontaskpanes").map(({ target }) => target)) {
    const own = archive.leadsTo(panes).filter(({ kind, target }) => kind === "webextension" && elementsOf(archive.text(target), "we:property").some(({ attributes }) => (attribute(attributes, "name") ?? "").startsWith("WheelJournal")));
    const left = mapElements(archive.text(panes), "wetp:taskpane", ({ inner }) => (own.some(({ id }) => new RegExp(`"${id}"`).test(inner ?? "")) ? "" : undefined));
    for (const { target } of own) archive.remove(target);
    if (/<wetp:taskpane\s/.test(left)) archive.set(panes, left);
    else archive.remove(panes);
  }
}
