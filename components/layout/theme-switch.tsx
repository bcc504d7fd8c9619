"use client";

import { Moon, Sun } from "lucide-react";
import { useSyncExternalStore } from "react";

const DARK = "(prefers-color-scheme: dark)";
/** Also read by `public/theme.js` before the first paint. */
const STORAGE_KEY = "theme";

function subscribe(changed: () => void) {
  const system = matchMedia(DARK);
  const attribute = new MutationObserver(changed);
  system.addEventListener("change", changed);
  attribute.observe(document.documentElement, { attributeFilter: ["data-theme"] });
  return () => {
    system.removeEventListener("change", changed);
    attribute.disconnect();
  };
}

function isDark(): boolean {
  const chosen = document.documentElement.dataset.theme;
  return chosen ? chosen === "dark" : matchMedia(DARK).matches;
}

/** Choosing what the system has anyway means following the system again. */
function choose(theme: "light" | "dark") {
  const system = matchMedia(DARK).matches ? "dark" : "light";
  if (theme === system) delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
  try {
    if (theme === system) localStorage.removeItem(STORAGE_KEY);
    else localStorage.setItem(STORAGE_KEY, theme);
  } catch {
    // Storage is switched off: the choice lasts for this page.
  }
}

/** Switches between light and dark appearance; without a choice the system decides. */
export function ThemeSwitch() {
  const dark = useSyncExternalStore(subscribe, isDark, () => false);
  const Icon = dark ? Sun : Moon;
  return (
    <button
      type="button"
      aria-pressed={dark}
      aria-label="深色显示"
      title={dark ? "改用浅色显示" : "改用深色显示"}
      onClick={() => choose(dark ? "light" : "dark")}
      className="no-print grid size-11 shrink-0 place-items-center rounded-md text-muted hover:bg-accent-soft hover:text-accent"
    >
      <Icon aria-hidden="true" className="size-5" />
    </button>
  );
}
