import type { Metadata, Viewport } from "next";
import { notFound } from "next/navigation";
import type { ReactNode } from "react";
import { PhoneShell } from "@/components/layout/phone-shell";
import { appName, findApp } from "@/lib/regions/apps";
import { companionRegion } from "@/lib/server/companion/region";
import { OfflineNotice } from "./_components/offline-notice";

type Props = { params: Promise<{ app: string }>; children: ReactNode };

export const viewport: Viewport = {
  colorScheme: "light dark",
  width: "device-width",
  initialScale: 1,
  viewportFit: "cover",
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { app: slug } = await params;
  const app = findApp(slug);
  const region = app && (await companionRegion(app));
  if (!app || !region) return {};
  const name = appName(app, region);
  return {
    title: { default: name, template: `%s - ${name}` },
    manifest: `/app/${slug}/manifest.webmanifest`,
    icons: { icon: `/app/icons/${slug}.svg`, apple: `/app/icons/${slug}-192.png` },
    appleWebApp: { capable: true, title: name, statusBarStyle: "default" },
  };
}

/** One application of the companion APP. */
export default async function AppLayout({ params, children }: Props) {
  const { app: slug } = await params;
  const app = findApp(slug) ?? notFound();
  const region = (await companionRegion(app)) ?? notFound();
  return (
    <PhoneShell name={appName(app, region)} home={`/app/${slug}`} accent={region.accent}>
      <OfflineNotice />
      {children}
    </PhoneShell>
  );
}
