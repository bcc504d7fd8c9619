import type { Metadata } from "next";
import { alwaysUnified } from "@/lib/regions/entry-styles";
import { REGIONS } from "@/lib/regions/list";
import { LoginPage } from "./_components/login-page";

export const metadata: Metadata = { title: "登录" };

/** Only the bureaus there are: pages made on demand would have no script hashes. */
export const dynamicParams = false;

/** Elsewhere `proxy.ts` shows the old entry or the unified one, by the day. */
export function generateStaticParams() {
  return REGIONS.filter(alwaysUnified).map(({ slug }) => ({ region: slug }));
}

export default async function Page({ params }: { params: Promise<{ region: string }> }) {
  const { region } = await params;
  return <LoginPage slug={region} />;
}
