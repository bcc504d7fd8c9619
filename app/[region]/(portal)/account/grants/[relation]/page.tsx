import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PageHeading } from "@/components/layout/page-heading";
import { Alert } from "@/components/ui/alert";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { roleLabel } from "@/lib/labels";
import { messageOf } from "@/lib/messages";
import { findGrantedUser } from "@/lib/server/grants/users";
import { grantsGuard } from "../_components/grants-guard";
import { UserFunctions } from "./_components/user-functions";

export const metadata: Metadata = { title: "授权" };

type Props = { params: Promise<{ region: string; relation: string }> };

/** 功能权限 of one user (云南 3.4.2, 3.4.3). */
export default async function GrantUserPage({ params }: Props) {
  const guarded = await grantsGuard(params, { stepUp: "OTHER" });
  if ("instead" in guarded) return guarded.instead;
  const { region, session, viewer } = guarded;
  const { relation } = await params;
  if (!/^[\w-]{1,64}$/.test(relation)) notFound();
  const user = (await findGrantedUser(relation, viewer)) ?? notFound();
  const grants = `/${region.slug}/account/grants`;
  return (
    <>
      <Breadcrumb items={[{ label: "授权信息", href: grants }, { label: user.name }]} />
      <div className="mt-4">
        <PageHeading title="授权">
          {user.name}（{roleLabel(user.role, user.primary)}），{user.maskedDocumentNumber}
        </PageHeading>
      </div>
      {user.refusal ? (
        <Alert tone="warning" title={messageOf({ code: user.refusal })} />
      ) : (
        <UserFunctions
          relationId={user.id}
          identityVersion={session.identityVersion}
          functions={user.functions}
          grants={grants}
        />
      )}
    </>
  );
}
