import { element } from "./ribbon";

export interface Choice {
  readonly title: string;
  readonly words: string;
  readonly run: () => Promise<void>;
}

/**
 * The card of the first visit, over the sheet: what one can do here. It leaves when one of it is chosen, when it is
 * closed or when work has begun without it, and then stays away until the browser's storage is cleared.
 */
export function showWelcome(choices: readonly Choice[]): { leave(): void } {
  if (localStorage.getItem(SEEN)) return { leave: () => undefined };
  const card = element("section", { class: "welcome", role: "dialog", "aria-labelledby": "welcome-title", id: "welcome" });
  const away = () => {
    localStorage.setItem(SEEN, "yes");
    card.remove();
  };
  const dismiss = element("button", { type: "button", class: "dismiss", "aria-label": "Close this card" }, "✕");
  dismiss.addEventListener("click", away);
  const buttons = element("div", { class: "choices" });
  for (const { title, words, run } of choices) {
    const button = element("button", { type: "button", class: "choice" });
    button.append(element("strong", {}, title), element("span", {}, words));
    button.addEventListener("click", () => {
      away();
      void run();
    });
    buttons.append(button);
  }
  card.append(dismiss, element("h2", { id: "welcome-title" }, "Start with one of these"), element("p", {}, "This is a real spreadsheet with the add-in running in it. Everything stays in your browser."), buttons);
  card.addEventListener("keydown", (event) => event.key === "Escape" && away());
  document.querySelector(".sheet")!.append(card);
  return { leave: away };
}

const SEEN = "workbench.welcomed";
