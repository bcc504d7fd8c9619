import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Alert } from "@/components/ui/alert";
import { boxesOf } from "@/lib/domain/grantable-functions";
import { roleLabel } from "@/lib/labels";
import { messageOf } from "@/lib/messages";
import { personnelStepUp } from "@/lib/server/personnel/access";
import { personnelFunctions } from "@/lib/server/personnel/functions";
import { permissionIdentities } from "@/lib/server/relations/permission-identities";
import { SmsStepUp } from "../../../_components/sms-step-up";
import { GrantForm } from "../../staff/_components/grant-form";
import { openPersonnel } from "../_components/open-personnel";
import { PersonnelPage } from "../_components/personnel-page";
import { grantPersonnelAction } from "../actions";

const TITLE = "授权";

export const metadata: Metadata = { title: TITLE };

type Props = { params: Promise<{ region: string; relation: string }> };

/** 授权 of one row of 企业人员维护 (OL5): 身份信息 and 管理权限, those added by one side included. */
export default async function PersonnelFunctionsPage({ params }: Props) {
  const opened = await openPersonnel(params, TITLE);
  if ("refused" in opened) return opened.refused;
  const { region, session, viewer } = opened;
  const { relation } = await params;
  if (!/^[\w-]{1,64}$/.test(relation)) notFound();
  const person = (await personnelFunctions(relation, viewer)) ?? notFound();
  const proved = personnelStepUp(session, "OTHER") === null;
  const identities = await permissionIdentities(viewer.enterpriseId);
  return (
    <PersonnelPage
      region={region.slug}
      title={TITLE}
      about={`${person.name}（${roleLabel(person.role, person.primary)}），${person.maskedDocumentNumber}`}
    >
      {person.refusal && <Alert tone="warning" title={messageOf({ code: person.refusal })} />}
      {!person.refusal && !proved && <SmsStepUp />}
      {!person.refusal && proved && (
        <GrantForm
          relationId={relation}
          identityVersion={session.identityVersion}
          identities={identities.map(({ id, name, description }) => ({ id, name, description }))}
          held={person.identities}
          functions={boxesOf(person.functions)}
          defaults={region.defaultGrants}
          save={grantPersonnelAction}
        />
      )}
    </PersonnelPage>
  );
}
