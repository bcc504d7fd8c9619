import { Alert } from "@/components/ui/alert";
import type { RegionProfile } from "@/lib/regions/types";
import { realNameWays } from "@/lib/server/accounts/real-name";
import { addingNeedsFace } from "@/lib/server/relations/adding";
import type { CurrentSession } from "@/lib/server/session-store";
import { FaceAuthentication } from "../../../real-name/_components/face-authentication";
import { HandOverForm } from "./hand-over-form";

type HandOverProps = {
  relationId: string;
  identityVersion: number;
  /** Who leaves. */
  name: string;
  today: string;
  region: RegionProfile;
  session: CurrentSession;
};

/** 交接 (B11): a successor takes over all roles and permissions of whoever leaves, once they confirm. */
export function HandOver({ region, session, ...form }: HandOverProps) {
  return (
    <section aria-labelledby="handover" className="mt-10">
      <h2 id="handover" className="mb-2 text-lg">
        办税交接
      </h2>
      <p className="mb-4 text-muted">
        {form.name}
        离岗时，可将其在本企业的全部办税员、开票员身份和功能权限一次交给接替人。接替人确认后生效，
        {form.name}的授权同时解除。
      </p>
      {addingNeedsFace(session) ? (
        <>
          <Alert tone="warning" title="办理交接前请先扫脸认证" />
          <FaceAuthentication stepUp ways={realNameWays(region, true)} />
        </>
      ) : (
        <HandOverForm {...form} />
      )}
    </section>
  );
}
