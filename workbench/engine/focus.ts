/** Univer's hidden input, which hears the keyboard for the sheet. */
interface SheetInput {
  focus(): void;
}

/**
 * Univer fetches the keyboard's focus into its hidden input whenever its selection is set: when the first sheet is drawn, when a sheet is activated,
 * when rows come or go, whoever asked for it. A key that was meant for the pane then goes into a cell. Excel on the web leaves the focus where it is,
 * and so does this: the sheet takes it from itself or from nobody. From other parts of the page it takes it only when the user presses into the sheet,
 * or when `take` is called.
 */
export function guardFocus(container: HTMLElement, input: { readonly prototype: object }): { take(move: () => void): void } {
  const others = [...document.body.children]; // what stands here before the spreadsheet does; later it adds popups of its own
  const elsewhere = (element: Element | null) => !container.contains(element) && others.some((part) => part.contains(element));
  const letGo = () => {
    const { activeElement } = document;
    if (activeElement instanceof HTMLElement && elsewhere(activeElement)) activeElement.blur();
  };

  const prototype = input.prototype as SheetInput;
  const { focus } = prototype;
  prototype.focus = function () {
    if (!elsewhere(document.activeElement)) focus.call(this);
  };
  container.addEventListener("pointerdown", letGo, { capture: true });
  return {
    take(move) {
      letGo();
      move();
    },
  };
}
