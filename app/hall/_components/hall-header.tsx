import { LogOut } from "lucide-react";
import { Mark } from "@/components/layout/mark";
import { ThemeSwitch } from "@/components/layout/theme-switch";
import { buttonClass } from "@/components/ui/button-class";
import { Link } from "@/components/ui/link";

type HallHeaderProps = {
  /** Who is signed in; nobody at the login. */
  officer?: { name: string; role: string; bureauName: string };
  /** Server action of 「退出」. */
  signOut?: () => Promise<void>;
};

/** Header of the tax hall: the officer, what they are, and the way out. */
export function HallHeader({ officer, signOut }: HallHeaderProps) {
  return (
    <header className="no-print border-line border-b bg-raised">
      <div className="mx-auto flex min-h-16 max-w-6xl flex-wrap items-center gap-x-3 px-4 py-2 sm:px-6">
        <Link href="/hall" className="flex min-h-11 min-w-0 flex-1 items-center gap-3 rounded-md">
          <Mark />
          <span className="min-w-0 leading-tight">
            <span className="block font-semibold sm:text-lg">办税服务厅</span>
            {officer && (
              <span className="block text-muted text-sm leading-tight">{officer.bureauName}</span>
            )}
          </span>
        </Link>
        <ThemeSwitch />
        {officer && (
          <div className="order-last flex basis-full items-center justify-between gap-3 sm:order-none sm:basis-auto">
            <p className="min-w-0">
              {officer.name}
              <span className="ml-2 text-muted text-sm">{officer.role}</span>
            </p>
            <form action={signOut}>
              <button type="submit" className={buttonClass("secondary")}>
                <LogOut aria-hidden="true" className="size-4" />
                退出
              </button>
            </form>
          </div>
        )}
      </div>
    </header>
  );
}
