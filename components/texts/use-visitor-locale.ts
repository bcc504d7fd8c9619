"use client";

import { useSyncExternalStore } from "react";
import { LOCALE_COOKIE, type Locale, readLocale } from "@/lib/regions/editions";

const never = () => () => {};

function chosenLocale(): Locale {
  const own = document.cookie.split("; ").find((cookie) => cookie.startsWith(`${LOCALE_COOKIE}=`));
  return readLocale(own?.slice(LOCALE_COOKIE.length + 1));
}

/** The language the visitor chose, for what cannot know it on the server: pages of errors, and Chinese pages. */
export function useVisitorLocale(): Locale {
  return useSyncExternalStore(never, chosenLocale, () => "zh-CN");
}
