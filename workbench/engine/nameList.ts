interface Found {
  readonly name: string;
}
/** The part of Univer 0.25.1 that finds the functions and names which begin with what was typed. */
interface Descriptions {
  whole?: true;
  getSearchListByNameFirstLetter(typed: string): Found[];
}

/**
 * While a name is typed Univer shows the first ten that begin so, in the order in which they were registered: of an add-in with fifty functions forty are never seen. Excel shows all of them, in
 * the order of their names. Who asks for the first ten is given the whole list.
 */
export function listNamesWhole({ prototype }: { readonly prototype: object }): void {
  const descriptions = prototype as Descriptions;
  if (descriptions.whole) return;
  descriptions.whole = true;
  const { getSearchListByNameFirstLetter } = descriptions;
  descriptions.getSearchListByNameFirstLetter = function (typed) {
    const found = getSearchListByNameFirstLetter.call(this, typed).sort((a, b) => (a.name < b.name ? -1 : 1));
    return Object.defineProperty(found, "slice", { value: () => [...found] });
  };
}
