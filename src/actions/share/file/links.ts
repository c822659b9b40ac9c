import type { Archive } from "./archive";
import type { Book } from "./book";
import { attribute, elementsOf } from "./xml";

/** Other files that this one asks for or leads to: their paths travel with it. Addresses on the web are for everybody. */
export function linksIn(archive: Archive, { sheets }: Book): readonly string[] {
  const books = archive.leadsTo("xl/workbook.xml").filter(({ kind }) => kind === "externalLink").flatMap(({ target }) => archive.leadsTo(target).filter(({ outside }) => outside));
  const pressed = sheets.flatMap(({ path }) => archive.leadsTo(path)).filter(({ kind, target, outside }) => outside && kind === "hyperlink" && !/^(?:https?|mailto|tel):/i.test(target));
  const asked = archive.text("xl/connections.xml").matchAll(/\s(?:sourceFile|odcFile)="[^"]*"/g);
  const base = elementsOf(archive.text("docProps/app.xml"), "HyperlinkBase").map(({ inner }) => inner ?? "");
  const queries = archive.paths().some((path) => /^customXml\/item\d+\.xml$/.test(path) && /<DataMashup\b/.test(archive.start(path).replaceAll("\0", "")));
  return [...new Set([...[...books, ...pressed].map(({ target }) => decoded(target)), ...[...asked].map(([said]) => attribute(said, "\\w+") ?? ""), ...base, ...(queries ? ["what its queries ask (Data, Queries & Connections)"] : [])])].filter((link) => link !== "");
}

function decoded(target: string): string {
  try {
    return decodeURIComponent(target);
  } catch {
    return target; // a percent sign of the path's own
  }
}
