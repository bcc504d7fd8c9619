import { redirect } from "next/navigation";
import { FlowPasswordForm } from "@/app/[region]/_components/flow-password-form";
import { requireRegion } from "@/app/[region]/_components/require-region";
import { titled } from "@/app/[region]/_components/titled";
import { VerifyPerson } from "@/app/[region]/_components/verify-person";
import { PageHeading } from "@/components/layout/page-heading";
import { problemText, t } from "@/components/texts/request-texts";
import { Alert } from "@/components/ui/alert";
import { faceAppsOf } from "@/lib/regions/apps";
import { accountOverview } from "@/lib/server/accounts/overview";
import { standsOnSecondFactor } from "@/lib/server/accounts/second-factor-proof";
import { recoveryView } from "@/lib/server/recovery/verify";
import { requireSession } from "@/lib/server/session";
import { SecondFactorLost } from "../_components/second-factor-lost";
import { ChangePasswordForm } from "./_components/change-password-form";
import { ForgottenOldPassword } from "./_components/forgotten-old-password";
import {
  oldPasswordFaceCodeAction,
  sendOldPasswordCodeAction,
  setForgottenOldPasswordAction,
  submitOldPasswordCodeAction,
} from "./actions";

export const generateMetadata = titled("个人密码修改");

type Query = Record<"flow" | "forgot" | "saved" | "reason", string | string[] | undefined>;
type Props = { params: Promise<{ region: string }>; searchParams: Promise<Query> };

/** 个人密码修改 (A1): with the old password, or 忘记旧密码 with a code or a face in its place. */
export default async function PasswordPage({ params, searchParams }: Props) {
  const region = await requireRegion(params);
  const session = await requireSession(region.slug);
  const { flow, forgot, saved, reason } = await searchParams;
  const { slug } = region;
  const restart = `/${slug}/account/password?forgot=1`;
  const context = { now: new Date(), session };
  const read = flow === undefined ? null : await recoveryView({ region: slug, flow }, context);
  if (read && !read.ok) redirect(`${restart}&reason=STEPS_EXPIRED`);
  const view = read?.value;
  const at = { region: slug, flow: String(flow) };
  return (
    <>
      <PageHeading title={t("个人密码修改")}>
        {t("修改后本次登录继续有效，其他设备上的登录全部结束。")}
      </PageHeading>
      {saved === "1" && !view && (
        <Alert
          tone="success"
          role="status"
          title={t("密码已修改，其他设备上的登录已结束")}
          className="mb-6"
        />
      )}
      {reason === "STEPS_EXPIRED" && !view && (
        <Alert
          tone="warning"
          role="status"
          title={problemText({ code: reason })}
          className="mb-6"
        />
      )}
      <div className="max-w-[30rem]">
        {!view && forgot === "1" && <ForgottenOldPassword region={slug} />}
        {!view && forgot !== "1" && !standsOnSecondFactor(session) && (
          <SecondFactorLost region={region} personId={session.personId} />
        )}
        {!view && forgot !== "1" && (
          <ChangePasswordForm region={slug} ownerWords={await ownerWords(session.personId)} />
        )}
        {view?.step === "VERIFY" && (
          <VerifyPerson
            {...at}
            view={view}
            apps={faceAppsOf(region)}
            send={sendOldPasswordCodeAction}
            submit={submitOldPasswordCodeAction}
            faceCode={oldPasswordFaceCodeAction}
            restart={restart}
          />
        )}
        {view?.step === "NEW_PASSWORD" && (
          <FlowPasswordForm
            {...at}
            label={t("设置新密码")}
            submitLabel={t("保存")}
            action={setForgottenOldPasswordAction}
            restart={{ href: restart, label: t("重新开始") }}
          />
        )}
      </div>
    </>
  );
}

/** What the owner's password should not be made of. */
async function ownerWords(personId: string): Promise<string[]> {
  const { name, username } = await accountOverview(personId);
  return username ? [name, username] : [name];
}
