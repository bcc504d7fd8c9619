import { redirect } from "next/navigation";
import { requireRegion } from "@/app/[region]/_components/require-region";
import { titled } from "@/app/[region]/_components/titled";
import { FaceAuthentication } from "@/app/[region]/(portal)/account/real-name/_components/face-authentication";
import { PageHeading } from "@/components/layout/page-heading";
import { problemText, t } from "@/components/texts/request-texts";
import { Alert } from "@/components/ui/alert";
import { buttonClass } from "@/components/ui/button-class";
import { realNameState, realNameWays } from "@/lib/server/accounts/real-name";
import { INTERACTION } from "@/lib/server/oidc/open-interaction";
import { interactionPath } from "@/lib/server/oidc/return-path";
import { requireSession } from "@/lib/server/session";

export const generateMetadata = titled("扫脸认证");

type Props = {
  params: Promise<{ region: string }>;
  searchParams: Promise<{ interaction?: string | string[] }>;
};

/** A business system asks for a login proved by face (acr_values, B17). */
export default async function VerifyPage({ params, searchParams }: Props) {
  const region = await requireRegion(params);
  const session = await requireSession(region.slug);
  const { interaction } = await searchParams;
  if (typeof interaction !== "string" || !INTERACTION.test(interaction)) {
    redirect(`/${region.slug}/home`);
  }
  if (session.proofs.includes("FACE")) redirect(interactionPath(interaction));
  const { faceKnown } = await realNameState(session.personId);
  const ways = realNameWays(region, faceKnown);
  return (
    <>
      <PageHeading title={t("扫脸认证")}>
        {t("您要进入的业务系统需要确认是您本人正在办理。认证通过后自动继续。")}
      </PageHeading>
      {ways.length > 0 ? (
        <FaceAuthentication stepUp ways={ways} />
      ) : (
        <Alert tone="warning" title={problemText({ code: "FACE_NO_REFERENCE" })} />
      )}
      <p className="mt-8">
        {/* Not a Link: what is behind it changes by being asked. */}
        <a href={interactionPath(interaction, "declined")} className={buttonClass("secondary")}>
          {t("暂不认证")}
        </a>
      </p>
      <p className="mt-3 text-muted text-sm">
        {t("暂不认证的，必须扫脸认证的业务系统将不能进入，其他的按当前登录方式继续。")}
      </p>
    </>
  );
}
