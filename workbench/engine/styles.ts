import type * as Core from "@univerjs/core";

/** The private parts of Univer 0.25.1's list of styles that are made faster here. */
interface Styles {
  quick?: true;
  readonly _styles: Readonly<Record<string, unknown>>;
  readonly _cacheMap: { set(text: string, id: string): unknown };
  search(style: unknown, text: string): string;
}

/**
 * When a cell gets a style, Univer looks for one that says the same: by its text, and where the text has its parts in another order, by comparing it with every style there
 * is. It remembers texts only of new styles, and so compares again for each cell of a column. Here it remembers what it has found.
 */
export function rememberStyles(core: typeof Core): void {
  const styles = core.Styles.prototype as unknown as Styles;
  if (styles.quick) return;
  styles.quick = true;
  const { search } = styles;
  styles.search = function (style, text) {
    const id = search.call(this, style, text);
    if (id in this._styles) this._cacheMap.set(text, id);
    return id;
  };
}
