import { requireRegion } from "@/app/[region]/_components/require-region";
import { titled } from "@/app/[region]/_components/titled";
import { PageHeading } from "@/components/layout/page-heading";
import { problemText, t } from "@/components/texts/request-texts";
import { Alert } from "@/components/ui/alert";
import { Card } from "@/components/ui/card";
import { DescriptionList } from "@/components/ui/description-list";
import type { SourceText } from "@/lib/english/dictionary";
import { collectionChannelLabel } from "@/lib/labels";
import { realNameState, realNameWays } from "@/lib/server/accounts/real-name";
import { requireSession } from "@/lib/server/session";
import { FaceAuthentication } from "./_components/face-authentication";
import { FaceDeletion } from "./_components/face-deletion";

export const generateMetadata = titled("个人实名等级");

const LEVELS: Record<number, SourceText> = { 4: "四级", 3: "三级", 2: "二级" };

/** 个人实名等级: the level, how it was reached, and 扫脸认证 that raises it (R4, B17). */
export default async function RealNamePage({ params }: { params: Promise<{ region: string }> }) {
  const region = await requireRegion(params);
  const session = await requireSession(region.slug);
  const state = await realNameState(session.personId);
  const { level, raised, collections, faceEnrolled, faceKnown } = state;
  const ways = realNameWays(region, faceKnown);
  const reached = [
    ...(raised ? [{ what: t("{app}扫脸认证", { app: t.named(raised.app) }), at: raised.at }] : []),
    ...collections.map(({ channel, collectedAt }) => ({
      what: t.named(collectionChannelLabel(channel)),
      at: collectedAt,
    })),
  ];
  const proved = session.proofs.includes("FACE");
  return (
    <>
      <PageHeading title={t("个人实名等级")}>
        {t("三级为已采集实名信息，四级为已通过人脸识别认证。部分业务需要四级。")}
      </PageHeading>
      <Card>
        <DescriptionList
          items={[
            { name: t("当前等级"), value: <strong>{t(LEVELS[level] ?? "未实名")}</strong> },
            {
              name: t("取得方式"),
              value:
                reached.length > 0
                  ? reached.map(({ what, at }) => (
                      <span key={`${what} ${at.getTime()}`} className="block">
                        {t("{what}（{when}）", { what, when: t.moment(at) })}
                      </span>
                    ))
                  : t("注册时登记"),
            },
            { name: t("本次登录"), value: proved ? t("已扫脸") : t("未扫脸") },
          ]}
        />
      </Card>
      <section aria-labelledby="face" className="mt-8">
        <h2 id="face" className="text-lg">
          {t("扫脸认证")}
        </h2>
        {level >= 4 && (
          <p className="mt-2 text-muted">{t("您已是四级。办理关键业务时，可能需要再次扫脸。")}</p>
        )}
        {ways.length > 0 ? (
          level < 4 && <FaceAuthentication ways={ways} />
        ) : (
          <Alert tone="warning" className="mt-4" title={problemText({ code: "FACE_NO_REFERENCE" })}>
            <p>
              {t("也可以登录{app}，通过“采集实名信息”完成采集。", {
                app: t.named(region.taxAppName),
              })}
            </p>
          </Alert>
        )}
      </section>
      {faceEnrolled && (
        <section aria-labelledby="face-data" className="mt-8">
          <h2 id="face-data" className="text-lg">
            {t("人脸信息")}
          </h2>
          <p className="mt-2 text-muted">
            {t("已采集。人脸特征和照片加密保存，只用于核验是否本人，您可以随时删除。")}
          </p>
          <FaceDeletion taxAppName={t.named(region.taxAppName)} />
        </section>
      )}
    </>
  );
}
