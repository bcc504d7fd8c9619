"use client";

import { Moon, Sun } from "lucide-react";
import { useSyncExternalStore } from "react";
import { useTexts } from "#use-texts";
import { THEME_KEY } from "@/components/layout/theme-choice";

const DARK = "(prefers-color-scheme: dark)";

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
    if (theme === system) localStorage.removeItem(THEME_KEY);
    else localStorage.setItem(THEME_KEY, theme);
  } catch {
    // Storage is switched off: the choice lasts for this page.
  }
}

/** Switches between light and dark appearance; without a choice the system decides. */
export function ThemeSwitch() {
  const t = useTexts();
  const dark = useSyncExternalStore(subscribe, isDark, () => false);
  const Icon = dark ? Sun : Moon;
  return (
    <button
      type="button"
      aria-pressed={dark}
      aria-label={t("深色显示")}
      title={dark ? t("改用浅色显示") : t("改用深色显示")}
      onClick={() => choose(dark ? "light" : "dark")}
      className="no-print grid size-11 shrink-0 place-items-center rounded-md text-muted hover:bg-accent-soft hover:text-accent"
    >
      <Icon aria-hidden="true" className="size-5" />
    </button>
  );
}
