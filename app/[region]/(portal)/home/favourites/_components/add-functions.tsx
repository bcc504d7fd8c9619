"use client";

import { Check, Plus } from "lucide-react";
import { useState } from "react";
import { useTexts } from "#use-texts";
import { buttonClass } from "@/components/ui/button-class";
import { EmptyState } from "@/components/ui/empty-state";
import { SearchField } from "@/components/ui/search-field";
import { FAVOURITES_AT_MOST } from "@/lib/domain/favourites";
import {
  FUNCTION_TREE,
  FUNCTIONS,
  pathText,
  searchFunctions,
  type TaxFunction,
} from "@/lib/domain/function-tree";

type AddFunctionsProps = {
  codes: readonly string[];
  usable: readonly string[];
  full: boolean;
  add: (code: string) => void;
};

/** What can be added: the functions of the acting identity, by section or by a word. */
export function AddFunctions({ codes, usable, full, add }: AddFunctionsProps) {
  const t = useTexts();
  const [search, setSearch] = useState("");
  const all = FUNCTIONS.filter(({ code }) => usable.includes(code));
  const found = search.trim() ? searchFunctions(all, search, t.named) : null;
  const choices = { codes, full, add };
  return (
    <section aria-labelledby="add">
      <h2 id="add" className="text-lg">
        {t("添加功能")}
      </h2>
      <p className="mt-1 mb-3 text-muted">
        {full
          ? t("已选{most}个，请先移除一些再添加。", { most: FAVOURITES_AT_MOST })
          : t("已选{count}个，还可以添加{left}个。", {
              count: codes.length,
              left: FAVOURITES_AT_MOST - codes.length,
            })}
      </p>
      <SearchField
        label={t("筛选功能")}
        value={search}
        maxLength={60}
        onChange={({ target }) => setSearch(target.value)}
        onKeyDown={(event) => {
          // Enter narrows the list; it does not save.
          if (event.key === "Enter") event.preventDefault();
        }}
        className="mb-3"
      />
      {found ? (
        <Choices functions={found} {...choices} />
      ) : (
        <div className="grid gap-2">
          {FUNCTION_TREE.map(({ code, name }) => {
            const functions = all.filter(({ within }) => within[0] === code);
            if (functions.length === 0) return null;
            return (
              <details key={code} className="rounded-lg border border-line bg-raised">
                <summary className="min-h-11 cursor-pointer px-4 py-2 font-semibold">
                  {t.named(name)}
                  <span className="ml-2 font-normal text-muted text-sm tabular-nums">
                    {functions.length}
                  </span>
                </summary>
                <Choices functions={functions} {...choices} />
              </details>
            );
          })}
        </div>
      )}
    </section>
  );
}

type ChoicesProps = Omit<AddFunctionsProps, "usable"> & { functions: readonly TaxFunction[] };

function Choices({ functions, codes, full, add }: ChoicesProps) {
  const t = useTexts();
  if (functions.length === 0) {
    return (
      <EmptyState title={t("没有可以添加的功能")}>
        {t("换一个更短的词再试，或清除筛选。")}
      </EmptyState>
    );
  }
  return (
    <ul className="divide-y divide-line rounded-lg border border-line bg-raised">
      {functions.map((each) => (
        <li key={each.code} className="flex items-center gap-3 py-1 pr-2 pl-4">
          <span className="min-w-0 flex-1 py-1">
            {t.named(each.name)}
            <span className="block text-muted text-sm">{pathText(each, t.named)}</span>
          </span>
          <AddButton
            name={t.named(each.name)}
            added={codes.includes(each.code)}
            full={full}
            press={() => add(each.code)}
          />
        </li>
      ))}
    </ul>
  );
}

type AddButtonProps = { name: string; added: boolean; full: boolean; press: () => void };

/** 「添加」 of one function; what is added or has no room keeps its button, and the button the focus. */
function AddButton({ name, added, full, press }: AddButtonProps) {
  const t = useTexts();
  const inert = added || full;
  const Icon = added ? Check : Plus;
  return (
    <button
      type="button"
      aria-label={added ? t("已添加{name}", { name }) : t("添加{name}", { name })}
      aria-disabled={inert || undefined}
      onClick={inert ? undefined : press}
      className={buttonClass(
        "ghost",
        "shrink-0 aria-disabled:cursor-not-allowed aria-disabled:text-muted",
      )}
    >
      <Icon aria-hidden="true" className="size-5" />
      {added ? t("已添加") : t("添加")}
    </button>
  );
}
