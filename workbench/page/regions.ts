interface Regions {
  readonly frame: HTMLIFrameElement;
  readonly pane: { readonly open: boolean };
  /** The keyboard's focus into the sheet. */
  readonly focusSheet: () => void;
  /** A cell that is being edited keeps the keyboard. */
  readonly isEditing: () => boolean;
}

/**
 * In the sheet Tab goes from cell to cell and never out of it. As in Office F6 (Ctrl+F6 too, which Excel on the web has) goes on to the next part of the window and Shift+F6 back: ribbon, sheet,
 * pane. The pane has its focus again where it was left. Where the add-in's page did not come, the browser's own page stands there, into which nobody may look: it is left out.
 */
export function walkByF6({ frame, pane, focusSheet, isEditing }: Regions): void {
  let left: HTMLElement | undefined;
  const parts = [
    { isHere: () => document.activeElement?.closest("header, .ribbon") !== null, enter: () => document.querySelector<HTMLElement>("#ribbon-tabs [aria-selected=true]")?.focus() },
    { isHere: () => document.activeElement === frame || document.activeElement?.closest(".pane") !== null, enter: () => enterFrame(frame, left) },
    { isHere: () => true, enter: focusSheet },
  ] as const;
  const [ribbon, inPane, sheet] = parts;
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== "F6" || event.altKey || event.metaKey || isEditing()) return;
    event.preventDefault();
    event.stopPropagation();
    const order = pane.open && frame.contentDocument ? [ribbon, sheet, inPane] : [ribbon, sheet];
    const here = order.indexOf(parts.find(({ isHere }) => isHere()) ?? sheet);
    order[(here + (event.shiftKey ? order.length - 1 : 1)) % order.length]!.enter();
  };
  window.addEventListener("keydown", onKey, { capture: true });
  // keys that are pressed in the pane are heard there only; a page that is loaded again has to be listened to again
  const listen = () => {
    const inside = frame.contentDocument?.defaultView;
    inside?.addEventListener("keydown", onKey, { capture: true });
    inside?.addEventListener("focusin", ({ target }) => (left = target as HTMLElement));
  };
  frame.addEventListener("load", listen);
  listen();
}

function enterFrame(frame: HTMLIFrameElement, left: HTMLElement | undefined): void {
  const inside = frame.contentDocument;
  frame.contentWindow?.focus();
  left?.focus();
  if (!inside || (left && inside.activeElement === left)) return;
  [...inside.querySelectorAll<HTMLElement>("button, [href], input, select, textarea, [tabindex]")].find(({ tabIndex, offsetParent }) => tabIndex >= 0 && offsetParent !== null)?.focus();
}
