import { Alert } from "@/components/ui/alert";
import { messageOf } from "@/lib/messages";
import { appName, realNameApps } from "@/lib/regions/apps";
import type { RegionProfile } from "@/lib/regions/types";
import { hasReference } from "@/lib/server/face/references";
import { FaceAuthentication } from "../real-name/_components/face-authentication";

type SecondFactorLostProps = { region: RegionProfile; personId: string };

/** Why this session changes nothing any more: its phone has gone to somebody else (B15); with the way to prove oneself anew. */
export async function SecondFactorLost({ region, personId }: SecondFactorLostProps) {
  const apps = realNameApps(region);
  const byFace = apps.length > 0 && (await hasReference(personId));
  return (
    <div className="mb-6">
      <Alert tone="warning" title={messageOf({ code: "SECOND_FACTOR_LOST" })}>
        {!byFace && <p>没有手机号码的，退出后请使用登录页面的“找回手机号码”。</p>}
      </Alert>
      {byFace && (
        <FaceAuthentication
          stepUp
          apps={apps.map((app) => ({ app, name: appName(app, region) }))}
        />
      )}
    </div>
  );
}
