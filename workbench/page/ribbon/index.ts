import type { RibbonButton, RibbonTab } from "./manifest";
import { showTip } from "./supertip";

/**
 * The ribbon: "Home" is the spreadsheet's own toolbar, the other tabs are the add-in's, drawn from its manifest. Arrow keys move between
 * tabs and between buttons, Enter and Space press, as in Office.
 */
export function drawRibbon(tabs: readonly RibbonTab[], press: (button: RibbonButton) => Promise<void>): void {
  const list = document.getElementById("ribbon-tabs")!;
  const panel = document.getElementById("ribbon-panel")!;
  const all = [{ id: "Home", label: "Home", groups: [] }, ...tabs];
  const handles = all.map((tab) => {
    const handle = element("button", { type: "button", role: "tab", id: `tab-${tab.id}`, "aria-controls": "ribbon-panel" }, tab.label);
    handle.addEventListener("click", () => choose(tab));
    return handle;
  });
  const choose = (tab: RibbonTab) => {
    handles.forEach((handle, i) => {
      handle.setAttribute("aria-selected", String(all[i] === tab));
      handle.tabIndex = all[i] === tab ? 0 : -1;
    });
    const home = tab.id === "Home";
    document.body.classList.toggle("home-hidden", !home);
    panel.classList.toggle("borrowed", home);
    panel.setAttribute("aria-labelledby", `tab-${tab.id}`);
    panel.replaceChildren(...tab.groups.map((group) => drawGroup(group, press)));
  };
  list.replaceChildren(...handles);
  moveByArrows(list, handles, (handle) => handle.click());
  choose(all[1] ?? all[0]!);
}

function drawGroup({ label, buttons }: RibbonTab["groups"][number], press: (button: RibbonButton) => Promise<void>): HTMLElement {
  const drawn = buttons.map((button) => drawButton(button, press));
  const row = element("div", { class: "ribbon-buttons", role: "toolbar", "aria-label": label });
  row.append(...drawn);
  moveByArrows(row, drawn);
  const group = element("div", { class: "ribbon-group" });
  group.append(row, element("div", { class: "ribbon-group-name", "aria-hidden": "true" }, label));
  return group;
}

function drawButton(button: RibbonButton, press: (button: RibbonButton) => Promise<void>): HTMLElement {
  const drawn = element("button", { type: "button", class: "ribbon-button", id: button.id, "aria-description": button.tip.description });
  const image = element("img", { src: button.icon, alt: "", width: "32", height: "32" });
  drawn.append(image, element("span", {}, button.label));
  showTip(drawn, button.tip);
  drawn.addEventListener("click", () => {
    if (drawn.getAttribute("aria-busy") === "true") return;
    drawn.setAttribute("aria-busy", "true");
    void press(button).finally(() => drawn.removeAttribute("aria-busy"));
  });
  return drawn;
}

function moveByArrows(container: HTMLElement, items: readonly HTMLElement[], arrived?: (item: HTMLElement) => void): void {
  container.addEventListener("keydown", (event) => {
    const step = event.key === "ArrowRight" ? 1 : event.key === "ArrowLeft" ? -1 : 0;
    const at = items.indexOf(event.target as HTMLElement);
    if (step === 0 || at < 0) return;
    event.preventDefault();
    const next = items[(at + step + items.length) % items.length]!;
    next.focus();
    arrived?.(next);
  });
}

export function element<K extends keyof HTMLElementTagNameMap>(name: K, attributes: Record<string, string> = {}, text?: string): HTMLElementTagNameMap[K] {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  if (text !== undefined) made.textContent = text;
  return made;
}
