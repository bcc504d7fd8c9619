import type { Metadata } from "next";
import { PermissionIdentities } from "../../staff/_components/permission-identities";
import { openPersonnel } from "../_components/open-personnel";
import { PersonnelPage } from "../_components/personnel-page";

const TITLE = "身份维护";

export const metadata: Metadata = { title: TITLE };

/** 身份维护 (辽宁 二(一)6–7): the permission identities of the enterprise, the same as 人员权限管理 has. */
export default async function IdentitiesPage({ params }: { params: Promise<{ region: string }> }) {
  const opened = await openPersonnel(params, TITLE);
  if ("refused" in opened) return opened.refused;
  const { region, session, viewer } = opened;
  return (
    <PersonnelPage
      region={region.slug}
      title={TITLE}
      about="办税人员登录后能使用哪些功能，由其身份决定。请先维护身份，再添加办税人员。"
    >
      <PermissionIdentities viewer={viewer} identityVersion={session.identityVersion} />
    </PersonnelPage>
  );
}
