import { __iconData as arrows } from "lucide-react/icons/arrow-left-right";
import { __iconData as bell } from "lucide-react/icons/bell";
import { __iconData as logOut } from "lucide-react/icons/log-out";
import { __iconData as mapPinned } from "lucide-react/icons/map-pinned";
import { __iconData as menu } from "lucide-react/icons/menu";
import { __iconData as search } from "lucide-react/icons/search";
import { useTexts } from "#use-texts";
import { FunctionSearch } from "@/components/layout/function-search";
import { LanguageSwitch } from "@/components/layout/language-switch";
import { Mark } from "@/components/layout/mark";
import { IdentityMenu, PersonMenu } from "@/components/layout/portal-menus";
import { ThemeSwitch } from "@/components/layout/theme-switch";
import { AsWritten } from "@/components/texts/as-written";
import { buttonClass } from "@/components/ui/button-class";
import { cn } from "@/components/ui/cn";
import { Icon } from "@/components/ui/icon";
import { Link } from "@/components/ui/link";
import type { RegionProfile } from "@/lib/regions/types";

type PortalHeaderProps = {
  region: Pick<RegionProfile, "slug" | "bureauName">;
  personName: string;
  identity: {
    name: string;
    role: string | null;
    enterprise: boolean;
    more: readonly { href: string; label: string }[];
  };
  unreadMessages: number;
  /** Server action of 「退出」. */
  signOut: () => Promise<void>;
};

/** Header of the signed-in pages (L9): who is signed in, for whom they act, and the ways to change or end that. */
export function PortalHeader({
  region,
  personName,
  identity,
  unreadMessages,
  signOut,
}: PortalHeaderProps) {
  const t = useTexts();
  const actions = { region: region.slug, signOut };
  return (
    <header className="no-print relative z-40 border-line border-b bg-raised">
      <div className="mx-auto flex max-w-6xl flex-wrap items-center gap-x-2 px-4 pt-2 sm:gap-x-3 sm:px-6 lg:pb-2">
        <Link
          href={`/${region.slug}/home`}
          className="flex min-h-11 min-w-0 flex-1 items-center gap-2 rounded-md sm:gap-3"
        >
          <Mark />
          <span className="min-w-0 font-semibold text-sm leading-tight sm:text-lg">
            {t.named(region.bureauName)}
          </span>
        </Link>
        <FunctionSearch region={region.slug} className="hidden w-64 lg:block" />
        <div className="order-last flex basis-full items-center justify-between gap-x-3 lg:order-none lg:basis-auto">
          <p className="min-w-0">
            {t("欢迎，")}
            <AsWritten>{personName}</AsWritten>
          </p>
          <div className="flex shrink-0 items-center">
            <Link
              href={`/${region.slug}/functions`}
              aria-label={t("搜索功能")}
              className={buttonClass("ghost", "px-3 lg:hidden")}
            >
              <Icon of={search} className="size-5" />
            </Link>
            <MessagesLink region={region.slug} unread={unreadMessages} />
            <PersonMenu region={region.slug} />
          </div>
        </div>
        <LanguageSwitch />
        <ThemeSwitch />
        <details className="group lg:hidden">
          <summary
            className={buttonClass(
              "secondary",
              "list-none px-3 [&::-webkit-details-marker]:hidden",
            )}
          >
            <Icon of={menu} className="size-5" />
            <span className="sr-only sm:not-sr-only">{t("菜单")}</span>
          </summary>
          <div className="absolute inset-x-0 top-full border-line border-b bg-raised p-4 shadow-floating sm:px-6">
            <HeaderActions {...actions} stacked />
          </div>
        </details>
      </div>
      <div className="mx-auto flex max-w-6xl flex-wrap items-center justify-between gap-x-4 px-1 pb-2 sm:px-3">
        <IdentityMenu region={region.slug} {...identity} />
        <div className="hidden px-3 lg:block">
          <HeaderActions {...actions} />
        </div>
      </div>
      <p className="border-line border-t bg-surface px-4 py-1 text-center text-muted text-sm">
        {t("关闭浏览器不会退出登录，办税完成请点击“退出”")}
      </p>
    </header>
  );
}

/** The way to the message centre (消息中心, A5), with the number of unread messages. */
function MessagesLink({ region, unread }: { region: string; unread: number }) {
  const t = useTexts();
  return (
    <Link
      href={`/${region}/account/messages`}
      aria-label={unread > 0 ? t("消息中心，{unread}条未读", { unread }) : t("消息中心")}
      className={buttonClass("ghost", "px-3")}
    >
      <Icon of={bell} className="size-5" />
      {unread > 0 && (
        <span
          aria-hidden="true"
          className="min-w-6 rounded-full bg-danger px-1.5 text-center text-raised text-sm tabular-nums"
        >
          {unread > 99 ? "99+" : unread}
        </span>
      )}
    </Link>
  );
}

/** Plain forms, so that all three work without JavaScript. */
function HeaderActions({
  region,
  signOut,
  stacked = false,
}: Pick<PortalHeaderProps, "signOut"> & { region: string; stacked?: boolean }) {
  const t = useTexts();
  const look = buttonClass("secondary", stacked ? "w-full" : undefined);
  const to = `/${region}/account/switch`;
  return (
    <div className={cn("gap-3", stacked ? "mx-auto grid max-w-md" : "flex")}>
      <form action={to}>
        <button type="submit" className={look}>
          <Icon of={arrows} className="size-4" />
          {t("身份切换")}
        </button>
      </form>
      <form action={`${to}#projects`}>
        <button type="submit" className={look}>
          <Icon of={mapPinned} className="size-4" />
          {t("切换主管税务机关")}
        </button>
      </form>
      <form action={signOut}>
        <button type="submit" className={look}>
          <Icon of={logOut} className="size-4" />
          {t("退出")}
        </button>
      </form>
    </div>
  );
}
