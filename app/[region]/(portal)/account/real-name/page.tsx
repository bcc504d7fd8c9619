import type { Metadata } from "next";
import { requireRegion } from "@/app/[region]/_components/require-region";
import { PageHeading } from "@/components/layout/page-heading";
import { Alert } from "@/components/ui/alert";
import { Card } from "@/components/ui/card";
import { DescriptionList } from "@/components/ui/description-list";
import { formatMoment } from "@/lib/domain/china-time";
import { collectionChannelLabel } from "@/lib/labels";
import { messageOf } from "@/lib/messages";
import { realNameState, realNameWays } from "@/lib/server/accounts/real-name";
import { requireSession } from "@/lib/server/session";
import { FaceAuthentication } from "./_components/face-authentication";
import { FaceDeletion } from "./_components/face-deletion";

export const metadata: Metadata = { title: "个人实名等级" };

const LEVELS: Record<number, string> = { 4: "四级", 3: "三级", 2: "二级" };

/** 个人实名等级: the level, how it was reached, and 扫脸认证 that raises it (R4, B17). */
export default async function RealNamePage({ params }: { params: Promise<{ region: string }> }) {
  const region = await requireRegion(params);
  const session = await requireSession(region.slug);
  const { level, collections, faceEnrolled } = await realNameState(session.personId);
  const ways = realNameWays(region, faceEnrolled);
  const proved = session.proofs.includes("FACE");
  return (
    <>
      <PageHeading title="个人实名等级">
        三级为已采集实名信息，四级为已通过人脸识别认证。部分业务需要四级。
      </PageHeading>
      <Card>
        <DescriptionList
          items={[
            { name: "当前等级", value: <strong>{LEVELS[level] ?? "未实名"}</strong> },
            {
              name: "取得方式",
              value:
                collections.length > 0
                  ? collections.map(({ id, channel, collectedAt }) => (
                      <span key={id} className="block">
                        {collectionChannelLabel(channel)}（{formatMoment(collectedAt)}）
                      </span>
                    ))
                  : "注册时登记",
            },
            { name: "本次登录", value: proved ? "已扫脸" : "未扫脸" },
          ]}
        />
      </Card>
      <section aria-labelledby="face" className="mt-8">
        <h2 id="face" className="text-lg">
          扫脸认证
        </h2>
        {level >= 4 && (
          <p className="mt-2 text-muted">您已是四级。办理关键业务时，可能需要再次扫脸。</p>
        )}
        {ways.length > 0 ? (
          level < 4 && <FaceAuthentication ways={ways} />
        ) : (
          <Alert tone="warning" className="mt-4" title={messageOf({ code: "FACE_NO_REFERENCE" })}>
            <p>也可以登录{region.taxAppName}，通过“采集实名信息”完成采集。</p>
          </Alert>
        )}
      </section>
      {faceEnrolled && (
        <section aria-labelledby="face-data" className="mt-8">
          <h2 id="face-data" className="text-lg">
            人脸信息
          </h2>
          <p className="mt-2 text-muted">
            已采集。人脸特征和照片加密保存，只用于核验是否本人，您可以随时删除。
          </p>
          <FaceDeletion taxAppName={region.taxAppName} />
        </section>
      )}
    </>
  );
}
