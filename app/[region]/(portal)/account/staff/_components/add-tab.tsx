import { Alert } from "@/components/ui/alert";
import { dayOf } from "@/lib/domain/china-time";
import type { RegionProfile } from "@/lib/regions/types";
import { realNameWays } from "@/lib/server/accounts/real-name";
import { addingNeedsFace } from "@/lib/server/relations/adding";
import { permissionIdentities } from "@/lib/server/relations/permission-identities";
import type { CurrentSession } from "@/lib/server/session-store";
import { FaceAuthentication } from "../../real-name/_components/face-authentication";
import { AddForm } from "./add-form";
import type { StaffViewer } from "./staff-viewer";

type AddTabProps = {
  viewer: StaffViewer;
  identityVersion: number;
  region: RegionProfile;
  session: CurrentSession;
};

/** 添加办税人员; where the bureau asks for it, a face first. */
export async function AddTab({ viewer, identityVersion, region, session }: AddTabProps) {
  if (addingNeedsFace(session)) {
    return (
      <>
        <Alert tone="warning" title="添加办税人员前请先扫脸认证">
          <p>该业务需要四级实名，并确认是您本人正在办理。认证通过后即可填写。</p>
        </Alert>
        <FaceAuthentication stepUp ways={realNameWays(region, true)} />
      </>
    );
  }
  const identities = await permissionIdentities(viewer.enterpriseId);
  return (
    <AddForm
      today={dayOf(viewer.now)}
      identityVersion={identityVersion}
      identities={identities.map(({ id, name, description }) => ({ id, name, description }))}
      defaults={region.defaultGrants}
    />
  );
}
