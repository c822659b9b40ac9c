import type { Archive } from "./archive";
import type { Masks } from "./masks";
import { attribute, elementsOf, escaped, mapAttributes, mapElements, plain, withAttribute } from "./xml";

type Renamed = (text: string) => string | null;

/** New names for accounts outside of sheets: what charts and PivotTables have copied for themselves, titles, text boxes, comments, the file's own title. */
export function renameElsewhere(archive: Archive, masks: Masks): void {
  const renamed = renamer(masks);
  for (const path of archive.paths()) {
    const [texts, runs, said] = [TEXTS, RUNS, SAID].map((kind) => kind.filter(([parts]) => parts.test(path)));
    if ([...texts!, ...runs!, ...said!].length === 0) continue;
    let xml = archive.text(path);
    for (const [, elements, around] of texts!) xml = around === undefined ? inElements(xml, elements, renamed) : mapElements(xml, around, ({ whole }) => inElements(whole, elements, renamed));
    for (const [, around, text] of runs!) xml = inRuns(xml, around, text!, renamed);
    for (const [, elements, attributes] of said!) xml = inAttributes(xml, elements, attributes!.split("|"), renamed);
    if (/\.vml$/.test(path)) xml = xml.replace(/>([^<>]+)</g, (whole: string, text: string) => wrapped(">", renamed(plain(text)), "<") ?? whole);
    archive.set(path, xml);
  }
}

const renamer = (masks: Masks): Renamed => (text) => masks.of(text, false) ?? masks.inText(text);
const wrapped = (before: string, text: string | null, after: string): string | null => (text === null ? null : before + escaped(text) + after);

type Places = readonly (readonly [parts: RegExp, elements: string, within?: string])[];

/** Parts of the file, and their elements that hold nothing but text; those of charts only within others, for elsewhere they are numbers. */
const TEXTS: Places = [
  [/^xl\/charts\/chart[^/]*\.xml$/, "c:v|cx:v|cx:pt", "c:tx|c:strCache|c:strLit|c:multiLvlStrCache|c15:dlblRangeCache|cx:tx|cx:strDim"],
  [/^xl\/threadedComments\/[^/]*\.xml$/, "text"],
  [/^docProps\/core\.xml$/, "dc:title|dc:subject|dc:description|cp:keywords|cp:category"],
  [/^docProps\/custom\.xml$/, "vt:lpwstr|vt:lpstr"],
];
/** Texts in runs of several looks: a name may begin in one and end in another. */
const RUNS: Places = [[/^xl\/(?:charts|drawings|diagrams)\/[^/]*\.xml$/, "a:p", "a:t"], [/^xl\/comments[^/]*\.xml$/, "text", "t"]];
/** Attributes with texts of the user's. */
const SAID: Places = [
  [/^xl\/workbook\.xml$/, "definedName", "comment|description|help|statusBar"],
  [/^xl\/tables\//, "table|tableColumn", "comment|totalsRowLabel"],
  [/^xl\/(?:tables|pivotTables)\//, "filter|customFilter", "val"],
  [/^xl\/(?:drawings|charts)\/[^/]*\.xml$/, "(?:xdr|cdr):cNvPr", "name|descr|title"],
  [/\.vml$/, "v:shape|v:rect|v:textbox", "alt|title"],
  [/^xl\/pivotCache\//, "s", "v"],
  [/^xl\/slicerCaches\//, "s", "v|n"],
  [/^xl\/slicers\//, "slicer", "caption"],
  [/^xl\/pivotTables\//, "pivotTableDefinition", "rowHeaderCaption|colHeaderCaption|grandTotalCaption|dataCaption"],
  [/^xl\/pivotTables\//, "pivotField|dataField|item|filter|pivotHierarchy", "name|caption|n|stringValue1|stringValue2|subtotalCaption"],
];

function inElements(xml: string, names: string, renamed: Renamed): string {
  return mapElements(xml, names, ({ attributes, inner }, name) => wrapped(`<${name}${attributes}>`, inner === null ? null : renamed(plain(inner)), `</${name}>`) ?? undefined);
}

function inRuns(xml: string, around: string, run: string, renamed: Renamed): string {
  return mapElements(xml, around, ({ whole }) => {
    const texts = elementsOf(whole, run).map(({ inner }) => plain(inner ?? ""));
    const all = renamed(texts.join(""));
    if (all === null) return undefined;
    const each = texts.map((text) => renamed(text) ?? text);
    // over several of them: the text gets the look of its beginning
    const fresh = each.join("") === all ? each : [all, ...texts.slice(1).map(() => "")];
    let at = -1;
    // in comments blanks at the ends are kept only where the file says so
    const keeps = (attributes: string, text: string): string => (run === "t" && text.trim() !== text ? withAttribute(attributes, "xml:space", "preserve") : attributes);
    return mapElements(whole, run, ({ attributes }, name) => {
      const text = fresh[(at += 1)]!;
      return `<${name}${keeps(attributes, text)}>${escaped(text)}</${name}>`;
    });
  });
}

function inAttributes(xml: string, elements: string, names: readonly string[], renamed: Renamed): string {
  return mapAttributes(xml, elements, (attributes) => {
    const said = names.reduce((all, name) => {
      const text = renamed(attribute(all, name) ?? "");
      return text === null ? all : withAttribute(all, name, text.slice(0, LONGEST[name]));
    }, attributes);
    return said === attributes ? undefined : said;
  });
}
/** Characters that Excel takes. */
const LONGEST: Readonly<Record<string, number>> = { promptTitle: 32, errorTitle: 32, prompt: 255, error: 225, comment: 255 };

/** And in what stands after the rows of a sheet: filters, messages of validations, what formats look for, links, headers and footers. */
export function renameAfterRows(xml: string, masks: Masks): string {
  const renamed = renamer(masks);
  // a scenario says who thought it up, and when
  const nameless = mapAttributes(xml, "scenario", (attributes) => withAttribute(withAttribute(attributes, "user", null), "comment", null));
  const said = AFTER_ROWS.reduce((rest, [elements, ...names]) => inAttributes(rest, elements, names, renamed), nameless);
  return mapElements(said, "oddHeader|oddFooter|evenHeader|evenFooter|firstHeader|firstFooter", ({ attributes, inner }, name) => {
    const text = inHeader(plain(inner ?? ""), renamed);
    return text === plain(inner ?? "") ? undefined : `<${name}${attributes}>${escaped(text)}</${name}>`;
  });
}
const AFTER_ROWS: readonly (readonly [elements: string, ...attributes: string[]])[] = [
  ["dataValidation|x14:dataValidation", "promptTitle", "prompt", "errorTitle", "error"], ["filter|customFilter", "val"], ["cfRule|x14:cfRule", "text"], ["hyperlink", "display", "tooltip"], ["scenario", "name"],
];

/** Between the codes of a header (&L left, &"Arial,Bold", &14, &KFF0000), which have no blank behind them: “&LIRA” is IRA, on the left. */
function inHeader(text: string, renamed: Renamed): string {
  return text.split(CODES).map((piece, at) => (at % 2 === 1 ? piece : (renamed(piece.replace(/&&/g, "&"))?.replace(/&/g, "&&") ?? piece))).join("");
}
const CODES = /((?:&(?:"[^"]*"|\d+|K(?:[0-9A-F]{6}|\d\d[+-]\d{3})|[A-Z]))+)/i;
