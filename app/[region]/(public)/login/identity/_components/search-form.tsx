"use client";

import { useRouter } from "next/navigation";
import { type ReactNode, useEffect, useRef, useTransition } from "react";
import { useTexts } from "#use-texts";
import { Button } from "@/components/ui/button";
import { SearchField } from "@/components/ui/search-field";

const PAUSE_MS = 250;

type SearchFormProps = {
  flow: string;
  label: string;
  hint?: string;
  search: string;
  /** Further fields of the search, e.g. a type. */
  children?: ReactNode;
};

/** Narrows the choices by address, so that it works without JavaScript; with it, while typing. */
export function SearchForm({ flow, label, hint, search, children }: SearchFormProps) {
  const t = useTexts();
  const router = useRouter();
  const form = useRef<HTMLFormElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const [pending, startTransition] = useTransition();
  useEffect(() => () => clearTimeout(timer.current), []);

  function narrow() {
    if (!form.current) return;
    const entries = [...new FormData(form.current)].map(([name, value]) => [name, String(value)]);
    const query = new URLSearchParams(entries).toString();
    startTransition(() => router.replace(`?${query}`, { scroll: false }));
  }

  return (
    <search>
      <form
        ref={form}
        method="get"
        aria-busy={pending || undefined}
        className="mb-6 grid gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          clearTimeout(timer.current);
          narrow();
        }}
        onChange={() => {
          clearTimeout(timer.current);
          timer.current = setTimeout(narrow, PAUSE_MS);
        }}
      >
        <input type="hidden" name="flow" value={flow} />
        {children}
        <div className="flex items-end gap-3">
          <SearchField
            name="q"
            label={label}
            hint={hint}
            defaultValue={search}
            maxLength={60}
            className="min-w-0 flex-1"
          />
          <Button type="submit" variant="secondary" pending={pending}>
            {t("查询")}
          </Button>
        </div>
      </form>
    </search>
  );
}
