"use client";

import { Building2, ChevronDown, UserRound } from "lucide-react";
import { useTexts } from "#use-texts";
import { AsWritten } from "@/components/texts/as-written";
import { buttonClass } from "@/components/ui/button-class";
import { DropdownItem, DropdownLabel, DropdownMenu } from "@/components/ui/dropdown-menu";
import { Link } from "@/components/ui/link";

type IdentityMenuProps = {
  region: string;
  /** The acting enterprise, or 自然人业务. */
  name: string;
  role: string | null;
  enterprise: boolean;
  /** Pages of the acting enterprise that not every bureau has. */
  more: readonly { href: string; label: string }[];
};

/** The acting identity as a button with its menu (L9). */
export function IdentityMenu({ region, name, role, enterprise, more }: IdentityMenuProps) {
  const t = useTexts();
  const Icon = enterprise ? Building2 : UserRound;
  return (
    <DropdownMenu
      align="start"
      trigger={
        <button
          type="button"
          className="flex min-h-11 min-w-0 items-center gap-2 rounded-md px-3 py-2 text-left hover:bg-accent-soft"
        >
          <Icon aria-hidden="true" className="size-5 shrink-0 text-accent" />
          <span className="min-w-0">
            <span className="font-semibold">
              <AsWritten>{name}</AsWritten>
            </span>{" "}
            {role && <span className="text-muted text-sm">{role}</span>}
          </span>
          <ChevronDown aria-hidden="true" className="size-4 shrink-0 text-muted" />
        </button>
      }
    >
      <DropdownLabel>{t("当前身份")}</DropdownLabel>
      {enterprise && (
        <MenuLink href={`/${region}/account/enterprise`}>{t("企业基本信息")}</MenuLink>
      )}
      {more.map(({ href, label }) => (
        <MenuLink key={href} href={href}>
          {label}
        </MenuLink>
      ))}
      <MenuLink href={`/${region}/account/switch`}>{t("身份切换")}</MenuLink>
      <MenuLink href={`/${region}/account`}>{t("账户中心")}</MenuLink>
    </DropdownMenu>
  );
}

/** 「我的信息」: the way to the account centre. */
export function PersonMenu({ region }: { region: string }) {
  const t = useTexts();
  return (
    <DropdownMenu
      trigger={
        <button type="button" className={buttonClass("ghost")}>
          {t("我的信息")}
          <ChevronDown aria-hidden="true" className="size-4" />
        </button>
      }
    >
      <MenuLink href={`/${region}/account`}>{t("账户中心")}</MenuLink>
    </DropdownMenu>
  );
}

function MenuLink({ href, children }: { href: string; children: string }) {
  return (
    <DropdownItem asChild>
      <Link href={href}>{children}</Link>
    </DropdownItem>
  );
}
