import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { requireRegion } from "@/app/[region]/_components/require-region";
import { PageHeading } from "@/components/layout/page-heading";
import { Alert } from "@/components/ui/alert";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { dayOf } from "@/lib/domain/china-time";
import { boxesOf } from "@/lib/domain/grantable-functions";
import { roleLabel } from "@/lib/labels";
import { messageOf } from "@/lib/messages";
import { permissionIdentities } from "@/lib/server/relations/permission-identities";
import { staffMember } from "@/lib/server/relations/staff";
import { requireSession } from "@/lib/server/session";
import { IdentityProblem } from "../../../_components/identity-problem";
import { ActionReport } from "../../_components/action-report";
import { GrantForm } from "../_components/grant-form";
import { NotManaging } from "../_components/not-managing";
import { staffViewer } from "../_components/staff-viewer";
import { grantAction } from "../actions";
import { HandOver } from "./_components/hand-over";
import { PeriodForm } from "./_components/period-form";

export const metadata: Metadata = { title: "授权" };

type Props = { params: Promise<{ region: string; relation: string }> };

/** 授权 of one handler or clerk (E4): functions, validity, and the handover to a successor (B11). */
export default async function GrantPage({ params }: Props) {
  const region = await requireRegion(params);
  const session = await requireSession(region.slug);
  if (session.problem) {
    return <IdentityProblem region={region} session={session} problem={session.problem} />;
  }
  const viewer = staffViewer(session, new Date());
  if (!viewer) return <NotManaging title="人员权限管理" region={region.slug} session={session} />;
  const { relation } = await params;
  if (!/^[\w-]{1,64}$/.test(relation)) notFound();
  const member = (await staffMember(relation, viewer)) ?? notFound();
  const identities = await permissionIdentities(viewer.enterpriseId);
  const { identityVersion } = session;
  const { name } = member.person;
  const staff = `/${region.slug}/account/staff`;
  return (
    <>
      <Breadcrumb items={[{ label: "人员权限管理", href: staff }, { label: name }]} />
      <div className="mt-4">
        <PageHeading title="授权">
          {name}（{roleLabel(member.role, member.primary)}），{member.person.maskedDocumentNumber}
        </PageHeading>
      </div>
      {member.refusals.GRANT ? (
        <Alert tone="warning" title={messageOf({ code: member.refusals.GRANT })} />
      ) : (
        <ActionReport>
          <GrantForm
            relationId={member.id}
            identityVersion={identityVersion}
            identities={identities.map(({ id, name: label, description }) => ({
              id,
              name: label,
              description,
            }))}
            held={member.identities}
            functions={boxesOf(member.functions)}
            defaults={region.defaultGrants}
            save={grantAction}
          />
          <PeriodForm
            relationId={member.id}
            identityVersion={identityVersion}
            validFrom={member.validFrom ?? dayOf(member.createdAt)}
            validTo={member.validTo ?? ""}
          />
          <HandOver
            relationId={member.id}
            identityVersion={identityVersion}
            name={name}
            today={dayOf(viewer.now)}
            region={region}
            session={session}
          />
        </ActionReport>
      )}
    </>
  );
}
