import type { Metadata } from "next";
import { PageHeading } from "@/components/layout/page-heading";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { roleLabel } from "@/lib/labels";
import { registeredCandidates } from "@/lib/server/grants/users";
import { grantsGuard } from "../_components/grants-guard";
import { AddUser } from "./_components/add-user";

export const metadata: Metadata = { title: "添加用户" };

type Props = { params: Promise<{ region: string }> };

/** 添加用户 (云南 3.4.1): one of the registry's people, or somebody by name and document; all of them collected. */
export default async function AddUserPage({ params }: Props) {
  const guarded = await grantsGuard(params, { stepUp: "ADDING" });
  if ("instead" in guarded) return guarded.instead;
  const { region, session, viewer } = guarded;
  const candidates = await registeredCandidates(viewer);
  const grants = `/${region.slug}/account/grants`;
  return (
    <>
      <Breadcrumb items={[{ label: "授权信息", href: grants }, { label: "添加用户" }]} />
      <div className="mt-4">
        <PageHeading title="添加用户">
          选择已完成实名采集的人员并设置密码。添加后只在本地旧版登录有效，其他入口须由其本人确认。
        </PageHeading>
      </div>
      <AddUser
        identityVersion={session.identityVersion}
        grants={grants}
        candidates={candidates.map(({ id, name, maskedDocumentNumber, role, primary }) => ({
          id,
          name,
          about: `${roleLabel(role, primary)} · ${maskedDocumentNumber}`,
        }))}
      />
    </>
  );
}
