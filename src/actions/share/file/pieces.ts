/** Where a piece of a sheet's XML stands: before its rows, some whole rows, or after them. */
export type Where = "head" | "rows" | "tail";

export interface SheetPiece {
  readonly where: Where;
  readonly xml: string;
}

/** A sheet's XML, as it comes out of its file bit by bit, cut into pieces that can be read by themselves: a log of 50,000 rows is more than 100 MB, which never stand in memory at once. */
export function* sheetPieces(texts: Iterable<string>): Generator<SheetPiece> {
  let where: Where = "head";
  let waiting = "";
  for (const text of texts) {
    waiting += text;
    if (where === "head") {
      const begin = /<sheetData\b[^>]*>/.exec(waiting);
      if (!begin) continue;
      const end = begin.index + begin[0].length;
      yield { where: "head", xml: waiting.slice(0, end) };
      waiting = waiting.slice(end);
      where = begin[0].endsWith("/>") ? "tail" : "rows";
    }
    if (where === "rows") {
      // what came before this text has been looked through
      const close = waiting.indexOf("</sheetData>", Math.max(0, waiting.length - text.length - "</sheetData>".length));
      const end: number = close >= 0 ? close : waiting.lastIndexOf("</row>") + "</row>".length;
      if (close < 0 && end < "</row>".length) continue;
      if (end > 0) yield { where: "rows", xml: waiting.slice(0, end) };
      waiting = waiting.slice(end);
      if (close >= 0) where = "tail";
    }
  }
  yield { where: where === "head" ? "head" : "tail", xml: waiting };
}
