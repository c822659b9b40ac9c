/** Light or dark, as Office's own theme: the user's choice, else the system's. */
export function currentTheme(): "light" | "dark" {
  const chosen = localStorage.getItem(KEY);
  if (chosen === "light" || chosen === "dark") return chosen;
  return window.matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
}

/** An add-in learns the theme once, when it starts, as in Excel on the web; so the page starts again when it is switched. */
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

/** What office.js hands to the add-in as Office.context.officeTheme. */
export function officeTheme(theme: "light" | "dark"): Record<string, string | boolean> {
  return theme === "dark"
    ? { bodyBackgroundColor: "#292929", bodyForegroundColor: "#FFFFFF", controlBackgroundColor: "#1F1F1F", controlForegroundColor: "#FFFFFF", isDarkTheme: true }
    : { bodyBackgroundColor: "#FFFFFF", bodyForegroundColor: "#242424", controlBackgroundColor: "#F3F3F3", controlForegroundColor: "#242424", isDarkTheme: false };
}

const KEY = "workbench.theme";
