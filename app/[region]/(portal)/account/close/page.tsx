import { requireRegion } from "@/app/[region]/_components/require-region";
import { titled } from "@/app/[region]/_components/titled";
import { PageHeading } from "@/components/layout/page-heading";
import { t } from "@/components/texts/request-texts";
import { Alert } from "@/components/ui/alert";
import { Link } from "@/components/ui/link";
import { faceAppsOf } from "@/lib/regions/apps";
import { closingView } from "@/lib/server/accounts/close-account";
import { requireSession } from "@/lib/server/session";
import { ClosingFace } from "./_components/closing-face";
import { ClosingForm } from "./_components/closing-form";

export const generateMetadata = titled("用户注销");

type Props = {
  params: Promise<{ region: string }>;
  searchParams: Promise<{ flow?: string | string[] }>;
};

/** 用户注销 (A3): what follows in the bureaus' own words, then both factors. */
export default async function ClosePage({ params, searchParams }: Props) {
  const region = await requireRegion(params);
  const session = await requireSession(region.slug);
  const { flow } = await searchParams;
  const view = await closingView({ flow }, { session, now: new Date() });
  const { method, maskedTarget, faceKnown, faced } = view;
  return (
    <>
      <PageHeading title={t("用户注销")} />
      <Alert tone="warning" className="mb-6">
        <p>
          {t(
            "用户注销后，无法对关联的企业进行业务操作，如需继续使用，需要重新注册，请谨慎进行账户注销操作。",
          )}
        </p>
        <p className="mt-2">
          {t(
            "注意：用户注销仅注销账户信息，不解除人企关联关系，如需解除与企业的关联关系，请通过删除办税人员相关功能办理。",
          )}
        </p>
      </Alert>
      <div className="max-w-[30rem]">
        {method && <ClosingForm flow="" method={method} maskedTarget={maskedTarget} />}
        {!method && faced && <ClosingForm flow={String(flow)} method={null} maskedTarget={null} />}
        {!method && !faced && faceKnown && (
          <>
            <p className="mb-4">{t("您的手机号为空，请先扫脸确认是您本人。")}</p>
            <ClosingFace apps={faceAppsOf(region)} />
          </>
        )}
        {!method && !faced && !faceKnown && (
          <p>
            {t("您的手机号为空，也没有人脸实名信息，无法确认是您本人。请先")}
            <Link className="link mx-1" href={`/${region.slug}/account/phones`}>
              {t("添加手机号码")}
            </Link>
            {t("。")}
          </p>
        )}
      </div>
    </>
  );
}
