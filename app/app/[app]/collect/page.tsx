import type { Metadata } from "next";
import Link from "next/link";
import { notFound, redirect } from "next/navigation";
import { PageHeading } from "@/components/layout/page-heading";
import { Alert } from "@/components/ui/alert";
import { buttonClass } from "@/components/ui/button-class";
import { messageOf } from "@/lib/messages";
import { findApp, hasLogin } from "@/lib/regions/apps";
import { companionSession } from "@/lib/server/companion/session";
import { hasReference } from "@/lib/server/face/references";
import { personSubject } from "@/lib/server/face/subject";
import { Collect } from "./_components/collect";

export const metadata: Metadata = { title: "采集实名信息" };

/** 采集实名信息: photograph of the document and live face (Q7, 辽宁 四). */
export default async function CollectPage({ params }: { params: Promise<{ app: string }> }) {
  const { app: slug } = await params;
  const app = findApp(slug) ?? notFound();
  if (!hasLogin(app)) notFound();
  const session = await companionSession(app);
  if (!session) redirect(`/app/${slug}/login`);
  return (
    <>
      <PageHeading title="采集实名信息">
        拍摄本人身份证件人像面，并完成扫脸。采集后，企业可以添加您为办税人员。
      </PageHeading>
      {(await hasReference(personSubject(session.personId))) ? (
        <Alert tone="success" title={messageOf({ code: "ALREADY_COLLECTED" })} />
      ) : (
        <Collect app={app} filmAllowed={process.env.NODE_ENV !== "production"} />
      )}
      <Link href={`/app/${slug}`} className={buttonClass("ghost", "mt-4 w-full")}>
        返回首页
      </Link>
    </>
  );
}
