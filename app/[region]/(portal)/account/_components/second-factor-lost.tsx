import { problemText, t } from "@/components/texts/request-texts";
import { Alert } from "@/components/ui/alert";
import type { RegionProfile } from "@/lib/regions/types";
import { realNameWays } from "@/lib/server/accounts/real-name";
import { faceIsKnown } from "@/lib/server/face/check";
import { personSubject } from "@/lib/server/face/subject";
import { FaceAuthentication } from "../real-name/_components/face-authentication";

type SecondFactorLostProps = { region: RegionProfile; personId: string };

/** Why this session changes nothing any more: a phone was removed or has gone to somebody else (B15); with the way to prove oneself anew. */
export async function SecondFactorLost({ region, personId }: SecondFactorLostProps) {
  const ways = realNameWays(region, await faceIsKnown(personSubject(personId)));
  return (
    <div className="mb-6">
      <Alert tone="warning" title={problemText({ code: "SECOND_FACTOR_LOST" })}>
        {ways.length === 0 && <p>{t("没有手机号码的，退出后请使用登录页面的“找回手机号码”。")}</p>}
      </Alert>
      {ways.length > 0 && <FaceAuthentication stepUp ways={ways} />}
    </div>
  );
}
