import { FaceAuthentication } from "@/app/[region]/(portal)/account/real-name/_components/face-authentication";
import { t } from "@/components/texts/request-texts";
import { Alert } from "@/components/ui/alert";
import type { RegionProfile } from "@/lib/regions/types";
import { realNameWays } from "@/lib/server/accounts/real-name";

/** A sensitive function asks for the face first (关键业务, 风险实名; 山东 3, 青岛 5). */
export function StepUp({ region }: { region: RegionProfile }) {
  return (
    <>
      <Alert tone="warning" title={t("办理该业务前请先扫脸认证")}>
        <p>{t("该业务需要四级实名，并确认是您本人正在办理。认证通过后自动继续。")}</p>
      </Alert>
      <FaceAuthentication stepUp ways={realNameWays(region, true)} />
    </>
  );
}
