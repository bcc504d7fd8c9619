import type { ReactNode } from "react";
import { Mark } from "@/components/layout/mark";
import { SkipLink } from "@/components/layout/skip-link";
import { Link } from "@/components/ui/link";

type PhoneShellProps = {
  /** Name of the application. */
  name: string;
  /** Its first page. */
  home: string;
  /** Accent of the bureau. */
  accent?: string;
  children: ReactNode;
};

/** A page of the companion APP: one column, upright, clear of the phone's notches. */
export function PhoneShell({ name, home, accent, children }: PhoneShellProps) {
  return (
    <div
      data-accent={accent}
      className="mx-auto flex min-h-dvh max-w-md flex-col bg-raised pr-[env(safe-area-inset-right)] pb-[env(safe-area-inset-bottom)] pl-[env(safe-area-inset-left)]"
    >
      <SkipLink />
      <header className="border-line border-b bg-accent pt-[env(safe-area-inset-top)] text-accent-ink">
        <Link href={home} className="flex min-h-14 items-center gap-3 px-4 font-semibold">
          <Mark className="size-8" />
          {name}
        </Link>
      </header>
      <main id="main" tabIndex={-1} className="flex-1 px-4 py-6">
        {children}
      </main>
    </div>
  );
}
