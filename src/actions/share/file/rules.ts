import { convert } from "../formula/convert";
import type { Archive } from "./archive";
import type { Book } from "./book";
import type { Change, ValuedFormula } from "./change";
import { RULE_FORMULAS } from "./look";
import { holds, rectOf } from "./place";
import { attribute, elementsOf, escaped, mapAttributes, mapElements, plain, withAttribute } from "./xml";

/** What becomes of formulas that no cell shows; null: there is nothing that says the same. */
function changed(formula: string, { gone, masks }: Pick<Change, "gone" | "masks">): string | null {
  const becomes = convert(formula, gone);
  return becomes.kind === "value" ? null : masks.inFormula(becomes.kind === "native" ? becomes.formula : formula).replace(/^=/, "");
}

/** A calculated column that nothing can stand for fills new rows no more. */
export function mapTables(archive: Archive, { tables }: Book, change: Change): void {
  for (const { path } of tables) {
    if (path === null) continue;
    const xml = mapElements(archive.text(path), "calculatedColumnFormula|totalsRowFormula", ({ attributes, inner }, name) => {
      const formula = changed(plain(inner ?? ""), change);
      return formula === null ? "" : formula === plain(inner ?? "") ? undefined : `<${name}${attributes}>${escaped(formula)}</${name}>`;
    });
    // a total of one's own without its formula would be one that Excel repairs
    archive.set(path, mapElements(xml, "tableColumn", ({ whole, attributes }) => (attribute(attributes, "totalsRowFunction") === "custom" && !whole.includes("<totalsRowFormula") ? whole.replace(' totalsRowFunction="custom"', "") : undefined)));
  }
}

export function mapNames(archive: Archive, change: Change): void {
  const path = "xl/workbook.xml";
  archive.set(path, mapElements(archive.text(path), "definedName", ({ attributes, inner }) => {
    const formula = changed(plain(inner ?? ""), change) ?? "#N/A";
    return formula === plain(inner ?? "") ? undefined : `<definedName${attributes}>${escaped(formula)}</definedName>`;
  }));
}

/** Conditional formats and validations, in what stands after a sheet's rows. */
export function mapRules(rest: string, change: Change): string {
  const rules = mapElements(rest, "cfRule|x14:cfRule|dataValidation|x14:dataValidation", ({ attributes, inner }, name) => {
    if (inner === null || inner === "") return undefined;
    let isGone = false;
    const within = mapElements(inner, RULE_FORMULAS, (one, formulaName) => {
      const formula = changed(plain(one.inner ?? ""), change);
      isGone ||= formula === null;
      return formula === null || formula === plain(one.inner ?? "") ? undefined : `<${formulaName}${one.attributes}>${escaped(formula)}</${formulaName}>`;
    });
    const limits = mapAttributes(within, "cfvo", (all) => {
      const stood = attribute(all, "val");
      const formula = stood === null ? null : changed(stood, change);
      isGone ||= stood !== null && formula === null;
      return formula === null || formula === stood ? undefined : withAttribute(all, "val", formula);
    });
    return isGone ? "" : limits === inner ? undefined : `<${name}${attributes}>${limits}</${name}>`;
  });
  if (rules === rest) return rest;
  const formats = mapElements(rules, "conditionalFormatting|x14:conditionalFormatting", ({ inner }) => (/cfRule/.test(inner ?? "") ? undefined : ""));
  return mapElements(formats, "dataValidations|x14:dataValidations", ({ attributes, inner }, name) => counted(attributes, inner ?? "", name));
}

function counted(attributes: string, inner: string, name: string): string {
  const count = (inner.match(/<(?:x14:)?dataValidation\b/g) ?? []).length;
  return count === 0 ? "" : `<${name}${withAttribute(attributes, "count", count)}>${inner}</${name}>`;
}

/** The formula of each cell that became a value, as the cell's input message; not where the cell has a validation of its own. docs/spec/sharing.md §3.6. */
export function noteCells(rest: string, valued: readonly ValuedFormula[]): string {
  if (valued.length === 0) return rest;
  const taken = elementsOf(rest, "dataValidation|x14:dataValidation").flatMap(({ attributes, inner }) => (attribute(attributes, "sqref") ?? /<xm:sqref>(.*?)<\/xm:sqref>/.exec(inner ?? "")?.[1] ?? "").split(" ").flatMap((one) => rectOf(one) ?? []));
  const notes = valued.slice(0, MOST_NOTES).flatMap(({ address, formula }) => {
    const at = rectOf(address);
    if (!at || taken.some((rect) => holds(rect, at.top, at.left))) return [];
    return [`<dataValidation allowBlank="1" showInputMessage="1" promptTitle="${NOTE_TITLE}" prompt="${escaped(clipped(formula))}" sqref="${address}"/>`];
  });
  if (notes.length === 0) return rest;
  const known = elementsOf(rest, "dataValidations")[0];
  if (known) return rest.replace(known.whole, () => counted(known.attributes, (known.inner ?? "") + notes.join(""), "dataValidations"));
  const place = AFTER_VALIDATIONS.exec(rest)?.index ?? rest.length;
  return rest.slice(0, place) + counted("", notes.join(""), "dataValidations") + rest.slice(place);
}

export const NOTE_TITLE = "Value of a function";
const MOST_NOTES = 1_000;
/** An input message holds 255 characters. */
export const clipped = (formula: string): string => (formula.length > 255 ? `${formula.slice(0, 254)}…` : formula);

/** What comes after the validations in a sheet: Excel wants its parts in order. */
const AFTER_VALIDATIONS = /<(?:hyperlinks|printOptions|pageMargins|pageSetup|headerFooter|rowBreaks|colBreaks|customProperties|cellWatches|ignoredErrors|smartTags|drawing|legacyDrawing|legacyDrawingHF|picture|oleObjects|controls|webPublishItems|tableParts|extLst)\b|<\/worksheet>/;
