"use client";

import { Search } from "lucide-react";
import { useRouter } from "next/navigation";
import { type KeyboardEvent, useId, useState } from "react";
import { useTexts } from "#use-texts";
import { buttonClass } from "@/components/ui/button-class";
import { cn } from "@/components/ui/cn";
import { Input } from "@/components/ui/input";

type Catalogue = typeof import("@/lib/domain/function-tree");

const HITS_SHOWN = 8;
/** No hit is chosen: Enter asks for the page of all results. */
const NONE = -1;

/**
 * 搜索功能 in the header (辽宁 五): a combobox over the whole catalogue, which is loaded when it gets the focus. Without
 * JavaScript the form leads to the page of results.
 */
export function FunctionSearch({ region, className }: { region: string; className?: string }) {
  const t = useTexts();
  const id = useId();
  const router = useRouter();
  const [catalogue, setCatalogue] = useState<Catalogue>();
  const [names, setNames] = useState<Readonly<Record<string, string>>>({});
  const [query, setQuery] = useState("");
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(NONE);

  const named = (name: string) => names[name] ?? t.named(name);
  const found = catalogue?.searchFunctions(catalogue.FUNCTIONS, query, named) ?? [];
  const hits = found.slice(0, HITS_SHOWN);
  const shown = open && hits.length > 0;

  async function load() {
    if (t.locale === "en") {
      const words = await import("@/lib/english/functions").catch(() => undefined);
      setNames(words?.FUNCTIONS_ENGLISH ?? {});
    }
    // Offline the form still leads to the page of results.
    setCatalogue(await import("@/lib/domain/function-tree").catch(() => undefined));
  }

  function enter(code: string) {
    setOpen(false);
    setQuery("");
    router.push(`/${region}/functions/${code}`);
  }

  function press(event: KeyboardEvent) {
    // Of an input method that is still composing.
    if (event.nativeEvent.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && hits.length > 0) {
      event.preventDefault();
      setOpen(true);
      // Round over the hits and the field itself.
      const places = hits.length + 1;
      setActive(((active + 1 + step + places) % places) - 1);
    }
    if (event.key === "Enter" && shown) {
      const hit = hits[active];
      if (!hit) return;
      event.preventDefault();
      enter(hit.code);
    }
    if (event.key === "Escape") {
      event.preventDefault();
      if (shown) setOpen(false);
      else setQuery("");
      setActive(NONE);
    }
  }

  return (
    <search className={cn("relative", className)}>
      <form method="get" action={`/${region}/functions`} className="flex">
        <label htmlFor={id} className="sr-only">
          {t("搜索功能")}
        </label>
        <Input
          id={id}
          name="q"
          role="combobox"
          aria-autocomplete="list"
          aria-expanded={shown}
          aria-controls={shown ? `${id}-hits` : undefined}
          aria-activedescendant={shown && active !== NONE ? `${id}-${active}` : undefined}
          autoComplete="off"
          maxLength={60}
          placeholder={t("搜索功能")}
          value={query}
          className="rounded-r-none"
          onFocus={load}
          onBlur={() => setOpen(false)}
          onKeyDown={press}
          onChange={({ target }) => {
            setQuery(target.value);
            setActive(NONE);
            setOpen(true);
          }}
        />
        <button
          type="submit"
          aria-label={t("查找功能")}
          className={buttonClass("secondary", "-ml-px rounded-l-none px-3")}
        >
          <Search aria-hidden="true" className="size-5" />
        </button>
      </form>
      <p role="status" className="sr-only">
        {open && query.trim() && catalogue ? t("找到{count}个功能", { count: found.length }) : ""}
      </p>
      {shown && (
        <ul
          id={`${id}-hits`}
          // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: the pattern of a combobox
          role="listbox"
          aria-label={t("搜索结果")}
          className="absolute top-full right-0 z-50 mt-1 w-96 rounded-lg border border-line bg-raised p-1 shadow-floating"
        >
          {hits.map((each, index) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the keys belong to the field, which keeps the focus
            <li
              key={each.code}
              id={`${id}-${index}`}
              // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: the pattern of a combobox
              role="option"
              aria-selected={index === active}
              tabIndex={-1}
              title={catalogue?.pathText(each, named)}
              className={cn(
                "cursor-pointer rounded-md px-3 py-2 hover:bg-accent-soft",
                index === active && "bg-accent-soft outline-2 outline-focus",
              )}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => enter(each.code)}
            >
              <span className="block">{named(each.name)}</span>
              <span className="block text-muted text-sm">{catalogue?.pathText(each, named)}</span>
            </li>
          ))}
        </ul>
      )}
    </search>
  );
}
