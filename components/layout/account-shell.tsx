"use client";

import { Menu } from "lucide-react";
import { usePathname } from "next/navigation";
import { type ReactNode, useEffect, useState } from "react";
import { useTexts } from "#use-texts";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { Dialog } from "@/components/ui/dialog";
import { Link } from "@/components/ui/link";

type NavigationGroup = {
  title?: string;
  /** `count`: what waits there, e.g. unread messages; 0 shows nothing. */
  items: readonly { href: string; label: string; count?: number }[];
};

type AccountShellProps = {
  /** Names the navigation, e.g. 账户中心. */
  label: string;
  groups: readonly NavigationGroup[];
  children: ReactNode;
};

/** Navigation beside the content; under 768 px it opens as a sheet. */
export function AccountShell({ label, groups, children }: AccountShellProps) {
  const t = useTexts();
  const path = usePathname();
  const [open, setOpen] = useState(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: arriving at another page closes the sheet
  useEffect(() => setOpen(false), [path]);

  return (
    <div className="mx-auto w-full max-w-6xl gap-8 px-4 py-6 sm:px-6 md:grid md:grid-cols-[15rem_minmax(0,60rem)] md:py-8">
      <div className="no-print hidden md:block">
        <Navigation label={label} groups={groups} path={path} />
      </div>
      <div className="no-print mb-4 md:hidden">
        <Button variant="secondary" aria-expanded={open} onClick={() => setOpen(true)}>
          <Menu aria-hidden="true" className="size-5" />
          {t("{label}菜单", { label })}
        </Button>
        <Dialog open={open} onClose={() => setOpen(false)} title={label} placement="sheet">
          <Navigation label={label} groups={groups} path={path} />
        </Dialog>
      </div>
      <div className="min-w-0">{children}</div>
    </div>
  );
}

function Navigation({
  label,
  groups,
  path,
}: Omit<AccountShellProps, "children"> & { path: string }) {
  const t = useTexts();
  const current = currentHref(groups, path);
  return (
    <nav aria-label={label} className="grid gap-6">
      {groups.map((group) => (
        <div key={group.title ?? group.items[0]?.href}>
          {group.title && <h2 className="mb-1 px-3 text-muted text-sm">{group.title}</h2>}
          <ul className="grid gap-1">
            {group.items.map((item) => {
              const here = item.href === current;
              return (
                <li key={item.href}>
                  <Link
                    href={item.href}
                    aria-current={here ? "page" : undefined}
                    className={cn(
                      "flex min-h-11 items-center rounded-md border-l-4 px-3 py-2",
                      here
                        ? "border-accent bg-accent-soft font-semibold text-accent"
                        : "border-transparent hover:bg-accent-soft",
                    )}
                  >
                    {item.label}
                    {Boolean(item.count) && (
                      <span className="ml-2 rounded-full bg-danger px-2 text-raised text-sm tabular-nums">
                        {item.count}
                        <span className="sr-only">{t("条未读")}</span>
                      </span>
                    )}
                  </Link>
                </li>
              );
            })}
          </ul>
        </div>
      ))}
    </nav>
  );
}

/** The entry this page belongs to: its own, or else the nearest above it. */
function currentHref(groups: readonly NavigationGroup[], path: string): string | undefined {
  return groups
    .flatMap(({ items }) => items.map(({ href }) => href))
    .filter((href) => path === href || path.startsWith(`${href}/`))
    .sort((a, b) => b.length - a.length)[0];
}
