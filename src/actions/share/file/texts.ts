import type { Archive } from "./archive";
import { mapElements, textElement, withAttribute } from "./xml";

/** The list of texts that all sheets share: new ones come at its end, those that no cell uses any more are emptied. */
export interface Texts {
  /** The number of a text; it is used. */
  readonly add: (text: string) => number;
  readonly use: (index: number) => void;
  /** The new ones, in the order of their numbers. */
  readonly added: () => readonly string[];
  readonly write: () => void;
}

const PATH = "xl/sharedStrings.xml";

export function textsOf(archive: Archive, present: readonly string[]): Texts {
  const used = new Set<number>();
  const added = new Map<string, number>();
  return {
    use: (index) => void used.add(index),
    added: () => [...added.keys()],
    add(text) {
      const known = added.get(text);
      if (known !== undefined) return known;
      const index = present.length + added.size;
      added.set(text, index);
      return index;
    },
    write() {
      const xml = archive.text(PATH);
      if (added.size > 0 && xml === "") throw new Error("a workbook without texts was given some");
      let index = -1;
      const kept = mapElements(xml, "si", () => (used.has((index += 1)) ? undefined : "<si><t/></si>"));
      const fresh = [...added.keys()].map((text) => `<si>${textElement("t", text)}</si>`).join("");
      const whole = fresh === "" ? kept : /<\/sst>\s*$/.test(kept) ? kept.replace(/<\/sst>\s*$/, () => `${fresh}</sst>`) : kept.replace(/<sst\b([^>]*)\/>/, (_all, attributes: string) => `<sst${attributes}>${fresh}</sst>`);
      archive.set(PATH, whole.replace(/<sst\b([^>]*?)(\/?)>/, (_all, attributes: string, closed: string) => `<sst${withAttribute(withAttribute(attributes, "count", null), "uniqueCount", present.length + added.size)}${closed}>`));
    },
  };
}
