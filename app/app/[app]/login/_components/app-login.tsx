"use client";

import { LoginForm } from "@/app/[region]/(public)/login/_components/login-form";
import { Tabs } from "@/components/ui/tabs";
import { entryLabel } from "@/lib/labels";
import type { ScanApp } from "@/lib/regions/types";

type AppLoginProps = {
  app: ScanApp;
  region: string;
  entries: readonly ("ENTERPRISE" | "PERSON")[];
};

/** The entries of an application, each with the portal's own form. */
export function AppLogin({ app, region, entries }: AppLoginProps) {
  return (
    <Tabs
      label="登录入口"
      keepMounted
      items={entries.map((entry) => ({
        value: entry,
        label: entryLabel(entry),
        panel: <LoginForm region={region} entry={entry} label={entryLabel(entry)} app={app} />,
      }))}
    />
  );
}
