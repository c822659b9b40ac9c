/** Light or dark, as Office's own theme: the user's choice, else the system's. */
export function currentTheme(): "light" | "dark" {
  const chosen = localStorage.getItem(KEY);
  if (chosen === "light" || chosen === "dark") return chosen;
  return window.matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
}

/**
 * Switches between light and dark. Excel on the web tells an add-in nothing of its theme (its office.js leaves Office.context.officeTheme
 * undefined): the add-in sees it as the browser's preferred colour scheme, which a frame takes from the element that it stands in.
 * The spreadsheet draws itself anew, so the page starts again.
 */
export function installThemeSwitch(beforeRestart: () => Promise<void>): void {
  const theme = currentTheme();
  document.documentElement.dataset.theme = theme;
  const button = document.getElementById("theme-switch")!;
  button.textContent = theme === "dark" ? "Light" : "Dark";
  button.setAttribute("aria-label", theme === "dark" ? "Switch to the light theme" : "Switch to the dark theme");
  button.setAttribute("aria-pressed", String(theme === "dark"));
  button.addEventListener("click", () => {
    localStorage.setItem(KEY, theme === "dark" ? "light" : "dark");
    void beforeRestart().then(() => location.reload());
  });
}

const KEY = "workbench.theme";
