import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { PageHeading } from "@/components/layout/page-heading";
import { pathAfterLogin } from "@/lib/server/login/finish";
import { secondFactorView } from "@/lib/server/login/second-factor";
import { AppVerify } from "../_components/app-verify";

export const metadata: Metadata = { title: "身份验证" };

type Props = {
  params: Promise<{ app: string }>;
  searchParams: Promise<{ region?: string | string[]; flow?: string | string[] }>;
};

/** Second factor of an application's login: a code, or the face on this very phone (Q7). */
export default async function AppVerifyPage({ params, searchParams }: Props) {
  const { app } = await params;
  const { region, flow } = await searchParams;
  const view = await secondFactorView(String(region), flow, new Date());
  if (!view.ok || typeof flow !== "string" || typeof region !== "string") {
    redirect(await pathAfterLogin(String(region), flow, `/app/${app}/login`));
  }
  if ("to" in view.value) redirect(view.value.to);
  return (
    <>
      <PageHeading title="身份验证" />
      <AppVerify
        region={region}
        flow={flow}
        view={view.value}
        filmAllowed={process.env.NODE_ENV !== "production"}
      />
    </>
  );
}
