/** Also read by `public/theme.js` before the first paint. */
export const THEME_KEY = "theme";

/** Shows the visitor's choice of appearance, where there is one. */
export function applyStoredTheme(): void {
  try {
    const theme = localStorage.getItem(THEME_KEY);
    if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
  } catch {
    // Storage is switched off: the system's appearance applies.
  }
}
