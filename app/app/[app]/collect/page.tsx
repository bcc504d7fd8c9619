import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { PageHeading } from "@/components/layout/page-heading";
import { Alert } from "@/components/ui/alert";
import { buttonClass } from "@/components/ui/button-class";
import { DescriptionList } from "@/components/ui/description-list";
import { Link } from "@/components/ui/link";
import { documentTypeLabel } from "@/lib/labels";
import { messageOf } from "@/lib/messages";
import { findApp, hasLogin } from "@/lib/regions/apps";
import { collectionDetails } from "@/lib/server/companion/collect";
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
        <>
          <Details {...(await collectionDetails(session.personId))} />
          <Collect app={app} filmAllowed={process.env.NODE_ENV !== "production"} />
        </>
      )}
      <Link href={`/app/${slug}`} className={buttonClass("ghost", "mt-4 w-full")}>
        返回首页
      </Link>
    </>
  );
}

/** Whose information it is (补充信息): what the document has to say, and the phone that goes with it. */
function Details({
  name,
  documentType,
  number,
  phone,
}: Awaited<ReturnType<typeof collectionDetails>>) {
  return (
    <section aria-label="本人信息" className="mb-5">
      <DescriptionList
        items={[
          { name: "姓名", value: name },
          { name: "证件类型", value: documentTypeLabel(documentType) },
          { name: "证件号码", value: number },
          { name: "手机号码", value: phone ?? "未绑定，可在账户中心的手机号码修改中添加" },
        ]}
      />
      <p className="text-muted text-sm">姓名或证件有误的，请到办税服务厅办理。</p>
    </section>
  );
}
