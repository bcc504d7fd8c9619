import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PageHeading } from "@/components/layout/page-heading";
import { Alert } from "@/components/ui/alert";
import { messageOf } from "@/lib/messages";
import { appEntries, findApp, hasLogin } from "@/lib/regions/apps";
import { companionRegion } from "@/lib/server/companion/region";
import { AppLogin } from "./_components/app-login";

export const metadata: Metadata = { title: "登录" };

type Props = {
  params: Promise<{ app: string }>;
  searchParams: Promise<{ reason?: string | string[] }>;
};

/** Login of an application: account, password, then a code or the face (Q7); the entries it has. */
export default async function AppLoginPage({ params, searchParams }: Props) {
  const app = findApp((await params).app) ?? notFound();
  if (!hasLogin(app)) notFound();
  const region = (await companionRegion(app)) ?? notFound();
  const { reason } = await searchParams;
  const told = reason === "PASSWORD_CHANGED" || reason === "FLOW_EXPIRED" ? reason : null;
  return (
    <>
      <PageHeading title="登录">{app === "IIT" ? null : region.bureauName}</PageHeading>
      {told && <Alert role="status" title={messageOf({ code: told })} className="mb-4" />}
      <AppLogin app={app} region={region.slug} entries={appEntries(app)} />
    </>
  );
}
