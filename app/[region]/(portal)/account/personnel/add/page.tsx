import type { Metadata } from "next";
import { Alert } from "@/components/ui/alert";
import { realNameWays } from "@/lib/server/accounts/real-name";
import { personnelStepUp } from "@/lib/server/personnel/access";
import { permissionIdentities } from "@/lib/server/relations/permission-identities";
import { SmsStepUp } from "../../../_components/sms-step-up";
import { FaceAuthentication } from "../../real-name/_components/face-authentication";
import { openPersonnel } from "../_components/open-personnel";
import { PersonnelPage } from "../_components/personnel-page";
import { AddWizard } from "./_components/add-wizard";

const TITLE = "添加办税人员";

export const metadata: Metadata = { title: TITLE };

/** 添加办税人员 (OL5, 辽宁 二(一)8–9), once the session is proved well enough. */
export default async function AddPage({ params }: { params: Promise<{ region: string }> }) {
  const opened = await openPersonnel(params, TITLE);
  if ("refused" in opened) return opened.refused;
  const { region, session, viewer } = opened;
  const stepUp = personnelStepUp(session, "ADDING");
  const identities = await permissionIdentities(viewer.enterpriseId);
  return (
    <PersonnelPage
      region={region.slug}
      title={TITLE}
      about="只能添加税务登记中的办税人员，且其本人已完成实名信息采集。"
    >
      {stepUp === "SMS" && <SmsStepUp />}
      {stepUp === "FACE" && (
        <>
          <Alert tone="warning" title="添加办税人员前请先扫脸认证">
            <p>该业务需要四级实名，并确认是您本人正在办理。认证通过后即可填写。</p>
          </Alert>
          <FaceAuthentication stepUp ways={realNameWays(region, true)} />
        </>
      )}
      {!stepUp && (
        <AddWizard
          base={`/${region.slug}/account/personnel`}
          identityVersion={session.identityVersion}
          identities={identities.map(({ id, name, description }) => ({ id, name, description }))}
        />
      )}
    </PersonnelPage>
  );
}
