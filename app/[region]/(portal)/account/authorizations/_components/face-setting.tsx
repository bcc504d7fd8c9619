import { Card } from "@/components/ui/card";
import type { RegionProfile } from "@/lib/regions/types";
import { realNameWays } from "@/lib/server/accounts/real-name";
import { wantsFaceBeforeAdding } from "@/lib/server/relations/own";
import type { CurrentSession } from "@/lib/server/session-store";
import { FaceAuthentication } from "../../real-name/_components/face-authentication";
import { FaceSwitch } from "./face-switch";

type FaceSettingProps = { session: CurrentSession; region: RegionProfile };

/** 被添加前须扫脸 (B10): with it nobody becomes a handler by a password alone; confirming asks for a face in this login. */
export async function FaceSetting({ session, region }: FaceSettingProps) {
  const wanted = await wantsFaceBeforeAdding(session.personId);
  const proved = session.proofs.includes("FACE");
  return (
    <Card className="mt-10">
      <h2 className="text-lg">被添加前须扫脸</h2>
      <p id="face-before-adding" className="mt-1 mb-4 text-muted">
        开启后，确认企业授权前须先扫脸，防止他人冒用您的身份成为办税人员。当前：
        <strong>{wanted ? "已开启" : "未开启"}</strong>
        {wanted && (proved ? "，本次登录已扫脸。" : "，本次登录未扫脸。")}
      </p>
      <FaceSwitch wanted={wanted} />
      {wanted && !proved && <FaceAuthentication stepUp ways={realNameWays(region, true)} />}
    </Card>
  );
}
