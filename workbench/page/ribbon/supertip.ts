/** Office's large tip: title and a sentence, after a moment of hovering or on keyboard focus. */
export function showTip(target: HTMLElement, { title, description }: { readonly title: string; readonly description: string }): void {
  let tip: HTMLElement | undefined;
  let timer: number | undefined;
  const show = () => {
    hide();
    tip = document.createElement("div");
    tip.className = "supertip";
    tip.setAttribute("aria-hidden", "true"); // screen readers have it as the button's description
    const strong = document.createElement("strong");
    strong.textContent = title;
    tip.append(strong, description);
    const box = target.getBoundingClientRect();
    tip.style.left = `${Math.min(box.left, window.innerWidth - 262)}px`;
    tip.style.top = `${box.bottom + 26}px`;
    document.body.append(tip);
  };
  const hide = () => {
    window.clearTimeout(timer);
    tip?.remove();
    tip = undefined;
  };
  target.addEventListener("mouseenter", () => (timer = window.setTimeout(show, 500)));
  target.addEventListener("focus", () => target.matches(":focus-visible") && show());
  for (const gone of ["mouseleave", "blur", "click", "keydown"]) target.addEventListener(gone, (event) => (event as KeyboardEvent).key !== "Escape" || tip ? hide() : undefined);
}
